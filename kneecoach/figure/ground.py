"""What the figure stands on: the hairline of the floor, marks that show travel, ghost footprints, shadows."""

from math import dist, floor

from kneecoach.figure.blobs import Blob, directions
from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Footprint, Marks, Roller
from kneecoach.figure.outline import outlines
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Piece
from kneecoach.figure.poses import LIMBS
from kneecoach.figure.shapes import Shape
from kneecoach.figure.shoes import last_of, sole_sections
from kneecoach.figure.skeleton import ANKLE_HEIGHT
from kneecoach.figure.solid import place
from kneecoach.figure.strokes import Line, Polygon, bar, dashes, wound
from kneecoach.figure.vectors import ORIGIN, Vec, along, between, turned, unit

LEVEL = 0.208
"""Sine of the pitch (12 degrees) above which no hairline is drawn: mats then carry the ground."""
HAIRLINE_PX = 1.5
BACK_EDGE = 0.55
MARKS_EACH_WAY = 24
GHOST_EDGE = 0.004
DASH = 0.014
AWAY = 0.03
"""How far a foot has gone, in body heights, when the outline of its sole is seen where it stood."""
LEAST_MARK_PX = 1.6
MARK_WIDE = 0.008
SHADOW_SIDES = 16
HIGH_UP = 0.24
"""What is higher than this throws no shadow: thin high parts only make spikes."""


POOL = 0.066
PRESSES = 0.006
HEEL_OFF = 0.012
"""How high the ball may be to rest on the floor, and how high the sole under the ankle is when the heel is off it."""


def hairline(view: Projection, width: float) -> list[Shape]:
    if view.toward[1] > LEVEL:
        return []
    y = _back_of_floor(view)
    return [Shape(Ink.HORIZON, (wound(bar((0.0, y), (width, y), HAIRLINE_PX)),))]


def _back_of_floor(view: Projection, under: Vec = ORIGIN) -> float:
    """How far down the picture the floor ends behind whoever stands over `under`."""
    return view.point(under)[1] - BACK_EDGE * view.toward[1] * view.scale


def travel_marks(marks: Marks, travel: Vec, at: Vec, view: Projection, frame: tuple[float, float]) -> list[Shape]:
    """A ladder on the floor along the way: its rungs slide past a figure that the camera follows.

    It goes on to the edge of the frame, or to the hairline where that comes first.
    """
    way = unit((travel[0], 0.0, travel[2]))
    side = (-way[2], 0.0, way[0])
    gone = at[0] * way[0] + at[2] * way[2]
    here = floor(gone / marks.every) * marks.every

    def spot(ahead: float, aside: float) -> Vec:
        return along(along(ORIGIN, way, ahead), side, aside)

    far = marks.every * MARKS_EACH_WAY
    ends = [(spot(gone - far, aside), spot(gone + far, aside)) for aside in (marks.first, marks.last)]
    for step in range(-MARKS_EACH_WAY, MARKS_EACH_WAY + 1):
        ahead = here + marks.every * step
        ends.append((spot(ahead, marks.first), spot(ahead, marks.last)))
    wide = max(LEAST_MARK_PX, MARK_WIDE * view.scale)
    corners = (-wide, _back_of_floor(view, spot(gone, 0.0))), (frame[0] + wide, frame[1] + wide)
    lines = [line for a, b in ends if (line := _within((view.point(a), view.point(b)), corners))]
    return [Shape(Ink.BOX_S, tuple(wound(bar(*line, wide)) for line in lines))]


def _within(line: Line, corners: Line) -> Line | None:
    """As much of the line as is seen between two corners; a picture twice as wide is four times as dear."""
    first, last = 0.0, 1.0
    for a, b, low, high in zip(*line, *corners, strict=True):
        if a == b:
            if not low < a < high:
                return None
            continue
        near, far = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, near), min(last, far)
    if first >= last:
        return None
    (x0, y0), (x1, y1) = line
    dx, dy = x1 - x0, y1 - y0
    return (x0 + dx * first, y0 + dy * first), (x0 + dx * last, y0 + dy * last)


