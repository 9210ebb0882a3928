"""Where it hurts: the knee map, the places that are marked, and the whole knee."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.check_in import Mark
from kneecoach.domain.exercise import Side
from kneecoach.ui.widgets.buttons import IconButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.knee_drawing import Spot, spot_name
from kneecoach.ui.widgets.knee_map import KneeMap
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.text import Label, Role, Tone

HINT = "Tap a spot to mark it, tap again to clear"
MORE_HINT = "Tap another spot, or leave it at that"
PAIN_FIRST = "Give the pain from 0 to 10 first"


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


class WholeKnee(SecondaryButton):
    """Marks the whole knee of one side."""

    mark_requested = Signal(object)

    def __init__(self, word: str, side: Side, *, parent: QWidget | None = None) -> None:
        super().__init__(word, size=Size.SMALL, parent=parent)
        self._side = side
        self.clicked.connect(self._mark)

    def _mark(self) -> None:
        self.mark_requested.emit(self._side)


class KneeCard(Card):
    """Signals every change of the marks; `pain_needed` when a tap came before the pain was given."""

    changed = Signal()
    pain_needed = Signal()

    def __init__(self, knee: Side | None, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 8, 20, 10), parent=parent)
        self.map = KneeMap(parent=self)
        self.hint = Label(HINT, Role.SMALL, Tone.INK3, wrap=True, parent=self)
        self.whole: dict[Side, WholeKnee] = {}
        self._rows: list[MarkRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        held = QWidget(self)
        buttons = FlowLayout(held, gap_px=8)
        sides = [knee] if knee in (Side.LEFT, Side.RIGHT) else [Side.RIGHT, Side.LEFT]
        for side in sides:
            word = "Whole knee" if len(sides) == 1 else f"Whole {side.value} knee"
            button = WholeKnee(word, side, parent=held)
            button.mark_requested.connect(self.map.toggle_whole)
            self.whole[side] = button
            buttons.addWidget(button)
        self.body.setSpacing(0)
        self.body.addWidget(self.map, 1)
        self.body.addSpacing(6)
        self.body.addLayout(self._list)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(8)
        foot: QBoxLayout = QHBoxLayout() if len(sides) == 1 else QVBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(held)
        foot.addWidget(self.hint, 1)
        self.body.addLayout(foot)
        self.map.marks_changed.connect(self._show)
        self.map.hovered.connect(self._name)
        self.map.pain_needed.connect(self._want_pain)

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
