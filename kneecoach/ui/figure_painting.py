"""Paints a drawing of the coach on anything that Qt paints on: a window, a picture, a PDF."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from kneecoach.figure.palette import SHADOWS, Ink, Palette, palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.strokes import Polygon
from kneecoach.ui.tokens import Tokens

Tint = tuple[Ink, float, Ink | None]
"""A role, how far it is mixed into what is behind, and what it lies over."""


class Filled(NamedTuple):
    """One shape ready to be painted in any theme."""

    path: QPainterPath
    tint: Tint


class Colours:
    """The colours of a theme as Qt wants them, each made once."""

    def __init__(self, inks: Palette) -> None:
        self._inks = inks
        self._made: dict[Tint, QColor] = {}

    @staticmethod
    def of(tokens: Tokens, *, surface: bool = False) -> "Colours":
        """The figure's colours in the theme that the application shows."""
        return Colours(palette(dark=tokens.dark, surface=surface))

    @property
    def ground(self) -> QColor:
        return self.colour((Ink.GROUND, 0.0, None))

    def colour(self, tint: Tint) -> QColor:
        made = self._made.get(tint)
        if made is None:
            made = self._made[tint] = QColor(*self._inks.colour(*tint))
        return made


def ready(shapes: Iterable[Shape]) -> list[Filled]:
    """Paths, so that painting them again costs nothing but painting."""
    return [Filled(_path(shape), (shape.ink, shape.far, shape.over)) for shape in shapes if shape.polygons]


def polished(shape: Filled) -> Filled:
    """The same shape without the edges inside it: twice as fast to paint, but not worth it for one picture."""
    return Filled(shape.path.simplified(), shape.tint)


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


def paint(painter: QPainter, shapes: Iterable[Filled], colours: Colours) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path, tint in shapes:
        painter.fillPath(path, colours.colour(tint))


def paint_drawing(painter: QPainter, drawing: Drawing, colours: Colours) -> None:
    """The drawing at the painter's origin, on whatever ground is there."""
    paint(painter, ready(drawing.shapes), colours)


def picture(drawing: Drawing, colours: Colours, *, ratio: float = 1.0) -> QPixmap:
    """The drawing on its own ground; `ratio` is how many pixels of the screen one of the drawing takes."""
    pixmap = QPixmap(round(drawing.width * ratio), round(drawing.height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), colours.ground)
    paint_drawing(painter, drawing, colours)
    painter.end()
    return pixmap