def ghost_sole(left: Footprint, joints: Joints, view: Projection) -> list[Shape]:
    """A sole in dashes where a stepping foot has set off; nothing while the foot stands there."""
    ankle = (left.at[0], left.height + ANKLE_HEIGHT, left.at[1])
    if dist(ankle, joints.legs[left.limb].ankle) < AWAY:
        return []
    sole = Piece(sole_sections(last_of(ankle, turned(left.heading), 1.0)), Ink.SOLE, Ink.SOLE, flat=True)
    sole.seen(view)
    wide = max(LEAST_MARK_PX, GHOST_EDGE * view.scale)
    edge = sole.traces[0].outline()
    return [Shape(Ink.HORIZON, (edge,)), Shape(Ink.BOX_S, tuple(dashes(edge, wide, DASH * view.scale)))]


def body_shadow(joints: Joints, view: Projection, over: Ink) -> list[Shape]:
    """The body flattened to the floor; higher parts throw a smaller one."""
    rows: list[list[tuple[Vec, float]]] = []
    for limb in LIMBS:
        leg, arm = joints.legs[limb], joints.arms[limb]
        last = last_of(leg.ankle, leg.foot, leg.toe_flat)
        heel = place(last.under, last.rear, -0.018, 0.01)
        rows.append([(heel, 0.028), (last.ball, 0.033), (place(last.ball, last.toes, 0.03, 0.01), 0.028)])
        rows.append([(leg.hip, 0.053), (between(leg.hip, leg.knee, 0.4), 0.053), (leg.knee, 0.036)])
        rows.append([(leg.knee, 0.036), (between(leg.knee, leg.ankle, 0.3), 0.037), (leg.ankle, 0.022)])
        palm = (along(arm.wrist, arm.hand_direction, 0.055), 0.018)
        rows += [[(arm.shoulder, 0.031), (arm.elbow, 0.026)], [(arm.elbow, 0.026), (arm.wrist, 0.017), palm]]
    rows.append([(joints.pelvis, 0.075), (joints.waist, 0.07), (joints.chest, 0.08), (joints.head, 0.056)])
    polygons = [polygon for row in rows if _low(row) for polygon in _flattened(row, view)]
    shapes = [Shape(Ink.SHADOW, tuple(polygons), over=over)] if polygons else []
    return shapes + _under_toes(joints, view, over)


def _under_toes(joints: Joints, view: Projection, over: Ink) -> list[Shape]:
    """Dark where the toes of a raised heel press on the floor; seen level, it must reach out before their sole."""
    if view.toward[1] > LEVEL:
        return []
    polygons: list[Polygon] = []
    for leg in joints.legs.values():
        last = last_of(leg.ankle, leg.foot, leg.toe_flat)
        if last.ball[1] < PRESSES and last.under[1] > HEEL_OFF:
            polygons += _flattened([(place(last.ball, last.toes, ahead, 0.0), POOL) for ahead in (0.0, 0.02)], view)
    return [Shape(Ink.CONTACT, tuple(polygons), over=over)] if polygons else []


def _low(row: list[tuple[Vec, float]]) -> bool:
    return sum(place[1] for place, _ in row) / len(row) < HIGH_UP


def roller_shadow(roller: Roller, joints: Joints, view: Projection, over: Ink) -> list[Shape]:
    """Dark where the roller lies on the floor."""
    centre = joints.props.get("roller", roller.at)
    row = [
        (along((centre[0], 0.0, centre[2]), roller.axis, roller.length / 2 * sign), roller.radius * 0.75)
        for sign in (-0.97, 0.97)
    ]
    return [Shape(Ink.CONTACT, tuple(_flattened(row, view)), over=over)]


def _flattened(row: list[tuple[Vec, float]], view: Projection) -> list[Polygon]:
    r, u, k = view.right, view.up, view.scale
    xx = (r[0] * r[0] + r[2] * r[2]) * k * k
    xy = -(r[0] * u[0] + r[2] * u[2]) * k * k
    yy = (u[0] * u[0] + u[2] * u[2]) * k * k
    blobs = []
    for (x, y, z), radius in row:
        high = max(0.0, y)
        size = (radius * max(0.35, 1 - high * 0.55)) ** 2
        spot = view.point((x, 0.0, z))
        blobs.append(Blob(spot[0], spot[1], radius, (xx * size, xy * size, yy * size)))
    return outlines(blobs, ways=directions(SHADOW_SIDES))
