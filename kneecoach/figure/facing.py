"""Which side of the body a view of a movement shows."""

from enum import Enum

from kneecoach.figure.camera import looking
from kneecoach.figure.movement import Movement, View
from kneecoach.figure.solid import axes_of
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import Vec, dot, unit

FROM_ABOVE = 45.0
"""Degrees of pitch from which on the figure is looked down upon."""
SQUARELY = 0.9
"""The cosine of the angle, seen from above, up to which a view is of that side."""
LEVEL = 0.5


class Facing(Enum):
    """What of the body is turned to the viewer."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"
    ABOVE = "above"
    ANGLED = "angled"


def facing(movement: Movement, view: View) -> Facing:
    """What this view shows of the body as it lies or stands in the exercise's still picture."""
    camera = movement.views[view]
    if camera.pitch >= FROM_ABOVE:
        return Facing.ABOVE
    front, _, side = axes_of(solve(movement, movement.hero).pelvis_frame)
    viewer = looking(camera).toward
    ahead, aside = _turned_to(front, viewer), _turned_to(side, viewer)
    if abs(aside) >= SQUARELY:
        return Facing.SIDE
    if abs(ahead) >= SQUARELY:
        return Facing.FRONT if ahead > 0 else Facing.BACK
    return Facing.ANGLED


def _turned_to(axis: Vec, viewer: Vec) -> float:
    """The cosine of the angle between the two on a map of the floor; 0 when the axis stands too steep for one."""
    level = (axis[0], 0.0, axis[2])
    if dot(level, level) < LEVEL**2:
        return 0.0
    return dot(unit(level), unit((viewer[0], 0.0, viewer[2])))
