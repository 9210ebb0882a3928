"""Points, polygons and lines of a picture, in pixels: strokes as polygons, boxes, and where lines meet."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def box(polygons: Sequence[Polygon]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all of it, in pixels."""
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def near(some: Sequence[Polygon], others: Sequence[Polygon]) -> list[Polygon]:
    """Those of `some` that may touch any of the others, by their boxes."""
    boxes = [box((other,)) for other in others]
    return [polygon for polygon in some if any(overlap(box((polygon,)), other) for other in boxes)]


def bar(a: Point, b: Point, width: float) -> Polygon:
    """A straight line of some width as a polygon, wound as the hulls are."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = dy / length * width / 2, -dx / length * width / 2
    return ((a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny))


def dashes(polygon: Sequence[Point], width: float, length: float) -> list[Polygon]:
    """Short strokes along an outline, as long as the gaps between them."""
    out = []
    gone = 0.0
    for (x0, y0), (x1, y1) in pairwise([*polygon, polygon[0]]):
        size = hypot(x1 - x0, y1 - y0) or 1.0
        at = 0.0
        while at < size:
            phase = (gone + at) % (2 * length)
            step = min(size - at, (length if phase < length else 2 * length) - phase + 1e-6)
            if phase < length:
                a, b = at / size, (at + step) / size
                start = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a)
                out.append(wound(bar(start, (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b), width)))
            at += step
        gone += size
    return out


def wound(polygon: Sequence[Point]) -> Polygon:
    """The same polygon wound as the hulls are, so that polygons of one shape never cancel."""
    area = 0.0
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        area += x0 * y1 - x1 * y0
    return tuple(polygon) if area >= 0 else tuple(reversed(polygon))


Line = tuple[Point, Point]


def meeting(one: Line, other: Line) -> tuple[float, float, float]:
    """The least distance between two straight lines, and how far along each of them it is (0 to 1)."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    ux, uy, vx, vy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy, cx - ax, cy - ay
    turn = ux * vy - uy * vx
    if turn:
        s, t = (wx * vy - wy * vx) / turn, (wx * uy - wy * ux) / turn
        if 0 <= s <= 1 and 0 <= t <= 1:
            return 0.0, s, t
    near = [(*from_line(point, other), end) for end, point in enumerate(one)]
    found = [(gap, float(end), t) for gap, t, end in near]
    near = [(*from_line(point, one), end) for end, point in enumerate(other)]
    found += [(gap, s, float(end)) for gap, s, end in near]
    return min(found)


def from_line(point: Point, line: Line) -> tuple[float, float]:
    """How far the point is from the line, and where along the line."""
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    long = dx * dx + dy * dy
    s = max(0.0, min(1.0, ((point[0] - x0) * dx + (point[1] - y0) * dy) / long)) if long else 0.0
    return hypot(point[0] - x0 - s * dx, point[1] - y0 - s * dy), s
