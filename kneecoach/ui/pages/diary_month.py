"""The month in numbers: how far, how it hurt, and what the signs of the calendar mean."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.diary import Entry, Period, day_of, period_of
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import UNIT_M, UNIT_WORDS, distance_words
from kneecoach.domain.session_record import SessionRecord
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import MONTHS

NUMBER_PX = 36
UNKNOWN = "–"
HINT = "Choose an entry to see or change it. N writes one for the chosen day."


def month_title(month: date, today: date) -> str:
    """ "November so far" while it lasts, else "October", with its year when it is another one."""
    name = MONTHS[month.month - 1]
    if (month.year, month.month) == (today.year, today.month):
        return f"{name} so far"
    return name if month.year == today.year else f"{name} {month.year}"


class RunSign(QWidget):
    """The bar of a run, as in the calendar."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(24, 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), tokens_of(self).ink2)


class UprightLine(QWidget):
    """Between two numbers."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), tokens_of(self).line)


class BigFigure(QWidget):
    """A large number and what it counts."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = Label("", Role.METRIC, parent=self)
        self._words = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_figure(self, number: str, words: str) -> None:
        scale = tokens_of(self).text_scale
        self._number.set_size_px(NUMBER_PX * scale)
        self._number.setText(number)
        self._number.setAccessibleName(f"{number} {words}" if number != UNKNOWN else f"Not known: {words}")
        self._words.setText(words)


class MonthCard(Card):
    """Below the calendar."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 16, 18, 16), parent=parent)
        self.title = Label("", Role.H3, wrap=True, parent=self)
        self.run = BigFigure(parent=self)
        self.pain = BigFigure(parent=self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.run, 1)
        row.addWidget(UprightLine(parent=self))
        row.addWidget(self.pain, 1)
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.body.addSpacing(4)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(2)
        self._legend(PainSwatch(3, size_px=20, parent=self), "Highest pain that day")
        self._legend(RunSign(parent=self), "Run, longer means further")
        self.body.addStretch(1)
        self.review = LinkButton("Weekly review", parent=self)
        self.body.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.bin = LinkButton("Deleted and changed", parent=self)
        self.body.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _legend(self, sign: QWidget, words: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(sign)
        line.addWidget(Label(words, Role.SMALL, wrap=True, parent=self), 1)
        self.body.addLayout(line)

    def show_month(self, month: date, today: date, period: Period, units: Units) -> None:
        self.title.setText(month_title(month, today))
        runs = f"{period.runs} run" if period.runs == 1 else f"{period.runs} runs"
        self.run.show_figure(f"{period.run_m / UNIT_M[units]:.1f}", f"{UNIT_WORDS[units]} in {runs}")
        average = period.average_pain
        self.pain.show_figure(UNKNOWN if average is None else f"{average:.1f}", "average pain")


class MonthMore(Card):
    """At the right while no entry is chosen."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 16), parent=parent)
        self.title = Label("", Role.H3, wrap=True, parent=self)
        self._held = QVBoxLayout()
        self._held.setSpacing(0)
        self._rows: dict[str, tuple[Label, QWidget]] = {}
        self.hint = Label(HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.body.addWidget(self.title)
        self.body.addLayout(self._held)
        self.body.addSpacing(4)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    def show_month(self, month: date, today: date, entries: Sequence[Entry], units: Units) -> None:
        self.title.setText(month_title(month, today))
        for words, value in month_facts(entries, units).items():
            self._row(words).setText(value)

    def _row(self, words: str) -> Label:
        if words not in self._rows:
            row = QWidget(self)
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
            self._rows[words] = value, row
        return self._rows[words][0]


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
