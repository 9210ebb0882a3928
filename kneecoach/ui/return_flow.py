"""Leads to returning to running: its page, the timer of a stage, and what is asked after it."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Side
from kneecoach.domain.person import Person, first_side
from kneecoach.domain.run import Run, RunKind
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.today_page import Choice
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.session_flow import LEFT_OPEN, SessionFlow
from kneecoach.ui.shell import DIARY, RETURN, ROUTINES, TODAY

if TYPE_CHECKING:
    from kneecoach.coaching.returning import Returning
    from kneecoach.domain.advice.returning import Stage
    from kneecoach.domain.routine import Routine
    from kneecoach.ui.pages.return_page import ReturnPage

# The page and what it needs are imported when it is first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

NAMES = {TODAY: "Today", ROUTINES: "Routines", DIARY: "Diary", "advice": "Advice"}
NOTHING_DONE = "Nothing of the stage was done, so nothing was noted as a run."
SAY_IT = "Noted as a run. Say how it was."


class ReturnFlow(QObject):
    """`show_return` is the one way in, from Today, Routines and Advice; the way back leads to where it was."""

    def __init__(  # noqa: PLR0913
        self,
        window: MainWindow,
        late: LateStore,
        look: Callable[[], Glance | None],
        *,
        edges: Edges,
        changes: Changes,
        sessions: SessionFlow,
        runs: RunFlow,
        warm_up: "Routine",
    ) -> None:
        """`warm_up` is what is played before a stage that is run."""
        super().__init__(window)
        self._window, self._late, self._look, self._edges = window, late, look, edges
        self._changes, self._sessions, self._runs, self._warm_up = changes, sessions, runs, warm_up
        self._page: ReturnPage | None = None
        self._above = TODAY
        self._logs: dict[UUID, Stage] = {}
        window.shell.add_page(RETURN, self._make)
        sessions.attempt_ended.connect(self._ask_after)
        runs.run_logged.connect(self._adopt)

    def show_return(self) -> None:
        """The page with today's stage."""
        current = self._window.shell.current()
        if current != RETURN:
            self._above = current or TODAY
        self._try(self._show)

    def _show(self) -> None:
        self._window.shell.page(RETURN)
        assert self._page is not None, "the shell has just made it"
        self._page.set_above(NAMES.get(self._above, NAMES[TODAY]))
        self._window.go_to(RETURN)

    def _person(self) -> Person | None:
        found = self._look()
        return found.person if found else None

    def _read(self) -> "Returning":
        from kneecoach.coaching import returning

        person = self._person()
        return returning.where(self._late.get(), person.id if person else None, self._edges.wall())

    def _make(self) -> QWidget:
        from kneecoach.ui.pages.return_page import ReturnPage

        page = self._page = ReturnPage(self._read, changes=self._changes)
        page.timer_requested.connect(self._start_timer)
        page.warm_up_requested.connect(self._start_warm_up)
        page.log_requested.connect(self._log)
        page.run_requested.connect(self._open_run)
        page.check_in_requested.connect(self._sessions.check_in_again)
        page.back_requested.connect(self._leave)
        return page

    def _leave(self) -> None:
        self._window.go_to(self._above)

    def _start_timer(self) -> None:
        from kneecoach.domain.advice.stage_session import stage_routine

        found = self._page.found if self._page is not None else None
        if found is not None:
            self._start(Choice(stage_routine(found.standing.stage), Side.LEFT))

    def _start_warm_up(self) -> None:
        self._start(Choice(self._sessions.playable(self._warm_up), first_side(self._person())))

    def _start(self, choice: Choice) -> None:
        found = self._look()
        if found is not None and found.open_session is not None:
            # To begin another one would end it
            self._window.go_to(TODAY)
            self._window.notice().say(LEFT_OPEN)
        else:
            self._sessions.start(choice)

    def _ask_after(self, session_id: UUID) -> None:
        """The run is kept already: what the knee said is asked where a run is corrected."""
        from kneecoach.coaching import returning

        self._window.end_flow(RETURN)
        self._try(lambda: self._show_run(returning.run_of_session(self._late.get(), session_id)))

    def _show_run(self, run: Run | None) -> None:
        if run is None:
            self._window.notice().tell(NOTHING_DONE)
            return
        self._changes.diary.emit()
        self._runs.open_run(run)
        self._window.notice().tell(SAY_IT)

    def _open_run(self, run_id: UUID) -> None:
        from kneecoach.coaching import returning

        def show() -> None:
            run = returning.run_named(self._late.get(), run_id)
            if run is not None:
                self._runs.open_run(run)

        self._try(show)

    def _log(self) -> None:
        """A time outdoors: the run is logged as any other one, and is then told to be a time at the stage."""
        from kneecoach.ui.pages.run_entry import RunEntryPage

        found = self._page.found if self._page is not None else None
        if found is not None:
            stage = found.standing.stage
            self._runs.open_run()
            page = self._runs.page
            if isinstance(page, RunEntryPage):
                kind = RunKind.RUN_WALK if stage.walk_min else RunKind.EASY
                page.suggest(kind=kind, seconds=60 * stage.total_min)
                self._logs[page.run_id] = stage

    def _adopt(self, run: Run) -> None:
        from kneecoach.coaching import returning

        stage, person = self._logs.pop(run.id, None), self._person()
        if stage is not None and person is not None:
            self._try(lambda: returning.adopt(self._late.get(), person.id, run, stage))

    def _try(self, act: Callable[[], object]) -> None:
        """What the disk or the rules refuse is said in one sentence."""
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
