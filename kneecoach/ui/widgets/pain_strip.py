"""The pain strip: eleven cells from none to worst, chosen by click, digit or arrow."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.tokens import Tokens, pain_word, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, outline, triangle_down

CELLS = 11
WORST = 10
MARK_PX = 12
WORD_GAP_PX = 6
COMPACT_PX = 50
TEN_WITHIN_S = 0.6
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
ENDS: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: WORST}
WORDS = ((0, 1), (1, 3), (4, 3), (7, 3), (10, 1))


def cell_rects(width: int, top: int, height: int) -> list[QRect]:
    """Eleven cells that share the width inside the border to the pixel."""
    inner = width - 2
    edges = [1 + round(inner * i / CELLS) for i in range(CELLS + 1)]
    return [QRect(edges[i], top + 1, edges[i + 1] - edges[i], height - 2) for i in range(CELLS)]


class PainStrip(Focusable, QWidget):
    """Pain from 0 to 10, None until it is given. Signals only what the person does.

    Digits choose; 1 and then 0 within 600 ms is 10. The grey marker shows `last`.
    """

    changed = Signal(int)

    def __init__(
        self,
        *,
        name: str = "Pain",
        cell_px: int = 76,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        """`cell_px` is the height of the cells: 76 in the check-in, 60 in the summary, 64 at first run, 44 compact."""
        super().__init__(parent)
        self._name = name
        self._cell_px = cell_px
        self._clock = clock
        self._value: int | None = None
        self._last: int | None = None
        self._hovered: int | None = None
        self._one_at: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announce()

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Values outside 0 to 10 are brought to the nearer end."""
        wanted = None if value is None else max(0, min(WORST, value))
        if wanted != self._value:
            self._value = wanted
            self._announce()
            self.update()

    def set_last(self, value: int | None) -> None:
        """The grey marker: the pain of last time, or before the warm-up."""
        wanted = None if value is None else max(0, min(WORST, value))
        if wanted != self._last:
            self._last = wanted
            self._announce()
            self.update()

    def cells(self) -> list[QRect]:
        return cell_rects(self.width(), MARK_PX, self._cell_px)

    def focus_rect(self) -> QRect:
        return QRect(0, MARK_PX, self.width(), self._cell_px)

    def sizeHint(self) -> QSize:
        return QSize(CELLS * 40, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(CELLS * 28, self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (cell := self._cell_at(event.position())) is not None:
            self._choose(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton and cell is not None:
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
        elif (target := self._target(event.key())) is not None:
            self._choose(max(0, min(WORST, target)))
        else:
            super().keyPressEvent(event)

    def press_digit(self, digit: int) -> None:
        """What a digit key does, for a page that listens for digits itself."""
        self._digit(digit)

    def _target(self, key: int) -> int | None:
        if key in STEPS:
            return (self._last or 0) if self._value is None else self._value + STEPS[key]
        return ENDS.get(key)

    def _digit(self, digit: int) -> None:
        now = self._clock()
        ten = digit == 0 and self._one_at is not None and now - self._one_at <= TEN_WITHIN_S
        self._one_at = now if digit == 1 else None
        self._choose(WORST if ten else digit)

    def _choose(self, value: int) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    def _hover(self, cell: int | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _cell_at(self, at: QPointF) -> int | None:
        return next((i for i, cell in enumerate(self.cells()) if cell.contains(at.toPoint())), None)

    def _announce(self) -> None:
        said = "not given" if self._value is None else f"{self._value} of 10, {pain_word(self._value).lower()}"
        self.setAccessibleName(f"{self._name}: {said}")
        last = "" if self._last is None else f"Before: {self._last}. "
        self.setAccessibleDescription(f"{last}Keys 0 to 9, 1 and then 0 for 10, or the arrow keys.")

    def _word_px(self) -> float:
        return 13 * tokens_of(self).text_scale

    def _height(self) -> int:
        return MARK_PX + self._cell_px + 8 + QFontMetrics(font(TEXT, self._word_px(), 400)).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cells(painter, tokens)
        self._paint_words(painter, tokens)
        if self._last is not None and self._last != self._value:
            self._paint_mark(painter, self._last, tokens.line2)
        if self._value is not None:
            self._paint_chosen(painter, tokens)

    def _paint_cells(self, painter: QPainter, tokens: Tokens) -> None:
        frame = self.focus_rect()
        outline(painter, frame, tokens.line2, tokens.surface, radius=4)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), 3, 3)
        painter.setClipPath(clip)
        swatch = 10 if self._cell_px > COMPACT_PX else 6
        size = self._cell_px * 24 / 76 if self._cell_px > COMPACT_PX else 16
        for value, cell in enumerate(self.cells()):
            if value == self._hovered:
                painter.fillRect(cell, tokens.sunken)
            painter.fillRect(cell.left(), cell.bottom() + 1 - swatch, cell.width(), swatch, tokens.pain_fill(value))
            if value:
                painter.fillRect(cell.left(), cell.top(), 1, cell.height(), tokens.line)
            if value != self._value:
                cap_text(painter, QRectF(cell), str(value), font(DISPLAY, size, 600), tokens.ink)
        painter.setClipping(False)

    def _paint_chosen(self, painter: QPainter, tokens: Tokens) -> None:
        value = self._value or 0
        cell = self.cells()[value].adjusted(-1, -1, 1, 1)
        outline(painter, cell, tokens.ink, tokens.pain_fill(value), radius=3, width=2)
        size = self._cell_px * 32 / 76 if self._cell_px > COMPACT_PX else 19
        cap_text(painter, QRectF(cell), str(value), font(DISPLAY, size, 600), tokens.pain_text(value))
        self._paint_mark(painter, value, tokens.ink)

    def _paint_mark(self, painter: QPainter, value: int, colour) -> None:
        triangle_down(painter, QRectF(self.cells()[value]).center().x(), 1, (12, 8), colour)

    def _none_is_wide(self, metrics: QFontMetrics) -> bool:
        """Whether the word under the first cell would touch the line after it, as in a narrow strip."""
        return metrics.horizontalAdvance(pain_word(0)) + WORD_GAP_PX > self.cells()[1].left()

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        face = font(TEXT, self._word_px(), 400)
        metrics = QFontMetrics(face)
        cells = self.cells()
        top = MARK_PX + self._cell_px + 8
        painter.setFont(face)
        flags = {0: Qt.AlignmentFlag.AlignLeft, WORST: Qt.AlignmentFlag.AlignRight}
        for first, count in WORDS:
            left, right = cells[first].left(), cells[first + count - 1].right()
            if first in (1, 4, 7) and not (first == 1 and self._none_is_wide(metrics)):
                painter.fillRect(left, top, 1, metrics.height(), tokens.line2)
            word = pain_word(first)
            # The outer words may reach over their one cell, as there is room beside them
            spare = max(0, metrics.horizontalAdvance(word) - (right - left))
            at = QRect(left - (spare if first == WORST else 0), top, right - left + spare + 1, metrics.height())
            if first == 0:
                at.setLeft(0)
            elif first == WORST:
                at.setRight(self.width() - 1)
            painter.setPen(tokens.ink2)
            painter.drawText(at, flags.get(first, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter, word)
