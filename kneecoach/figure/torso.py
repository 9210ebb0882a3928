"""The drawn trunk: pelvis with buttocks, the shirt over it, and the neck."""

from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Part, Piece
from kneecoach.figure.poses import OUTWARD
from kneecoach.figure.solid import Section, axes_of, ellipsoid, place
from kneecoach.figure.vectors import between

PELVIS_BEHIND = 0.012
"""The pelvis is painted just behind the shirt, which hangs over it."""
ROOT = 0.97
"""The light on what grows out of the body: nearly all of it, so that no ring shows."""


def trunk_depth(joints: Joints, view: Projection) -> float:
    return view.depth(between(joints.pelvis, joints.chest, 0.5))


def seat(joints: Joints) -> Section:
    """The lowest section of the pelvis, from which legs and buttocks grow."""
    axes = axes_of(joints.pelvis_frame)
    return ellipsoid(axes, place(joints.pelvis, axes, -0.004, -0.018), (0.056, 0.040, 0.082), ROOT)


def pelvis_part(joints: Joints, view: Projection) -> Part:
    axes = axes_of(joints.pelvis_frame)
    low = seat(joints)
    middle = ellipsoid(axes, place(joints.pelvis, axes, -0.006, 0.02), (0.058, 0.040, 0.088))
    waist = ellipsoid(axes_of(joints.waist_frame), joints.waist, (0.050, 0.035, 0.072))
    pieces = [Piece([low._replace(light=0.76), middle, waist], Ink.LEG, Ink.LEG_S)]
    for outward in OUTWARD.values():
        buttock = ellipsoid(
            axes, place(joints.pelvis, axes, -0.020, -0.010, outward * 0.042), (0.044, 0.047, 0.046), ROOT
        )
        pieces.append(Piece([low, buttock], Ink.LEG, Ink.LEG_S))
    return Part(trunk_depth(joints, view) - PELVIS_BEHIND, pieces, merged=True)


def shirt_part(joints: Joints, view: Projection) -> Part:
    """The shirt with the neck; the shoulders are added by the arms, so that all is one outline."""
    pelvis, waist, chest = (axes_of(q) for q in (joints.pelvis_frame, joints.waist_frame, joints.chest_frame))
    b = joints.breath
    shirt = [
        ellipsoid(pelvis, place(joints.pelvis, pelvis, -0.002, 0.040), (0.057, 0.022, 0.086)),
        ellipsoid(waist, place(joints.waist, waist, 0.002, -0.005), (0.053, 0.035, 0.073)),
        ellipsoid(chest, place(joints.waist, chest, 0.004, 0.055), (0.060 + 0.003 * b, 0.04, 0.082 + 0.002 * b)),
        ellipsoid(
            chest, place(joints.chest, chest, 0.004 + 0.002 * b, -0.050), (0.063 + 0.003 * b, 0.04, 0.092 + 0.002 * b)
        ),
        ellipsoid(chest, place(joints.chest, chest, -0.002, -0.002), (0.048, 0.032, 0.094)),
        ellipsoid(chest, place(joints.chest, chest, -0.006, 0.024), (0.034, 0.020, 0.050)),
    ]
    neck = [
        Section(place(joints.chest, chest, -0.004, 0.012), 0.031),
        Section(joints.neck_top, 0.0265),
        Section(place(joints.neck_top, axes_of(joints.head_frame), 0, 0.02), 0.0265),
    ]
    pieces = [
        Piece(neck, Ink.SKIN_S, Ink.SKIN_S, flat=True),
        Piece(shirt, Ink.TOP, Ink.TOP_S, run=1),
    ]
    return Part(trunk_depth(joints, view), pieces, merged=True)
