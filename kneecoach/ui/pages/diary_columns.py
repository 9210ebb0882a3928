"""The three columns of the diary: month, timeline, and entry."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kneecoach.domain.diary import Entry, Period
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.support import SupportUsed
from kneecoach.ui.pages.diary_entry_panel import EntryPanel
from kneecoach.ui.pages.diary_month import MonthCard
from kneecoach.ui.pages.diary_more import MonthMore
from kneecoach.ui.pages.diary_rows import Read
from kneecoach.ui.pages.diary_timeline import Timeline
from kneecoach.ui.pages.diary_words import Shown, Terms
from kneecoach.ui.pages.pain_entry_panel import PainPanel
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.buttons import SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Card
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.month_calendar import MonthCalendar
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

LEFT_PX, NARROW_LEFT_PX, RIGHT_PX, NARROW_RIGHT_PX, NARROW_BELOW_PX = 276, 256, 312, 280, 1_000
GUTTER_PX = 16
FIRST_ENTRY = "Your first entry appears here"
NO_SUCH = {
    Shown.ALL: "",
    Shown.PAIN: "No pain noted.",
    Shown.RUNS: "No runs noted.",
    Shown.WARM_UPS: "No sessions yet.",
}


class DiaryColumns(QObject):
    """Builds the page and shows what it is told; the panel of pain with its knees is made when it is first needed."""

    panel_made = Signal(object)

    def __init__(self, read: Read, wall: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(page)
        self._wall, self._page = wall, page
        self.pain: PainPanel | None = None
        self._terms = Terms()
        self.log_pain = SecondaryButton("Log pain", icon="plus", key="P", parent=page)
        self.log_run = SecondaryButton("Log run", icon="plus", key="R", parent=page)
        self.ice = SecondaryButton("Ice timer", icon="ice", key="I", parent=page)
        self.first_pain = SecondaryButton("Log pain", icon="plus", size=Size.SMALL, parent=page)
        self.first_run = SecondaryButton("Log run", icon="plus", size=Size.SMALL, parent=page)
        self.calendar = MonthCalendar(wall().date(), parent=page)
        self.month = MonthCard(parent=page)
        self.filter = Segmented([(one, one.value) for one in Shown], name="Shown", compact=True, parent=page)
        self.filter.set_value(Shown.ALL)
        self.timeline = Timeline(read, parent=page)
        self._nothing = Label("", Role.BODY, Tone.INK2, wrap=True, parent=page)
        self.month_more = MonthMore(parent=page)
        self.other = EntryPanel(wall, parent=page)
        self._lay_out()
        self.calendar.day_chosen.connect(self._show_day)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Heading("Diary", parent=self._page), 1)
        head.addWidget(self.log_pain)
        head.addWidget(self.log_run)
        head.addWidget(self.ice)
        self._right = QStackedWidget(self._page)
        self._right.addWidget(self.month_more)
        self._right.addWidget(self.other)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left_column())
        row.addWidget(self._middle_column(), 1)
        row.addSpacing(GUTTER_PX)
        row.addWidget(self._right)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _left_column(self) -> QWidget:
        card = Card(margins=(14, 10, 14, 12), parent=self._page)
        card.body.addWidget(self.calendar)
        inside = Area()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(self.month, 1)
        # The bar lies in the gutter
        self._left = SteadyScrolled(inside, margin_px=GUTTER_PX, parent=self._page)
        self._left.setFixedWidth(LEFT_PX + GUTTER_PX)
        return self._left

    def _middle_column(self) -> QWidget:
        card = Card(margins=(12, 14, 12, 12), parent=self._page)
        held = QHBoxLayout()
        held.setContentsMargins(12, 0, 0, 0)
        held.addWidget(self.filter)
        held.addStretch(1)
        self._empty = QWidget(card)
        self._buttons = QWidget(self._empty)
        flow = FlowLayout(self._buttons, gap_px=8)
        flow.addWidget(self.first_pain)
        flow.addWidget(self.first_run)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(12, 16, 12, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        column.addWidget(self._buttons)
        column.addStretch(1)
        card.body.addLayout(held)
        card.body.addWidget(self.timeline, 1)
        card.body.addWidget(self._empty, 1)
        return card

    def fit(self, width_px: int) -> None:
        """The columns for a page of this width."""
        narrow = width_px < NARROW_BELOW_PX
        self._right.setFixedWidth(NARROW_RIGHT_PX if narrow else RIGHT_PX)
        self._left.setFixedWidth((NARROW_LEFT_PX if narrow else LEFT_PX) + GUTTER_PX)

    def shown(self) -> Shown:
        value = self.filter.value()
        return value if isinstance(value, Shown) else Shown.ALL

    def begin(self, day: date, today: date, terms: Terms) -> None:
        """The timeline around a day."""
        self._terms = terms
        self.timeline.show_days(day, today, terms, self.shown())
        self._show_emptiness()

    def begin_again(self, today: date, terms: Terms) -> None:
        """The same days read again."""
        self._terms = terms
        self.timeline.show_again(today, terms, self.shown())
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        empty = self.timeline.rows().rowCount() == 0
        everything = self.shown() is Shown.ALL
        self.timeline.setVisible(not empty)
        self._empty.setVisible(empty)
        self._nothing.setText(FIRST_ENTRY if everything else NO_SUCH[self.shown()])
        self._buttons.setVisible(everything)

    def show_month(self, month: date, today: date, entries: Sequence[Entry], period: Period, units: Units) -> None:
        self.month.show_month(month, today, period, units)
        self.month_more.show_month(month, today, entries, units)
        self._show_day()

    def _show_day(self, _day: object = None) -> None:
        self.month_more.adding.show_day(self.calendar.day(), self._wall().date())

    def _panel(self) -> PainPanel:
        if self.pain is None:
            self.pain = PainPanel(self._wall, parent=self._page)
            self._right.addWidget(self.pain)
            self.panel_made.emit(self.pain)
        return self.pain

    def show_pain(self, entry: PainEntry, support: SupportUsed | None) -> None:
        panel = self._panel()
        panel.show_entry(entry)
        panel.show_support(support)
        self._right.setCurrentWidget(panel)

    def show_new_pain(self, entry: PainEntry, support: SupportUsed | None = None) -> None:
        panel = self._panel()
        panel.show_support(support)
        self._right.setCurrentWidget(panel)
        panel.show_new(entry)

    def show_other(self, entry: Entry) -> None:
        self.other.show_entry(entry, self._terms)
        self._right.setCurrentWidget(self.other)

    def show_no_entry(self) -> None:
        self._show_day()
        self._right.setCurrentWidget(self.month_more)

    def shows_entry(self) -> bool:
        return self._right.currentWidget() is not self.month_more
