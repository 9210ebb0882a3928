"""The cards of the weekly review."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.pages.review_next import NextRow
from kneecoach.ui.pages.review_words import Weeks, sure
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.needle_row import NeedleRow, RowSaid
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.seven_words import NAME, SevenWords
from kneecoach.ui.widgets.sure_scale import COMPLETELY, NOT_AT_ALL, SureScale
from kneecoach.ui.widgets.text import Label, Role, Tone


class Mark(QWidget):
    """The colour of a week, beside its name."""

    def __init__(self, colour: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(3, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), getattr(tokens_of(self), self._colour))


class WeekCompared(Card):
    """The rows of the week, one below the other."""

    def __init__(self, said: Sequence[RowSaid], weeks: Weeks, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 6), parent=parent)
        self.body.setSpacing(0)
        self.body.addLayout(self._head(weeks))
        self.body.addSpacing(8)
        self.rows: list[NeedleRow] = []
        for one in said:
            self.body.addWidget(Hairline(parent=self))
            row = NeedleRow(parent=self)
            row.show_row(one)
            self.rows.append(row)
            self.body.addWidget(row, 1)
        self._align()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._align()
        return super().event(event)

    def _align(self) -> None:
        value_px, was_px = (max(widths) for widths in zip(*(row.columns() for row in self.rows), strict=True))
        for row in self.rows:
            row.set_columns(value_px, was_px)

    def _head(self, weeks: Weeks) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(f"{_capital(weeks.this)} against {weeks.last}", Role.H3, wrap=True, parent=self), 1)
        for colour, name in (("accent", weeks.this), ("line2", weeks.last)):
            head.addSpacing(10)
            head.addWidget(Mark(colour, parent=self))
            head.addWidget(Label(_capital(name), Role.SMALL, Tone.INK2, parent=self))
        return head


class WordsCard(Card):
    """The first question."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 18), parent=parent)
        self.answer = SevenWords(parent=self)
        self.body.setSpacing(10)
        self.body.addWidget(Label(NAME, Role.H3, wrap=True, parent=self))
        self.body.addWidget(self.answer)


class SureCard(Card):
    """The second question."""

    def __init__(self, weeks: Weeks, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 16), parent=parent)
        self.answer = SureScale(name=sure(weeks), parent=self)
        self.body.setSpacing(0)
        self.body.addWidget(Label(sure(weeks), Role.H3, wrap=True, parent=self))
        self.body.addSpacing(14)
        self.body.addWidget(self.answer)
        self.body.addSpacing(8)
        ends = QHBoxLayout()
        ends.addWidget(Label(NOT_AT_ALL, Role.SMALL, Tone.INK2, parent=self))
        ends.addStretch(1)
        ends.addWidget(Label(COMPLETELY, Role.SMALL, Tone.INK2, parent=self))
        self.body.addLayout(ends)


class NextWeek(Card):
    """What is true of the week after."""

    def __init__(self, rows: Sequence[NextRow], weeks: Weeks, *, foot: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 14), parent=parent)
        self.body.setSpacing(0)
        self.body.addWidget(Label(_capital(weeks.next), Role.H3, wrap=True, parent=self))
        self.body.addSpacing(8)
        for row in rows:
            self.body.addWidget(Hairline(parent=self))
            self.body.addLayout(self._row(row))
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(10)
        self.body.addWidget(Label(foot, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.body.addStretch(1)

    def _row(self, row: NextRow) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Label(row.title, Role.H3, wrap=True, parent=self))
        said.addWidget(Label(row.detail, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        line = QHBoxLayout()
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(14)
        line.addWidget(Icon(row.icon, 20, Tone.INK2, parent=self))
        line.addLayout(said, 1)
        return line


def _capital(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"
