"""The drawn shoe: a rear part on the foot, and a toe box that stays level while the heel rises."""

from functools import lru_cache
from typing import NamedTuple

from kneecoach.figure.camera import Projection
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Piece
from kneecoach.figure.skeleton import ANKLE_HEIGHT, BALL
from kneecoach.figure.solid import Axes, Section, axes_of, ellipsoid, place
from kneecoach.figure.vectors import Quaternion, Vec, Y, across, between, cross, dot, unit

STEEP = 0.98
TOP_SEEN = -0.02
"""The top of the foot faces the viewer: its sole is painted first."""
HEAD_ON = 0.4
"""The foot points so much at the viewer that only laces and toe cap tell it from a ball."""
TURNING_IN = 0.15
SEAM = 0.0019


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


@lru_cache(maxsize=8)
def shoe_pieces(ankle: Vec, foot: Quaternion, toe_flat: float, view: Projection) -> tuple[Piece, ...]:
    """Of a foot that stands still they are the same ones, and outlined once."""
    last = last_of(ankle, foot, toe_flat)
    rear, toes = last.rear, last.toes
    heel = ellipsoid(rear, place(last.under, rear, -0.018, 0.0295), (0.023, 0.0215, 0.0225))
    middle = ellipsoid(rear, place(last.under, rear, 0.032, 0.029), (0.026, 0.020, 0.024))
    ball = ellipsoid(toes, place(last.ball, toes, -0.004, 0.0240), (0.022, 0.0160, 0.029))
    tip = ellipsoid(toes, place(last.ball, toes, 0.024, 0.0200), (0.020, 0.0115, 0.025))
    upper = [
        ellipsoid(rear, place(last.under, rear, -0.006, 0.046), (0.025, 0.016, 0.021)),
        ellipsoid(rear, place(last.under, rear, 0.022, 0.037), (0.026, 0.019, 0.021)),
        ellipsoid(rear, place(last.under, rear, 0.055, 0.029), (0.02, 0.017, 0.023)),
    ]
    sole = Piece(sole_sections(last), Ink.SOLE, Ink.SOLE, flat=True, run=1)
    shoe = [
        Piece(upper, Ink.SHOE, Ink.SHOE_S, run=1),
        Piece([heel, middle, ball, tip], Ink.SHOE, Ink.SHOE_S, run=1, main=True),
    ]
    if dot(rear[1], view.toward) > TOP_SEEN:
        return (sole, *shoe, *_seams(last, dot(rear[0], view.toward)))
    sole.run = 2
    return (*shoe, sole)


def _seams(last: Last, head_on: float) -> list[Piece]:
    """Two laces across the instep, and the edge of the toe cap; they grow in as the foot turns to the viewer."""
    radius = SEAM * min(1.0, (head_on - HEAD_ON) / TURNING_IN)
    if radius <= 0:
        return []
    rows = [
        [
            place(last.under, last.rear, front, up - drop, side)
            for side, drop in ((-0.011, 0.004), (0, 0), (0.011, 0.004))
        ]
        for front, up in ((0.036, 0.054), (0.054, 0.046))
    ]
    cap = ((-0.025, 0.022), (-0.015, 0.033), (0, 0.0375), (0.015, 0.033), (0.025, 0.022))
    rows.append([place(last.ball, last.toes, 0.010 - 0.01 * (side / 0.025) ** 2, up, side) for side, up in cap])
    return [
        Piece([Section(at, radius) for at in row], Ink.SHOE_S, Ink.SHOE_S, rimmed=False, flat=True, run=3)
        for row in rows
    ]


def sole_sections(last: Last) -> list[Section]:
    rear, toes = last.rear, last.toes
    return [
        ellipsoid(rear, place(last.under, rear, -0.018, 0.0085), (0.0235, 0.0085, 0.0225)),
        ellipsoid(rear, place(last.under, rear, 0.03, 0.0085), (0.02, 0.0085, 0.0215)),
        ellipsoid(toes, place(last.ball, toes, -0.004, 0.0085), (0.020, 0.0085, 0.0290)),
        ellipsoid(toes, place(last.ball, toes, 0.025, 0.0085), (0.0205, 0.0085, 0.0250)),
    ]
