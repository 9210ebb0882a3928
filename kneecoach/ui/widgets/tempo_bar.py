"""The phases of one repetition, as wide as they are long; the running one fills."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import DISPLAY, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import outline

GAP_PX = 3


def phase_rects(seconds: Sequence[float], width: float, height: float) -> list[QRectF]:
    """One box per phase, its width its share of the time."""
    room = width - GAP_PX * (len(seconds) - 1)
    whole = sum(seconds) or 1.0
    rects, x = [], 0.0
    for length in seconds:
        right = x + room * length / whole
        rects.append(QRectF(round(x), 0, round(right) - round(x), height))
        x = right + GAP_PX
    return rects


class TempoBar(QWidget):
    """Phases as (word, seconds), say Down 3, Hold 1, Up 2."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[tuple[str, float], ...] = ()
        self._now = -1
        self._fraction = 0.0
        self._dimmed = False
        self._window_height = 800
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phases(self, phases: Sequence[tuple[str, float]]) -> None:
        if tuple(phases) != self._phases:
            self._phases = tuple(phases)
            self.setAccessibleName(", ".join(f"{word} {seconds:g} s" for word, seconds in phases))
            self.updateGeometry()
            self.update()

    def set_now(self, phase: int, fraction: float) -> None:
        """Which phase runs and how much of it is over; -1 for none."""
        new = (phase, max(0.0, min(1.0, fraction)))
        if new != (self._now, self._fraction):
            self._now, self._fraction = new
            if 0 <= phase < len(self._phases):
                self.setAccessibleDescription(self._phases[phase][0])
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:  # noqa: FBT001 - a property setter
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.updateGeometry()
            self.update()

    def _bar_height(self) -> int:
        return round(0.054 * self._window_height)

    def _font(self, weight: int) -> QFont:
        # Display has one cut, so the two weights are two inks of the same letters
        return font(DISPLAY, 0.034 * self._window_height, weight)

    def sizeHint(self) -> QSize:
        return QSize(400, self._bar_height() + round(0.034 * 1.4 * self._window_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        rects = phase_rects([seconds for _, seconds in self._phases], self.width(), self._bar_height())
        labels_end = 0.0
        for i, ((word, seconds), at) in enumerate(zip(self._phases, rects, strict=True)):
            active = i == self._now
            if active and self._fraction:
                inner = at.adjusted(2, 2, -2, -2)
                inner.setWidth(inner.width() * self._fraction)
                painter.fillRect(inner, tokens.line2 if self._dimmed else tokens.accent)
            outline(painter, at, tokens.ink if active else tokens.line2, None, radius=0, width=2)
            labels_end = self._paint_label(
                painter, tokens, f"{word} {seconds:g}", (at.left(), labels_end), active=active
            )

    def _paint_label(
        self, painter: QPainter, tokens: Tokens, text: str, lefts: tuple[float, float], *, active: bool
    ) -> float:
        """A short phase may push the next label on; the right edge of this one comes back."""
        face = self._font(600)
        width = QFontMetrics(face).horizontalAdvance(text)
        left = min(max(lefts), max(0.0, self.width() - width))
        painter.setFont(face)
        painter.setPen(tokens.ink if active else tokens.ink2)
        at = QRectF(left, self._bar_height(), width + 2, self.height() - self._bar_height())
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return left + width + QFontMetrics(face).horizontalAdvance(" ")
