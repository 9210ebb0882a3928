"""Asks for the morning after at the start, and takes the answer back when it is undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from kneecoach.domain.errors import KneeCoachError
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kneecoach.coaching.mornings import Due
    from kneecoach.domain.morning import MorningCheck

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

TAKEN_BACK = "Taken back. The question comes again at the next start."
NOT_NOW = "The question comes once more at the next start."
STAYS_UNKNOWN = "The morning stays unknown."


class MorningFlow(QObject):
    """The glance tells whether a morning waits, so that other starts cost nothing."""

    def __init__(
        self, window: MainWindow, late: LateStore, look: Callable[[], Glance | None], *, edges: Edges, changes: Changes
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look = window, late, look
        self._edges, self._changes = edges, changes

    def ask(self, found: Glance | None) -> None:
        """Show the question that waits, if one does and no session waits to be gone on with."""
        person = found.person if found is not None else None
        if found is None or person is None or found.waiting.morning is None or found.open_session is not None:
            return
        self._try(lambda: self._ask(person.id))

    def _ask(self, person: UUID) -> None:
        from kneecoach.coaching import mornings

        due = mornings.due(self._late.get(), person, self._edges.wall())
        if due is not None:
            self._show(person, due)

    def _show(self, person: UUID, due: "Due") -> None:
        from kneecoach.ui.pages.morning_page import MorningPage

        page = MorningPage(self._late.get(), person, due, wall=self._edges.wall)
        page.saved.connect(lambda check: self._after_saved(person, check))
        page.put_off.connect(lambda: self._put_off(person, due))
        self._window.show_flow(page)

    def _after_saved(self, person: UUID, check: "MorningCheck") -> None:
        self._window.end_flow()
        self._changes.diary.emit()
        undo = lambda: self._try(lambda: self._take_back(person, check))  # noqa: E731
        self._window.notice().offer_undo(f"Kept: pain {check.pain} in the morning.", undo)

    def _take_back(self, person: UUID, check: "MorningCheck") -> None:
        from kneecoach.coaching import diary
        from kneecoach.domain.bin_kind import Kind

        diary.delete(self._late.get(), person, Kind.MORNING, check.id, self._edges.wall())
        self._changes.diary.emit()
        self._window.notice().tell(TAKEN_BACK)

    def _put_off(self, person: UUID, due: "Due") -> None:
        self._window.end_flow()
        self._try(lambda: self._wave(person, due))

    def _wave(self, person: UUID, due: "Due") -> None:
        from kneecoach.coaching import mornings

        mornings.wave(self._late.get(), person, due.morning)
        found = self._look()
        asked_again = found is not None and found.waiting.morning == due.morning
        self._window.notice().tell(NOT_NOW if asked_again else STAYS_UNKNOWN)

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence; Today stays."""
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
