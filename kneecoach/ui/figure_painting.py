"""Paints a drawing of the coach on anything that Qt paints on: a window, a picture, a PDF."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from kneecoach.figure.outline import Polygon
from kneecoach.figure.palette import SHADOWS, Ink, Palette, palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.ui.tokens import Tokens


class Filled(NamedTuple):
    """One shape ready to be painted."""

    path: QPainterPath
    colour: QColor


def palette_for(tokens: Tokens, *, surface: bool = False) -> Palette:
    """The figure's colours in the theme that the application shows."""
    return palette(dark=tokens.dark, surface=surface)


def ready(shapes: Iterable[Shape], colours: Palette) -> list[Filled]:
    """Paths and colours, so that painting them again costs nothing but painting."""
    return [
        Filled(_path(shape), QColor(*colours.colour(shape.ink, shape.far, shape.over)))
        for shape in shapes
        if shape.polygons
    ]


def _path(shape: Shape) -> QPainterPath:
    """The outline, cut off where the shape is: that costs less once than a clip costs each time it is painted."""
    path = outline(shape.polygons)
    if shape.clip:
        return path.intersected(outline(shape.clip))
    # A flat body has long level edges inside its shadow, each as dear as an outer one
    return path.simplified() if shape.ink in SHADOWS else path


def outline(polygons: Sequence[Polygon]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    # Three times as fast from Python as a QPolygonF of points
    move, line, close = path.moveTo, path.lineTo, path.closeSubpath
    for polygon in polygons:
        corners = iter(polygon)
        move(*next(corners))
        for x, y in corners:
            line(x, y)
        close()
    return path


def paint(painter: QPainter, shapes: Iterable[Filled]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path, colour in shapes:
        painter.fillPath(path, colour)


def paint_drawing(painter: QPainter, drawing: Drawing, colours: Palette) -> None:
    """The drawing at the painter's origin, on whatever ground is there."""
    paint(painter, ready(drawing.shapes, colours))


def picture(drawing: Drawing, colours: Palette, *, ratio: float = 1.0) -> QPixmap:
    """The drawing on its own ground; `ratio` is how many pixels of the screen one of the drawing takes."""
    pixmap = QPixmap(round(drawing.width * ratio), round(drawing.height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), QColor(*colours.colour(Ink.GROUND)))
    paint_drawing(painter, drawing, colours)
    painter.end()
    return pixmap
