"""The drawn hand: palm, thumb and four fingers that a fist curls up."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Arm, Joints
from kneecoach.figure.movement import Box
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Piece
from kneecoach.figure.poses import OUTWARD, Limb
from kneecoach.figure.solid import Axes, Section, ellipsoid, place
from kneecoach.figure.vectors import Vec, X, Y, across, add, cross, scale, subtract

SMALL_SCALE = 170.0
"""Pixels per body height below which fingers cannot be seen: the hand is a mitten."""
ON_FLOOR = 0.07
AT_WALL = 0.12


class Finger(NamedTuple):
    """How far to the thumb's side its knuckle lies, its length and its radius."""

    aside: float
    reach: float
    radius: float


FINGERS = (
    Finger(0.0135, 0.030, 0.0062),
    Finger(0.0045, 0.034, 0.0063),
    Finger(-0.0045, 0.032, 0.0060),
    Finger(-0.0130, 0.025, 0.0054),
)
KNUCKLES = 0.043


def hand_axes(joints: Joints, limb: Limb, walls: Sequence[Box] = ()) -> Axes:
    """Where the fingers point, where the palm looks, and the thumb's side.

    A palm near the floor or a wall looks at it; otherwise it looks at the middle of the body.
    """
    arm = joints.arms[limb]
    ahead = arm.hand_direction
    inward = subtract(joints.chest, arm.wrist)
    low = max(0.0, min(1.0, (ON_FLOOR - arm.wrist[1]) / 0.03))
    for wall in walls:
        if wall.low[0] - AT_WALL < arm.wrist[0] < wall.high[0]:
            palm = across(X, ahead)
            return ahead, palm, scale(cross(ahead, palm), OUTWARD[limb])
    palm = across(add(scale(inward, 1 - low), scale(Y, -0.2 * (1 - low) - low)), ahead)
    return ahead, palm, scale(cross(ahead, palm), OUTWARD[limb])


def hand_pieces(joints: Joints, limb: Limb, view: Projection, walls: Sequence[Box] = ()) -> list[Piece]:
    arm = joints.arms[limb]
    axes = hand_axes(joints, limb, walls)
    wrist = Section(arm.wrist, 0.0148)
    if view.scale < SMALL_SCALE:
        return _mitten(arm, axes, wrist)
    palm = ellipsoid(axes, place(arm.wrist, axes, 0.028), (0.021, 0.0115, 0.0195))
    pieces = [_skin([wrist, palm])]
    pieces += [_skin(_finger(arm, axes, finger)) for finger in FINGERS]
    pieces.append(_skin(_thumb(arm, axes)))
    return pieces


def _skin(sections: list[Section]) -> Piece:
    return Piece(sections, Ink.SKIN, Ink.SKIN_S)


def _mitten(arm: Arm, axes: Axes, wrist: Section) -> list[Piece]:
    end = 0.066 - 0.034 * arm.grip
    hand = [
        wrist,
        Section(place(arm.wrist, axes, 0.026), 0.0185),
        Section(place(arm.wrist, axes, end, 0.002), 0.0115 + 0.006 * arm.grip),
    ]
    return [_skin(hand), _skin(_thumb(arm, axes))]


def _finger(arm: Arm, axes: Axes, finger: Finger) -> list[Section]:
    """Three balls: knuckle, middle joint and tip; straight when the grip is 0, rolled into the palm when it is 1."""
    curl = 0.06 + 0.94 * arm.grip
    at, turn = (KNUCKLES - 0.004 * abs(finger.aside) / 0.0135, 0.0), 0.0
    out = [Section(place(arm.wrist, axes, at[0], at[1], finger.aside), finger.radius + 0.0006)]
    for share in (0.5, 0.5):
        turn += curl * pi * 0.52
        at = (at[0] + cos(turn) * finger.reach * share, at[1] + sin(turn) * finger.reach * share)
        spread = finger.aside * (1 + 0.25 * (1 - arm.grip))
        out.append(Section(place(arm.wrist, axes, at[0], at[1], spread), finger.radius))
    return out


def _thumb(arm: Arm, axes: Axes) -> list[Section]:
    grip = arm.grip
    root: Vec = place(arm.wrist, axes, 0.014, 0.004, 0.012)
    middle = place(arm.wrist, axes, 0.030 - 0.002 * grip, 0.008 + 0.006 * grip, 0.025 - 0.006 * grip)
    tip = place(arm.wrist, axes, 0.047 - 0.010 * grip, 0.010 + 0.012 * grip, 0.031 - 0.022 * grip)
    return [Section(root, 0.0092), Section(middle, 0.0078), Section(tip, 0.0062)]
