"""Leads from page to page: first run, Today, and what the whole window follows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Person
from kneecoach.domain.routine import Routine
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import WARM_UP
from kneecoach.storage.glance import Glance
from kneecoach.storage.revision import DATABASE
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.last_glance import LastGlance
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.today_page import TodayPage
from kneecoach.ui.shell import TODAY
from kneecoach.ui.theme import apply_theme
from kneecoach.ui.tuning import tune

if TYPE_CHECKING:
    from kneecoach.ui.areas import Areas
    from kneecoach.ui.opening import Opening

# Whatever is not Today is imported when it is first needed: the first paint needs Today alone
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
        self._last = LastGlance(folder, late, first, wall=edges.wall)
        self._changes = Changes(self)
        self._made: Areas | None = None
        self._today: TodayPage | None = None
        self._opening: Opening | None = None
        self._changes.settings.connect(self._dress)
        # Before the pages are made, which then ask who it is now
        self._changes.person.connect(self._last.forget_person)
        window.shell.add_page(TODAY, self._make_today)
        window.shell.more_wanted.connect(self._areas)
        window.painted.connect(self._go_on_after_paint)
        window.full_screen_changed.connect(self._keep_full_screen)
        window.came_back.connect(self._look_at_the_day)
        late.opened.connect(self._areas)
        late.failed.connect(self._say)

    def begin(self, opening: "Opening | None" = None) -> None:
        """Today, or first run when nobody has accepted the safety statement yet; then where `opening` leads."""
        self._opening = opening
        if self._last.found is None and (self._folder / DATABASE).exists():
            self._last.look_after_opening()
        person = self._last.person()
        if person is not None and person.safety_accepted:
            self._go_to_today()
        else:
            self._first_run(person or Person(uuid4()))

    def _go_on_after_paint(self) -> None:
        self._areas().imports.listen()
        self._late.prepare()

    def _areas(self) -> "Areas":
        if self._made is None:
            from kneecoach.ui.areas import Areas

            self._made = Areas(
                self._window,
                self._late,
                self._last,
                edges=self._edges,
                exercises=self._exercises,
                routines=self._routines,
                changes=self._changes,
            )
            if self._today is not None:
                self._made.follow(self._today)
        return self._made

    def _go_to_today(self) -> None:
        self._window.end_flow()
        opening, self._opening = self._opening, None
        found = self._last.found
        if opening is not None and opening.returning:
            self._areas().returning.show_return()
        elif opening is not None:
            self._areas().sessions.open_at(opening)
        elif found is not None and found.waiting.morning is not None:
            self._areas().mornings.ask(found)

    def _make_today(self) -> QWidget:
        self._today = TodayPage(
            self._last.found or self._last.look_after_opening(),
            self._last.look,
            wall=self._edges.wall,
            exercises=self._exercises,
            routines=self._routines,
            changes=self._changes,
        )
        if self._made is not None:
            self._made.follow(self._today)
        return self._today

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
            self._last.look()
            self._changes.person.emit()
            self._go_to_today()

        self._try(keep)

    def _keep_full_screen(self, full: bool) -> None:  # noqa: FBT001
        from kneecoach.coaching import people

        def keep() -> None:
            if self._last.found is not None:
                people.change_settings(self._late.get(), window_full_screen=full)
                self._changes.settings.emit()

        self._try(keep)

    def _dress(self) -> None:
        before = self._last.found.settings if self._last.found else None
        found = self._last.look()
        app = QApplication.instance()
        if found is not None and isinstance(app, QApplication):
            if before is None or before.theme is not found.settings.theme:
                apply_theme(app, found.settings.theme)
            tune(self._edges, before, found.settings)

    def _look_at_the_day(self) -> None:
        if self._window.flow is None and self._today is not None:
            self._today.refresh_if_old()

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence; the page stays."""
        try:
            act()
        except KneeCoachError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        self._window.notice().say(sentence)
