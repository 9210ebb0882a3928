"""Leads from page to page: first run, Today, check-in, player, summary, and Today again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Person
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.timeline import plan
from kneecoach.storage.glance import Glance, glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import SETTINGS, TODAY, MainWindow
from kneecoach.ui.pages.today_page import WARM_UP, Choice, TodayPage
from kneecoach.ui.theme import apply_theme

if TYPE_CHECKING:
    from kneecoach.domain.session import Session

# Pages are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415


class Flows(QObject):
    """Knows what follows what. Nothing here is kept: a restart begins at Today again."""

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
        self._changes = Changes(self)
        self._choice: Choice | None = None
        window.shell.add_page(TODAY, self._make_today)
        window.shell.add_page(SETTINGS, self._make_settings)
        window.painted.connect(late.prepare)
        window.full_screen_changed.connect(self._keep_full_screen)
        window.came_back.connect(self._look_at_the_day)
        late.failed.connect(self._say)
        self._changes.settings.connect(self._dress)

    def begin(self) -> None:
        """Today, or first run when nobody has accepted the safety statement yet."""
        person = self._person()
        if person is not None and person.safety_accepted:
            self._window.end_flow()
        else:
            self._first_run(person or Person(uuid4()))

    def _person(self) -> Person | None:
        return self._glance.person if self._glance else None

    def _look(self) -> Glance | None:
        self._glance = glance(self._folder) or self._glance
        return self._glance

    def _make_today(self) -> QWidget:
        page = TodayPage(
            self._glance or self._look_after_opening(),
            self._look,
            wall=self._edges.wall,
            exercises=self._exercises,
            routines=self._routines,
            changes=self._changes,
        )
        page.start_requested.connect(self._start)
        page.check_in_requested.connect(self._check_in_again)
        page.go_on_requested.connect(self._go_on)
        page.close_requested.connect(self._close_open)
        page.seen_requested.connect(self._keep_seen)
        page.session_requested.connect(self._show_session)
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
            wall=self._edges.wall,
            sounds=self._edges.sounds,
            prompts=self._edges.prompts,
            notice=self._window.notice(),
        )

    def _first_run(self, person: Person) -> None:
        from kneecoach.ui.pages.first_run_page import FirstRunPage

        length = plan(self._routines[WARM_UP], self._exercises).minutes
        page = FirstRunPage(person, length, this_year=self._edges.wall().year)
        page.finished.connect(self._introduce)
        self._window.show_flow(page)

    def _introduce(self, person: Person, flags: tuple[Flag, ...]) -> None:
        from kneecoach.coaching import people

        def keep() -> None:
            people.introduce(self._late.get(), person, flags, self._edges.wall())
            self._look()
            self._changes.person.emit()
            self._window.end_flow()

        self._try(keep)

    def _start(self, choice: Choice) -> None:
        self._choice = choice
        self._try(lambda: self._check_in(choice.routine, self._play))

    def _check_in_again(self) -> None:
        self._try(lambda: self._check_in(self._routines[WARM_UP], self._play))

    def _check_in(self, routine: Routine, then: Callable[[Routine], None]) -> None:
        from kneecoach.ui.pages.check_in_page import CheckInPage

        raise NotImplementedError(CheckInPage, routine, then)

    def _play(self, routine: Routine) -> None:
        from kneecoach.coaching import play
        from kneecoach.coaching.check_in import good_check_in

        person, store, now = self._person(), self._late.get(), self._edges.wall()
        first = self._choice.first if self._choice else plan(routine, self._exercises).sets[0].side
        check_in = good_check_in(store, person.id, now) if person else None
        timeline = plan(routine, self._exercises, first=first)
        session = play.start(store, person, timeline, now=now, check_in=check_in)
        self._changes.sessions.emit()
        self._show_player(session, check_in.pain if check_in else None)

    def _go_on(self) -> None:
        self._try(self._offer_to_go_on)

    def _offer_to_go_on(self) -> None:
        from kneecoach.coaching import play
        from kneecoach.coaching.check_in import good_check_in

        person, store = self._person(), self._late.get()
        record = play.offered(store, person)
        if record is None:
            self._changes.sessions.emit()
        elif person is not None and good_check_in(store, person.id, self._edges.wall()) is None:
            self._check_in(record.routine, lambda _routine: self._resume(record))
        else:
            self._resume(record)

    def _resume(self, record: SessionRecord) -> None:
        from kneecoach.coaching import play

        try:
            session = play.resume(self._late.get(), record, self._exercises, self._edges.wall())
        finally:
            # Refused, it was ended as stopped
            self._changes.sessions.emit()
        self._show_player(session, record.pain_before)

    def _show_player(self, session: "Session", pain_before: int | None) -> None:
        from kneecoach.ui.pages.player_page import PlayerPage
        from kneecoach.ui.ticker import Ticker

        settings = self._glance.settings if self._glance else None
        page = PlayerPage(
            Ticker(session, self._late.get(), now=self._edges.now, wall=self._edges.wall),
            changes=self._changes,
            sounds=self._edges.sounds,
            awake=self._edges.awake if settings is None or settings.keep_awake else None,
            pain_before=pain_before,
            reduced_motion=bool(settings and settings.reduced_motion),
        )
        page.ended.connect(self._show_session)
        self._window.show_flow(page)

    def _show_session(self, session_id: UUID) -> None:
        self._try(lambda: self._summary(session_id))

    def _summary(self, session_id: UUID) -> None:
        from kneecoach.ui.pages.summary_page import SummaryPage

        page = SummaryPage(
            session_id,
            self._late.get(),
            exercises=self._exercises,
            changes=self._changes,
            wall=self._edges.wall,
        )
        page.finished.connect(self._window.end_flow)
        self._window.show_flow(page)

    def _close_open(self) -> None:
        from kneecoach.coaching import play

        def close() -> None:
            store = self._late.get()
            record = play.offered(store, self._person())
            if record is not None:
                play.discard(store, record, self._edges.wall())
            self._changes.sessions.emit()

        self._try(close)

    def _keep_seen(self) -> None:
        from kneecoach.coaching import people

        def keep() -> None:
            person = self._person()
            if person is not None:
                people.seen(self._late.get(), person)
                self._changes.person.emit()
                undo = lambda: self._try(lambda: self._put_back(person))  # noqa: E731
                self._window.notice().offer_undo("Noted that you have been seen.", undo)

        self._try(keep)

    def _put_back(self, person: Person) -> None:
        from kneecoach.coaching import people

        people.change_person(self._late.get(), person)
        self._changes.person.emit()

    def _keep_full_screen(self, full: bool) -> None:  # noqa: FBT001
        from kneecoach.coaching import people

        def keep() -> None:
            if self._glance is not None:
                settings = replace(self._glance.settings, window_full_screen=full)
                people.change_settings(self._late.get(), settings)
                self._changes.settings.emit()

        self._try(keep)

    def _dress(self) -> None:
        before = self._glance.settings if self._glance else None
        found = self._look()
        app = QApplication.instance()
        if found is not None and isinstance(app, QApplication):
            if before is None or before.theme is not found.settings.theme:
                apply_theme(app, found.settings.theme)
            self._edges.sounds.set_volume(found.settings.volume)
            self._edges.sounds.unmute() if found.settings.beeps else self._edges.sounds.mute()

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
