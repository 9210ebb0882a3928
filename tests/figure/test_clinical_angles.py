"""The far pose of each exercise is the one its sources describe, to within what a drawing needs to be read."""

from math import atan2, degrees, hypot

import pytest

from kneecoach.exchange.movements import load_movement
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Moment
from kneecoach.figure.pacing import stills
from kneecoach.figure.poses import LIMBS, Limb
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import X, across, dot, rotate, subtract, unit
from tests.figure.mirror import OTHER
from tests.figure.performance import joint_angles

TOLERANCE = 15
TRUNK, HIP, KNEE, ANKLE, ABDUCTION = "trunk", "hip", "knee", "ankle", "abduction"

# Degrees: the working leg, then the other one, then the trunk's lean. Hip flexion is against the trunk.
FAR_POSES = {
    "adductor_stretch": ({ABDUCTION: 38, KNEE: 0}, {HIP: 60, KNEE: 70, ANKLE: 30}, 20),
    "lateral_walk": ({HIP: 45, KNEE: 40, ANKLE: 15}, {HIP: 45, KNEE: 40, ANKLE: 15}, 20),
    "front_lunge": ({HIP: 80, KNEE: 85, ANKLE: 13}, {KNEE: 82}, 8),
    "reverse_lunge": ({HIP: 75, KNEE: 70, ANKLE: 7}, {}, 12),
    "walking_lunge": ({HIP: 80, KNEE: 85, ANKLE: 13}, {KNEE: 82}, 8),
    "quad_stretch": ({HIP: -5, KNEE: 125}, {KNEE: 5}, 0),
    "hamstring_stretch": ({HIP: 72, KNEE: 5}, {HIP: 35, KNEE: 5}, 35),
    "itb_stretch": ({ABDUCTION: -25, KNEE: 0}, {KNEE: 10}, 0),
    "calf_stretch": ({HIP: -15, KNEE: 0, ANKLE: 25}, {HIP: 40, KNEE: 49, ANKLE: 19}, 10),
    "squat": ({HIP: 100, KNEE: 90, ANKLE: 28}, {HIP: 100, KNEE: 90, ANKLE: 28}, 38),
    "heel_slide": ({HIP: 45, KNEE: 95}, {KNEE: 5}, None),
    "glute_bridge": ({HIP: 0, KNEE: 116}, {HIP: 0, KNEE: 116}, None),
    "side_abduction": ({HIP: -10, ABDUCTION: 33, KNEE: 0}, {HIP: 30, KNEE: 40}, None),
    "inner_leg_lift": ({ABDUCTION: -18, KNEE: 0}, {}, None),
    "calf_raise": ({KNEE: 0, ANKLE: -35}, {KNEE: 0, ANKLE: -35}, 0),
    "step_down": ({HIP: 52, KNEE: 55, ANKLE: 23}, {KNEE: 0}, 20),
    "figure_four": ({}, {HIP: 100}, None),
}


@pytest.mark.parametrize("name", FAR_POSES)
def test_the_far_pose_is_the_one_that_is_described(name):
    movement = load_movement(name)
    assert movement
    works: Limb = movement.side or "r"
    body = solve(movement, stills(movement)[1])
    working, other, lean = FAR_POSES[name]
    described = {f"working {joint}": angle for joint, angle in working.items()}
    described |= {f"other {joint}": angle for joint, angle in other.items()}
    described |= {} if lean is None else {TRUNK: lean}

    drawn = {f"working {joint}": angle for joint, angle in posture(body, works).items()}
    drawn |= {f"other {joint}": angle for joint, angle in posture(body, OTHER[works]).items()}
    drawn[TRUNK] = trunk_lean(body)

    off = {joint: f"{drawn[joint]:.0f}, not {angle}" for joint, angle in described.items()}
    assert {joint: says for joint, says in off.items() if abs(drawn[joint] - described[joint]) > TOLERANCE} == {}


def test_the_second_half_of_the_calf_stretch_bends_the_back_knee_with_both_heels_down():
    movement = load_movement("calf_stretch")
    assert movement
    straight, bent = (solve(movement, Moment(index, 1.0)) for index in (1, 3))

    drawn, other = posture(bent, "r"), posture(bent, "l")

    described = [(drawn[HIP], 0), (drawn[KNEE], 28), (drawn[ANKLE], 33), (other[HIP], 35), (other[KNEE], 40)]
    described += [(other[ANKLE], 10), (trunk_lean(bent), 5)]
    assert [(is_, due) for is_, due in described if abs(is_ - due) > TOLERANCE] == []
    assert drawn[KNEE] >= posture(straight, "r")[KNEE] + 15
    for limb in LIMBS:
        assert bent.legs[limb].ankle == pytest.approx(straight.legs[limb].ankle)


@pytest.mark.parametrize("name", ["front_lunge", "reverse_lunge", "walking_lunge"])
def test_a_lunge_stops_before_the_rear_knee_is_on_the_floor(name):
    movement = load_movement(name)
    assert movement

    body = solve(movement, stills(movement)[1])

    assert 0.09 <= min(body.legs[limb].knee[1] for limb in LIMBS) <= 0.17


def posture(joints: Joints, limb: Limb) -> dict[str, float]:
    """The angles of one leg as a physiotherapist reads them, in degrees."""
    leg, angles = joints.legs[limb], joint_angles(joints, limb)
    up = unit(subtract(joints.chest, joints.pelvis))
    thigh = unit(subtract(leg.knee, leg.hip))
    hip = degrees(atan2(dot(thigh, across(rotate(joints.pelvis_frame, X), up)), -dot(thigh, up)))
    return {HIP: hip, KNEE: angles["knee"], ANKLE: angles["ankle"], ABDUCTION: angles["hip abduction"]}


def trunk_lean(joints: Joints) -> float:
    """How far the trunk leans to where the pelvis faces."""
    up, ahead = unit(subtract(joints.chest, joints.pelvis)), rotate(joints.pelvis_frame, X)
    forward = (up[0] * ahead[0] + up[2] * ahead[2]) / max(1e-6, hypot(ahead[0], ahead[2]))
    return degrees(atan2(forward, up[1]))
