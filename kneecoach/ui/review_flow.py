"""Leads to the weekly review from Today and from the diary, and back."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.review import last_week
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import DIARY, TODAY

if TYPE_CHECKING:
    from kneecoach.domain.review import WeeklyReview
    from kneecoach.ui.pages.review_page import Answers

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

KEPT, TAKEN_BACK = "The review is kept.", "The review is as it was before."
LEFT = "What was answered was not kept."
NAMES = {TODAY: "Today", DIARY: "Diary"}


class ReviewFlow(QObject):
    """Offered, never forced: it is shown only when somebody asks for it."""

    def __init__(
        self, window: MainWindow, late: LateStore, look: Callable[[], Glance | None], *, edges: Edges, changes: Changes
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look = window, late, look
        self._edges, self._changes = edges, changes

    def show_from_today(self) -> None:
        """The week that waits to be looked back at."""
        self.show(TODAY)

    def show_from_diary(self) -> None:
        """The newest week that is over."""
        self.show(DIARY)

    def show(self, page: str, monday: date | None = None) -> None:
        """A week, the newest one that is over when none is named; afterwards back to `page`."""
        found = self._look()
        person = found.person if found is not None else None
        if person is not None:
            week = monday if monday is not None else last_week(self._edges.wall())
            self._try(lambda: self._show(person.id, week, page))

    def _show(self, person: UUID, week: date, page: str, answers: "Answers | None" = None) -> None:
        from kneecoach.ui.pages.review_page import ReviewPage

        shown = ReviewPage(self._late.get(), person, week, wall=self._edges.wall, back=NAMES.get(page, NAMES[TODAY]))
        shown.back_requested.connect(lambda: self._leave(person, week, page))
        shown.saved.connect(lambda before: self._after_saved(person, week, before, page))
        self._window.show_flow(shown)

        if answers is not None:
            shown.show_answers(answers)

    def _leave(self, person: UUID, week: date, page: str) -> None:
        """Nothing is asked; what was answered can be had back while the notice stands."""
        from kneecoach.ui.pages.review_page import ReviewPage

        shown = self._window.flow
        answers = shown.answers() if isinstance(shown, ReviewPage) and shown.touched() else None
        self._window.end_flow(page)
        if answers is not None:
            undo = lambda: self._try(lambda: self._show(person, week, page, answers))  # noqa: E731
            self._window.notice().offer_undo(LEFT, undo)

    def _after_saved(self, person: UUID, week: date, before: "WeeklyReview | None", page: str) -> None:
        self._window.end_flow(page)
        self._changes.diary.emit()
        self._window.notice().offer_undo(KEPT, lambda: self._try(lambda: self._put_back(person, week, before)))

    def _put_back(self, person: UUID, week: date, before: "WeeklyReview | None") -> None:
        from kneecoach.coaching import reviews

        reviews.put_back(self._late.get(), person, week, before)
        self._changes.diary.emit()
        self._window.notice().tell(TAKEN_BACK)

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence."""
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
