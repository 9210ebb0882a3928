"""The week of the plan: a row for each day, what it is for, and how far a run is to be."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
from kneecoach.domain.plan import PlannedDay, Use
from kneecoach.domain.run_input import UNIT_WORDS, distance_m, distance_text
from kneecoach.ui.pages.plan_words import OTHER_TIP, USES
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import DAYS

FIELD_PX, UNIT_PX = 72, 44


class DayRow(QWidget):
    """One day. Rest excludes the rest: the newer choice stays. `changed` when it says something else."""

    changed = Signal()

    def __init__(self, weekday: int, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units, self._before = units, frozenset[object]()
        self._shown: tuple[str, int | None] = ("", None)
        name = DAYS[weekday]
        self.uses = ChipRow(USES, name=name, narrow=True, parent=self)
        self.uses.chip(Use.OTHER).setToolTip(OTHER_TIP)
        self.distance = QLineEdit(self)
        self.distance.setAccessibleName(f"Distance on {name}, {UNIT_WORDS[units]}")
        self.distance.setPlaceholderText("–")
        self.distance.setMaxLength(12)
        self.distance.setFixedWidth(FIELD_PX)
        self._unit = Label(UNIT_WORDS[units], Role.SMALL, Tone.INK2, parent=self)
        self._wrong = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self._wrong.hide()
        self.name = Label(name, Role.BODY_MEDIUM, parent=self)
        uses = QVBoxLayout()
        uses.addStretch(1)
        uses.addWidget(self.uses)
        uses.addStretch(1)
        self._unit.setMinimumWidth(UNIT_PX)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addLayout(uses, 1)
        row.addWidget(self.distance)
        row.addWidget(self._unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(row)
        column.addWidget(self._wrong)
        self.uses.changed.connect(self._choose)
        self.distance.editingFinished.connect(self._write)
        self._follow()

    def show_day(self, day: PlannedDay) -> None:
        self._before = frozenset(day.uses)
        self.uses.set_value(day.uses)
        text = distance_text(day.distance_m, self._units) if day.distance_m else ""
        self._shown = (text, day.distance_m)
        self.distance.setText(text)
        self._say("")
        self._follow()

    def day(self) -> PlannedDay:
        """What the row says; `InvalidInput` in a sentence for a distance that makes no sense."""
        chosen = self.uses.value()
        uses = tuple(use for use, _ in USES if use in chosen)
        return PlannedDay(uses, self._metres() if Use.RUN in chosen else None)

    def _metres(self) -> int | None:
        text = self.distance.text().strip()
        if text == self._shown[0]:
            return self._shown[1]
        return distance_m(text, self._units) if text else None

    def _choose(self, chosen: frozenset) -> None:
        if Use.REST in chosen and len(chosen) > 1:
            chosen = chosen - {Use.REST} if Use.REST in self._before else frozenset({Use.REST})
            self.uses.set_value(chosen)
        self._before = chosen
        self._follow()
        self._write()

    def _write(self) -> None:
        try:
            self.day()
        except InvalidInput as refusal:
            self._say(str(refusal))
            return
        self._say("")
        self.changed.emit()

    def _follow(self) -> None:
        runs = Use.RUN in self.uses.value()
        for widget in (self.distance, self._unit):
            # Its room stays, so that the rows do not jump
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(runs)

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.distance.setAccessibleDescription(sentence)


class WeekTable(QWidget):
    """The seven rows. `changed` carries the days, and only when all of them make sense."""

    changed = Signal(object)

    def __init__(self, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._shown: tuple[PlannedDay, ...] = ()
        self.rows = [DayRow(weekday, units, parent=self) for weekday in range(len(DAYS))]
        for row in self.rows:
            column.addWidget(row)
            row.changed.connect(self._tell)

    def show_days(self, days: tuple[PlannedDay, ...]) -> None:
        """What is being typed stays while the days are as they were."""
        if days != self._shown:
            self._shown = days
            for row, day in zip(self.rows, days, strict=True):
                row.show_day(day)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            widest = max(row.name.sizeHint().width() for row in self.rows)
            for row in self.rows:
                row.name.setMinimumWidth(widest)
        return super().event(event)

    def finish(self) -> None:
        """Keep what is written so far."""
        self._tell()

    def _tell(self) -> None:
        try:
            days = tuple(row.day() for row in self.rows)
        except InvalidInput:
            # The row says what is wrong with it
            return
        if days != self._shown:
            self.changed.emit(days)
