"""The drawn icons as painter paths, read once and only when the first one is painted."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

GRID = 20
SCALES = (1, 2, 3)
TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Stroke:
    """One path of an icon on the 20 px grid."""

    path: QPainterPath
    width: float
    filled: bool


def painter_path(drawn: str) -> QPainterPath:
    """A path from absolute M, L, C and Z commands."""
    path = QPainterPath()
    command = ""
    numbers: list[float] = []
    for token in TOKEN.findall(drawn):
        if token == "Z":
            path.closeSubpath()
        elif token in "MLC":
            command, numbers = token, []
        else:
            numbers.append(float(token))
            if command == "C" and len(numbers) == len("xyxyxy"):
                path.cubicTo(*numbers)
                numbers = []
            elif command != "C" and len(numbers) == len("xy"):
                (path.moveTo if command == "M" else path.lineTo)(*numbers)
                command, numbers = "L", []
    return path


@cache
def _drawings() -> dict[str, list[dict]]:
    return json.loads(resource("icons/icons.json").read_text(encoding="utf-8"))


@cache
def strokes(name: str) -> tuple[Stroke, ...]:
    """The paths of an icon; KeyError when there is none of that name."""
    return tuple(Stroke(painter_path(one["d"]), one["width"], one["filled"]) for one in _drawings()[name])


def paint_icon(painter: QPainter, name: str, at: QRectF, colour: QColor) -> None:
    drawn = strokes(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at.topLeft())
    painter.scale(at.width() / GRID, at.height() / GRID)
    for stroke in drawn:
        caps = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(colour, stroke.width, *caps))
        painter.setBrush(colour if stroke.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(stroke.path)
    painter.restore()


def icon(name: str, colour: QColor, size_px: int = GRID) -> "QIcon":
    """For what takes only a QIcon, as a window or a menu; sharp at one, two and three device pixels."""
    # Their many enums would cost every start a few milliseconds
    from PySide6.QtGui import QIcon, QPixmap  # noqa: PLC0415

    strokes(name)
    made = QIcon()
    for scale in SCALES:
        picture = QPixmap(QSize(size_px, size_px) * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, name, QRectF(0, 0, size_px, size_px), colour)
        painter.end()
        made.addPixmap(picture)
    return made


def paint_logo(painter: QPainter, at: QRectF, ink: QColor, accent: QColor) -> None:
    """The mark: a ruled scale with one needle, on a 22 px grid."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at.topLeft())
    painter.scale(at.width() / 22, at.height() / 22)
    painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for x, top in ((2.0, 9.0), (6.5, 12.0), (11.0, 9.0), (15.5, 12.0), (20.0, 9.0)):
        painter.drawLine(QPointF(x, top), QPointF(x, 17))
    painter.setPen(QPen(accent, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(13.25, 3), QPointF(13.25, 19))
    painter.restore()
