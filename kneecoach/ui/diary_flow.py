"""Leads to the diary and from it: log pain and log run from anywhere, sessions, and the bin."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.ui.aside import Aside
from kneecoach.ui.changes import Changes
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.session_flow import SessionFlow
from kneecoach.ui.shell import DIARY

if TYPE_CHECKING:
    from kneecoach.coaching.imports import TakenIn
    from kneecoach.storage.database import Store
    from kneecoach.ui.dialogs.bin import BinDialog
    from kneecoach.ui.pages.diary_book import Book
    from kneecoach.ui.pages.diary_page import DiaryPage

# The page and what it needs are imported when it is first shown: the first paint needs Today alone
# ruff: noqa: PLC0415


class DiaryFlow(QObject):
    """One page, made when the diary is first looked at."""

    run_requested = Signal(object)
    """A Run or an Activity to change, or None for a new run."""
    run_on_requested = Signal(object)
    """The day of a new run."""
    activity_on_requested = Signal(object)
    shoes_requested = Signal()
    review_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        sessions: SessionFlow,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._person, self._wall = window, late, person, wall
        self._changes, self._sessions = changes, sessions
        self._page: DiaryPage | None = None
        self._book: Book | None = None
        self._bin: BinDialog | None = None
        self._closed = False
        self._aside = Aside(parent=self)
        self._aside.done.connect(self._done)
        self._aside.refused.connect(self._refused)
        window.closed.connect(self._close_down)
        window.shell.add_page(DIARY, self._make)
        window.shell.pain_requested.connect(self.log_pain)
        window.shell.run_requested.connect(self.log_run)

    def log_pain(self) -> None:
        """A new entry at the last place, wherever the person is."""
        if self._window.flow is not None:
            return
        try:
            if self._window.shell.current() != DIARY:
                self._window.go_to(DIARY)
            if self._page is not None:
                self._page.log_pain()
        except KneeCoachError as error:
            self._window.notice().say(str(error))

    def log_run(self) -> None:
        """A new run, wherever the person is."""
        if self._window.flow is None:
            self.run_requested.emit(None)

    def show_entry(self, newest: tuple[date, UUID]) -> None:
        """The diary stands at this entry of that day."""
        day, entry_id = newest
        if self._page is not None:
            self._page.calendar.choose(day)
            self._page.timeline.go_to(entry_id)

    def open_entry(self, entry: tuple[date, UUID]) -> None:
        """Go to the diary, to this entry of that day."""
        self._window.go_to(DIARY)
        self.show_entry(entry)

    def _make(self) -> QWidget:
        from kneecoach.ui.pages.diary_book import Book
        from kneecoach.ui.pages.diary_page import DiaryPage

        self._book = Book(self._late.get(), self._person)
        page = DiaryPage(self._book, wall=self._wall, changes=self._changes, notice=self._window.notice)
        page.run_requested.connect(self.run_requested)
        page.run_on_requested.connect(self.run_on_requested)
        page.activity_on_requested.connect(self.activity_on_requested)
        page.shoes_requested.connect(self.shoes_requested)
        page.session_requested.connect(self._show_session)
        page.bin_requested.connect(self.open_bin)
        page.ice_requested.connect(self._window.shell.ice_requested)
        page.review_requested.connect(self.review_requested)
        page.columns.month.imports.clicked.connect(self.import_requested)
        self._page = page
        return page

    def _show_session(self, session_id: UUID) -> None:
        self._sessions.show_session(session_id, page=DIARY)

    def open_bin(self) -> None:
        """What was deleted, changed or imported in the last 30 days."""
        from kneecoach.ui.dialogs.bin import BinDialog

        dialog = BinDialog(self._wall(), parent=self._window)
        dialog.put_back_requested.connect(self._put_back)
        dialog.take_back_requested.connect(self._take_back)
        dialog.import_requested.connect(self._import_again)
        self._bin = dialog
        if self._fill_bin():
            dialog.open()
            if self._aside.busy:
                dialog.wait()

    def _fill_bin(self) -> bool:
        from kneecoach.coaching import diary, imports

        assert self._book is not None, "its page was made"
        person, store, now = self._book.person(), self._book.store, self._wall()
        try:
            found = () if person is None else diary.binned(store, person, now)
            came = () if person is None else imports.imported(store, person, now)
            gone = () if person is None else imports.taken_back(store, person, now)
            if self._bin is not None:
                self._bin.show_binned(found, self._book.terms(), (*came, *gone))
        except KneeCoachError as error:
            self._window.notice().say(str(error))
            return False
        return True

    def _put_back(self, bin_id: UUID) -> None:
        if self._page is not None and self._page.keeping.put_back(bin_id):
            self._changes.sessions.emit()
            self._fill_bin()

    def _take_back(self, taken: "TakenIn") -> None:
        from kneecoach.coaching import imports

        now = self._wall()
        self._beside(lambda store, person: imports.undo(store, person, taken, now))

    def _import_again(self, kept: UUID) -> None:
        from kneecoach.coaching import imports

        now = self._wall()
        self._beside(lambda store, person: imports.put_back(store, person, kept, now))

    def _beside(self, act: "Callable[[Store, UUID], None]") -> None:
        """Thousands of runs would hold up the window."""
        assert self._book is not None, "its page was made"
        store, person = self._book.store, self._book.person()
        if person is None or self._bin is None:
            return
        self._bin.wait()
        self._aside.begin(lambda: act(store, person))

    def _done(self) -> None:
        if not self._closed:
            self._changes.diary.emit()
            # A diary brings sessions too
            self._changes.sessions.emit()
            self._fill_bin()

    def _refused(self, why: str) -> None:
        if not self._closed:
            self._window.notice().say(why)
            self._fill_bin()

    def _close_down(self) -> None:
        self._closed = True
        self._aside.wait()
