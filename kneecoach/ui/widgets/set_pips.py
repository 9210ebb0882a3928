"""One small box per set: done, now, to come."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import outline

ROOMY = 6


class SetPips(QWidget):
    """`current` counts from 1; `fraction` is how much of that set is done."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 1
        self._total = 1
        self._fraction = 0.0
        self._window_height = 800
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sets(self, current: int, total: int, fraction: float) -> None:
        new = (current, max(1, total), max(0.0, min(1.0, fraction)))
        if new == (self._current, self._total, self._fraction):
            return
        resized = new[1] != self._total
        self._current, self._total, self._fraction = new
        self.setAccessibleName(f"Set {current} of {self._total}")
        if resized:
            self.updateGeometry()
        self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.updateGeometry()
            self.update()

    def _box(self) -> tuple[int, int, int]:
        wide, high = round(0.06 * self._window_height), round(0.018 * self._window_height)
        # Many sets still fit beside the side boxes
        return (wide if self._total <= ROOMY else wide // 2), max(8, high), max(3, round(0.008 * self._window_height))

    def sizeHint(self) -> QSize:
        wide, high, gap = self._box()
        return QSize(self._total * wide + (self._total - 1) * gap, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        wide, high, gap = self._box()
        for i in range(self._total):
            at = QRectF(i * (wide + gap), 0, wide, high)
            done = i + 1 < self._current
            if done:
                painter.fillRect(at, tokens.ink)
            elif i + 1 == self._current and self._fraction:
                inner = at.adjusted(2, 2, -2, -2)
                inner.setWidth(inner.width() * self._fraction)
                painter.fillRect(inner, tokens.accent)
            outline(painter, at, tokens.ink, None, radius=0, width=2)
