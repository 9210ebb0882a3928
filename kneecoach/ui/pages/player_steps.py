"""The exercise's steps as text in the figure box, as large as they fit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.two_lines import two_lines

LARGEST, SMALLEST_PX = 0.040, 13
MOST_LINES = 6


class StepsBox(QWidget):
    """Numbered steps, in the frame of whoever holds them.

    Their size is a share of the window's height, smaller only when they would not fit.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._window_height = 800

    def set_steps(self, steps: tuple[str, ...]) -> None:
        if steps != self._steps:
            self._steps = steps
            self.setAccessibleName("How it is done")
            self.setAccessibleDescription(" ".join(f"{n}. {step}" for n, step in enumerate(steps, 1)))
            self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def text_px(self) -> int:
        """The size the steps are set in."""
        size = max(SMALLEST_PX, round(LARGEST * self._window_height))
        while size > SMALLEST_PX and self._height(size) > self.height() - 2 * self._margin():
            size -= 1
        return size

    def _margin(self) -> int:
        return max(16, round(0.03 * self._window_height))

    def _indent(self, size: int) -> float:
        return size * 1.75

    def _lines(self, step: str, size: int) -> list[str]:
        room = int(self.width() - 2 * self._margin() - self._indent(size))
        return two_lines(step, font(TEXT, size, 500), room, most=MOST_LINES)

    def _line(self, size: int) -> float:
        return size * 1.32

    def _gap(self, size: int) -> float:
        return size * 0.75

    def _height(self, size: int) -> float:
        lines = sum(len(self._lines(step, size)) for step in self._steps)
        return lines * self._line(size) + max(0, len(self._steps) - 1) * self._gap(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        size = self.text_px()
        y = max(self._margin(), (self.height() - self._height(size)) / 2)
        for number, step in enumerate(self._steps, 1):
            y = self._paint_step(painter, tokens, (number, step), (y, size)) + self._gap(size)

    def _paint_step(
        self, painter: QPainter, tokens: Tokens, numbered: tuple[int, str], place: tuple[float, int]
    ) -> float:
        number, step = numbered
        y, size = place
        left, line = self._margin(), self._line(size)
        painter.setFont(font(DISPLAY, size, 600))
        painter.setPen(tokens.ink3)
        painter.drawText(QRectF(left, y, self._indent(size), line), Qt.AlignmentFlag.AlignVCenter, str(number))
        face = font(TEXT, size, 500)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(tokens.ink)
        for text in self._lines(step, size):
            baseline = y + (line + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + self._indent(size), round(baseline)), text)
            y += line
        return y
