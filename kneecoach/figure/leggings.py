"""The drawn legs: thigh and shank in leggings, the bare shin below them, the shoe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints, Leg
from kneecoach.figure.movement import Movement
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Part, Piece
from kneecoach.figure.poses import LIMBS, OUTWARD, Limb
from kneecoach.figure.shoes import shoe_pieces
from kneecoach.figure.solid import Bone, Section, axes_of, ellipsoid, lit_root, place, smoothed
from kneecoach.figure.strokes import meeting
from kneecoach.figure.torso import ROOT, seat
from kneecoach.figure.vectors import across, along, between, cross, dot, mix, scale, subtract, unit

THIGH = smoothed(
    (
        (0, 0.053, -0.001, 0.003),
        (0.18, 0.057, 0.002, 0.006),
        (0.40, 0.0535, 0.005, 0.004),
        (0.65, 0.046, 0.005, 0),
        (0.88, 0.038, 0.003, 0),
        (1, 0.0355, 0.003, 0),
    )
)
SHANK = smoothed(
    (
        (0, 0.0355, 0.003, 0),
        (0.10, 0.0345, 0.000, 0),
        (0.28, 0.0385, -0.010, 0.002),
        (0.5, 0.034, -0.008, 0.001),
        (0.75, 0.0245, -0.002, 0),
        (1, 0.0195, 0, 0),
    )
)
HEM = 0.70
"""Where the leggings end, as a share of the shank."""
CLOTH = 0.0012
BENT_KNEE = 25.0
"""Above this flexion the knee's bend itself says where the front of the leg is."""
FOLDED_KNEE = 100.0
"""Above this the shank is outlined against its thigh."""
BEHIND_PELVIS = -0.75
FLATTER = (1.0, 0.8, 0.5, 0.2)
ROOT_LOWER = 0.012
ROOT_THINNER = 0.007
FARTHEST = 0.34
CLEARLY = 0.25
"""How clearly one leg must be the one in front, over the whole loop, for the legs to have two tones."""
FAR_WITHIN = 0.05
FAR_APART = 0.08
SHOWS_SIDE = 0.35
"""How much of the trunk's side must face the viewer before one leg counts as behind it."""
TOUCHING = 0.055
CLEAR_OF = 0.10
"""Distance in the picture between the middles of two legs that lie over each other, and that do not."""
HIP_BENT = 0.28
HIP_FOLDED = -0.12
"""Cosine of the hip's flexion below which the shirt's hem no longer hangs over a thigh on the viewer's side, or any."""
NEAR_SIDE = 0.55


@dataclass(slots=True)
class DrawnLeg:
    """A leg as parts in painting order of its own; `shin` is `thigh` while the knee is not folded."""

    limb: Limb
    leg: Leg
    thigh_bone: Bone
    shank_bone: Bone
    thigh: Part
    shin: Part
    depth: float

    @property
    def parts(self) -> list[Part]:
        return [self.thigh] if self.thigh is self.shin else [self.thigh, self.shin]


def bones(leg: Leg, limb: Limb) -> tuple[Bone, Bone]:
    down = unit(subtract(leg.knee, leg.hip))
    shank = unit(subtract(leg.ankle, leg.knee))
    bent = leg.flexion > BENT_KNEE
    front = across(scale(shank, -1) if bent else leg.knee_direction, down)
    shin = across(down if bent else leg.knee_direction, shank)
    outer = scale(cross(front, scale(down, -1)), OUTWARD[limb])
    outer_shank = scale(cross(shin, scale(shank, -1)), OUTWARD[limb])
    return (
        Bone(leg.hip, leg.knee, THIGH, front, outer),
        Bone(leg.knee, leg.ankle, SHANK, shin, outer_shank),
    )


def leg_tones(movement: Movement, samples: Sequence[tuple[Joints, Projection]]) -> dict[Limb, float]:
    """How far back each leg looks, the same over the whole loop; the leg that works is never the paler one."""
    ahead = [
        _right_ahead(joints, view, _depth(joints.legs["r"], view) - _depth(joints.legs["l"], view))
        for joints, view in samples
    ]
    middle = sum(ahead) / len(ahead)
    paler: Limb = "l" if middle > 0 else "r"
    share = FARTHEST if abs(middle) > CLEARLY else 0.0
    if paler == movement.side:
        paler = "r" if paler == "l" else "l"
        share *= any(abs(_in_front(joints, view)) > FAR_WITHIN for joints, view in samples)
    if any(movement.far.values()):
        share = 0.0
    return {limb: movement.far.get(limb, share if limb == paler else 0.0) for limb in LIMBS}


def drawn_legs(joints: Joints, view: Projection, pelvis: Part, tones: Mapping[Limb, float]) -> dict[Limb, DrawnLeg]:
    """Both legs; the roots of those that are not behind the pelvis are added to it."""
    depths = {limb: _depth(joints.legs[limb], view) for limb in LIMBS}
    drawn = {}
    for limb in LIMBS:
        drawn[limb] = _drawn_leg(joints, limb, view, pelvis, tones[limb], depths[limb])
    return drawn


def _right_ahead(joints: Joints, view: Projection, nearer: float) -> float:
    """How clearly the right leg is the one in front: 1, or -1 for the left, or 0 when they lie apart side by side."""
    sideways = abs(dot(axes_of(joints.pelvis_frame)[2], view.toward))
    from_side = max(0.0, min(1.0, (sideways - SHOWS_SIDE) / SHOWS_SIDE)) * nearer / FAR_APART
    crossed = _in_front(joints, view) / FAR_WITHIN
    return max(-1.0, min(1.0, max(-1.0, min(1.0, from_side)) + max(-1.0, min(1.0, crossed))))


