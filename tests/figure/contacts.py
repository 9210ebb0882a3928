"""Where the body touches the floor, the roller and itself."""

from collections.abc import Iterator
from math import dist

from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Box, BoxKind, Moment, Movement
from kneecoach.figure.poses import LIMBS, OUTWARD
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import add, along, between, distance, dot, length, rotate, subtract
from tests.figure.flesh import THIGH_ROWS, Ball, flesh_of, lowest, radius_at
from tests.figure.performance import Frame, Performance

UNDER_THE_FLOOR = -0.0035
HOVERS = 0.012
STOOD_ON = frozenset({BoxKind.STEP, BoxKind.BENCH})
THROUGH_BY_AN_ARM = 0.06
THROUGH_BY_A_LEG = 0.03
ROLLER_GAP = (-0.0135, 0.008)
ROLLING_RATIO = (1.8, 2.2)


def audit_floor(seen: Performance) -> Iterator[str]:
    """No part of the body is below the floor, and something of it is on the floor or on the step."""
    tops = [prop.high[1] for prop in seen.movement.props if isinstance(prop, Box) and prop.kind in STOOD_ON]
    for frame in seen.frames:
        part, height = lowest(flesh_of(frame.joints))
        if height < UNDER_THE_FLOOR:
            yield f"{frame.where}: {part} is {-height:.4f} below the floor"
        if height > HOVERS + max(tops, default=0.0):
            yield f"{frame.where}: the body hovers by {height:.4f}"


def audit_passing(seen: Performance) -> Iterator[str]:
    """No arm goes through a leg or the head, and no leg through the other."""
    for frame in seen.frames:
        balls = flesh_of(frame.joints)
        arms = [ball for ball in balls if ball[0].endswith(("hand", "forearm"))]
        shins = {limb: [ball for ball in balls if ball[0] == f"{limb} shank"] for limb in LIMBS}
        others = [ball for ball in balls if ball[0].endswith(("thigh", "shank", "head"))]
        yield from _passes(frame, arms, others, THROUGH_BY_AN_ARM)
        yield from _passes(frame, shins["l"], shins["r"], THROUGH_BY_A_LEG)


def _passes(frame: Frame, some: list[Ball], others: list[Ball], bound: float) -> Iterator[str]:
    for name, at, radius in some:
        into = [(other, radius + width - dist(at, there)) for other, there, width in others]
        yield from (f"{frame.where}: {name} goes {deep:.3f} into {other}" for other, deep in into if deep > bound)


def audit_roller(seen: Performance) -> Iterator[str]:
    """The body lies on the roller, which turns under it: its middle moves half as far as the body."""
    roller = seen.movement.roller
    if roller is None:
        return
    for frame in seen.frames:
        gap = roller_gap(seen.movement, frame.joints)
        if not ROLLER_GAP[0] <= gap <= ROLLER_GAP[1]:
            yield f"{frame.where}: the roller is {gap:.4f} from the body"
    for index, phase in enumerate(seen.movement.phases):
        first, last = (solve(seen.movement, Moment(index, progress)) for progress in (0.0, 1.0))
        rolled = distance(first.props["roller"], last.props["roller"])
        if phase.still or not rolled:
            continue
        ratio = distance(first.pelvis, last.pelvis) / rolled
        if not ROLLING_RATIO[0] <= ratio <= ROLLING_RATIO[1]:
            yield f"{index} {phase.name}: the body moves {ratio:.2f} times as far as the roller, not twice"


def roller_gap(movement: Movement, joints: Joints) -> float:
    """How far the nearest thigh or buttock is from the roller; below 0 it is pressed in."""
    roller = movement.roller
    assert roller
    middle = joints.props["roller"]
    gaps = []
    for leg in joints.legs.values():
        for step in range(41):
            point = between(leg.hip, leg.knee, step / 40)
            away = subtract(point, middle)
            beside = dot(away, roller.axis)
            if abs(beside) <= roller.length / 2:
                radius = radius_at(THIGH_ROWS, step / 40)
                gaps.append(length(along(away, roller.axis, -beside)) - roller.radius - radius)
    for outward in OUTWARD.values():
        buttock = add(joints.pelvis, rotate(joints.pelvis_frame, (-0.026, -0.012, outward * 0.042)))
        away = subtract(buttock, middle)
        beside = dot(away, roller.axis)
        if abs(beside) <= roller.length / 2:
            gaps.append(length(along(away, roller.axis, -beside)) - roller.radius - 0.048)
    return min(gaps, default=9.0)
