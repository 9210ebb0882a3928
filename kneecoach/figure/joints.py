"""A solved body: every joint of one moment, with what the drawing and the audits ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kneecoach.figure.poses import Limb
from kneecoach.figure.vectors import Quaternion, Vec


@dataclass(frozen=True, slots=True)
class Leg:
    """`knee_direction` is where the knee was asked to point, `flexion` 0 a straight knee.

    `toe_flat` is 1 when the toes stay level on the floor under a raised heel. `reach_error` is how far the ankle stayed
    from where it should be.
    """

    hip: Vec
    knee: Vec
    ankle: Vec
    knee_direction: Vec
    foot: Quaternion
    flexion: float
    toe_flat: float
    reach_error: float


@dataclass(frozen=True, slots=True)
class Arm:
    """`grip` 1 is a fist. `girdle_error` is how far the shoulder had to give way for an elbow that is leant on."""

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    hand_direction: Vec
    elbow_direction: Vec
    flexion: float
    grip: float
    reach_error: float
    girdle_error: float


@dataclass(frozen=True, slots=True)
class Joints:
    """The body at one moment, in body heights; `chest` is the point between the shoulders.

    `breath` goes from -1 to 1, `roller_turn` is in radians since the roller's first place.
    """

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
    legs: Mapping[Limb, Leg]
    arms: Mapping[Limb, Arm]
    breath: float
    props: Mapping[str, Vec]
    roller_turn: float

    def point(self, name: str) -> Vec:
        """The place of a joint as the data name it: "pelvis", "l_ankle", "prop_roller"; KeyError if unknown."""
        if name in TRUNK_POINTS:
            place: Vec = getattr(self, name)
            return place
        side, _, part = name.partition("_")
        if side == "prop":
            return self.props[part]
        limb = _limb(side, name)
        if part in LEG_POINTS:
            place = getattr(self.legs[limb], part)
        elif part in ARM_POINTS:
            place = getattr(self.arms[limb], part)
        else:
            raise KeyError(name)
        return place


TRUNK_POINTS = frozenset({"pelvis", "waist", "chest", "neck_base", "neck_top", "head"})
LEG_POINTS = frozenset({"hip", "knee", "ankle"})
ARM_POINTS = frozenset({"shoulder", "elbow", "wrist"})


def _limb(side: str, name: str) -> Limb:
    if side == "l":
        return "l"
    if side == "r":
        return "r"
    raise KeyError(name)
