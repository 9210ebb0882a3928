"""The shipped movements, each read once, and what tests of the drawing ask of their shapes."""

from collections.abc import Iterable, Sequence
from functools import cache

from kneecoach.exchange.movements import load_movement
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.outline import Point, Polygon
from kneecoach.figure.palette import Ink
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.paths import resource

GROUND = frozenset(
    {Ink.HORIZON, Ink.SHADOW, Ink.CONTACT, Ink.BOX, Ink.BOX_S, Ink.BOX_T, Ink.WALL, Ink.WALL_S, Ink.WALL_T}
    | {Ink.MAT, Ink.MAT_S, Ink.MAT_T, Ink.GAP}
)
"""What may run out of the frame."""


def every_exercise() -> list[str]:
    folder = resource("movements/shared_poses.json").parent
    return sorted(path.stem for path in folder.glob("*.json") if path.stem != "shared_poses")


@cache
def movement(exercise: str) -> Movement:
    found = load_movement(exercise)
    assert found is not None
    return found


def moments(movement: Movement, count: int = 8) -> list[Moment]:
    return [movement.at_second(movement.seconds * (i + 0.5) / count) for i in range(count)]


def inked(drawing: Drawing, *inks: Ink) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.ink in inks]


def points(shapes: Iterable[Shape]) -> list[Point]:
    return [point for shape in shapes for polygon in shape.polygons for point in polygon]


def area(polygon: Sequence[Point]) -> float:
    """Above 0 when it is wound as outlines are."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True))


def covers(polygons: Iterable[Polygon], at: Point) -> bool:
    """Whether a fill with the non-zero rule paints this point."""
    winding = 0
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
            if (y0 > at[1]) != (y1 > at[1]) and x0 + (at[1] - y0) / (y1 - y0) * (x1 - x0) > at[0]:
                winding += 1 if y1 > y0 else -1
    return winding != 0
