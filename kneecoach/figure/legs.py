"""A leg of one moment: hip to ankle by its two bones, and the foot at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt
from typing import assert_never

from kneecoach.figure import skeleton
from kneecoach.figure.joints import LEG_POINTS, Leg
from kneecoach.figure.movement import MovementPhase
from kneecoach.figure.poses import OUTWARD, Ankle, AnkleTarget, FootContact, FreeLeg, LegPose, Limb, Space
from kneecoach.figure.trunk import Trunk
from kneecoach.figure.vectors import (
    Quaternion,
    Vec,
    X,
    Y,
    Z,
    about,
    across,
    add,
    aim,
    along,
    angle_between,
    arc,
    between,
    compose,
    frame,
    length,
    mix,
    rotate,
    scale,
    subtract,
    turn_between,
    turned,
    undo,
    unit,
)

_FULL_REACH = 0.9995
_LEAST_FOLDED = 0.06
_KNEE_TELLS = 0.004
_TOE_CLEARANCE = 0.045
_DOWN: Vec = (0.0, -1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Reach:
    """Two bones between two points; `error` is how far the end stayed from where it should be."""

    middle: Vec
    end: Vec
    flexion: float
    error: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a key pose asks of a leg, in the world; `bones` if they are known already."""

    ankle: Vec
    knee: Vec
    foot: Quaternion
    toe_flat: float
    bones: Reach | None = None


def reach(root: Vec, target: Vec, upper: float, lower: float, pole: Vec) -> Reach:
    """Where the joint between two bones lies when their end is at `target` and the joint points to `pole`."""
    wanted = subtract(target, root)
    far = length(wanted)
    direction = unit(wanted, _DOWN)
    near = max(abs(upper - lower) + _LEAST_FOLDED, min((upper + lower) * _FULL_REACH, far))
    end = along(root, direction, near)
    forward = (upper * upper - lower * lower + near * near) / (2 * near)
    aside = sqrt(max(0.0, upper * upper - forward * forward))
    middle = along(along(root, direction, forward), across(pole, direction), aside)
    flexion = angle_between(unit(subtract(middle, root)), unit(subtract(end, middle)))
    return Reach(middle, end, flexion, abs(far - near))


def standing(spot: tuple[float, float], height: float, angles: Vec) -> tuple[Vec, Quaternion]:
    """The ankle and the foot of a contact with these angles of heading, heel and tilt, in degrees."""
    heading, heel, tilt = angles
    pivot = skeleton.BALL if heel >= 0 else -skeleton.HEEL_BACK
    foot = compose(turned(heading, heel), about(X, tilt))
    at = along((spot[0], height, spot[1]), aim(heading), pivot)
    return add(at, rotate(foot, (-pivot, skeleton.ANKLE_HEIGHT, 0.0))), foot


def solve_leg(phase: MovementPhase, limb: Limb, trunk: Trunk, other: Leg | None, share: float) -> Leg:
    """One leg at an eased share of the phase; `other` is the other one when it is solved already."""
    start, end = phase.start.legs[limb], phase.end.legs[limb]
    hip = add(trunk.pelvis, rotate(trunk.pelvis_frame, (0.0, 0.0, OUTWARD[limb] * skeleton.HALF_HIPS)))
    first = _asked(start, hip, trunk, other)
    last = first if start is end else _asked(end, hip, trunk, other)
    planted = isinstance(start, FootContact) and isinstance(end, FootContact)
    ankle, foot = _way(start, end, first, last, hip, share), turn_between(first.foot, last.foot, share)
    if lift := phase.lift.get(limb, 0.0):
        swing = sin(pi * share)
        # A lifted foot tips toes down about its ball, so that the toes never dip below the floor
        tip = phase.lift_pitch * swing
        foot = compose(foot, about(Z, -tip))
        ankle = along(ankle, Y, lift * swing + (skeleton.BALL + _TOE_CLEARANCE) * sin(radians(tip)))
    pole = arc(first.knee, last.knee, share)
    bones = reach(hip, ankle, skeleton.THIGH, skeleton.SHANK, pole)
    if not planted:
        # Blended in the world the swinging shank would lag behind and flip the ankle
        foot = compose(_shank(hip, bones, pole), _held(first, last, hip, share))
    toe_flat = mix(first.toe_flat, last.toe_flat, share)
    return Leg(hip, bones.middle, bones.end, pole, foot, bones.flexion, toe_flat, bones.error)


