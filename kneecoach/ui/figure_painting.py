"""Paints a drawing of the coach on anything that Qt paints on: a window, a picture, a PDF."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from kneecoach.figure.palette import SHADOWS, Ink, Palette, palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.strokes import Polygon, near
from kneecoach.ui.tokens import Tokens

FEW = 3
"""So many outlines are painted as fast together."""

Tint = tuple[Ink, float, Ink | None]
"""A role, how far it is mixed into what is behind, and what it lies over."""


class Filled(NamedTuple):
    """One shape ready to be painted in any theme.

    Its outlines lie over each other, and each is painted alone: what fills an outline takes more than twice as long for
    twice as many edges.
    """

    paths: list[QPainterPath]
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
    return [Filled(paths, (shape.ink, shape.far, shape.over)) for shape in shapes if (paths := _paths(shape))]


def _paths(shape: Shape) -> list[QPainterPath]:
    """The outlines, cut off where the shape is: that costs less once than a clip costs each time it is painted."""
    if not shape.polygons:
        return []
    if shape.clip:
        clip = near(shape.clip, shape.polygons)
        cut = outline(shape.polygons).intersected(outline(clip)) if clip else QPainterPath()
        return [] if cut.isEmpty() else [cut]
    if shape.ink in SHADOWS:
        # A flat body has long level edges inside its shadow, each as dear as an outer one
        return [outline(shape.polygons).simplified()]
    if len(shape.polygons) <= FEW:
        return [outline(shape.polygons)]
    return [outline((polygon,)) for polygon in shape.polygons]


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
    fill = painter.fillPath
    for paths, tint in shapes:
        colour = colours.colour(tint)
        for path in paths:
            fill(path, colour)


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
