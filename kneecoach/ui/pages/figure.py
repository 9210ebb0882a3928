"""A large figure whose first digit stands flush with the text above it."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import CAP_HEIGHT
from kneecoach.ui.widgets.text import Tone


class Figure(QWidget):
    """Painted from the left edge of its ink: equally wide digits carry room at both sides, which shows at 64 px."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = Tone.INK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def set_figure(self, text: str, said: str, tone: Tone = Tone.INK) -> None:
        """`said` is what a screen reader says."""
        self._text, self._tone = text, tone
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return role_font(Role.HERO, tokens_of(self).text_scale)

    def _left(self, metrics: QFontMetricsF) -> float:
        return metrics.tightBoundingRect(self._text).left()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        width = metrics.horizontalAdvance(self._text) - self._left(metrics)
        return QSize(round(width), round(self._font().pixelSize() * CAP_HEIGHT) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = self._font()
        painter.setFont(face)
        painter.setPen(getattr(tokens_of(self), self._tone.value))
        baseline = (self.height() + face.pixelSize() * CAP_HEIGHT) / 2
        painter.drawText(QPointF(-self._left(QFontMetricsF(face)), baseline), self._text)
