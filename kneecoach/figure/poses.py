"""One key pose: where pelvis, feet and hands are put. The rest of the body follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from kneecoach.figure.vectors import ORIGIN, UNTURNED, Quaternion, Vec, add

Limb = Literal["l", "r"]
LIMBS: tuple[Limb, Limb] = ("l", "r")
OUTWARD: Mapping[Limb, float] = {"l": -1.0, "r": 1.0}
"""The sign of z on that side of the body."""


class Space(Enum):
    """What a target is measured from."""

    WORLD = "world"
    PELVIS = "pelvis"
    CHEST = "chest"
    HEAD = "head"
    HANG = "hang"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class PelvisPose:
    """Where the middle of the hips is, or that of the shoulders when `pinned`: the pelvis then follows."""

    at: Vec
    frame: Quaternion = UNTURNED
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class FootContact:
    """A foot on a surface: the spot under its ankle when flat, and its angles.

    `heel` above 0 is a heel raised about the ball, below 0 toes raised about the heel. `ankle` and `foot` follow from
    the rest.
    """

    spot: tuple[float, float]
    height: float
    heading: float
    heel: float
    tilt: float
    knee: Vec
    ankle: Vec
    foot: Quaternion

    def moved(self, by: Vec) -> "FootContact":
        """The same contact elsewhere on the floor."""
        spot = (self.spot[0] + by[0], self.spot[1] + by[2])
        return replace(self, spot=spot, height=self.height + by[1], ankle=add(self.ankle, by))


@dataclass(frozen=True, slots=True)
class Ankle:
    """How a free foot is held: `toes` is where they point (None: as the knee does), `point` degrees of pointing."""

    toes: Vec | None = None
    point: float = 10.0


@dataclass(frozen=True, slots=True)
class FreeLeg:
    """A leg given by the directions of its bones, in the world or in the pelvis' axes."""

    thigh: Vec
    shank: Vec
    ankle: Ankle
    knee: Vec | None = None
    space: Space = Space.WORLD

    def moved(self, by: Vec) -> "FreeLeg":
        """Itself: the leg goes where the pelvis goes."""
        return self


@dataclass(frozen=True, slots=True)
class AnkleTarget:
    """A leg given by where its ankle is."""

    target: Vec
    knee: Vec
    ankle: Ankle
    space: Space = Space.WORLD
    joint: str = ""

    def moved(self, by: Vec) -> "AnkleTarget":
        """The same target elsewhere, if it is a place in the world."""
        return replace(self, target=add(self.target, by)) if self.space is Space.WORLD else self


LegPose = FootContact | FreeLeg | AnkleTarget


@dataclass(frozen=True, slots=True)
class ArmPose:
    """An arm given by where its wrist is; `elbow_at` is the floor point of an elbow that is leant on.

    Targets and directions in a part's own space are already those of this side. `hang_turn` is the heading of HANG.
    """

    target: Vec
    space: Space = Space.WORLD
    joint: str = ""
    elbow: Vec | None = None
    palm: Vec | None = None
    fist: float = 0.0
    elbow_at: Vec | None = None
    hang_turn: Quaternion = UNTURNED

    def moved(self, by: Vec) -> "ArmPose":
        """The same arm elsewhere, as far as it holds on to the world."""
        target = add(self.target, by) if self.space is Space.WORLD else self.target
        return replace(self, target=target, elbow_at=None if self.elbow_at is None else add(self.elbow_at, by))


@dataclass(frozen=True, slots=True)
class KeyPose:
    """A whole body; spine and head are (flexion, side bend to the right, twist) in degrees."""

    pelvis: PelvisPose
    legs: Mapping[Limb, LegPose]
    arms: Mapping[Limb, ArmPose]
    spine: Vec = ORIGIN
    head: Vec = ORIGIN
    props: Mapping[str, Vec] = field(default_factory=dict)

    def leans(self, limb: Limb) -> bool:
        """Whether this leg is put on the other one, which must then be solved before it."""
        leg = self.legs[limb]
        return isinstance(leg, AnkleTarget) and leg.joint.startswith(("l_", "r_"))

    def moved(self, by: Vec) -> "KeyPose":
        """The same pose elsewhere in the world."""
        return replace(
            self,
            pelvis=replace(self.pelvis, at=add(self.pelvis.at, by)),
            legs={limb: leg.moved(by) for limb, leg in self.legs.items()},
            arms={limb: arm.moved(by) for limb, arm in self.arms.items()},
            props={name: add(at, by) for name, at in self.props.items()},
        )
