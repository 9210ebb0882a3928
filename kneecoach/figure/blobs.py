"""Blobs: the sections of a body as they are seen, and how far each reaches in the directions all round."""

from collections.abc import Sequence
from functools import cache
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from kneecoach.figure.strokes import Point

LIGHT = 0.76
"""How much of a body the light covers when nothing else is said."""


class Blob(NamedTuple):
    """One section as it is seen, in pixels: a circle, or an ellipse by its `form` (xx, xy, yy)."""

    x: float
    y: float
    radius: float
    form: tuple[float, float, float] | None = None
    light: float = LIGHT


class Ways(NamedTuple):
    """Directions all round, which lie opposite each other in pairs: `half` of them, and `twice` all for going on round.

    `squares` are what an ellipse's form is multiplied by to tell how far it reaches, for half of them.
    """

    many: int
    half: tuple[Point, ...]
    twice: tuple[Point, ...]
    squares: tuple[tuple[float, float, float], ...]


@cache
def directions(count: int) -> Ways:
    """`count` is even."""
    ways = tuple([(cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count)])
    half = ways[: count // 2]
    return Ways(count, half, ways + ways, tuple([(x * x, 2 * x * y, y * y) for x, y in half]))


def directions_for(radius_px: float) -> Ways:
    """Fewer directions for small bodies: the outline stays within about 0.15 px of the round one."""
    for limit, count in ((2.5, 8), (6, 12), (12, 16), (24, 20), (60, 24)):
        if radius_px < limit:
            return directions(count)
    return directions(32)


def extent(blobs: Sequence[Blob]) -> float:
    """The radius of the largest of them."""
    return max([b.radius if b.form is None else sqrt(max(b.form[0], b.form[2])) for b in blobs])


class Support(NamedTuple):
    """How far a blob reaches in every direction, from the origin and, for half of them, from its own middle."""

    heights: list[float]
    reach: list[float]


def support_of(blob: Blob, ways: Ways) -> Support:
    x, y, radius, form, _ = blob
    middle = [x * nx + y * ny for nx, ny in ways.half]
    if form is None:
        return Support([m + radius for m in middle] + [radius - m for m in middle], [])
    xx, xy, yy = form
    reach = [sqrt(xx * a + xy * b + yy * c + 1e-9) for a, b, c in ways.squares]
    near = list(zip(middle, reach, strict=True))
    return Support([m + r for m, r in near] + [r - m for m, r in near], reach)