def _way(start: LegPose, end: LegPose, first: _Asked, last: _Asked, hip: Vec, share: float) -> Vec:
    if isinstance(start, FootContact) and isinstance(end, FootContact):
        return first.ankle if start == end else _contact_between(start, end, share)
    if isinstance(start, AnkleTarget) and isinstance(end, AnkleTarget) and _same_space(start, end):
        return between(first.ankle, last.ankle, share)
    # On a sphere round the hip, so that a straight leg stays straight
    a, b = subtract(first.ankle, hip), subtract(last.ankle, hip)
    return along(hip, arc(unit(a), unit(b), share), mix(length(a), length(b), share))


def _contact_between(start: FootContact, end: FootContact, share: float) -> Vec:
    """The numbers of the contact are blended, not the ankle: so a planted foot never slides."""
    spot = (mix(start.spot[0], end.spot[0], share), mix(start.spot[1], end.spot[1], share))
    angles = between((start.heading, start.heel, start.tilt), (end.heading, end.heel, end.tilt), share)
    return standing(spot, mix(start.height, end.height, share), angles)[0]


def _same_space(start: AnkleTarget, end: AnkleTarget) -> bool:
    return (start.space, start.joint) == (end.space, end.joint)


def _asked(pose: LegPose, hip: Vec, trunk: Trunk, other: Leg | None) -> _Asked:
    match pose:
        case FootContact():
            return _Asked(pose.ankle, pose.knee, pose.foot, 1.0 if pose.heel >= 0 else 0.0)
        case AnkleTarget():
            target = _target(pose, trunk, other)
            bones = reach(hip, target, skeleton.THIGH, skeleton.SHANK, pose.knee)
            foot = _free_foot(pose.ankle, bones.middle, bones.end, pose.knee)
            return _Asked(target, pose.knee, foot, 0.0, bones)
        case FreeLeg():
            return _by_directions(pose, hip, trunk)
    assert_never(pose)


def _target(pose: AnkleTarget, trunk: Trunk, other: Leg | None) -> Vec:
    if pose.space is Space.PELVIS:
        return add(trunk.pelvis, rotate(trunk.pelvis_frame, pose.target))
    if pose.space is Space.JOINT:
        return add(place(pose.joint, trunk, {"l": other, "r": other}), pose.target)
    return pose.target


def _by_directions(pose: FreeLeg, hip: Vec, trunk: Trunk) -> _Asked:
    thigh, shank = pose.thigh, pose.shank
    if pose.space is Space.PELVIS:
        thigh, shank = rotate(trunk.pelvis_frame, thigh), rotate(trunk.pelvis_frame, shank)
    knee = along(hip, thigh, skeleton.THIGH)
    ankle = along(knee, shank, skeleton.SHANK)
    pole = pose.knee
    if pole is None:
        bend = subtract(knee, scale(add(hip, ankle), 0.5))
        pole = unit(bend) if length(bend) > _KNEE_TELLS else X
    return _Asked(ankle, pole, _free_foot(pose.ankle, knee, ankle, pole), 0.0)


def place(joint: str, trunk: Trunk, legs: Mapping[Limb, Leg | None]) -> Vec:
    """Where a joint of the trunk or of a solved leg is."""
    side, _, part = joint.partition("_")
    of_leg = part in LEG_POINTS
    found: Vec = getattr(legs["l" if side == "l" else "r"] if of_leg else trunk, part if of_leg else joint)
    return found


def _free_foot(held: Ankle, knee: Vec, ankle: Vec, pole: Vec) -> Quaternion:
    """A foot seen from its shank: at right angles to it, and then pointed."""
    down = unit(subtract(ankle, knee))
    front = across(held.toes or pole, down)
    c, s = cos(radians(held.point)), sin(radians(held.point))
    return frame(add(scale(front, c), scale(down, s)), subtract(scale(front, s), scale(down, c)))


def _held(first: _Asked, last: _Asked, hip: Vec, share: float) -> Quaternion:
    """How the foot is held against the shank on the way from one pose to the other."""
    a = _against_shank(first, hip)
    return a if first is last else turn_between(a, _against_shank(last, hip), share)


def _against_shank(asked: _Asked, hip: Vec) -> Quaternion:
    bones = asked.bones or reach(hip, asked.ankle, skeleton.THIGH, skeleton.SHANK, asked.knee)
    return compose(undo(_shank(hip, bones, asked.knee)), asked.foot)


def _shank(hip: Vec, bones: Reach, pole: Vec) -> Quaternion:
    thigh, shank = unit(subtract(bones.middle, hip)), unit(subtract(bones.end, bones.middle))
    return frame(across(along(thigh, pole, 0.3), shank), scale(shank, -1.0))
