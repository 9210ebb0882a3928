"""The diary: a calendar, everything day by day, and the entry that is chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.diary import Entry, day_of, period_of
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import Support
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.pages.diary_book import DAY, Book
from kneecoach.ui.pages.diary_columns import DiaryColumns
from kneecoach.ui.pages.diary_keeping import Keeping
from kneecoach.ui.pages.diary_words import Shown
from kneecoach.ui.pages.pain_entry_panel import PainPanel
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.knee_drawing import Spot
from kneecoach.ui.widgets.tab_order import next_stop, reading_order


class DiaryPage(Area):
    """Keeps pain itself; whoever shows it listens to its other wishes."""

    run_requested = Signal(object)
    """A Run to change, or None for a new one."""
    run_on_requested = Signal(object)
    """The day of a new run."""
    activity_on_requested = Signal(object)
    shoes_requested = Signal()
    session_requested = Signal(object)
    bin_requested = Signal()
    ice_requested = Signal()
    review_requested = Signal()

    def __init__(
        self,
        book: Book,
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        notice: Callable[[], Notice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._book, self._wall, self._notice = book, wall, notice
        self.keeping = Keeping(book, wall=wall, changes=changes, notice=notice, parent=self)
        self._chosen: Entry | None = None
        self._fresh: UUID | None = None
        self._stale = False
        self._read_on = wall().date()
        self.setAccessibleName("Diary")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.columns = DiaryColumns(book.entries, wall, self)
        self.calendar, self.timeline = self.columns.calendar, self.columns.timeline
        self._connect(changes)
        self._read_month()
        self._begin(wall().date())

    def _connect(self, changes: Changes) -> None:
        columns = self.columns
        columns.log_pain.clicked.connect(self.log_pain)
        columns.log_run.clicked.connect(self._log_run)
        columns.ice.clicked.connect(self.ice_requested)
        columns.first_pain.clicked.connect(self.log_pain)
        columns.first_run.clicked.connect(self._log_run)
        columns.month.bin.clicked.connect(self.bin_requested)
        columns.month.review.clicked.connect(self.review_requested)
        adding = columns.month_more.adding
        adding.pain.clicked.connect(self.log_pain_that_day)
        adding.run_requested.connect(self.run_on_requested)
        adding.activity_requested.connect(self.activity_on_requested)
        adding.shoes.clicked.connect(self.shoes_requested)
        columns.filter.changed.connect(self._filter)
        self.calendar.day_chosen.connect(self._go_to_day)
        self.calendar.month_shown.connect(self._read_month)
        self.timeline.chosen.connect(self._choose)
        self.timeline.opened.connect(self._open_chosen)
        self.timeline.delete_requested.connect(self.delete_chosen)
        self.keeping.restored.connect(self.timeline.stand_on)
        columns.panel_made.connect(self._connect_pain)
        columns.other.open_requested.connect(self._open_chosen)
        columns.other.delete_requested.connect(self.delete_chosen)
        columns.other.close_requested.connect(self.close_panel)
        columns.other.answered.connect(self._answer)
        for changed in (changes.diary, changes.sessions, changes.person):
            changed.connect(self.refresh)

    def _connect_pain(self, panel: PainPanel) -> None:
        panel.changed.connect(self._keep_pain)
        self.keeping.warned.connect(panel.show_warning)
        panel.support_answered.connect(self._answer_support)
        panel.other_knee.connect(self._begin_other_knee)
        panel.delete_requested.connect(self.delete_chosen)
        panel.close_requested.connect(self.close_panel)

    def chosen(self) -> Entry | None:
        """The entry that the panel shows, once it is kept."""
        return self._chosen

    def log_pain(self) -> None:
        """A new entry now, at the last place: a digit saves it."""
        self._safely(lambda: self._new_at(self._wall()))

    def log_pain_that_day(self) -> None:
        """A new entry on the day that the calendar stands on, at this time of day."""
        now = self._wall()
        day = min(self.calendar.day(), now.date())
        at = now.replace(year=day.year, month=day.month, day=day.day)
        self._safely(lambda: self._new_at(at))

    def _new_at(self, at: datetime) -> None:
        self._settle()
        entry = PainEntry(uuid4(), at, 0, *self._book.last_place())
        self._fresh, self._chosen = entry.id, None
        self.timeline.choose(None)
        self.calendar.set_day(at.date())
        self.columns.show_new_pain(entry, self._book.support_on(at.date()))

    def close_panel(self) -> None:
        """The month in numbers instead of an entry."""
        self._fresh = self._chosen = None
        self.keeping.forget_fresh()
        self.timeline.choose(None)
        self.columns.show_no_entry()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_chosen(self) -> None:
        """Into the bin; signs and injuries are only answered."""
        entry = self._chosen
        if entry is None or isinstance(entry, FlagEntry | Injury):
            return
        self._settle()
        if self.keeping.delete(entry):
            self.close_panel()

    def _settle(self) -> None:
        """What is still being written belongs to the entry that is left."""
        if self.columns.pain is not None:
            self.columns.pain.settle()
        self.keeping.forget_fresh()

    def _choose(self, entry: Entry | None) -> None:
        self._settle()
        self._chosen, self._fresh = entry, None
        if entry is None:
            self.columns.show_no_entry()
            return
        self._safely(lambda: self.calendar.set_day(day_of(entry)))
        self._safely(self._show_chosen)

    def _safely(self, act: Callable[[], object]) -> None:
        """What can't be read is said in a sentence; the page stays as it is."""
        try:
            act()
        except KneeCoachError as error:
            self._notice().say(str(error))

    def _show_chosen(self) -> None:
        entry = self._chosen
        if isinstance(entry, PainEntry):
            self.columns.show_pain(entry, self._book.support_on(day_of(entry)))
        elif entry is not None:
            self.columns.show_other(entry)

    def _open_chosen(self) -> None:
        entry = self._chosen
        if isinstance(entry, PainEntry) and self.columns.pain is not None:
            self.columns.pain.begin()
        elif isinstance(entry, SessionRecord):
            self.session_requested.emit(entry.id)
        elif entry is not None and self.columns.other.change.isVisible():
            self.run_requested.emit(entry)

    def _keep_pain(self, entry: PainEntry) -> None:
        before = self._chosen if isinstance(self._chosen, PainEntry) else None
        new = entry.id == self._fresh
        self._chosen, self._fresh = entry, None
        if not (self.keeping.keep_new(entry) if new else self.keeping.change_pain(before, entry)):
            self._chosen = before
            self._fresh = entry.id if new else None
            if before is not None and self.columns.pain is not None:
                self.columns.pain.show_entry(before)

    def _begin_other_knee(self, spot: Spot) -> None:
        if isinstance(self._chosen, PainEntry):
            entry = replace(self._chosen, id=uuid4(), side=spot[0], regions=spot[1:], entered=None)
            self._settle()
            self._fresh = entry.id
            self._keep_pain(entry)

    def _answer_support(self, what: Support, used: bool) -> None:  # noqa: FBT001 - a signal's value
        panel = self.columns.pain
        shown = panel.shown() if panel is not None else None
        if shown is not None:
            self.keeping.answer_support(self._book.support_on(shown.at.date()), shown.at, what, used=used)

    def _answer(self, closed: Closed) -> None:
        if isinstance(self._chosen, FlagEntry | Injury):
            self.keeping.answer(self._chosen, closed)

    def _log_run(self) -> None:
        self.run_requested.emit(None)

    def _filter(self, shown: object) -> None:
        assert isinstance(shown, Shown), "the filter offers nothing else"
        self._safely(lambda: self._begin(self.calendar.day()))

    def _begin(self, day: date) -> None:
        self.columns.begin(min(day, self._wall().date()), self._wall().date(), self._book.terms())
        if self._chosen is not None:
            self.timeline.choose(self._chosen.id)

    def _go_to_day(self, day: date) -> None:
        if self._chosen is not None and day_of(self._chosen) != day:
            self._settle()
            self._chosen = None
            self.timeline.choose(None)
            self.columns.show_no_entry()
        if not self.timeline.go_to_day(day):
            self._safely(lambda: self._begin(day))

    def _read_month(self, _month: object = None) -> None:
        today = self._wall().date()
        entries = self._book.month(self.calendar.month())
        self.calendar.set_days(self._book.days(entries), today)
        self.columns.show_month(self.calendar.month(), today, entries, period_of(entries), self._book.units())

    def refresh(self) -> None:
        """Read again, or when the page is next seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        try:
            self._read_month()
            self.columns.begin_again(self._wall().date(), self._book.terms())
        except KneeCoachError as error:
            self._stale = True
            self._notice().say(str(error))
            return
        self._read_on = self._wall().date()
        self._follow_chosen()

    def _follow_chosen(self) -> None:
        if self._chosen is None:
            return
        now = self.timeline.held(self._chosen.id)
        if now is None and self._fresh is None and not self._still_there(self._chosen):
            self._chosen = None
            self.columns.show_no_entry()
            return
        self._chosen = now or self._chosen
        self.timeline.choose(self._chosen.id)
        self._show_chosen()

    def _still_there(self, entry: Entry) -> bool:
        day = day_of(entry)
        return any(one.id == entry.id for one in self._book.entries(day, day + DAY))

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order: panels come and go, and Qt would put them last."""
        target = next_stop(self, reading_order(self), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
        return target is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        acts: dict[int, Callable[[], object]] = {
            keys.Key_T: lambda: self.calendar.choose(self._wall().date()),
            keys.Key_N: self.log_pain_that_day,
            keys.Key_PageUp: lambda: self.calendar.go_months(-1),
            keys.Key_PageDown: lambda: self.calendar.go_months(1),
            keys.Key_Delete: self.delete_chosen,
        }
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in acts:
            acts[event.key()]()
        elif plain and event.key() == keys.Key_Escape and self.columns.shows_entry():
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._read_on != self._wall().date():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width())
