"""Beside the questions of the morning: what the answer closes and the mornings of the week, or the knee map."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.mornings import Due
from kneecoach.domain.entry_pains import Place
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.ui.pages import morning_words
from kneecoach.ui.pages.pain_entry_place import PainPlace
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.widgets.week_of_mornings import WeekOfMornings


class ClosedRow(QWidget):
    """A run or a session that the answer closes."""

    def __init__(self, icon: str, title: str, detail: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label(title, Role.H3, wrap=True, parent=self)
        self.detail = Label(detail, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.detail)
        line = QHBoxLayout()
        line.setContentsMargins(0, 9, 0, 9)
        line.setSpacing(14)
        line.addWidget(Icon(icon, 22, Tone.INK2, parent=self))
        line.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(line)


class MorningClosed(Card):
    """What is closed, and the week of mornings."""

    def __init__(self, due: Due, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 16), parent=parent)
        self.body.setSpacing(0)
        self.body.addWidget(Label("What this closes", Role.H3, wrap=True, parent=self))
        self.body.addSpacing(8)
        self.rows: list[ClosedRow] = []
        for place, load in enumerate(sorted(due.closes, key=_runs_first)):
            icon, title, detail = morning_words.closed_words(load, units, with_day=place == 0)
            self.rows.append(ClosedRow(icon, title, detail, parent=self))
            self.body.addWidget(self.rows[-1])
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(14)
        self.body.addWidget(Label("Mornings this week", Role.H3, wrap=True, parent=self))
        self.body.addSpacing(10)
        self.week = WeekOfMornings(parent=self)
        usual = None if due.usual is None else float(due.usual)
        self.week.show_week(due.morning, {check.on: check.pain for check in due.week}, usual)
        self.body.addWidget(self.week, 1)
        self.body.addSpacing(8)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(12)
        text = morning_words.chart_words(_unanswered(due, self.week))
        self.body.addWidget(Label(text, Role.SMALL, Tone.INK2, wrap=True, parent=self))


def _runs_first(load: Run | SessionRecord) -> bool:
    return not isinstance(load, Run)


def _unanswered(due: Due, week: WeekOfMornings) -> tuple[date, ...]:
    """Without any answer yet there is nothing to point at."""
    return week.unanswered() if due.week else ()


class MorningMap(Card):
    """Where it hurts when it is not the place of last time."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 14, 24, 16), parent=parent)
        self.places = PainPlace(parent=self)
        self.body.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label("Where it hurts this morning", Role.H3, wrap=True, parent=self), 1)
        head.addWidget(self.places.whose)
        self.body.addLayout(head)
        self.body.addWidget(self.places)
        self.body.addWidget(self.places.unplaced)
        self.body.addStretch(1)
        self.places.changed.connect(self.changed)

    def show_place(self, place: Place, score: int | None) -> None:
        self.places.show_place(place, score, offered=True)
