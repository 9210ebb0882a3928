"""Where it hurts: the knee map, the places that are marked, and what no tap can mark."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.check_in import Mark
from kneecoach.domain.exercise import Side
from kneecoach.ui.widgets.buttons import IconButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.knee_drawing import DEEP_INSIDE, MOVES_AROUND, SIDE_WORDS, WHOLE_KNEE, Spot, spot_name
from kneecoach.ui.widgets.knee_map import KneeMap
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.text import Label, Role, Tone

HINT = "Tap a spot to mark it, tap again to clear"
MORE_HINT = "Tap another spot, or leave it at that"
PAIN_FIRST = "Give the pain from 0 to 10 first"
UNPLACED = {WHOLE_KNEE: "Whole knee", DEEP_INSIDE: "Deep inside", MOVES_AROUND: "Moves around"}


class MarkRow(QWidget):
    """One marked place with its value and the way to clear it."""

    clear_requested = Signal(object)

    def __init__(self, spot: Spot, value: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self.clear = IconButton("x", f"Clear {spot_name(*spot)}", parent=self)
        self.clear.clicked.connect(self._clear)
        line = QHBoxLayout()
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(8)
        line.addWidget(PainSwatch(value, parent=self))
        line.addWidget(Label(spot_name(*spot), wrap=True, parent=self), 1)
        line.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(line)

    def _clear(self) -> None:
        self.clear_requested.emit(self.spot)


class UnplacedButton(SecondaryButton):
    """Marks what no tap on the map can: the whole knee of one side, deep inside it, or now here and now there."""

    mark_requested = Signal(object)

    def __init__(self, word: str, spot: Spot, *, parent: QWidget | None = None) -> None:
        super().__init__(word, size=Size.SMALL, parent=parent)
        self._spot = spot
        self.setAccessibleName(spot_name(*spot))
        self.clicked.connect(self._mark)

    def _mark(self) -> None:
        self.mark_requested.emit(self._spot)


class KneeCard(Card):
    """Signals every change of the marks; `pain_needed` when a tap came before the pain was given."""

    changed = Signal()
    pain_needed = Signal()

    def __init__(self, knee: Side | None, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 8, 20, 10), parent=parent)
        self.map = KneeMap(parent=self)
        self.hint = Label(HINT, Role.SMALL, Tone.INK3, wrap=True, parent=self)
        self.unplaced: dict[Spot, UnplacedButton] = {}
        self._rows: list[MarkRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addWidget(self.map, 1)
        self.body.addSpacing(6)
        self.body.addLayout(self._list)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(8)
        sides = [knee] if knee in (Side.LEFT, Side.RIGHT) else [Side.RIGHT, Side.LEFT]
        for side in sides:
            self.body.addWidget(self._buttons(side, named=len(sides) > 1))
            self.body.addSpacing(8)
        self.body.addWidget(self.hint)
        self.map.marks_changed.connect(self._show)
        self.map.hovered.connect(self._name)
        self.map.pain_needed.connect(self._want_pain)

    def _buttons(self, side: Side, *, named: bool) -> QWidget:
        held = QWidget(self)
        row = FlowLayout(held, gap_px=8)
        if named:
            row.addWidget(Label(SIDE_WORDS[side], Role.SMALL, Tone.INK2, parent=held))
        for region, word in UNPLACED.items():
            button = UnplacedButton(word, (side, region), parent=held)
            button.mark_requested.connect(self.map.toggle)
            self.unplaced[side, region] = button
            row.addWidget(button)
        return held

    def marks(self) -> tuple[Mark, ...]:
        return tuple(Mark(side, region, value) for (side, region), value in self.map.marks().items())

    def rows(self) -> tuple[MarkRow, ...]:
        return tuple(self._rows)

    def set_pain(self, value: int) -> None:
        """The pain that the next tap marks with."""
        self.map.set_current(value)
        self._name("")

    def _show(self, marks: dict[Spot, int]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for spot, value in marks.items():
            row = MarkRow(spot, value, parent=self)
            row.clear_requested.connect(self._clear)
            self._rows.append(row)
            self._list.addWidget(row)
        self._name("")
        self.changed.emit()

    def _clear(self, spot: Spot) -> None:
        self.map.clear(spot)
        self.map.knees.setFocus()

    def _name(self, spot: str) -> None:
        self.hint.set_tone(Tone.INK3)
        self.hint.setText(spot or (MORE_HINT if self._rows else HINT))

    def _want_pain(self) -> None:
        self.hint.set_tone(Tone.STOP)
        self.hint.setText(PAIN_FIRST)
        self.pain_needed.emit()
