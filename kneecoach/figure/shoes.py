"""The drawn shoe: a rear part on the foot, and a toe box that stays level while the heel rises."""

from typing import NamedTuple

from kneecoach.figure.camera import Projection
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Piece
from kneecoach.figure.skeleton import ANKLE_HEIGHT, BALL
from kneecoach.figure.solid import Axes, Section, axes_of, ellipsoid, place
from kneecoach.figure.vectors import Quaternion, Vec, Y, across, between, cross, dot, unit

STEEP = 0.98
TOP_SEEN = 0.22
"""The top of the foot faces the viewer: its sole is painted first."""


class Last(NamedTuple):
    """What a shoe is built on: the sole's point under the ankle, the ball, and the axes of rear part and toes."""

    under: Vec
    ball: Vec
    rear: Axes
    toes: Axes


def last_of(ankle: Vec, foot: Quaternion, toe_flat: float) -> Last:
    """`toe_flat` 1 keeps the toes level under a raised heel."""
    rear = axes_of(foot)
    under = place(ankle, rear, 0, -ANKLE_HEIGHT)
    front, up, _ = rear
    level = unit((front[0], 0.0, front[2])) if abs(front[1]) < STEEP else front
    ahead = unit(between(front, level, toe_flat))
    above = across(between(up, Y, toe_flat), ahead)
    return Last(under, place(under, rear, BALL, 0), rear, (ahead, above, cross(ahead, above)))


def shoe_pieces(ankle: Vec, foot: Quaternion, toe_flat: float, view: Projection) -> list[Piece]:
    last = last_of(ankle, foot, toe_flat)
    rear, toes = last.rear, last.toes
    heel = ellipsoid(rear, place(last.under, rear, -0.018, 0.027), (0.022, 0.024, 0.022))
    middle = ellipsoid(rear, place(last.under, rear, 0.032, 0.027), (0.026, 0.023, 0.024))
    ball = ellipsoid(toes, place(last.ball, toes, -0.004, 0.0215), (0.022, 0.019, 0.029))
    tip = ellipsoid(toes, place(last.ball, toes, 0.024, 0.0175), (0.020, 0.0145, 0.025))
    upper = [
        ellipsoid(rear, place(last.under, rear, -0.006, 0.046), (0.025, 0.016, 0.021)),
        ellipsoid(rear, place(last.under, rear, 0.022, 0.036), (0.026, 0.020, 0.021)),
        ellipsoid(rear, place(last.under, rear, 0.055, 0.028), (0.02, 0.018, 0.023)),
    ]
    sole = Piece(sole_sections(last), Ink.SOLE, Ink.SOLE, rimmed=False, flat=True, run=1)
    shoe = [
        Piece(upper, Ink.SHOE, Ink.SHOE_S, run=1),
        Piece([heel, middle, ball, tip], Ink.SHOE, Ink.SHOE_S, run=1, main=True),
    ]
    if dot(rear[1], view.toward) > TOP_SEEN:
        return [sole, *shoe]
    sole.run = 2
    return [*shoe, sole]


def sole_sections(last: Last) -> list[Section]:
    rear, toes = last.rear, last.toes
    return [
        ellipsoid(rear, place(last.under, rear, -0.020, 0.0085), (0.024, 0.0085, 0.023)),
        ellipsoid(rear, place(last.under, rear, 0.03, 0.0085), (0.02, 0.0085, 0.022)),
        ellipsoid(toes, place(last.ball, toes, -0.004, 0.0085), (0.020, 0.0085, 0.030)),
        ellipsoid(toes, place(last.ball, toes, 0.026, 0.0085), (0.022, 0.0085, 0.026)),
    ]
