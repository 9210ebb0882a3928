"""An arm of one moment: shoulder to wrist by its two bones, and where the hand points."""

from collections.abc import Mapping

from kneecoach.figure import skeleton
from kneecoach.figure.joints import Arm, Leg
from kneecoach.figure.legs import Reach, place, reach
from kneecoach.figure.poses import OUTWARD, ArmPose, KeyPose, Limb, Space
from kneecoach.figure.trunk import Trunk
from kneecoach.figure.vectors import (
    Vec,
    Y,
    add,
    along,
    angle_between,
    arc,
    between,
    distance,
    dot,
    length,
    mix,
    rotate,
    subtract,
    unit,
)

_RELAXED_ELBOW = {limb: unit((-0.8, -0.3, 0.5 * sign)) for limb, sign in OUTWARD.items()}
_PART_SPACES = frozenset({Space.PELVIS, Space.CHEST, Space.HEAD})


def solve_arm(start: KeyPose, end: KeyPose, share: float, limb: Limb, trunk: Trunk, legs: Mapping[Limb, Leg]) -> Arm:
    """One arm of a body whose trunk and legs are solved: a hand may rest on a knee."""
    a, b = start.arms[limb], end.arms[limb]
    out = OUTWARD[limb]
    rest = (0.0, -skeleton.SHOULDER_DROP, out * skeleton.HALF_SHOULDERS)
    shoulder = add(trunk.chest, rotate(trunk.chest_frame, rest))
    wrist = _wrist(a, b, share, shoulder, trunk, legs)
    rise = max(0.0, dot(unit(subtract(wrist, shoulder)), rotate(trunk.chest_frame, Y)))
    girdle = (0.0, skeleton.GIRDLE_RISE * rise, -out * skeleton.GIRDLE_INWARD * rise)
    shoulder = add(shoulder, rotate(trunk.chest_frame, girdle))
    pole = arc(_elbow(a, limb, trunk), _elbow(b, limb, trunk), share)
    girdle_error = 0.0
    if a.elbow_at is not None and b.elbow_at is not None:
        elbow = between(a.elbow_at, b.elbow_at, share)
        given = along(elbow, unit(subtract(shoulder, elbow)), skeleton.UPPER_ARM)
        girdle_error, shoulder = distance(given, shoulder), given
        bones = _leant_on(shoulder, elbow, wrist)
    else:
        bones = reach(shoulder, wrist, skeleton.UPPER_ARM, skeleton.FOREARM, pole)
    straight = unit(subtract(bones.end, bones.middle))
    hand = arc(_palm(a, trunk) or straight, _palm(b, trunk) or straight, share)
    grip = mix(a.fist, b.fist, share)
    return Arm(shoulder, bones.middle, bones.end, hand, pole, bones.flexion, grip, bones.error, girdle_error)


def _leant_on(shoulder: Vec, elbow: Vec, hand: Vec) -> Reach:
    """The elbow and the forearm stay on the floor; the girdle gives the last millimetres."""
    forearm = unit(subtract(hand, elbow))
    flexion = angle_between(unit(subtract(elbow, shoulder)), forearm)
    return Reach(elbow, along(elbow, forearm, skeleton.FOREARM), flexion, 0.0)


def _wrist(a: ArmPose, b: ArmPose, share: float, shoulder: Vec, trunk: Trunk, legs: Mapping[Limb, Leg]) -> Vec:
    first = _target(a, shoulder, trunk, legs)
    last = first if a is b else _target(b, shoulder, trunk, legs)
    if a.space is Space.WORLD and b.space is Space.WORLD:
        return between(first, last, share)
    # On a sphere round the shoulder, so that the hand does not cut through the body
    u, v = subtract(first, shoulder), subtract(last, shoulder)
    return along(shoulder, arc(unit(u), unit(v), share), mix(length(u), length(v), share))


def _target(pose: ArmPose, shoulder: Vec, trunk: Trunk, legs: Mapping[Limb, Leg]) -> Vec:
    match pose.space:
        case Space.PELVIS:
            return add(trunk.pelvis, rotate(trunk.pelvis_frame, pose.target))
        case Space.CHEST:
            return add(trunk.chest, rotate(trunk.chest_frame, pose.target))
        case Space.HEAD:
            return add(trunk.head, rotate(trunk.head_frame, pose.target))
        case Space.HANG:
            return add(shoulder, rotate(pose.hang_turn, pose.target))
        case Space.JOINT:
            return add(place(pose.joint, trunk, legs), pose.target)
        case _:
            return pose.target


def _elbow(pose: ArmPose, limb: Limb, trunk: Trunk) -> Vec:
    if pose.elbow is None:
        return rotate(trunk.chest_frame, _RELAXED_ELBOW[limb])
    return _direction(pose.elbow, pose.space, trunk)


def _palm(pose: ArmPose, trunk: Trunk) -> Vec | None:
    return None if pose.palm is None else _direction(pose.palm, pose.space, trunk)


def _direction(direction: Vec, space: Space, trunk: Trunk) -> Vec:
    if space not in _PART_SPACES:
        return direction
    return rotate(trunk.pelvis_frame if space is Space.PELVIS else trunk.chest_frame, direction)
