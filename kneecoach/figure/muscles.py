"""Patches that light up the muscles at work: laid on the surface of a limb, or over the buttock down to the thigh."""

from math import atan2, cos, log, pi, radians, sin
from typing import NamedTuple

from kneecoach.figure.blobs import Blob
from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.leggings import DrawnLeg
from kneecoach.figure.movement import Movement, Muscle
from kneecoach.figure.outline import around
from kneecoach.figure.palette import Ink
from kneecoach.figure.poses import OUTWARD, Limb
from kneecoach.figure.shapes import Shape
from kneecoach.figure.solid import Bone, axes_of, place, row_at
from kneecoach.figure.strokes import Point, Polygon, wound
from kneecoach.figure.vectors import Vec, along, between, dot, rotate, unit

HIDDEN_AT = 50.0


class Patch(NamedTuple):
    """On a limb from `first` to `last`, about `angle` (0 front, 90 outer side, 180 back), `half` degrees to each side.

    `thick` is where along the patch it is widest. On the hidden side its middle is moved to `HIDDEN_AT` degrees from
    the viewer, so that its edge is still seen; on a roller to `pressed`.
    """

    segment: str
    first: float
    last: float
    angle: float
    half: float
    thick: float = 0.5
    pressed: float = HIDDEN_AT


PATCHES = {
    Muscle.ADDUCTORS: Patch("thigh", 0.02, 0.92, -82, 48, 0.46, 66),
    Muscle.QUADS: Patch("thigh", 0.12, 0.95, 8, 52, 0.55),
    Muscle.HAMSTRINGS: Patch("thigh", 0.14, 0.95, 180, 48, 0.45),
    Muscle.ITB: Patch("thigh", -0.04, 1.0, 84, 32, 0.3),
    Muscle.CALVES: Patch("shank", 0.04, 0.62, 180, 62, 0.42),
    Muscle.TFL: Patch("thigh", -0.12, 0.34, 55, 34, 0.45),
    Muscle.HIP_FLEXORS: Patch("thigh", -0.16, 0.24, -6, 40, 0.5),
}
STEPS = 12
EDGE = radians(86)
"""A patch ends just before the outline of the limb."""
INNER = 0.56


class Strap(NamedTuple):
    """A muscle from the pelvis (two points in its axes, for the right side) to a point on the thigh's surface.

    `along` and `angle` are that point; `half` are the half widths at start, middle and end; `faces` is its outer side.
    """

    start: Vec
    middle: Vec
    along: float
    angle: float
    half: Vec
    faces: Vec


STRAPS = {
    Muscle.GLUTE_MED: Strap(
        (-0.004, 0.046, 0.074), (-0.010, 0.006, 0.090), 0.10, 95, (0.024, 0.026, 0.012), (-0.05, 0.2, 0.95)
    ),
    Muscle.GLUTE_MAX: Strap(
        (-0.046, 0.030, 0.026), (-0.060, -0.012, 0.046), 0.14, 150, (0.016, 0.032, 0.014), (-0.8, 0, 0.6)
    ),
}
HIDDEN = -0.45
FAR_SIDE = -0.3
"""How much the outer side of a hip faces the viewer when it is hidden behind the other one."""


def limb_patches(movement: Movement, phase: int, leg: DrawnLeg, view: Projection, segment: str) -> list[Shape]:
    """The patches of one thigh or shank; they lie within its outline by construction."""
    bone = leg.thigh_bone if segment == "thigh" else leg.shank_bone
    shapes = []
    for muscle in _lit(movement, phase, leg.limb):
        patch = PATCHES.get(muscle)
        if patch is not None and patch.segment == segment:
            turned = radians(HIDDEN_AT if movement.roller is None else patch.pressed)
            shapes.append(Shape(Ink.ACCENT, (_patch(bone, patch, view, 1.0, turned),)))
            shapes.append(Shape(Ink.ACCENT_L, (_patch(bone, patch, view, INNER, turned),)))
    return shapes


def pelvis_patches(movement: Movement, phase: int, joints: Joints, leg: DrawnLeg, view: Projection) -> list[Shape]:
    shapes: list[Shape] = []
    if _hip_turned_away(joints, leg.limb, view):
        return shapes
    for muscle in _lit(movement, phase, leg.limb):
        strap = STRAPS.get(muscle)
        if strap is None:
            continue
        outward = OUTWARD[leg.limb]
        front, up, right = strap.faces
        facing = dot(rotate(joints.pelvis_frame, unit((front, up, right * outward))), view.toward)
        if facing > HIDDEN:
            shapes.append(Shape(Ink.ACCENT, (_strap(strap, joints, leg, view, 1.0),)))
            shapes.append(Shape(Ink.ACCENT_L, (_strap(strap, joints, leg, view, INNER),)))
    return shapes


def _lit(movement: Movement, phase: int, limb_name: Limb) -> list[Muscle]:
    return [lit.muscle for lit in movement.muscles if lit.limb in (None, limb_name) and lit.lit_in(phase)]


def _patch(bone: Bone, patch: Patch, view: Projection, share: float, turned: float) -> Polygon:
    """Both edges of the patch on the limb's surface, each kept on the side that is seen."""
    seen = atan2(dot(bone.outer, view.toward), dot(bone.front, view.toward))
    middle = _wrapped(radians(patch.angle) - seen)
    middle = max(-turned, min(turned, middle))
    ends = (1 - share) * 0.09
    one: list[Point] = []
    other: list[Point] = []
    for step in range(STEPS + 1):
        s = step / STEPS
        t = patch.first + (patch.last - patch.first) * (ends + s * (1 - 2 * ends))
        wide = radians(patch.half) * share * _swelling(s, patch.thick)
        for edge, angle in ((one, middle - wide), (other, middle + wide)):
            edge.append(view.point(_surface(bone, t, seen + max(-EDGE, min(EDGE, angle)))))
    return wound([*one, *reversed(other)])


def _swelling(s: float, thick: float) -> float:
    """How wide a muscle is along its length: nothing at its ends, 1 where it is thickest."""
    return float(max(0.0, sin(pi * s ** (log(0.5) / log(thick)))) ** 0.62)


def _surface(bone: Bone, t: float, angle: float) -> Vec:
    row = row_at(bone.rows, t)
    centre = bone.at(row)
    radius = row[1]
    return along(along(centre, bone.front, radius * cos(angle)), bone.outer, radius * sin(angle))


def _strap(strap: Strap, joints: Joints, leg: DrawnLeg, view: Projection, share: float) -> Polygon:
    """One rounded patch around its three places; a smaller share draws together towards the middle one."""
    axes, outward = axes_of(joints.pelvis_frame), OUTWARD[leg.limb]
    start, middle = (
        place(joints.pelvis, axes, front, up, right * outward) for front, up, right in (strap.start, strap.middle)
    )
    end = _surface(leg.thigh_bone, strap.along, radians(strap.angle))
    inward = (1 + share) / 2
    places = (between(middle, start, inward), middle, between(middle, end, inward))
    return around([Blob(*view.point(p), half * share * view.scale) for p, half in zip(places, strap.half, strict=True)])


def _hip_turned_away(joints: Joints, limb: Limb, view: Projection) -> bool:
    return dot(axes_of(joints.pelvis_frame)[2], view.toward) * OUTWARD[limb] < FAR_SIDE


def _wrapped(angle: float) -> float:
    return (angle + pi) % (2 * pi) - pi
