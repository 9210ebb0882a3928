"""Outlines of round bodies as they are seen: blobs, the hulls between neighbours, and the long outline of a limb."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Polygon = tuple[Point, ...]

# The light comes from above and a little from the left; shares of the radius
LIGHT_ACROSS = -0.11
LIGHT_DOWN = -0.17
LIGHT = 0.76
"""How much of a body the light covers when nothing else is said."""

STRAIGHT_ENOUGH = 0.2
TURNS_AT_MOST = 0.4
LEAST_STEP_PX = 0.3
ROW = 3
"""Fewer blobs than this are no row."""
CAP_STEP_PX = 2.2


class Blob(NamedTuple):
    """One section as it is seen, in pixels: a circle, or an ellipse by its `form` (xx, xy, yy)."""

    x: float
    y: float
    radius: float
    form: tuple[float, float, float] | None = None
    light: float = LIGHT

    def lit(self) -> "Blob":
        """The part of it that is in the light; it lies inside, because share and shift together stay below one."""
        share = self.light
        shift = self.radius * (1 - share) / (1 - LIGHT)
        form = self.form
        if form is not None:
            form = (form[0] * share * share, form[1] * share * share, form[2] * share * share)
        return Blob(self.x + shift * LIGHT_ACROSS, self.y + shift * LIGHT_DOWN, self.radius * share, form, share)

    def grown(self, by: float) -> "Blob":
        """A wider circle. Ellipses grow in `hull`, where every direction is known."""
        return self._replace(radius=self.radius + by)


@cache
def directions(count: int) -> tuple[Point, ...]:
    return tuple((cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count))


def directions_for(radius_px: float) -> tuple[Point, ...]:
    """Fewer directions for small bodies: the outline stays within about 0.15 px of the round one."""
    for limit, count in ((2.5, 8), (5, 12), (9, 16), (15, 20), (26, 24)):
        if radius_px < limit:
            return directions(count)
    return directions(32)


def supports(blob: Blob, along: Sequence[Point]) -> list[tuple[float, float, float]]:
    """For every direction how far the blob reaches, and the point of its edge that does."""
    x, y, radius, form, _ = blob
    if form is None:
        return [(x * nx + y * ny + radius, x + radius * nx, y + radius * ny) for nx, ny in along]
    xx, xy, yy = form
    out = []
    for nx, ny in along:
        px, py = xx * nx + xy * ny, xy * nx + yy * ny
        reach = sqrt(max(px * nx + py * ny, 1e-12))
        out.append((x * nx + y * ny + reach, x + px / reach, y + py / reach))
    return out


def extent(blobs: Sequence[Blob]) -> float:
    return max(b.radius if b.form is None else sqrt(max(b.form[0], b.form[2])) for b in blobs)


def hulls(blobs: Sequence[Blob], grow: float = 0.0, along: Sequence[Point] | None = None) -> list[Polygon]:
    """The convex hulls of neighbouring blobs, each `grow` px wider on every side."""
    along = along or directions_for(extent(blobs))
    reached = [supports(blob, along) for blob in blobs]
    pairs = list(pairwise(reached)) or [(reached[0], reached[0])]
    if not grow:
        return [tuple([p[1:] if p[0] > q[0] else q[1:] for p, q in zip(a, b, strict=True)]) for a, b in pairs]
    wider = [(grow * nx, grow * ny) for nx, ny in along]
    return [
        tuple(
            [
                (p[1] + dx, p[2] + dy) if p[0] > q[0] else (q[1] + dx, q[2] + dy)
                for p, q, (dx, dy) in zip(a, b, wider, strict=True)
            ]
        )
        for a, b in pairs
    ]


def limb(
    blobs: Sequence[Blob], grow: float = 0.0, *, flat_end: bool = False, flat_start: bool = False
) -> list[Polygon]:
    """The outline of a row of circles as one polygon, or their hulls where the limb is seen too much from its end."""
    if len(blobs) < ROW or not _is_seen_along(blobs):
        return hulls(blobs, grow)
    last = len(blobs) - 1
    forth, back = [], []
    slopes = []
    for i, (x, y, radius, _form, _light) in enumerate(blobs):
        before, after = blobs[i - 1 if i else 0], blobs[i + 1 if i < last else last]
        dx, dy = after.x - before.x, after.y - before.y
        length = hypot(dx, dy)
        dx, dy = dx / length, dy / length
        slope = max(-0.9, min(0.9, (after.radius - before.radius) / length))
        across = sqrt(1 - slope * slope)
        wide = radius + grow
        forth.append((x + wide * (dy * across - slope * dx), y - wide * (dx * across + slope * dy)))
        back.append((x - wide * (dy * across + slope * dx), y + wide * (dx * across - slope * dy)))
        slopes.append((atan2(dy, dx), slope))
    out = list(forth)
    if flat_end and grow:
        dx, dy = cos(slopes[last][0]) * grow, sin(slopes[last][0]) * grow
        out += [(forth[last][0] + dx, forth[last][1] + dy), (back[last][0] + dx, back[last][1] + dy)]
    elif not flat_end:
        out += _cap(blobs[last], grow, slopes[last][0], pi / 2 + slopes[last][1])
    out += reversed(back)
    if not flat_start:
        out += _cap(blobs[0], grow, slopes[0][0] + pi, pi / 2 - slopes[0][1])
    return [tuple(out)]


def _is_seen_along(blobs: Sequence[Blob]) -> bool:
    """Whether every step goes on in about the same direction and comes out of the circle before."""
    px = py = 0.0
    for a, b in pairwise(blobs):
        dx, dy = b.x - a.x, b.y - a.y
        length = hypot(dx, dy)
        if length < LEAST_STEP_PX or length < 1.15 * abs(b.radius - a.radius) or length < STRAIGHT_ENOUGH * a.radius:
            return False
        dx, dy = dx / length, dy / length
        if px * dx + py * dy < TURNS_AT_MOST and (px or py):
            return False
        px, py = dx, dy
    return True


def _cap(blob: Blob, grow: float, middle: float, half: float) -> list[Point]:
    """The round end: an arc about the blob from `middle - half` to `middle + half`, ends left out."""
    wide = blob.radius + grow
    count = max(2, ceil(2 * half * wide / max(CAP_STEP_PX, wide * 0.3)))
    return [
        (blob.x + wide * cos(turn), blob.y + wide * sin(turn))
        for turn in (middle - half + 2 * half * k / count for k in range(1, count))
    ]


def box(polygons: Sequence[Polygon]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all of it, in pixels."""
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def bar(a: Point, b: Point, width: float) -> Polygon:
    """A straight line of some width as a polygon, wound as the hulls are."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = dy / length * width / 2, -dx / length * width / 2
    return ((a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny))


def wound(polygon: Sequence[Point]) -> Polygon:
    """The same polygon wound as the hulls are, so that polygons of one shape never cancel."""
    area = 0.0
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        area += x0 * y1 - x1 * y0
    return tuple(polygon) if area >= 0 else tuple(reversed(polygon))


Line = tuple[Point, Point]


def apart(one: Line, other: Line) -> float:
    """The distance between two straight lines; 0 when they cross."""
    if _crosses(one, other):
        return 0.0
    return min(
        _from_line(one[0], other), _from_line(one[1], other), _from_line(other[0], one), _from_line(other[1], one)
    )


def _from_line(point: Point, line: Line) -> float:
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    long = dx * dx + dy * dy
    s = max(0.0, min(1.0, ((point[0] - x0) * dx + (point[1] - y0) * dy) / long)) if long else 0.0
    return hypot(point[0] - x0 - s * dx, point[1] - y0 - s * dy)


def _crosses(one: Line, other: Line) -> bool:
    def side(line: Line, point: Point) -> float:
        (x0, y0), (x1, y1) = line
        return (x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0)

    return side(one, other[0]) * side(one, other[1]) < 0 and side(other, one[0]) * side(other, one[1]) < 0
