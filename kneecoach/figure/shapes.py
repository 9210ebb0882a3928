"""What a drawing is made of: filled polygons in painting order, coloured by role."""

from dataclasses import dataclass

from kneecoach.figure.palette import Ink
from kneecoach.figure.strokes import Polygon


@dataclass(frozen=True, slots=True)
class Shape:
    """The union of its polygons (non-zero winding) in one colour, cut off at the union of `clip` when there is one.

    `far` is how much of the colour of things behind is mixed in, 0 to 1. A shadow says what it lies `over`: its colour
    is mixed with that one, which is painted many times as fast as something to be seen through.
    """

    ink: Ink
    polygons: tuple[Polygon, ...]
    far: float = 0.0
    clip: tuple[Polygon, ...] = ()
    over: Ink | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture in pixels from the top left.

    The first `still` shapes are the same in every moment of the loop, the last `upright` ones are seen in no mirror.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    still: int = 0
    upright: int = 0

    def mirrored(self) -> "Drawing":
        """The same picture seen in a mirror."""
        turned = len(self.shapes) - self.upright
        shapes = (*(_mirrored(s, self.width) for s in self.shapes[:turned]), *self.shapes[turned:])
        return Drawing(self.width, self.height, shapes, self.still, self.upright)


def _mirrored(shape: Shape, width: float) -> Shape:
    return Shape(shape.ink, _flip(shape.polygons, width), shape.far, _flip(shape.clip, width), shape.over)


def _flip(polygons: tuple[Polygon, ...], width: float) -> tuple[Polygon, ...]:
    return tuple([tuple([(width - x, y) for x, y in polygon]) for polygon in polygons])
