"""At the right of the diary while no entry is chosen: the month, and what can be added to the day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.diary import Entry, day_of, period_of
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import distance_words
from kneecoach.domain.session_record import SessionRecord
from kneecoach.ui.pages.diary_month import UNKNOWN, month_title
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.buttons import LinkButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Card, Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import long_day

SIDE_PX = 20
HINT = "Choose an entry to see or change it."


class DayAdding(QWidget):
    """What can be added to the day on which the calendar stands, and the shoes."""

    run_requested = Signal(object)
    """Both carry the day."""
    activity_requested = Signal(object)

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = date.min
        self.title = Label("", Role.H3, wrap=True, parent=self)
        self.pain = SecondaryButton("Pain", icon="plus", key="N", size=Size.SMALL, parent=self)
        self.run = SecondaryButton("Run", icon="plus", size=Size.SMALL, parent=self)
        self.activity = SecondaryButton("Activity", icon="plus", size=Size.SMALL, parent=self)
        self.shoes = LinkButton("Shoes", parent=self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap_px=8)
        for button in (self.pain, self.run, self.activity):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(buttons)
        column.addWidget(self.shoes, 0, Qt.AlignmentFlag.AlignLeft)
        self.run.clicked.connect(self._ask_run)
        self.activity.clicked.connect(self._ask_activity)

    def show_day(self, day: date, today: date) -> None:
        """A day that is still to come is shown as today: nothing is told before it was."""
        self._day = day = min(day, today)
        name = "today" if day == today else long_day(day)
        self.title.setText(f"Add to {name}" if day.year == today.year else f"Add to {name} {day.year}")
        for button, what in ((self.pain, "pain"), (self.run, "a run"), (self.activity, "an activity")):
            button.setAccessibleName(f"Add {what} to {name}")

    def _ask_run(self) -> None:
        self.run_requested.emit(self._day)

    def _ask_activity(self) -> None:
        self.activity_requested.emit(self._day)


class MonthMore(Card):
    """The month in numbers, and the day below it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 12), parent=parent)
        inside = Area("surface")
        self.title = Label("", Role.H3, wrap=True, parent=inside)
        self.hint = Label(HINT, Role.SMALL, Tone.INK2, wrap=True, parent=inside)
        self.adding = DayAdding(parent=inside)
        self._inside = inside
        self._held = QVBoxLayout()
        self._held.setSpacing(0)
        self._rows: dict[str, Label] = {}
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE_PX, 4, SIDE_PX, 4)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._held)
        column.addWidget(self.hint)
        column.addSpacing(16)
        column.addWidget(self.adding)
        column.addStretch(1)
        self.body.addWidget(SteadyScrolled(inside, margin_px=SIDE_PX, parent=self))

    def show_month(self, month: date, today: date, entries: Sequence[Entry], units: Units) -> None:
        self.title.setText(month_title(month, today))
        for words, value in month_facts(entries, units).items():
            self._row(words).setText(value)

    def _row(self, words: str) -> Label:
        if words not in self._rows:
            row = QWidget(self._inside)
            value = Label("", Role.SMALL_BOLD, parent=row)
            line = QHBoxLayout()
            line.setContentsMargins(0, 9, 0, 9)
            line.setSpacing(12)
            line.addWidget(Label(words, Role.SMALL, Tone.INK2, wrap=True, parent=row), 1)
            line.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addLayout(line)
            column.addWidget(Hairline(parent=row))
            self._held.addWidget(row)
            self._rows[words] = value
        return self._rows[words]


def month_facts(entries: Sequence[Entry], units: Units) -> dict[str, str]:
    """What is worth knowing of a month; what nothing was said of is unknown, not 0."""
    period = period_of(entries)
    pains = [entry.score for entry in entries if isinstance(entry, PainEntry)]
    hurt = {day_of(entry) for entry in entries if isinstance(entry, PainEntry) and entry.score}
    longest = max((entry.distance_m for entry in entries if isinstance(entry, Run)), default=None)
    return {
        "Runs": str(period.runs),
        "Longest run": UNKNOWN if longest is None else distance_words(longest, units),
        "Warm-ups and routines": str(sum(isinstance(entry, SessionRecord) for entry in entries)),
        "Days with pain": str(len(hurt)) if pains else UNKNOWN,
        "Highest pain": str(max(pains)) if pains else UNKNOWN,
        "Mornings answered": str(sum(isinstance(entry, MorningCheck) for entry in entries)),
    }
