"""Eleven cells from 0 to 10, chosen by click, digit or arrow: what the scales of pain and effort share."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.widgets.focus import Focusable

CELLS = 11
MOST = 10
TEN_WITHIN_S = 0.6
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ENDS: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: MOST}


def cell_rects(width: int, top: int, height: int) -> list[QRect]:
    """Eleven cells that share the width inside the border to the pixel."""
    inner = width - 2
    edges = [1 + round(inner * i / CELLS) for i in range(CELLS + 1)]
    return [QRect(edges[i], top + 1, edges[i + 1] - edges[i], height - 2) for i in range(CELLS)]


class ZeroToTen(Focusable, QWidget):
    """None until it is given. Signals only what the person does. A kind paints it, says it and has its `cells`.

    Digits choose; 1 and then 0 within 600 ms is 10.
    """

    changed = Signal(int)
    cleared = Signal()
    """It is unknown again; only where `make_clearable` was called."""

    def __init__(
        self, *, name: str, cell_px: int, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._cell_px = cell_px
        self._clock = clock
        self._value: int | None = None
        self._hovered: int | None = None
        self._one_at: float | None = None
        self._clearable = False
        self._let_go: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Values outside 0 to 10 are brought to the nearer end."""
        wanted = None if value is None else max(0, min(MOST, value))
        if wanted != self._value:
            self._value = wanted
            self.announce()
            self.update()

    def make_clearable(self) -> None:
        """The chosen cell pressed again, Delete or Backspace take the answer back."""
        self._clearable = True

    def cells(self) -> list[QRect]:
        raise NotImplementedError

    def announce(self) -> None:
        """Set the accessible name and description."""
        raise NotImplementedError

    def begin_at(self) -> int:
        """The value from which an arrow key begins while none is given."""
        return 0

    def room_below(self) -> int:
        """The height of what stands under the cells."""
        return 0

    def sizeHint(self) -> QSize:
        return QSize(CELLS * 40, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(CELLS * 28, self._height())

    def _height(self) -> int:
        return self.cells()[0].bottom() + 2 + self.room_below()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or cell is None:
            return
        self._let_go = cell if self._clearable and cell == self._value else None
        if self._let_go is None:
            self._choose(cell)
        else:
            self._clear()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton and cell is not None and cell != self._let_go:
            self._let_go = None
            self._choose(cell)
        self._hover(cell)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and len(event.text()) == 1:
            self._digit(int(event.text()))
        elif self._clearable and event.key() in CLEARING:
            self._clear()
        elif (target := self._target(event.key())) is not None:
            self._choose(max(0, min(MOST, target)))
        else:
            super().keyPressEvent(event)

    def press_digit(self, digit: int) -> None:
        """What a digit key does, for a page that listens for digits itself."""
        self._digit(digit)

    def _target(self, key: int) -> int | None:
        if key in STEPS:
            return self.begin_at() if self._value is None else self._value + STEPS[key]
        return ENDS.get(key)

    def _digit(self, digit: int) -> None:
        now = self._clock()
        ten = digit == 0 and self._one_at is not None and now - self._one_at <= TEN_WITHIN_S
        self._one_at = now if digit == 1 else None
        self._choose(MOST if ten else digit)

    def _choose(self, value: int) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    def _clear(self) -> None:
        if self._value is not None:
            self.set_value(None)
            self.cleared.emit()

    def _hover(self, cell: int | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _cell_at(self, at: QPointF) -> int | None:
        return next((i for i, cell in enumerate(self.cells()) if cell.contains(at.toPoint())), None)
