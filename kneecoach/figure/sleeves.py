"""The drawn arms: sleeve, upper arm and forearm; the shoulder is part of the shirt's outline."""

from collections.abc import Sequence
from dataclasses import dataclass

from kneecoach.figure.camera import Projection
from kneecoach.figure.hands import hand_pieces
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Box
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Part, Piece
from kneecoach.figure.poses import LIMBS, OUTWARD, Limb
from kneecoach.figure.solid import Bone, Row, Section, axes_of, ellipsoid, lit_root, place
from kneecoach.figure.torso import ROOT
from kneecoach.figure.vectors import across, along, between, cross, dot, scale, subtract, unit

UPPER: tuple[Row, ...] = (
    (0, 0.0310, 0, 0),
    (0.25, 0.0315, 0.002, 0.001),
    (0.55, 0.0290, 0.003, 0),
    (0.85, 0.0240, 0, 0),
    (1, 0.0235, 0, 0),
)
FORE: tuple[Row, ...] = (
    (0, 0.0235, 0, 0),
    (0.1, 0.0247, 0, 0),
    (0.22, 0.0255, 0.001, 0),
    (0.6, 0.0205, 0, 0),
    (1, 0.0148, 0, 0),
)
SLEEVE = 0.46
SLEEVE_WIDER = 0.0025
ONE_PART = 0.05
"""Upper arm and forearm whose depths differ by less are one part."""
ELBOW = 0.22
"""As much of either half of the arm as lies round the elbow."""
FARTHEST = 0.34
SHOWS_SIDE = 0.35
"""How much of the trunk's side must face the viewer before one arm counts as behind it."""


@dataclass(slots=True)
class DrawnArm:
    """The arm as one part, or upper arm and forearm apart."""

    limb: Limb
    upper: Part
    fore: Part

    @property
    def parts(self) -> list[Part]:
        return [self.upper] if self.upper is self.fore else [self.upper, self.fore]


def drawn_arms(
    joints: Joints, view: Projection, shirt: Part, behind: float, walls: Sequence[Box] = ()
) -> dict[Limb, DrawnArm]:
    """Both arms; their shoulders are added to the shirt. `behind` is the depth of the middle of the trunk."""
    return {limb: _drawn_arm(joints, limb, view, shirt, (behind, walls)) for limb in LIMBS}


def _drawn_arm(
    joints: Joints, limb: Limb, view: Projection, shirt: Part, around: tuple[float, Sequence[Box]]
) -> DrawnArm:
    behind, walls = around
    arm = joints.arms[limb]
    down = unit(subtract(arm.elbow, arm.shoulder))
    front = across(scale(arm.elbow_direction, -1), down)
    outer = cross(front, down)
    upper = Bone(arm.shoulder, arm.elbow, UPPER, front, outer)
    fore = Bone(arm.elbow, arm.wrist, FORE, front, outer)
    flesh = lit_root(upper.sections(), 1.0, 0.9)
    flesh[-1] = flesh[-1]._replace(light=ROOT)
    skin = _piece(flesh, Ink.SKIN, Ink.SKIN_S, 1)
    sleeve = _piece(lit_root(upper.sections(0, SLEEVE, SLEEVE_WIDER), 1.0, ROOT), Ink.TOP, Ink.TOP_S, 1)
    sleeve.flat_end, sleeve.shade_from = True, 1
    forearm = [
        _piece(lit_root(fore.sections(), ROOT, 0.92, 0.84), Ink.SKIN, Ink.SKIN_S, 1),
        *hand_pieces(joints, limb, view, walls),
    ]
    shirt.pieces += _shoulder(joints, limb)
    high, low = view.depth(between(arm.shoulder, arm.elbow, 0.6)), view.depth(between(arm.elbow, arm.wrist, 0.6))
    far = 0.0
    if abs(dot(axes_of(joints.chest_frame)[2], view.toward)) > SHOWS_SIDE:
        far = max(0.0, min(1.0, (behind - (high + low) / 2 - 0.02) / 0.10)) * FARTHEST
    if high < shirt.depth:
        grown = [section._replace(light=ROOT) for section in sleeve.sections]
        shirt.pieces.append(Piece(grown, Ink.TOP, Ink.TOP_S, run=1, flat_end=True))
    if abs(high - low) < ONE_PART:
        forearm[0].rim_from = 0
        part = Part((high + low) / 2, [skin, *forearm, sleeve], far, merged=True)
        sleeve.run = 1
        return DrawnArm(limb, part, part)
    sleeve.run = 1
    above, below = [skin, sleeve], forearm
    if high > low:
        above.insert(1, _bare(lit_root(fore.sections(0, ELBOW), ROOT, 0.92, 0.84)[::-1]))
    else:
        elbow = upper.sections(1 - ELBOW, 1)
        below.insert(1, _bare([*elbow[:-1], elbow[-1]._replace(light=ROOT)]))
    return DrawnArm(limb, Part(high, above, far, merged=True), Part(low, below, far, merged=True))


def _bare(sections: list[Section]) -> Piece:
    """The end of the other half of the arm, lit as that is, over the nearer half's rim: no ring round the elbow."""
    return Piece(sections, Ink.SKIN, Ink.SKIN_S, rimmed=False, shade_from=1)


def _piece(sections: list[Section], light: Ink, shade: Ink, rim_from: int) -> Piece:
    return Piece(sections, light, shade, rim_from=rim_from)


def _shoulder(joints: Joints, limb: Limb) -> list[Piece]:
    """From the flank over the shoulder into the sleeve, and the slope from the neck to the shoulder."""
    arm = joints.arms[limb]
    chest = axes_of(joints.chest_frame)
    down = unit(subtract(arm.elbow, arm.shoulder))
    front = across(scale(arm.elbow_direction, -1), down)
    own = (front, cross(front, down), down)
    yoke = ellipsoid(chest, place(joints.chest, chest, 0, -0.012, OUTWARD[limb] * 0.055), (0.036, 0.032, 0.034), ROOT)
    cap = ellipsoid(own, along(arm.shoulder, down, 0.004), (0.0335, 0.0335, 0.0335), ROOT)
    sleeve = ellipsoid(own, along(arm.shoulder, down, 0.03), (0.0335, 0.0335, 0.03), ROOT)
    flank = ellipsoid(
        chest, place(joints.chest, chest, 0.002, -0.085, OUTWARD[limb] * 0.046), (0.046, 0.045, 0.042), 0.97
    )
    slope = ellipsoid(
        chest, place(joints.chest, chest, -0.006, 0.022, OUTWARD[limb] * 0.030), (0.030, 0.018, 0.024), ROOT
    )
    lat = ellipsoid(chest, place(joints.chest, chest, 0.0, -0.060, OUTWARD[limb] * 0.056), (0.045, 0.046, 0.040), ROOT)
    rows = ([flank, yoke, cap, sleeve], [lat, cap], [slope, cap])
    return [Piece(row, Ink.TOP, Ink.TOP_S, run=1) for row in rows]
