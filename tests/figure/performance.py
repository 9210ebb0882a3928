"""One loop of a movement as pictures, and the angles of its joints."""

from dataclasses import dataclass
from functools import cache
from math import asin, atan2, ceil, degrees

from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Moment, Movement, MovementPhase
from kneecoach.figure.poses import OUTWARD, Limb
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import X, Y, Z, dot, rotate, subtract, unit
from tests.figure.seen import movement as shown

FRAMES_A_SECOND = 30
SIDEWAYS = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a movement."""

    moment: Moment
    phase: MovementPhase
    joints: Joints

    @property
    def where(self) -> str:
        return f"{self.moment.phase} {self.phase.name} at {self.moment.progress:.2f}"


@dataclass(frozen=True, slots=True)
class Performance:
    """A movement and one loop of it as pictures."""

    movement: Movement
    frames: list[Frame]


def perform(movement: Movement) -> Performance:
    """Every picture of one loop at 30 a second, both ends of each phase among them."""
    pictures = []
    for index, phase in enumerate(movement.phases):
        steps = max(8, ceil(phase.seconds * FRAMES_A_SECOND))
        for step in range(steps + 1):
            moment = Moment(index, step / steps)
            pictures.append(Frame(moment, phase, solve(movement, moment)))
    return Performance(movement, pictures)


@cache
def performed(exercise: str) -> Performance:
    """The pictures of a shipped movement, solved once for all the tests that look at them."""
    return perform(shown(exercise))


def joint_angles(joints: Joints, limb: Limb) -> dict[str, float]:
    """The angles of one side in degrees; the hip's flexion says nothing while the thigh is nearly sideways."""
    leg, arm = joints.legs[limb], joints.arms[limb]
    front, up, right = (rotate(joints.pelvis_frame, axis) for axis in (X, Y, Z))
    thigh, shank = unit(subtract(leg.knee, leg.hip)), unit(subtract(leg.ankle, leg.knee))
    sideways = dot(thigh, right)
    forward = degrees(atan2(dot(thigh, front), -dot(thigh, up))) if abs(sideways) < SIDEWAYS else 0.0
    return {
        "hip flexion": forward,
        "hip abduction": degrees(asin(max(-1, min(1, sideways * OUTWARD[limb])))),
        "knee": leg.flexion,
        "elbow": arm.flexion,
        "ankle": -degrees(asin(max(-1, min(1, dot(rotate(leg.foot, X), shank))))),
    }
