"""The trunk of one moment: from the pelvis up to the head."""

from dataclasses import dataclass

from kneecoach.figure import skeleton
from kneecoach.figure.poses import KeyPose
from kneecoach.figure.vectors import (
    Quaternion,
    Vec,
    Y,
    add,
    along,
    bent,
    between,
    compose,
    rotate,
    scale,
    subtract,
    turn_between,
)

_AT_WAIST = 0.5
_AT_NECK = 0.45


@dataclass(frozen=True, slots=True)
class Trunk:
    """The points and frames of `Joints` that arms and legs hang on."""

    pelvis: Vec
    waist: Vec
    chest: Vec
    neck_base: Vec
    neck_top: Vec
    head: Vec
    pelvis_frame: Quaternion
    waist_frame: Quaternion
    chest_frame: Quaternion
    neck_frame: Quaternion
    head_frame: Quaternion


def solve_trunk(start: KeyPose, end: KeyPose, share: float) -> Trunk:
    """Half of the spine's bend is made at the waist, all of it at the chest; the head bends at the neck and above."""
    pelvis_frame = turn_between(start.pelvis.frame, end.pelvis.frame, share)
    spine = between(start.spine, end.spine, share)
    waist_frame = compose(pelvis_frame, bent(*scale(spine, _AT_WAIST)))
    chest_frame = compose(pelvis_frame, bent(*spine))
    chest_up = rotate(chest_frame, Y)
    half = skeleton.PELVIS_TO_WAIST / 2
    to_waist = add(scale(rotate(pelvis_frame, Y), half), scale(rotate(waist_frame, Y), half))
    to_chest = along(to_waist, chest_up, skeleton.WAIST_TO_CHEST)
    pelvis = between(start.pelvis.at, end.pelvis.at, share)
    if start.pelvis.pinned or end.pelvis.pinned:
        # The shoulders stay where they are, and the pelvis follows (bridge)
        pelvis = subtract(pelvis, to_chest)
    waist, chest = add(pelvis, to_waist), add(pelvis, to_chest)
    nod = between(start.head, end.head, share)
    neck_frame = compose(chest_frame, bent(*scale(nod, _AT_NECK)))
    head_frame = compose(chest_frame, bent(*nod))
    neck_base = along(chest, chest_up, skeleton.CHEST_TO_NECK)
    neck_top = along(neck_base, rotate(neck_frame, Y), skeleton.NECK)
    head = add(neck_top, rotate(head_frame, (skeleton.HEAD_FORWARD, skeleton.HEAD_UP, 0.0)))
    return Trunk(
        pelvis,
        waist,
        chest,
        neck_base,
        neck_top,
        head,
        pelvis_frame,
        waist_frame,
        chest_frame,
        neck_frame,
        head_frame,
    )
