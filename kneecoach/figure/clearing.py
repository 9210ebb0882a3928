"""Keeps arrows clear of the body: how far each is moved aside, the same over the whole loop."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import NamedTuple

from kneecoach.figure.arrows import HALO, HEAD_HALF, HEAD_LONG, SHAFT, arrow_points
from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Arrow
from kneecoach.figure.poses import LIMBS
from kneecoach.figure.strokes import Line, Point, from_line
from kneecoach.figure.vectors import Vec, along, rotate

ASIDE = 0.02
ASIDE_AT_MOST = 0.24
WAYS = 12
EDGE = 0.012
"""What is left free between an arrow and the frame, in body heights."""


class Seen(NamedTuple):
    """One moment at which an arrow is shown."""

    joints: Joints
    view: Projection
    backward: bool


class Capsule(NamedTuple):
    line: Line
    radius: float


def capsules(joints: Joints, view: Projection) -> list[Capsule]:
    """The body as thick lines in the picture, in pixels."""
    rows: list[tuple[Vec, Vec, float]] = [
        (joints.pelvis, joints.chest, 0.072),
        (joints.chest, joints.neck_top, 0.045),
        (joints.head, along(joints.head, rotate(joints.head_frame, (-0.3, 1.0, 0.0)), 0.045), 0.056),
    ]
    for limb in LIMBS:
        leg, arm = joints.legs[limb], joints.arms[limb]
        toes = along(
            along(leg.ankle, rotate(leg.foot, (1.0, 0.0, 0.0)), 0.11), rotate(leg.foot, (0.0, 1.0, 0.0)), -0.025
        )
        rows += [(leg.hip, leg.knee, 0.046), (leg.knee, leg.ankle, 0.030), (leg.ankle, toes, 0.026)]
        rows += [(arm.shoulder, arm.elbow, 0.028), (arm.elbow, arm.wrist, 0.019)]
        rows.append((arm.wrist, along(arm.wrist, arm.hand_direction, 0.065), 0.017))
    return [Capsule((view.point(a), view.point(b)), radius * view.scale) for a, b, radius in rows]


def arrow_reach(points: Sequence[Point], scale: float) -> list[tuple[float, float, float]]:
    """The arrow as balls (x, y, radius) in pixels, its halo with it."""
    (x0, y0), (x1, y1) = points[-2], points[-1]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    ahead = HEAD_LONG * scale / size
    tip = (x1 + (x1 - x0) * ahead * 0.6, y1 + (y1 - y0) * ahead * 0.6)
    shaft = (SHAFT / 2 + HALO) * scale
    out = [(*tip, shaft * 0.6), (x1, y1, (HEAD_HALF * 0.8 + HALO) * scale)]
    for (ax, ay), (bx, by) in pairwise(points):
        out += [(ax, ay, shaft), ((ax + bx) / 2, (ay + by) / 2, shaft)]
    return out


def moved_aside(arrow: Arrow, moments: Sequence[Seen], frame: tuple[float, float]) -> Point:
    """The least shift in pixels with which the arrow is on no limb and inside the frame, whenever it is shown."""
    scenes = []
    for joints, view, backward in moments:
        points = arrow_points(arrow, joints, view)
        if backward:
            points.reverse()
        scenes.append((arrow_reach(points, view.scale), capsules(joints, view)))
    if not scenes:
        return 0.0, 0.0
    scale = moments[0].view.scale
    best: tuple[float, Point] | None = None
    for shift in _shifts(scale):
        wrong = _wrong(scenes, shift, frame, EDGE * scale)
        if wrong <= 0:
            return shift
        if best is None or wrong < best[0]:
            best = wrong, shift
    return best[1] if best is not None else (0.0, 0.0)


def _shifts(scale: float) -> Iterator[Point]:
    yield 0.0, 0.0
    for ring in range(1, round(ASIDE_AT_MOST / ASIDE) + 1):
        for way in range(WAYS):
            far = ring * ASIDE * scale
            yield far * cos(2 * pi * way / WAYS), far * sin(2 * pi * way / WAYS)


Scenes = Sequence[tuple[Sequence[tuple[float, float, float]], Sequence[Capsule]]]


def _wrong(scenes: Scenes, shift: Point, frame: tuple[float, float], edge: float) -> float:
    """How deep it lies in a limb or outside the frame at its worst, in pixels."""
    worst = 0.0
    for balls, limbs in scenes:
        for x, y, radius in balls:
            at = (x + shift[0], y + shift[1])
            free = radius + edge
            worst = max(worst, free - at[0], free - at[1], at[0] + free - frame[0], at[1] + free - frame[1])
            for line, thick in limbs:
                worst = max(worst, radius + thick - from_line(at, line)[0])
    return worst
