"""The time of one set on a ruled scale with a needle."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.tokens import tokens_of

STEPS = ((60, 1, 10), (180, 5, 30), (900, 15, 60), (3_600, 60, 300))


def ticks(seconds: float) -> list[tuple[float, bool]]:
    """(second, tall) of every tick; the minor step grows with the time so that ticks never crowd."""
    minor, major = next(((a, b) for limit, a, b in STEPS if seconds <= limit), (300, 1_800))
    marks = [(float(s), s % major == 0) for s in range(0, int(seconds) + 1, minor)]
    if marks[-1][0] != seconds:
        marks.append((seconds, True))
    marks[-1] = (marks[-1][0], True)
    return marks


class TimeRuler(QWidget):
    """`fraction` of the time is over; the needle moves to the right."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = 60.0
        self._fraction = 0.0
        self._dimmed = False
        self._window_height = 800
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fraction(self) -> float:
        return self._fraction

    def set_time(self, seconds: float, fraction: float) -> None:
        """`seconds` is the whole set; the fraction is brought between 0 and 1."""
        new = (max(1.0, seconds), max(0.0, min(1.0, fraction)))
        if new == (self._seconds, self._fraction):
            return
        moved = self._needle_x(self._fraction) != self._needle_x(new[1]) or new[0] != self._seconds
        self._seconds, self._fraction = new
        self.setAccessibleName(f"{round(self._seconds * (1 - self._fraction))} of {round(self._seconds)} seconds left")
        if moved:
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

    def sizeHint(self) -> QSize:
        return QSize(400, max(16, round(0.046 * self._window_height)))

    def _needle_x(self, fraction: float) -> float:
        return round(2 * (1 + (self.width() - 3) * fraction)) / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        height = self.height()
        for second, tall in ticks(self._seconds):
            x = 1 + (self.width() - 3) * second / self._seconds
            reach = height * (26 if tall else 12) / 46
            painter.fillRect(QRectF(round(x), height - reach, 2, reach), tokens.line2)
        x = self._needle_x(self._fraction)
        colour = tokens.line2 if self._dimmed else tokens.accent
        bar = max(3, round(height * 6 / 46))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(1, height - bar, x - 1, bar), colour)
        painter.fillRect(QRectF(max(0.0, min(x - 2.5, self.width() - 5)), 0, 5, height), colour)
