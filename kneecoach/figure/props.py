"""What the figure exercises with: roller, tube, mat, step, wall and chair."""

from collections.abc import Mapping
from math import atan2, cos, pi, sin

from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.leggings import DrawnLeg
from kneecoach.figure.movement import Box, BoxKind, Chair, LegTube, Roller
from kneecoach.figure.outline import outlines
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import RIM_HALF, Part, Piece
from kneecoach.figure.poses import LIMBS, Limb
from kneecoach.figure.shapes import Shape
from kneecoach.figure.solid import disc, row_at
from kneecoach.figure.strokes import Polygon, bar, wound
from kneecoach.figure.vectors import (
    Vec,
    X,
    Y,
    Z,
    across,
    add,
    along,
    between,
    cross,
    distance,
    dot,
    length,
    mix,
    scale,
    subtract,
    unit,
)

GROOVES = 10
GROOVE_WIDTH = 0.005
HOLE = 0.58
GROOVE_SEEN = 0.12
EDGE_ON = 0.001
TUBE_CLEAR = 0.004
TUBE_RELAXED = 0.12
"""The distance between the legs at which the tube is as wide as drawn; it thins when stretched."""
WRAP_STEPS = 7
WRAP_AT_MOST = 1.2
CHAIR_LEG = 0.010
CHAIR_PLATE = 0.022
BACK_REST = 0.25
BEFORE = 0.001
PRESS_STEPS = 8
PRESSED_WITHIN = 0.068
PRESS_WIDER = 0.03
PRESS_ROUND = 1.05
"""How far round the roller, from its top, a shade of what lies on it reaches, in radians."""

FACES: Mapping[BoxKind, tuple[Ink, Ink, Ink]] = {
    BoxKind.MAT: (Ink.MAT, Ink.MAT_S, Ink.MAT_T),
    BoxKind.WALL: (Ink.WALL, Ink.WALL_S, Ink.WALL_T),
    BoxKind.STEP: (Ink.BOX, Ink.BOX_S, Ink.BOX_T),
    BoxKind.BENCH: (Ink.BOX, Ink.BOX_S, Ink.BOX_T),
}


def box_part(box: Box, view: Projection) -> Part:
    depth = view.depth(between(box.low, box.high, 0.5)) + box.bias
    return Part(depth, [], before=box_shapes(box.low, box.high, FACES[box.kind], view))


