"""Where a standing body's weight falls, and the ground that carries it."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Box, Movement
from kneecoach.figure.poses import LIMBS, FootContact, KeyPose, Limb
from kneecoach.figure.skeleton import ANKLE_HEIGHT, BALL, HEEL_BACK
from kneecoach.figure.vectors import Vec, X, add, along, between, rotate
from tests.figure.performance import Performance

Spot = tuple[float, float]

HEAD, TRUNK, PELVIS = 0.081, 0.355, 0.142
UPPER_ARM, FOREARM, HAND = 0.028, 0.016, 0.006
THIGH, SHANK, FOOT = 0.1, 0.0465, 0.0145
"""Shares of the body's weight (Winter, Biomechanics and Motor Control of Human Movement)."""
HALF_SOLE = 0.028
TOES = 0.035
GIVE = 0.008
"""How far the weight may hang over the edge; a hand on a chair carries that."""


def audit_balance(seen: Performance) -> Iterator[str]:
    """At the end of every phase the weight is over the feet that carry it."""
    for frame in seen.frames:
        if frame.moment.progress < 1.0:
            continue
        ground = carrying(seen.movement, frame.phase.end, frame.joints)
        over = inside(ground, centre_of_mass(frame.joints))
        if over < -GIVE:
            yield f"{frame.where}: the weight hangs {-over:.3f} outside the feet"


def centre_of_mass(joints: Joints) -> Spot:
    """Where the body's weight falls on the floor."""
    parts = [
        (HEAD, joints.head),
        (TRUNK, between(joints.pelvis, joints.chest, 0.5)),
        (PELVIS, joints.pelvis),
    ]
    for limb in LIMBS:
        leg, arm = joints.legs[limb], joints.arms[limb]
        parts += [
            (UPPER_ARM, between(arm.shoulder, arm.elbow, 0.44)),
            (FOREARM, between(arm.elbow, arm.wrist, 0.43)),
            (HAND, along(arm.wrist, arm.hand_direction, 0.04)),
            (THIGH, between(leg.hip, leg.knee, 0.433)),
            (SHANK, between(leg.knee, leg.ankle, 0.433)),
            (FOOT, along(leg.ankle, rotate(leg.foot, X), 0.04)),
        ]
    whole = sum(weight for weight, _ in parts)
    x = sum(weight * place[0] for weight, place in parts) / whole
    return (x, sum(weight * place[2] for weight, place in parts) / whole)


def carrying(movement: Movement, pose: KeyPose, joints: Joints) -> list[Spot]:
    """The outline of the soles on floor or step; a foot held in the air carries nothing."""
    corners = []
    for limb in LIMBS:
        contact = pose.legs[limb]
        if isinstance(contact, FootContact) and _on_something(movement, contact):
            corners += _sole(joints, limb, contact.heel)
    return _outline(corners)


def _on_something(movement: Movement, contact: FootContact) -> bool:
    if contact.height == 0:
        return True
    (x, z), boxes = contact.spot, [prop for prop in movement.props if isinstance(prop, Box)]
    return any(
        box.high[1] == contact.height and box.low[0] <= x <= box.high[0] and box.low[2] <= z <= box.high[2]
        for box in boxes
    )


def _sole(joints: Joints, limb: Limb, heel: float) -> list[Spot]:
    """The corners of the part of a sole that touches: the ball under a raised heel, the heel under raised toes."""
    leg = joints.legs[limb]
    back = BALL if heel > 0 else -HEEL_BACK
    front = -HEEL_BACK / 2 if heel < 0 else BALL + TOES
    places: list[Vec] = [
        add(leg.ankle, rotate(leg.foot, (x, -ANKLE_HEIGHT, z))) for x in (back, front) for z in (-HALF_SOLE, HALF_SOLE)
    ]
    return [(place[0], place[2]) for place in places]


def _outline(corners: list[Spot]) -> list[Spot]:
    ordered = sorted(set(corners))
    return _half(ordered) + _half(ordered[::-1])


def _half(ordered: list[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for corner in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], corner) <= 0:
            kept.pop()
        kept.append(corner)
    return kept[:-1]


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def inside(outline: list[Spot], spot: Spot) -> float:
    """How far a spot lies inside an outline; below 0 it lies outside."""
    edges = pairwise([*outline, outline[0]])
    return min(_turn(a, b, spot) / hypot(b[0] - a[0], b[1] - a[1]) for a, b in edges)
