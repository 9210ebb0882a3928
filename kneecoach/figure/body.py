"""The whole figure as parts in painting order, from the one farthest away."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from kneecoach.figure.camera import Projection
from kneecoach.figure.head import head_part
from kneecoach.figure.joints import Joints
from kneecoach.figure.leggings import DrawnLeg, drawn_legs, hem_hangs_over
from kneecoach.figure.movement import Box, BoxKind, Chair, LegTube, Movement, Roller
from kneecoach.figure.muscles import limb_patches, pelvis_patches
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import RIM_HALF, Part
from kneecoach.figure.poses import LIMBS, Limb
from kneecoach.figure.props import box_part, chair_parts, roller_part, tube_parts
from kneecoach.figure.shapes import Shape
from kneecoach.figure.sleeves import DrawnArm, drawn_arms
from kneecoach.figure.solid import axes_of
from kneecoach.figure.strokes import Polygon, box, overlap
from kneecoach.figure.torso import pelvis_part, shirt_part, trunk_depth
from kneecoach.figure.vectors import dot

GAP = 0.0065
"""Width of the pale line where one leg crosses the other, in body heights."""
PARALLEL = 0.15
"""The sine of the angle between two legs that only lie behind each other: their tones are enough."""
LEAST_GAP_PX = 0.5
FRONTAL = 0.35


@dataclass(slots=True)
class Body:
    """The parts by what they are, before they are put in order."""

    pelvis: Part
    shirt: Part
    head: Part
    legs: Mapping[Limb, DrawnLeg]
    arms: Mapping[Limb, DrawnArm]
    patches: list[Part]

    def named(self) -> dict[str, Part]:
        """By the names that `Movement.depth_bias` uses."""
        names = {"pelvis": self.pelvis, "chest": self.shirt, "head": self.head}
        for limb in LIMBS:
            names[f"{limb}_thigh"], names[f"{limb}_shank"] = self.legs[limb].thigh, self.legs[limb].shin
            names[f"{limb}_upper"], names[f"{limb}_arm"] = self.arms[limb].upper, self.arms[limb].fore
        return names

    @property
    def parts(self) -> list[Part]:
        limbs = [part for limb in LIMBS for part in (*self.legs[limb].parts, *self.arms[limb].parts)]
        return [self.pelvis, self.shirt, self.head, *limbs, *self.patches]


def figure(
    movement: Movement, phase: int, joints: Joints, view: Projection, tones: Mapping[Limb, float]
) -> tuple[Body, list[Part]]:
    """The body, and all parts with the props (but for mats), from back to front."""
    body = _body(movement, phase, joints, view, tones)
    for name, part in body.named().items():
        part.depth += movement.depth_bias.get(name, 0.0)
    _finish_roots(body, view)
    parts = body.parts
    for prop in movement.props:
        if isinstance(prop, Roller):
            parts.append(roller_part(prop, joints, view))
        elif isinstance(prop, LegTube):
            parts += tube_parts(prop, body.legs, view)
        elif isinstance(prop, Chair):
            parts += chair_parts(prop, view)
        elif isinstance(prop, Box) and prop.kind is not BoxKind.MAT:
            parts.append(box_part(prop, view))
    parts.sort(key=lambda part: part.depth)
    _part_crossed_legs(body, view)
    return body, parts


def _body(movement: Movement, phase: int, joints: Joints, view: Projection, tones: Mapping[Limb, float]) -> Body:
    pelvis, shirt = pelvis_part(joints, view), shirt_part(joints, view)
    hung = shirt.depth
    legs = drawn_legs(joints, view, pelvis, tones)
    for leg in legs.values():
        leg.thigh.after += limb_patches(movement, phase, leg, view, "thigh")
        leg.shin.after += limb_patches(movement, phase, leg, view, "shank")
        if hem_hangs_over(joints, leg, view):
            shirt.depth = max(shirt.depth, leg.thigh.depth + 0.002)
    head = head_part(joints, view)
    if view.depth(joints.head) > view.depth(joints.chest) - 0.06:
        head.depth = max(head.depth, shirt.depth + 0.001)
    patches = []
    for limb in LIMBS:
        shapes = pelvis_patches(movement, phase, joints, legs[limb], view)
        if shapes:
            patches.append(_pelvis_patch(shapes, joints, limb, legs, pelvis, view))
    walls = [prop for prop in movement.props if isinstance(prop, Box) and prop.kind is BoxKind.WALL]
    arms = drawn_arms(joints, view, shirt, trunk_depth(joints, view), walls)
    for part in (part for arm in arms.values() for part in arm.parts):
        # What lay before the shirt stays before it when its hem comes over a thigh
        part.depth += (shirt.depth - hung) * (part.depth > hung)
    return Body(pelvis, shirt, head, legs, arms, patches)


def _pelvis_patch(
    shapes: list[Shape], joints: Joints, limb: Limb, legs: Mapping[Limb, DrawnLeg], pelvis: Part, view: Projection
) -> Part:
    """A patch of the hip: over the root of its thigh and under the hem, cut off at the clothing."""
    thighs = [legs[limb].thigh.depth]
    if abs(dot(axes_of(joints.pelvis_frame)[2], view.toward)) < FRONTAL:
        thighs.append(legs["r" if limb == "l" else "l"].thigh.depth)
    clip = pelvis.silhouette(view, ink=Ink.LEG) + legs[limb].thigh.silhouette(view, ink=Ink.LEG)
    depth = max(pelvis.depth, *thighs) + 0.001
    return Part(depth, [], before=[Shape(shape.ink, shape.polygons, clip=tuple(clip)) for shape in shapes])


def _finish_roots(body: Body, view: Projection) -> None:
    """An arm before the shirt has the shirt's tone; a thigh before it has a line round its root."""
    for arm in body.arms.values():
        if arm.upper.depth > body.shirt.depth:
            arm.upper.far = arm.fore.far = 0.0
    for limb, leg in body.legs.items():
        if leg.thigh.depth > body.shirt.depth:
            under = body.shirt.silhouette(view, ink=Ink.TOP)
            other = body.legs["r" if limb == "l" else "l"].thigh
            if other.depth < leg.thigh.depth:
                under += other.crossing(view, ink=Ink.LEG)
            root = leg.thigh.silhouette(view, RIM_HALF * view.scale, ink=Ink.LEG)
            leg.thigh.before.append(Shape(Ink.RIM, tuple(root), clip=tuple(under)))


