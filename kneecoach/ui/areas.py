"""Everything that follows Today, made once it has been painted or when it is first needed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.exchange.catalogue import SHORT_WARM_UP
from kneecoach.ui.advice_flow import AdviceFlow
from kneecoach.ui.advising import Advising
from kneecoach.ui.changes import Changes
from kneecoach.ui.diary_files import DiaryFiles
from kneecoach.ui.diary_flow import DiaryFlow
from kneecoach.ui.doctor_flow import DoctorFlow
from kneecoach.ui.edges import Edges
from kneecoach.ui.exercise_flow import ExerciseFlow
from kneecoach.ui.ice_flow import IceFlow
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.last_glance import LastGlance
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.morning_flow import MorningFlow
from kneecoach.ui.opening import Opening
from kneecoach.ui.plan_flow import PlanFlow
from kneecoach.ui.return_flow import ReturnFlow
from kneecoach.ui.review_flow import ReviewFlow
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.session_flow import SessionFlow
from kneecoach.ui.shell import ROUTINES, SETTINGS, TODAY
from kneecoach.ui.today_answers import TodayAnswers

if TYPE_CHECKING:
    from kneecoach.ui.pages.today_page import TodayPage

# Pages are imported when they are first shown
# ruff: noqa: PLC0415


class Areas(QObject):
    """A flow for each area, and what leads from one to another."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        last: LastGlance,
        *,
        edges: Edges,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._last, self._edges = window, late, last, edges
        self._exercises, self._routines, self._changes = exercises, routines, changes
        wall, person = edges.wall, last.person_now
        self._files = DiaryFiles(window, late.get, last.whose, changes=changes, wall=wall)
        self.sessions = SessionFlow(
            window, late, last.look, edges=edges, exercises=exercises, routines=routines, changes=changes
        )
        self._exercise_flow = ExerciseFlow(
            window, late, last.look, edges=edges, exercises=exercises, changes=changes, sessions=self.sessions
        )
        self._diary = DiaryFlow(window, late, person, wall=wall, changes=changes, sessions=self.sessions)
        self._runs = RunFlow(window, late, person, wall=wall, changes=changes)
        self.mornings = MorningFlow(window, late, last.look, edges=edges, changes=changes)
        self._ices = IceFlow(window, late, last.look, edges=edges, changes=changes)
        self._reviews = ReviewFlow(window, late, last.look, edges=edges, changes=changes)
        self._plan = PlanFlow(window, late, person, wall=wall, changes=changes)
        self.returning = ReturnFlow(
            window, late, last.look, edges=edges, changes=changes,
            sessions=self.sessions, runs=self._runs, warm_up=routines[SHORT_WARM_UP],
        )  # fmt: skip
        self.imports = ImportFlow(window, late, person, wall=wall, changes=changes, files=self._files)
        self._doctor = DoctorFlow(window, late, person, wall=wall)
        self._advising = Advising(window, late, late.folder, last.person, wall=wall, exercises=exercises)
        self._advice = AdviceFlow(window, self._advising, person, wall=wall, changes=changes)
        self._answers = TodayAnswers(window, late, last.person, changes=changes)
        self._connect()
        window.shell.add_page(ROUTINES, self._make_routines)
        window.shell.add_page(SETTINGS, self._make_settings)

    def _connect(self) -> None:
        self._diary.run_requested.connect(self._runs.open)
        self._diary.run_on_requested.connect(self._runs.open_run_on)
        self._diary.activity_on_requested.connect(self._runs.open_activity_on)
        self._diary.shoes_requested.connect(self._runs.open_shoes)
        self._diary.review_requested.connect(self._reviews.show_from_diary)
        self._diary.import_requested.connect(self.imports.open)
        self._runs.import_requested.connect(self.imports.open)
        self.imports.added.connect(self._diary.show_entry)
        self._advice.entry_requested.connect(self._diary.open_entry)
        self._advice.doctor_requested.connect(self._doctor.show)
        self._advice.plan_requested.connect(self._plan.show_from_advice)
        self._advice.stages_requested.connect(self.returning.show_return)

    def follow(self, page: "TodayPage") -> None:
        """Lead on from Today, and tell it what the rules find."""
        page.start_requested.connect(self.sessions.start)
        page.check_in_requested.connect(self.sessions.check_in_again)
        page.go_on_requested.connect(self.sessions.go_on)
        if self._last.found is not None and self._last.found.open_session is not None:
            self.sessions.expect_going_on(page)
        page.close_requested.connect(self.sessions.close_left)
        page.session_requested.connect(self.sessions.show_session)
        page.seen_requested.connect(self._answers.keep_seen)
        page.lacking_changed.connect(self._answers.keep_lacking)
        page.review_requested.connect(self._reviews.show_from_today)
        page.advice.summary_requested.connect(self._doctor.show)
        page.week.plan_requested.connect(self._plan.show)
        page.advice_requested.connect(self._advice.show)
        page.advice_wanted.connect(self._advising.wish)
        self._advising.found.connect(page.show_advice)
        self._advising.failed.connect(page.advice.show_trouble)
        self._advising.wish()
        page.quick.pain_requested.connect(self._window.shell.pain_requested)
        page.quick.run_requested.connect(self._window.shell.run_requested)
        page.quick.ice_requested.connect(self._window.shell.ice_requested)

    def _make_settings(self) -> QWidget:
        from kneecoach.ui.pages.settings_page import SettingsPage

        store = self._late.get()
        return SettingsPage(
            store,
            self._late.folder,
            changes=self._changes,
            edges=self._edges,
            notice=self._window.notice(),
            files=self._files,
        )

    def _make_routines(self) -> QWidget:
        from kneecoach.ui.pages.routines_known import Library
        from kneecoach.ui.pages.routines_page import RoutinesPage

        page = RoutinesPage(
            self._late.get(),
            Library(self._exercises, self._routines, self.sessions.movement),
            wall=self._edges.wall,
            changes=self._changes,
            notice=self._window.notice,
        )
        page.start_requested.connect(self._start_listed)
        page.exercise_requested.connect(self._exercise_flow.show_exercise)
        page.list.return_requested.connect(self.returning.show_return)
        return page

    def _start_listed(self, routine: Routine) -> None:
        """As it was chosen, unless a session waits to be gone on with: that is asked on Today."""
        self.sessions.open_at(Opening(routine, whole=True))
        if self._window.flow is None:
            self._window.shell.show_page(TODAY)
