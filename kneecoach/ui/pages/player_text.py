"""Large words of the player that stand on a baseline beside the digits."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.text import Tone

PITCH = 1.1
ABOVE, BELOW = 0.95, 0.28


class BigWords(QWidget):
    """One or more lines in the display font, put by the baseline of the last; they shrink before they are cut off."""

    def __init__(self, *, tone: Tone = Tone.INK, tracking: float = -0.015, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._tracking = tracking
        self._lines: tuple[str, ...] = ()
        self._size_px = 32.0

    def text(self) -> str:
        return " ".join(self._lines)

    def set_lines(self, *lines: str) -> None:
        if lines != self._lines:
            self._lines = lines
            self.setAccessibleName(self.text())
            self.update()

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def width_at(self, size_px: float) -> int:
        """How wide the longest line is in that size."""
        metrics = QFontMetricsF(self._font(size_px))
        return round(max((metrics.horizontalAdvance(line) for line in self._lines), default=0.0)) + 2

    def put(self, left: int, baseline: int, size_px: float, *, room: int = 100_000) -> None:
        """Stand at `left`, no wider than `room`."""
        wide = self.width_at(size_px)
        self._size_px = size_px * min(1.0, max(0.1, room / wide))
        top = ABOVE + PITCH * (len(self._lines) - 1)
        size = self._size_px
        self.setGeometry(left, round(baseline - top * size), min(wide, room), round((top + BELOW) * size))
        self.update()

    def put_right(self, right: int, baseline: int, size_px: float) -> int:
        """End at `right`; where it begins is answered."""
        left = right - self.width_at(size_px)
        self.put(left, baseline, size_px)
        return left

    def _font(self, size_px: float) -> QFont:
        # The display cut has one weight; quieter words take the medium text cut
        if self._tone is Tone.INK2:
            return font(TEXT, size_px, 500, self._tracking)
        return font(DISPLAY, size_px, 600, self._tracking)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font(self._size_px))
        painter.setPen(getattr(tokens_of(self), self._tone.value))
        y = ABOVE * self._size_px
        for line in self._lines:
            painter.drawText(QPointF(0, y), line)
            y += PITCH * self._size_px
