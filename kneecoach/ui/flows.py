"""Leads from page to page: first run, Today and Settings, and what the whole window follows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Person
from kneecoach.domain.routine import Routine
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import SHORT_WARM_UP, WARM_UP
from kneecoach.storage.glance import Glance, glance
from kneecoach.storage.revision import DATABASE
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
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.morning_flow import MorningFlow
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages.today_page import TodayPage
from kneecoach.ui.plan_flow import PlanFlow
from kneecoach.ui.return_flow import ReturnFlow
from kneecoach.ui.review_flow import ReviewFlow
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.session_flow import SessionFlow
from kneecoach.ui.shell import ROUTINES, SETTINGS, TODAY
from kneecoach.ui.theme import apply_theme
from kneecoach.ui.today_answers import TodayAnswers
from kneecoach.ui.tuning import tune

# Pages are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415


class Flows(QObject):
    """Knows what follows what. Nothing here is kept: a restart begins at Today again."""

    advice_requested = Signal(object)
    """The finding to explain, None for the page of all advice."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        folder: Path,
        *,
        edges: Edges,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        first: Glance | None,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._folder, self._edges = window, late, folder, edges
        self._exercises, self._routines = exercises, routines
        self._glance = first
        self._known: Person | None = None
        self._opening: Opening | None = None
        self._changes = Changes(self)
        self._files = DiaryFiles(window, late.get, self._whose, changes=self._changes, wall=edges.wall)
        self._sessions = SessionFlow(
            window, late, self._look, edges=edges, exercises=exercises, routines=routines, changes=self._changes
        )
        self._exercise_flow = ExerciseFlow(
            window, late, self._look, edges=edges, exercises=exercises, changes=self._changes, sessions=self._sessions
        )
        self._diary = DiaryFlow(
            window, late, self._person_now, wall=edges.wall, changes=self._changes, sessions=self._sessions
        )
        self._runs = RunFlow(window, late, self._person_now, wall=edges.wall, changes=self._changes)
        self._mornings = MorningFlow(window, late, self._look, edges=edges, changes=self._changes)
        self._ices = IceFlow(window, late, self._look, edges=edges, changes=self._changes)
        self._reviews = ReviewFlow(window, late, self._look, edges=edges, changes=self._changes)
        self._advising = Advising(window, late, folder, self._person, wall=edges.wall, exercises=exercises)
        self._connect_diary()
        self._connect_advice()
        self._connect_window()

    def _connect_window(self) -> None:
        window, late = self._window, self._late
        self._answers = TodayAnswers(window, late, self._person, changes=self._changes)
        window.shell.add_page(TODAY, self._make_today)
        window.shell.add_page(ROUTINES, self._make_routines)
        window.shell.add_page(SETTINGS, self._make_settings)
        window.painted.connect(late.prepare)
        window.full_screen_changed.connect(self._keep_full_screen)
        window.came_back.connect(self._look_at_the_day)
        late.failed.connect(self._say)

    def _connect_diary(self) -> None:
        self._changes.settings.connect(self._dress)
        # Before the pages are made, which then ask who it is now
        self._changes.person.connect(self._forget_person)
        self._diary.run_requested.connect(self._runs.open)
        self._diary.run_on_requested.connect(self._runs.open_run_on)
        self._diary.activity_on_requested.connect(self._runs.open_activity_on)
        self._diary.shoes_requested.connect(self._runs.open_shoes)
        self._diary.review_requested.connect(self._reviews.show_from_diary)
        self._plan = PlanFlow(self._window, self._late, self._person_now, wall=self._edges.wall, changes=self._changes)
        self._returning = ReturnFlow(
            self._window, self._late, self._look, edges=self._edges, changes=self._changes,
            sessions=self._sessions, runs=self._runs, warm_up=self._routines[SHORT_WARM_UP],
        )  # fmt: skip
        imports = ImportFlow(
            self._window, self._late, self._person_now, wall=self._edges.wall, changes=self._changes, files=self._files
        )
        self._diary.import_requested.connect(imports.open)
        self._runs.import_requested.connect(imports.open)
        imports.added.connect(self._diary.show_entry)

    def _connect_advice(self) -> None:
        advice = AdviceFlow(
            self._window, self._advising, self._person_now, wall=self._edges.wall, changes=self._changes
        )
        advice.entry_requested.connect(self._diary.open_entry)
        self._doctor = DoctorFlow(self._window, self._late, self._person_now, wall=self._edges.wall)
        advice.doctor_requested.connect(self._doctor.show)
        advice.plan_requested.connect(self._plan.show_from_advice)
        advice.stages_requested.connect(self._returning.show_return)
        self.advice_requested.connect(advice.show)

    def begin(self, opening: Opening | None = None) -> None:
        """Today, or first run when nobody has accepted the safety statement yet; then where `opening` leads."""
        self._opening = opening
        if self._glance is None and (self._folder / DATABASE).exists():
            # An older KneeCoach kept it: opening brings it up to date, and then there is something to look at
            self._look_after_opening()
        person = self._person()
        if person is not None and person.safety_accepted:
            self._go_to_today()
        else:
            self._first_run(person or Person(uuid4()))

    def _go_to_today(self) -> None:
        self._window.end_flow()
        opening, self._opening = self._opening, None
        if opening is not None and opening.returning:
            self._returning.show_return()
        elif opening is not None:
            self._sessions.open_at(opening)
        else:
            self._mornings.ask(self._glance)

    def _person(self) -> Person | None:
        return self._glance.person if self._glance else None

    def _person_now(self) -> Person | None:
        """Looked at once until it is changed: every page of the diary asks for it, several times."""
        if self._known is None and (found := self._look()):
            self._known = found.person
        return self._known

    def _forget_person(self) -> None:
        self._known = None

    def _whose(self) -> UUID:
        person = self._person_now()
        assert person is not None, "nobody has a diary before first run"
        return person.id

    def _look(self) -> Glance | None:
        self._glance = glance(self._folder, self._edges.wall()) or self._glance
        return self._glance

    def _make_today(self) -> QWidget:
        glance = self._glance or self._look_after_opening()
        page = TodayPage(
            glance,
            self._look,
            wall=self._edges.wall,
            exercises=self._exercises,
            routines=self._routines,
            changes=self._changes,
        )
        page.start_requested.connect(self._sessions.start)
        page.check_in_requested.connect(self._sessions.check_in_again)
        page.go_on_requested.connect(self._sessions.go_on)
        if glance is not None and glance.open_session is not None:
            self._sessions.expect_going_on(page)
        page.close_requested.connect(self._sessions.close_left)
        page.session_requested.connect(self._sessions.show_session)
        page.seen_requested.connect(self._answers.keep_seen)
        page.lacking_changed.connect(self._answers.keep_lacking)
        page.review_requested.connect(self._reviews.show_from_today)
        page.advice.summary_requested.connect(self._doctor.show)
        page.week.plan_requested.connect(self._plan.show)
        page.advice_requested.connect(self.advice_requested)
        page.advice_wanted.connect(self._advising.wish)
        self._advising.found.connect(page.show_advice)
        self._advising.failed.connect(page.advice.show_trouble)
        self._advising.wish()
        page.quick.pain_requested.connect(self._window.shell.pain_requested)
        page.quick.run_requested.connect(self._window.shell.run_requested)
        page.quick.ice_requested.connect(self._window.shell.ice_requested)
        return page

    def _look_after_opening(self) -> Glance:
        self._late.get()
        found = self._look()
        assert found is not None, "an open store has a newest database"
        return found

    def _make_settings(self) -> QWidget:
        from kneecoach.ui.pages.settings_page import SettingsPage

        store = self._late.get()
        return SettingsPage(
            store,
            self._folder,
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
            Library(self._exercises, self._routines, self._sessions.movement),
            wall=self._edges.wall,
            changes=self._changes,
            notice=self._window.notice,
        )
        page.start_requested.connect(self._start_listed)
        page.exercise_requested.connect(self._exercise_flow.show_exercise)
        page.list.return_requested.connect(self._returning.show_return)
        return page

    def _start_listed(self, routine: Routine) -> None:
        """As it was chosen, unless a session waits to be gone on with: that is asked on Today."""
        self._sessions.open_at(Opening(routine, whole=True))
        if self._window.flow is None:
            self._window.shell.show_page(TODAY)

    def _first_run(self, person: Person) -> None:
        from kneecoach.ui.pages.first_run_page import FirstRunPage

        length = plan(self._routines[WARM_UP], self._exercises).minutes
        page = FirstRunPage(person, length, this_year=self._edges.wall().year)
        page.finished.connect(self._introduce)
        self._window.show_flow(page)

    def _introduce(self, person: Person, answers: dict[Flag, bool]) -> None:
        from kneecoach.coaching import people

        def keep() -> None:
            people.introduce(self._late.get(), person, answers, self._edges.wall())
            self._look()
            self._changes.person.emit()
            self._go_to_today()

        self._try(keep)

    def _keep_full_screen(self, full: bool) -> None:  # noqa: FBT001
        from kneecoach.coaching import people

        def keep() -> None:
            if self._glance is not None:
                people.change_settings(self._late.get(), window_full_screen=full)
                self._changes.settings.emit()

        self._try(keep)

    def _dress(self) -> None:
        before = self._glance.settings if self._glance else None
        found = self._look()
        app = QApplication.instance()
        if found is not None and isinstance(app, QApplication):
            if before is None or before.theme is not found.settings.theme:
                apply_theme(app, found.settings.theme)
            tune(self._edges, before, found.settings)

    def _look_at_the_day(self) -> None:
        if self._window.flow is None and isinstance(page := self._window.shell.page(TODAY), TodayPage):
            page.refresh_if_old()

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence; the page stays."""
        try:
            act()
        except KneeCoachError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        self._window.notice().say(sentence)