def _in_front(joints: Joints, view: Projection) -> float:
    """How far the right leg lies before the left where they meet in the picture; 0 when they are clear."""
    lines = {}
    for limb in LIMBS:
        leg = joints.legs[limb]
        points = (between(leg.hip, leg.knee, 0.3), leg.knee, leg.ankle)
        lines[limb] = list(pairwise([(view.point(p), view.depth(p)) for p in points]))
    weight = ahead = closest = 0.0
    for (l0, l1), (r0, r1) in product(lines["l"], lines["r"]):
        gap, at, other = meeting((l0[0], l1[0]), (r0[0], r1[0]))
        near = max(0.0, min(1.0, (CLEAR_OF - gap / view.scale) / (CLEAR_OF - TOUCHING)))
        weight += near
        ahead += near * (mix(r0[1], r1[1], other) - mix(l0[1], l1[1], at))
        closest = max(closest, near)
    return ahead / weight * closest if weight else 0.0


def _depth(leg: Leg, view: Projection) -> float:
    return (view.depth(between(leg.hip, leg.knee, 0.6)) + view.depth(between(leg.knee, leg.ankle, 0.5))) / 2


def _drawn_leg(joints: Joints, limb: Limb, view: Projection, pelvis: Part, far: float, depth: float) -> DrawnLeg:
    leg = joints.legs[limb]
    thigh_bone, shank_bone = bones(leg, limb)
    flesh = lit_root(_flattened_root(thigh_bone, joints), 1.0, 0.94, 0.88)
    thigh_piece = _leggings(flesh, rim_from=3)
    thigh_piece.crosses_from, thigh_piece.crossed_from = 5, 2
    shank_piece = _leggings(shank_bone.sections(0.0, HEM, CLOTH), rim_from=0)
    shank_piece.flat_end = True
    skin = Piece(shank_bone.sections(HEM - 0.04), Ink.SKIN, Ink.SKIN_S)
    below = [skin, *shoe_pieces(leg.ankle, leg.foot, leg.toe_flat, view)]
    high, low = view.depth(between(leg.hip, leg.knee, 0.6)), view.depth(between(leg.knee, leg.ankle, 0.5))
    if leg.flexion < FOLDED_KNEE:
        thigh = shin = Part(high * 0.55 + low * 0.45, [*below, shank_piece, thigh_piece], far, merged=True)
    else:
        shank_piece.rim_from = 1
        thigh = Part(high, [thigh_piece], far, merged=True)
        shin = Part(low, [*below, shank_piece], far, merged=True)
    drawn = DrawnLeg(limb, leg, thigh_bone, shank_bone, thigh, shin, depth)
    if dot(axes_of(joints.pelvis_frame)[2], view.toward) * OUTWARD[limb] > BEHIND_PELVIS:
        _join_to_pelvis(joints, drawn, pelvis, flesh)
    else:
        thigh_piece.rim_from = 0
    return drawn


def _flattened_root(thigh: Bone, joints: Joints) -> list[Section]:
    """The thigh; where the hip is bent its root lies lower and flatter, so that no dome rises over the belly."""
    sections = thigh.sections()
    down = unit(subtract(thigh.end, thigh.start))
    bent = max(0.0, min(1.0, 1.0 + dot(down, axes_of(joints.pelvis_frame)[1])))
    for i, share in enumerate(FLATTER):
        lower = along(sections[i].centre, thigh.front, -ROOT_LOWER * share * bent)
        sections[i] = sections[i]._replace(centre=lower, radius=sections[i].radius - ROOT_THINNER * share * bent)
    return sections


def _leggings(sections: list[Section], rim_from: int) -> Piece:
    return Piece(sections, Ink.LEG, Ink.LEG_S, rim_from=rim_from, run=3)


def _join_to_pelvis(joints: Joints, drawn: DrawnLeg, pelvis: Part, flesh: list[Section]) -> None:
    """Make the root of the leg part of the pelvis' outline: no ball, no seam."""
    low = seat(joints)
    pelvis.pieces.append(Piece([low, flesh[0]], Ink.LEG, Ink.LEG_S))
    pelvis.pieces.append(Piece([s._replace(light=ROOT) for s in flesh[:4]], Ink.LEG, Ink.LEG_S))
    for part in drawn.parts:
        if part is drawn.thigh:
            part.depth = max(part.depth, pelvis.depth + 0.0004)
    axes, outward = axes_of(joints.pelvis_frame), OUTWARD[drawn.limb]
    down = unit(subtract(drawn.leg.knee, drawn.leg.hip))
    bridge = Piece(
        [
            ellipsoid(axes, place(joints.pelvis, axes, -0.004, -0.022, outward * 0.034), (0.044, 0.026, 0.034), 1.0),
            ellipsoid(axes, along(drawn.leg.hip, down, 0.012), (0.044, 0.044, 0.044), 1.0),
        ],
        Ink.LEG,
        Ink.LEG_S,
        rimmed=False,
        run=3,
    )
    drawn.thigh.pieces.append(bridge)


def hem_hangs_over(joints: Joints, leg: DrawnLeg, view: Projection) -> bool:
    """Whether the hip is not so bent that the thigh lies over the shirt."""
    _, up, right = axes_of(joints.pelvis_frame)
    near = dot(right, view.toward) * OUTWARD[leg.limb] > NEAR_SIDE
    down = unit(subtract(leg.leg.knee, leg.leg.hip))
    return -dot(down, up) > (HIP_BENT if near else HIP_FOLDED)
