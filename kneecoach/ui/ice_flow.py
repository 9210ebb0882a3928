"""Leads to the ice timer and from it to the diary."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import ABOVE, DIARY, ROUTINES, SETTINGS, TODAY
from kneecoach.ui.tuning import switch_as_set

if TYPE_CHECKING:
    from kneecoach.coaching.ice import BeforeIce
    from kneecoach.domain.ice import Ice
    from kneecoach.ui.pages.ice_page import IcePage

# The pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

BACK = {TODAY: "Today", DIARY: "Diary", ROUTINES: "Routines", SETTINGS: "Settings"}
TAKEN_BACK = "The ice was taken out of the diary."


class IceFlow(QObject):
    """First what to know and to set, then the timer, then back to where it was asked for."""

    def __init__(
        self, window: MainWindow, late: LateStore, look: Callable[[], Glance | None], *, edges: Edges, changes: Changes
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look = window, late, look
        self._edges, self._changes = edges, changes
        self._back_to = TODAY
        self._page: IcePage | None = None
        window.shell.ice_requested.connect(self.open)
        window.flow_left.connect(self._let_go)

    def open(self) -> None:
        """What to know before the ice, from whatever page is shown; not while something else has the window."""
        if self._window.flow is None:
            self._back_to = self._window.shell.current() or TODAY
            self._try(self._show_before)

    def _show_before(self) -> None:
        from kneecoach.coaching import ice
        from kneecoach.ui.pages.ice_before_page import IceBeforePage

        found = self._look()
        if found is None or found.person is None:
            return
        person = found.person
        switch_as_set(self._edges, found.settings)
        known = ice.before(self._late.get(), person.id, self._edges.wall())
        back = BACK[ABOVE.get(self._back_to, self._back_to)]
        page = IceBeforePage(known, wall=self._edges.wall, back=back)
        page.start_requested.connect(
            lambda minutes, cloth, past: self._try(lambda: self._start(person, known, minutes, cloth=cloth, past=past))
        )
        page.back_requested.connect(self._leave)
        self._window.show_flow(page)
        # What speaks may take seconds to answer
        self._edges.voice.open()

    def _start(self, person: Person, known: "BeforeIce", minutes: int, *, cloth: bool, past: bool) -> None:
        from kneecoach.coaching import people
        from kneecoach.domain.ice_timer import IceTimer
        from kneecoach.ui.pages.ice_clock import IceClock
        from kneecoach.ui.pages.ice_page import IcePage

        if not known.asked:
            people.change_person(self._late.get(), person.id, may_ice=True)
            self._changes.person.emit()
        found = self._look()
        edges = self._edges
        clock = IceClock(
            IceTimer(minutes, past_caution=past),
            self._late.get(),
            person.id,
            cloth=cloth,
            now=edges.now,
            wall=edges.wall,
        )
        page = IcePage(
            clock,
            known.pain,
            sounds=edges.sounds,
            voice=edges.voice,
            awake=edges.awake if found is None or found.settings.keep_awake else None,
        )
        page.ended.connect(lambda: self._after(person, page))
        self._page = page
        self._window.show_flow(page)

    def _let_go(self, left: QWidget) -> None:
        """However another page came to take its place, what was done is kept."""
        if self._page is not None and left is self._page:
            self._page.put_away()
            self._page = None

    def _leave(self) -> None:
        self._window.end_flow(self._back_to)

    def _after(self, person: Person, page: "IcePage") -> None:
        from kneecoach.ui.pages import ice_words

        kept, unanswered = page.clock.kept, page.clock.unanswered
        self._leave()
        if kept is None:
            self._window.notice().tell(ice_words.TOO_SHORT)
            return
        self._changes.diary.emit()
        undo = lambda: self._try(lambda: self._take_back(person, kept))  # noqa: E731
        self._window.notice().offer_undo(ice_words.kept(kept.minutes, unanswered), undo)

    def _take_back(self, person: Person, ice: "Ice") -> None:
        from kneecoach.coaching import diary
        from kneecoach.domain.bin_kind import Kind

        diary.delete(self._late.get(), person.id, Kind.ICE, ice.id, self._edges.wall())
        self._changes.diary.emit()
        self._window.notice().tell(TAKEN_BACK)

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence; the page stays."""
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