def _crossing(body: Body, view: Projection) -> float:
    """The sine of the angle at which the legs cross in the picture."""
    ways = []
    for limb in LIMBS:
        (x0, y0), (x1, y1) = (view.point(place) for place in (body.legs[limb].leg.hip, body.legs[limb].leg.ankle))
        size = hypot(x1 - x0, y1 - y0) or 1.0
        ways.append(((x1 - x0) / size, (y1 - y0) / size))
    (ax, ay), (bx, by) = ways
    return abs(ax * by - ay * bx)


def _part_crossed_legs(body: Body, view: Projection) -> None:
    """A pale line along each leg where it crosses the other one, which is painted before it."""
    left, right = body.legs["l"], body.legs["r"]
    grow = GAP * view.scale * max(0.0, min(1.0, (_crossing(body, view) - PARALLEL) / PARALLEL))
    if grow < LEAST_GAP_PX:
        return
    for one, other in ((left, right), (right, left)):
        for behind in other.parts:
            fronts = sorted((part for part in one.parts if part.depth > behind.depth), key=lambda part: part.depth)
            back = behind.crossing(view, ink=Ink.LEG)
            near = [part for part in fronts if _touch(part.crossing(view), back, grow)] if back else []
            if near:
                ahead = [polygon for part in fronts for polygon in part.crossing(view, grow)]
                # Below all of the leg in front, so that no line lies on its own thigh
                fronts[0].before.append(Shape(Ink.GAP, tuple(ahead), clip=tuple(back)))


def _touch(some: list[Polygon], others: list[Polygon], grow: float) -> bool:
    """Whether their boxes overlap when some are grown."""
    if not some:
        return False
    left, top, right, bottom = box(some)
    return overlap((left - grow, top - grow, right + grow, bottom + grow), box(others))
