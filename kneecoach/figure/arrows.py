"""The arrow beside the moving part, and the sign of a hold in the corner."""

from collections.abc import Sequence
from math import hypot

from kneecoach.figure.blobs import Blob
from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Arrow
from kneecoach.figure.outline import outlines
from kneecoach.figure.palette import Ink
from kneecoach.figure.shapes import Shape
from kneecoach.figure.strokes import Point, Polygon, wound
from kneecoach.figure.vectors import ORIGIN, add

SHAFT = 0.016
HEAD_LONG = 0.05
HEAD_HALF = 0.032
HALO = 0.008
CURVED = 3
"""Points of an arrow that is bent."""
CURVE_STEPS = 10
SIGN_SHARE = 0.055
"""Height of the hold sign as a share of the shorter side of the frame."""
SIGN_LEAST_PX = 9.0


def arrow_points(arrow: Arrow, joints: Joints, view: Projection) -> list[Point]:
    """Where the arrow runs in the picture, from its tail to the point that its head stands on."""
    origin = joints.point(arrow.joint) if arrow.joint else ORIGIN
    points = [view.point(add(origin, place)) for place in arrow.points]
    if len(points) < CURVED:
        return points
    (x0, y0), (x1, y1), (x2, y2) = points
    out = []
    for step in range(CURVE_STEPS + 1):
        s = step / CURVE_STEPS
        a, b, c = (1 - s) ** 2, 2 * s * (1 - s), s * s
        out.append((x0 * a + x1 * b + x2 * c, y0 * a + y1 * b + y2 * c))
    return out


def arrow_shapes(points: Sequence[Point], scale: float, *, double: bool = False) -> list[Shape]:
    shapes = []
    for ink, grow in ((Ink.GROUND, HALO * scale), (Ink.ARROW, 0.0)):
        polygons = _shaft(points, scale, grow)
        polygons.append(_head(points, scale, grow))
        if double:
            polygons.append(_head(list(reversed(points)), scale, grow))
        shapes.append(Shape(ink, tuple(polygons)))
    return shapes


def _shaft(points: Sequence[Point], scale: float, grow: float) -> list[Polygon]:
    half = SHAFT * scale / 2 + grow
    return outlines([Blob(x, y, half) for x, y in points])


def _head(points: Sequence[Point], scale: float, grow: float) -> Polygon:
    (x0, y0), (x, y) = points[-2], points[-1]
    size = hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / size, (y - y0) / size
    long, half = HEAD_LONG * scale, HEAD_HALF * scale
    tip = (x + dx * (long * 0.6 + grow * 1.8), y + dy * (long * 0.6 + grow * 1.8))
    bx, by = x - dx * (long * 0.4 + grow), y - dy * (long * 0.4 + grow)
    wide = half + grow * 1.4
    notch = (bx + dx * long * 0.18, by + dy * long * 0.18)
    return wound([tip, (bx - dy * wide, by + dx * wide), notch, (bx + dy * wide, by - dx * wide)])


def hold_sign(width: float, height: float) -> list[Shape]:
    """Two bars in the top right corner of the frame."""
    high = max(SIGN_LEAST_PX, min(width, height) * SIGN_SHARE)
    wide, margin = high * 0.30, high * 0.75
    right = width - margin
    bars = [
        wound([(x, margin), (x + wide, margin), (x + wide, margin + high), (x, margin + high)])
        for x in (right - wide, right - wide * 2.6)
    ]
    return [Shape(Ink.ARROW, tuple(bars))]
