"""Ruled scales with a needle: the pain scale that is read, and the slider that is moved."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import pain_word, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill, triangle_down

STEPS = 10
KEYS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
}
ENDS: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: STEPS}


def step_x(value: float, width: float, margin: float) -> float:
    """Where a value of 0 to 10 stands on a scale of this width."""
    return margin + (width - 2 * margin) * value / STEPS


class NeedleScale(QWidget):
    """A pain on the coloured scale, to be read; None shows the scale without a needle."""

    MARGIN = 8

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(None)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        self._value = None if value is None else max(0, min(STEPS, value))
        said = "not given" if self._value is None else f"{self._value} of 10, {pain_word(self._value).lower()}"
        self.setAccessibleName(f"Pain scale: {said}")
        self.update()

    def _font(self):
        return font(TEXT, 13 * tokens_of(self).text_scale, 400)

    def sizeHint(self) -> QSize:
        return QSize(286, 34 + round(QFontMetricsF(self._font()).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        edges = [round(step_x(i, self.width(), self.MARGIN)) for i in range(STEPS + 1)]
        if self._value is None:
            fill(painter, QRect(edges[0], 25, edges[-1] - edges[0] + 1, 1), tokens.line2)
        for i in range(STEPS if self._value is not None else 0):
            fill(painter, QRect(edges[i], 20, edges[i + 1] - edges[i], 6), tokens.pain_fill(i + 1 if i else 0))
        for half in range(2 * STEPS + 1):
            x = round(step_x(half / 2, self.width(), self.MARGIN))
            tall = 8 if half % 2 == 0 else 4
            tall += 6 if self._value is None else 0
            foot = 20 if self._value is not None else 25
            fill(painter, QRect(x, foot - tall, 1, tall), tokens.line2)
        painter.setFont(self._font())
        painter.setPen(tokens.ink2)
        metrics = QFontMetricsF(self._font())
        for value in (0, 5, 10):
            wide = metrics.horizontalAdvance(str(value))
            left = min(step_x(value, self.width(), self.MARGIN) - wide / 2, self.width() - wide)
            painter.drawText(QPointF(max(0.0, left), 33 + metrics.ascent()), str(value))
        if self._value is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            needle = edges[self._value] + 0.5
            fill(painter, QRectF(needle - 1.5, 4, 3, 26), tokens.accent)
            triangle_down(painter, needle, 0, (12, 8), tokens.accent)


class NeedleSlider(Focusable, QWidget):
    """A whole number from 0 to 10 on a ruled scale, as the volume. Signals only what the person does."""

    changed = Signal(int)
    MARGIN = 5

    def __init__(self, name: str, *, value: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value = max(0, min(STEPS, value))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._announce()

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        wanted = max(0, min(STEPS, value))
        if wanted != self._value:
            self._value = wanted
            self._announce()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, 30)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            self._choose(self._value + KEYS[event.key()])
        elif event.key() in ENDS:
            self._choose(ENDS[event.key()])
        else:
            super().keyPressEvent(event)

    def _follow(self, event: QMouseEvent) -> None:
        span = self.width() - 2 * self.MARGIN
        self._choose(round((event.position().x() - self.MARGIN) / span * STEPS))

    def _choose(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def _announce(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._value} of {STEPS}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        left, right = self.MARGIN, self.width() - self.MARGIN
        for i in range(STEPS + 1):
            tall = 10 if i % 5 == 0 else 6
            fill(painter, QRect(round(step_x(i, self.width(), self.MARGIN)), 24 - tall, 1, tall), tokens.line2)
        fill(painter, QRect(left, 24, right - left + 1, 1), tokens.line2)
        x = round(step_x(self._value, self.width(), self.MARGIN))
        needle = tokens.accent if self.isEnabled() else tokens.line2
        fill(painter, QRect(left, 23, x - left, 3), needle)
        fill(painter, QRect(x - 1, 4, 3, 22), needle)
