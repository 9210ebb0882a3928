"""The month in numbers: how far, how it hurt, and what the signs of the calendar mean."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.diary import Period
from kneecoach.domain.person import Units
from kneecoach.domain.run_input import UNIT_M, UNIT_WORDS
from kneecoach.domain.tenths import tenths
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline, UprightLine
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import MONTHS

NUMBER_PX = 36
UNKNOWN = "–"


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
        super().__init__(margins=(18, 16, 18, 10), parent=parent)
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
        links = QWidget(self)
        self.review = LinkButton("Weekly review", parent=links)
        self.imports = LinkButton("Import runs", parent=links)
        self.bin = LinkButton("Deleted and changed", parent=links)
        flow = FlowLayout(links, gap_px=12)
        for link in (self.review, self.imports, self.bin):
            flow.addWidget(link)
        self.body.addWidget(links)
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
        self.pain.show_figure(UNKNOWN if average is None else tenths(average), "average pain")
