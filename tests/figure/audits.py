"""What must be true of every drawn movement, each audit giving one sentence for each thing that is wrong."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import MovementPhase
from kneecoach.figure.poses import LIMBS, OUTWARD, FootContact, Limb
from kneecoach.figure.skeleton import ANKLE_HEIGHT, BALL, HEEL_BACK
from kneecoach.figure.vectors import (
    Vec,
    X,
    Y,
    Z,
    across,
    add,
    aim,
    along,
    between,
    distance,
    dot,
    rotate,
    scale,
    subtract,
    unit,
)
from tests.figure.contacts import audit_floor, audit_passing, audit_roller
from tests.figure.performance import Performance, joint_angles

RANGES: Mapping[str, tuple[float, float]] = {
    "hip flexion": (-25, 125),
    "hip abduction": (-35, 85),
    "knee": (0, 152),
    "elbow": (0, 150),
    "ankle": (-60, 40),
    "spine flexion": (-30, 45),
}
"""Degrees; generous, and ours: no clinical source gives them for a drawing."""
RANGE_TOLERANCE = 0.5
SLIDE = 0.0005
FOOT_REACH = 0.0005
HAND_REACH = 0.001
GIRDLE = 0.02
ELBOW_DRIFT = 0.0005
STEP_OF_NEIGHBOURS = 2.0
STEP_SLACK = 0.006
INWARD = -0.004
ON_ITS_SIDE = 0.5
BENT_ENOUGH = 12.0
TOES_WITH_KNEE = 0.2


def audit_ranges(seen: Performance) -> Iterator[str]:
    """No joint leaves what a body can do, and no knee bends backwards."""
    for frame in seen.frames:
        for limb in LIMBS:
            for joint, angle in joint_angles(frame.joints, limb).items():
                low, high = RANGES[joint]
                if not low - RANGE_TOLERANCE <= angle <= high + RANGE_TOLERANCE:
                    yield f"{frame.where}: {limb} {joint} is {angle:.0f} degrees"
            if _bent_backwards(frame.joints, limb):
                yield f"{frame.where}: {limb} knee bends away from where its toes point"
    low, high = RANGES["spine flexion"]
    for name, pose in seen.movement.poses.items():
        if not low <= pose.spine[0] <= high:
            yield f"pose {name}: the spine is bent by {pose.spine[0]:.0f} degrees"


def _bent_backwards(joints: Joints, limb: Limb) -> bool:
    leg = joints.legs[limb]
    if leg.flexion < BENT_ENOUGH:
        return False
    thigh, shank = unit(subtract(leg.knee, leg.hip)), unit(subtract(leg.ankle, leg.knee))
    toes = across(rotate(leg.foot, X), shank)
    return dot(across(thigh, shank), toes) < TOES_WITH_KNEE


def audit_feet(seen: Performance) -> Iterator[str]:
    """A planted foot does not slide, and every foot gets where its pose puts it."""
    for index, phase in enumerate(seen.movement.phases):
        own = [frame for frame in seen.frames if frame.moment.phase == index]
        for limb in LIMBS:
            worst = max(frame.joints.legs[limb].reach_error for frame in own)
            if worst > FOOT_REACH:
                yield f"{index} {phase.name}: {limb} foot stays {worst:.4f} from its place"
            if _planted(phase, limb):
                pivots = [_pivot(frame.joints, phase, limb) for frame in own]
                slide = max(distance(pivot, pivots[0]) for pivot in pivots)
                if slide > SLIDE:
                    yield f"{index} {phase.name}: {limb} foot slides by {slide:.4f}"


def _planted(phase: MovementPhase, limb: Limb) -> bool:
    start, end = phase.start.legs[limb], phase.end.legs[limb]
    if not (isinstance(start, FootContact) and isinstance(end, FootContact)) or limb in phase.lift:
        return False
    return (start.spot, start.height) == (end.spot, end.height) and start.heel * end.heel >= 0


def _pivot(joints: Joints, phase: MovementPhase, limb: Limb) -> Vec:
    start, end = phase.start.legs[limb], phase.end.legs[limb]
    assert isinstance(start, FootContact)
    assert isinstance(end, FootContact)
    ahead = BALL if min(start.heel, end.heel) >= 0 else -HEEL_BACK
    leg = joints.legs[limb]
    return add(leg.ankle, rotate(leg.foot, (ahead, -ANKLE_HEIGHT, 0.0)))


def audit_hands(seen: Performance) -> Iterator[str]:
    """At every key pose the hands are where the pose puts them; an elbow that is leant on stays where it is."""
    for frame in seen.frames:
        for limb in LIMBS:
            arm = frame.joints.arms[limb]
            if frame.moment.progress == 1 and arm.reach_error > HAND_REACH:
                yield f"{frame.where}: {limb} hand stays {arm.reach_error:.4f} from its place"
            start, end = frame.phase.start.arms[limb].elbow_at, frame.phase.end.arms[limb].elbow_at
            if start is not None and end is not None:
                if arm.girdle_error > GIRDLE:
                    yield f"{frame.where}: {limb} shoulder gives way by {arm.girdle_error:.4f}"
                if start == end and distance(arm.elbow, start) > ELBOW_DRIFT:
                    yield f"{frame.where}: {limb} elbow drifts by {distance(arm.elbow, start):.4f}"


def audit_knees(seen: Performance) -> Iterator[str]:
    """A knee that bears weight does not fall inwards: it stays on or outside the line from hip to foot."""
    for frame in seen.frames:
        if abs(rotate(frame.joints.pelvis_frame, Z)[1]) > ON_ITS_SIDE:
            continue
        for limb in LIMBS:
            start, end = frame.phase.start.legs[limb], frame.phase.end.legs[limb]
            if not (isinstance(start, FootContact) and isinstance(end, FootContact)) or limb in frame.phase.lift:
                continue
            heading = start.heading + (end.heading - start.heading) * frame.moment.progress
            out = knee_outward(frame.joints, limb, heading)
            if out < INWARD:
                yield f"{frame.where}: {limb} knee falls inwards by {-out:.4f}"


def knee_outward(joints: Joints, limb: Limb, heading: float) -> float:
    """How far the knee lies outside the line from hip to ankle, seen from in front of the foot."""
    leg = joints.legs[limb]
    aside = scale(aim(heading + 90), OUTWARD[limb])
    share = (leg.hip[1] - leg.knee[1]) / max(1e-6, leg.hip[1] - leg.ankle[1])
    return dot(subtract(leg.knee, between(leg.hip, leg.ankle, max(0.0, min(1.0, share)))), aside)


def audit_jumps(seen: Performance) -> Iterator[str]:
    """From one picture to the next nothing jumps, also where the loop closes."""
    marks = [_marks(frame.joints) for frame in seen.frames]
    for name in marks[0]:
        track = [mark[name] for mark in marks]
        closed = [subtract(track[-2], seen.movement.travel), *track, add(track[1], seen.movement.travel)]
        steps = [distance(a, b) for a, b in pairwise(closed)]
        if distance(subtract(track[-1], seen.movement.travel), track[0]) > SLIDE:
            yield f"the loop does not close: {name} ends {distance(track[-1], track[0]):.4f} away"
        for index in range(1, len(steps) - 1):
            bound = STEP_OF_NEIGHBOURS * max(steps[index - 1], steps[index + 1]) + STEP_SLACK
            if steps[index] > bound:
                yield f"{seen.frames[index].where}: {name} jumps by {steps[index]:.4f}"


def _marks(joints: Joints) -> dict[str, Vec]:
    marks = {name: joints.point(name) for name in ("pelvis", "waist", "chest", "head")}
    marks["face"] = along(joints.head, rotate(joints.head_frame, X), 0.06)
    for limb in LIMBS:
        leg, arm = joints.legs[limb], joints.arms[limb]
        marks |= {f"{limb} knee": leg.knee, f"{limb} ankle": leg.ankle}
        marks[f"{limb} toes"] = along(leg.ankle, rotate(leg.foot, X), 0.12)
        marks[f"{limb} foot's top"] = along(leg.ankle, rotate(leg.foot, Y), 0.05)
        marks |= {f"{limb} elbow": arm.elbow, f"{limb} wrist": arm.wrist}
        marks[f"{limb} fingers"] = along(arm.wrist, arm.hand_direction, 0.07)
    return marks


AUDITS: Mapping[str, Callable[[Performance], Iterator[str]]] = {
    "ranges": audit_ranges,
    "feet": audit_feet,
    "hands": audit_hands,
    "floor": audit_floor,
    "passing": audit_passing,
    "roller": audit_roller,
    "knees": audit_knees,
    "jumps": audit_jumps,
}