def box_shapes(low: Vec, high: Vec, inks: tuple[Ink, Ink, Ink], view: Projection) -> list[Shape]:
    """The faces that are seen: front and back in the first ink, left and right in the second, the top in the third."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    faces: list[tuple[Vec, tuple[Vec, Vec, Vec, Vec], Ink]] = [
        (Y, ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)), inks[2]),
        (X, ((x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)), inks[1]),
        (scale(X, -1), ((x0, y0, z0), (x0, y1, z0), (x0, y1, z1), (x0, y0, z1)), inks[1]),
        (Z, ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)), inks[0]),
        (scale(Z, -1), ((x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)), inks[0]),
    ]
    seen = [
        (wound([view.point(p) for p in corners]), ink)
        for normal, corners, ink in faces
        if dot(normal, view.toward) > EDGE_ON
    ]
    # All faces in one colour below each in its own: no seam shows where two meet
    return [
        Shape(seen[0][1], tuple(polygon for polygon, _ in seen)),
        *(Shape(ink, (polygon,)) for polygon, ink in seen),
    ]


def chair_parts(chair: Chair, view: Projection) -> list[Part]:
    x, z = chair.at
    seat, half = chair.seat, chair.width / 2
    legs = half - 0.012
    blocks = [((x - half, seat - CHAIR_PLATE, z - half), (x + half, seat, z + half))]
    for dx in (-legs, legs):
        for dz in (-legs, legs):
            blocks.append(_post(x + dx, z + dz, 0.0, seat - CHAIR_PLATE))
    back = x - chair.facing * (half - 0.011)
    blocks += [_post(back, z + dz, seat, seat + BACK_REST) for dz in (-legs, legs)]
    blocks.append(((back - 0.012, seat + 0.13, z - half), (back + 0.012, seat + BACK_REST, z + half)))
    blocks.sort(key=lambda block: view.depth(between(block[0], block[1], 0.5)))
    shapes = [shape for low, high in blocks for shape in box_shapes(low, high, FACES[BoxKind.STEP], view)]
    return [Part(view.depth((x, seat / 2, z)) + chair.bias, [], before=shapes)]


def _post(x: float, z: float, low: float, high: float) -> tuple[Vec, Vec]:
    return (x - CHAIR_LEG, low, z - CHAIR_LEG), (x + CHAIR_LEG, high, z + CHAIR_LEG)


def roller_part(roller: Roller, joints: Joints, view: Projection) -> Part:
    centre = joints.props.get("roller", roller.at)
    up = across(Y, roller.axis)
    side = cross(roller.axis, up)
    ends = [along(centre, roller.axis, roller.length / 2 * sign) for sign in (-1, 1)]
    near = max(ends, key=view.depth)
    body = Piece([disc((up, side), end, roller.radius) for end in ends], Ink.ROLLER, Ink.ROLLER_S)
    caps = [
        Shape(ink, tuple(outlines([view.blob(disc((up, side), near, roller.radius * share))])))
        for ink, share in ((Ink.ROLLER_C, 1.0), (Ink.ROLLER_S, HOLE))
    ]
    grooves = _grooves(roller, (up, side), ends, joints.roller_turn, view)
    after = [Shape(Ink.ROLLER_S, tuple(grooves)), *_pressed(roller, centre, joints, view), *caps]
    return Part(view.depth(centre) + roller.bias, [body], after=after)


def _pressed(roller: Roller, centre: Vec, joints: Joints, view: Projection) -> list[Shape]:
    """The shade on the roller where a thigh or the pelvis lies on it."""
    spots: list[float] = []
    for limb in LIMBS:
        leg = joints.legs[limb]
        for step in range(PRESS_STEPS + 1):
            away = subtract(between(leg.hip, leg.knee, step / PRESS_STEPS), centre)
            on_axis = dot(away, roller.axis)
            gap = length(along(away, roller.axis, -on_axis))
            if gap < roller.radius + PRESSED_WITHIN and abs(on_axis) < roller.length / 2:
                spots.append(on_axis)
    if not spots:
        return []
    half = roller.length / 2
    ends = (max(-half, min(spots) - PRESS_WIDER), min(half, max(spots) + PRESS_WIDER))
    middle = (ends[0] + ends[1]) / 2
    up = across(Y, roller.axis)
    side = cross(roller.axis, up)
    rows: list[list[Vec]] = [[], []]
    for step in range(-PRESS_STEPS, PRESS_STEPS + 1):
        angle = step / PRESS_STEPS * PRESS_ROUND
        share = (1 - (step / PRESS_STEPS) ** 2) ** 0.25
        outward = add(scale(up, cos(angle)), scale(side, sin(angle)))
        if dot(outward, view.toward) > 0:
            for row, end in zip(rows, ends, strict=True):
                aside = mix(middle, end, share)
                row.append(along(along(centre, roller.axis, aside), outward, roller.radius))
    corners = [view.point(place) for place in (*rows[0], *reversed(rows[1]))]
    return [Shape(Ink.CONTACT, (wound(corners),), over=Ink.ROLLER)] if len(corners) > len(ends) * 2 else []


def _grooves(roller: Roller, sides: tuple[Vec, Vec], ends: list[Vec], turn: float, view: Projection) -> list[Polygon]:
    up, side = sides
    out = []
    for i in range(GROOVES):
        angle = turn + i * 2 * pi / GROOVES
        outward = add(scale(up, sin(angle)), scale(side, cos(angle)))
        if dot(outward, view.toward) > GROOVE_SEEN:
            a, b = (view.point(along(end, outward, roller.radius)) for end in ends)
            out.append(wound(bar(a, b, max(1.0, GROOVE_WIDTH * view.scale))))
    return out


def tube_parts(tube: LegTube, legs: Mapping[Limb, DrawnLeg], view: Projection) -> list[Part]:
    """The back strand behind both legs and the front strand before them, each with a curve round the limb."""
    bones = {limb: legs[limb].thigh_bone if tube.segment == "thigh" else legs[limb].shank_bone for limb in LIMBS}
    rows = {limb: row_at(bone.rows, tube.along) for limb, bone in bones.items()}
    middles = {limb: bones[limb].at(rows[limb]) for limb in LIMBS}
    apart = unit(subtract(middles["r"], middles["l"]), Z)
    ahead = across(view.toward, apart)
    gap = max(0.05, distance(middles["l"], middles["r"]))
    half = tube.half_width * min(1.2, max(0.62, (TUBE_RELAXED / gap) ** 0.45))
    parts = [legs[limb].thigh if tube.segment == "thigh" else legs[limb].shin for limb in LIMBS]
    depths = [part.depth for part in parts]
    strands = []
    for sign, depth, ink in ((-1.0, min(depths) - BEFORE, Ink.TUBE_S), (1.0, max(depths) + BEFORE, Ink.TUBE)):
        line: list[Vec] = []
        ups: list[Vec] = []
        for limb in LIMBS:
            outward = apart if limb == "r" else scale(apart, -1)
            down = unit(subtract(bones[limb].end, bones[limb].start))
            sides = across(outward, down), across(scale(ahead, sign), down)
            wrap = _wrap(middles[limb], rows[limb][1] + TUBE_CLEAR, sides, view)
            line += wrap if limb == "l" else reversed(wrap)
            ups += [scale(down, -1)] * len(wrap)
        strands.append(Part(depth, [], before=_ribbon(line, ups, half, ink, view)))
    return strands


def _wrap(middle: Vec, radius: float, sides: tuple[Vec, Vec], view: Projection) -> list[Vec]:
    """The way of the tube round one leg, from the edge of what is seen of it, on the outer side, to the front."""
    outer, front = sides
    facing = dot(front, view.toward)
    begin = atan2(-dot(outer, view.toward), facing) if facing > 0 else 0.0
    begin = max(-WRAP_AT_MOST, min(WRAP_AT_MOST, begin))
    out = []
    for i in range(WRAP_STEPS):
        angle = begin + (pi / 2 - begin) * i / (WRAP_STEPS - 1)
        out.append(along(along(middle, outer, radius * cos(angle)), front, radius * sin(angle)))
    return out


def _ribbon(line: list[Vec], ups: list[Vec], half: float, ink: Ink, view: Projection) -> list[Shape]:
    rim = RIM_HALF * 0.8
    shapes = []
    for grown, colour in ((rim, Ink.RIM), (0.0, ink)):
        top = [view.point(along(place, up, half + grown)) for place, up in zip(line, ups, strict=True)]
        low = [view.point(along(place, up, -half - grown)) for place, up in zip(line, ups, strict=True)]
        shapes.append(Shape(colour, (wound([*top, *reversed(low)]),)))
    return shapes
