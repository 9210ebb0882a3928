"""The shipped movements, each read once, and what tests of the drawing ask of their shapes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from kneecoach.exchange.movements import load_movement
from kneecoach.figure.camera import Projection
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.figure.palette import Ink
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.strokes import Point, Polygon
from kneecoach.paths import resource

GROUND = frozenset(
    {Ink.HORIZON, Ink.SHADOW, Ink.CONTACT, Ink.BOX, Ink.BOX_S, Ink.BOX_T, Ink.WALL, Ink.WALL_S, Ink.WALL_T}
    | {Ink.MAT, Ink.MAT_S, Ink.MAT_T, Ink.GAP}
)
"""What may run out of the frame."""
TALL = (443, 575)


def every_exercise() -> list[str]:
    folder = resource("movements/shared_poses.json").parent
    return sorted(path.stem for path in folder.glob("*.json") if path.stem != "shared_poses")


def in_groups() -> list[Any]:
    """Every exercise as a parameter whose tests share a process, so that each loop is solved and drawn once."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in every_exercise()]


@cache
def movement(exercise: str) -> Movement:
    found = load_movement(exercise)
    assert found is not None
    return found


def moments(movement: Movement, count: int = 8) -> list[Moment]:
    return [movement.at_second(movement.seconds * (i + 0.5) / count) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Extent:
    """How far shapes go, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def of(shapes: Iterable[Shape]) -> "Extent":
        xs, ys = zip(*points(shape for shape in shapes if shape.ink not in GROUND), strict=True)
        return Extent(min(xs), min(ys), max(xs), max(ys))

    def seen_in(self, there: Projection, here: Projection) -> "Extent":
        """The same in the frame of another size: there is no perspective, so that pictures only grow and shift."""
        grown = there.scale / here.scale
        (left, right), (top, bottom) = (
            (there.x + (x - here.x) * grown for x in (self.left, self.right)),
            (there.y + (y - here.y) * grown for y in (self.top, self.bottom)),
        )
        return Extent(left, top, right, bottom)

    def within(self, width: float, height: float) -> bool:
        return min(self.left, self.top) >= -1 and self.right <= width + 1 and self.bottom <= height + 1


@dataclass(frozen=True, slots=True)
class Loop:
    """What pictures of one loop without its arrows come to, in a tall frame."""

    scene: Scene
    extents: Mapping[Moment, Extent]
    least_area: float


@cache
def in_frame(exercise: str, view: View, size: tuple[int, int]) -> Scene:
    return Scene.of(movement(exercise), *size, view)


@cache
def loop(exercise: str, view: View) -> Loop:
    """Drawn once for all the tests that look at it."""
    scene = in_frame(exercise, view, TALL)
    drawn = {moment: scene.drawing(moment, arrows=False).shapes for moment in moments(scene.movement)}
    extents = {moment: Extent.of(shapes) for moment, shapes in drawn.items()}
    return Loop(scene, extents, min(least_area(shapes) for shapes in drawn.values()))


def least_area(shapes: Iterable[Shape]) -> float:
    return min((area(p) for shape in shapes for p in shape.polygons if shape.ink is not Ink.GAP), default=0.0)


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
