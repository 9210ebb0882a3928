"""How thick the body is round its bones: enough to know what touches the floor and the roller."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import sqrt

from kneecoach.figure.joints import Joints, Leg
from kneecoach.figure.poses import OUTWARD
from kneecoach.figure.skeleton import ANKLE_HEIGHT, BALL
from kneecoach.figure.vectors import (
    Quaternion,
    Vec,
    X,
    Y,
    Z,
    across,
    add,
    along,
    between,
    cross,
    rotate,
    subtract,
    unit,
)

Rows = Sequence[tuple[float, float]]
Ball = tuple[str, Vec, float]
"""Its name, its middle, and how far it reaches below that."""

THIGH_ROWS: Rows = ((0, 0.053), (0.18, 0.057), (0.40, 0.0535), (0.65, 0.046), (0.88, 0.038), (1, 0.0355))
SHANK_ROWS: Rows = ((0, 0.0355), (0.10, 0.0345), (0.28, 0.0385), (0.5, 0.034), (0.75, 0.0245), (1, 0.0195))
UPPER_ARM_ROWS: Rows = ((0, 0.0310), (0.25, 0.0315), (0.55, 0.0290), (0.85, 0.0240), (1, 0.0235))
FOREARM_ROWS: Rows = ((0, 0.0235), (0.22, 0.0255), (0.6, 0.0205), (1, 0.0148))


def radius_at(rows: Rows, share: float) -> float:
    """The radius at a share of the bone."""
    for (t, r), (u, s) in pairwise(rows):
        if share <= u:
            return r + (s - r) * (share - t) / (u - t)
    return rows[-1][1]


def lowest(balls: Iterable[Ball]) -> tuple[str, float]:
    """The part that reaches lowest, and where."""
    name, middle, down = min(balls, key=lambda ball: ball[1][1] - ball[2])
    return name, middle[1] - down


def flesh_of(joints: Joints) -> list[Ball]:
    """The body as balls."""
    balls: list[Ball] = []
    for limb, leg in joints.legs.items():
        # The bone's first share lies in the pelvis, which is measured by itself
        balls += _limb(f"{limb} thigh", leg.hip, leg.knee, THIGH_ROWS)
        balls += _limb(f"{limb} shank", leg.knee, leg.ankle, SHANK_ROWS)
        balls += _shoe(f"{limb} shoe", leg)
    for limb, arm in joints.arms.items():
        balls += _limb(f"{limb} upper arm", arm.shoulder, arm.elbow, UPPER_ARM_ROWS)
        balls += _limb(f"{limb} forearm", arm.elbow, arm.wrist, FOREARM_ROWS)
        balls.append((f"{limb} hand", along(arm.wrist, arm.hand_direction, 0.04), 0.0175))
    return balls + _trunk(joints)


def _limb(name: str, start: Vec, end: Vec, rows: Rows) -> list[Ball]:
    (x, y, z), (dx, dy, dz) = start, subtract(end, start)
    return [(name, (x + dx * share, y + dy * share, z + dz * share), radius) for share, radius in _sampled(rows)]


@cache
def _sampled(rows: Rows) -> Rows:
    return [(step / 10, radius_at(rows, step / 10)) for step in range(11)]


def _trunk(joints: Joints) -> list[Ball]:
    pelvis, waist, chest = joints.pelvis_frame, joints.waist_frame, joints.chest_frame
    balls = [
        _egg("pelvis", joints.pelvis, pelvis, (-0.004, -0.018, 0), (0.056, 0.040, 0.082)),
        _egg("pelvis", joints.pelvis, pelvis, (-0.006, 0.02, 0), (0.058, 0.040, 0.088)),
        _egg("waist", joints.waist, waist, (0, 0, 0), (0.050, 0.035, 0.072)),
        _egg("chest", joints.waist, chest, (0.004, 0.055, 0), (0.060, 0.04, 0.082)),
        _egg("chest", joints.chest, chest, (0.004, -0.050, 0), (0.063, 0.04, 0.092)),
        _egg("shoulders", joints.chest, chest, (-0.002, -0.002, 0), (0.048, 0.032, 0.094)),
        _egg("head", joints.head, joints.head_frame, (-0.006, 0.010, 0), (0.058, 0.058, 0.050)),
        _egg("hair", joints.head, joints.head_frame, (-0.018, -0.012, 0), (0.045, 0.050, 0.046)),
    ]
    for outward in OUTWARD.values():
        place = (-0.026, -0.012, outward * 0.042)
        balls.append(_egg("buttock", joints.pelvis, pelvis, place, (0.048, 0.048, 0.048)))
    return balls


def _shoe(name: str, leg: Leg) -> list[Ball]:
    """The sole, whose toes stay level while the heel rises."""
    sole = add(leg.ankle, rotate(leg.foot, (0.0, -ANKLE_HEIGHT, 0.0)))
    ball = add(leg.ankle, rotate(leg.foot, (BALL, -ANKLE_HEIGHT, 0.0)))
    front = rotate(leg.foot, X)
    level = unit((front[0], 0.0, front[2])) if abs(front[1]) < 0.98 else front
    ahead = unit(between(front, level, leg.toe_flat))
    above = across(between(rotate(leg.foot, Y), Y, leg.toe_flat), ahead)
    toes = add(along(ball, ahead, 0.026), _scaled(above, 0.0085))
    return [
        _egg(name, sole, leg.foot, (-0.020, 0.0085, 0), (0.024, 0.0085, 0.023)),
        _egg(name, sole, leg.foot, (0.03, 0.0085, 0), (0.02, 0.0085, 0.022)),
        (name, toes, _reach((ahead, above, cross(ahead, above)), (0.022, 0.0085, 0.026))),
    ]


def _egg(name: str, origin: Vec, turn: Quaternion, place: Vec, half: Vec) -> Ball:
    return name, add(origin, rotate(turn, place)), _reach((rotate(turn, X), rotate(turn, Y), rotate(turn, Z)), half)


def _reach(axes: Sequence[Vec], half: Vec) -> float:
    return sqrt(sum((axis[1] * size) ** 2 for axis, size in zip(axes, half, strict=True)))


def _scaled(direction: Vec, size: float) -> Vec:
    return along((0.0, 0.0, 0.0), direction, size)
