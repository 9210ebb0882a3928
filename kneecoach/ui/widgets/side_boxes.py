"""Left and right: both always there, the working one filled."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.ui.fonts import DISPLAY, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import outline


class SideBoxes(QWidget):
    """Side.BOTH fills both boxes. Its height is 0.084 of the window's."""

    def __init__(self, left: str = "Left", right: str = "Right", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {Side.LEFT: left, Side.RIGHT: right}
        self._side = Side.LEFT
        self._window_height = 800
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._announce()

    def side(self) -> Side:
        return self._side

    def set_side(self, side: Side) -> None:
        if side is not self._side:
            self._side = side
            self._announce()
            self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.updateGeometry()
            self.update()

    def _font(self) -> QFont:
        return font(DISPLAY, 0.052 * self._window_height, 600)

    def _widths(self) -> list[int]:
        padding = 2 * round(0.024 * self._window_height) + 4
        return [QFontMetrics(self._font()).horizontalAdvance(word) + padding for word in self._words.values()]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) - 2, round(0.084 * self._window_height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _announce(self) -> None:
        said = " and ".join(self._words.values()) if self._side is Side.BOTH else self._words[self._side]
        self.setAccessibleName(f"Side: {said}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setFont(self._font())
        x = 0
        boxes = []
        for (side, word), width in zip(self._words.items(), self._widths(), strict=True):
            boxes.append((self._side in {side, Side.BOTH}, word, QRectF(x, 0, width, self.height())))
            x += width - 2
        for active, word, at in sorted(boxes, key=lambda box: box[0]):
            outline(
                painter, at, tokens.ink if active else tokens.line2, tokens.ink if active else None, radius=0, width=2
            )
            painter.setPen(tokens.surface if active else tokens.ink3)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, word)
