"""Small strokes that several painted widgets share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

CAP_HEIGHT = 0.727


def fill(painter: QPainter, at: QRect | QRectF, colour: QColor) -> None:
    """A rectangle in one colour; it leaves the painter without a pen.

    Not `fillRect`: looking for its overload brings the 180 enum members of QGradient into Python.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(at)


def outline(
    painter: QPainter, at: QRect | QRectF, border: QColor, face: QColor | None, *, radius: float, width: int = 1
) -> None:
    """A rounded rectangle whose border lies inside `at`, on whole pixels."""
    half = width / 2
    inner = QRectF(at).adjusted(half, half, -half, -half)
    painter.setPen(QPen(border, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(face if face is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius - half, radius - half) if radius else painter.drawRect(inner)


def triangle_down(painter: QPainter, centre_x: float, top: float, size: tuple[float, float], colour: QColor) -> None:
    width, height = size
    path = QPainterPath(QPointF(centre_x - width / 2, top))
    path.lineTo(centre_x + width / 2, top)
    path.lineTo(centre_x, top + height)
    path.closeSubpath()
    painter.fillPath(path, colour)


def cap_text(painter: QPainter, at: QRectF, text: str, font: QFont, colour: QColor) -> None:
    """One line, centred across and by the height of its capitals, as figures want to stand."""
    painter.setFont(font)
    painter.setPen(colour)
    width = QFontMetricsF(font).horizontalAdvance(text)
    baseline = at.center().y() + font.pixelSize() * CAP_HEIGHT / 2
    painter.drawText(QPointF(at.center().x() - width / 2, baseline), text)
