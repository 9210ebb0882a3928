"""The audits can fail: each finds the fault that it is there for."""

import pytest

from kneecoach.figure.movement import Moment
from tests.figure.audits import AUDITS
from tests.figure.movements import a_movement
from tests.figure.performance import perform

DOWN = (("lower", 1.0, "low"), ("raise", 1.0, "up"))
SQUATTED = {
    "from": "stand",
    "pelvis": {"at": [-0.06, 0.37, 0], "rot": [0, 30, 0]},
    "l_leg": {"foot": [0, -0.055], "knee": 5},
    "r_leg": {"foot": [0, 0.055], "knee": 5},
}
ROLLER = {"type": "roller", "at": [0, 0.055, 0], "axis": [90, 0], "len": 0.4, "r": 0.055}


def found(audit, *, low=None, up=None, steps=DOWN, **more):
    poses = {"up": {"from": "stand", **(up or {})}, "low": {**SQUATTED, **(low or {})}}
    return "; ".join(AUDITS[audit](perform(a_movement(*steps, poses=poses, **more))))


@pytest.mark.parametrize("audit", AUDITS)
def test_a_plain_squat_is_fine(audit):
    assert found(audit) == ""


@pytest.mark.parametrize(
    ("pose", "fault"),
    [
        ({"pelvis": {"at": [0, 0.4, 0], "rot": [0, 85, 0]}}, "hip flexion is"),
        ({"spine": {"bend": [60, 0, 0]}}, "the spine is bent by 60 degrees"),
        ({"l_leg": {"foot": [0, -0.055], "knee": [180, 0]}}, "l knee bends away from where its toes point"),
        ({"l_leg": {"ankle": [-0.05, 0.3, -0.05], "knee": [0, 0]}}, "l knee is"),
        ({"r_leg": {"thigh": [0, 0], "shank": [0, -80], "point": 90}}, "r ankle is"),
    ],
)
def test_a_joint_beyond_its_range_is_found(pose, fault):
    assert fault in found("ranges", low=pose)


def test_a_foot_that_slides_or_stays_behind_is_found():
    high = {"pelvis": {"at": [0, 0.56, 0], "rot": [0, 0, 0]}}

    wrong = found("feet", low=high)

    assert "foot stays" in wrong
    assert "foot slides" in wrong


def test_a_hand_that_stays_behind_is_found():
    assert "l hand stays" in found("hands", low={"l_arm": {"space": "world", "hand": [0.6, 1.2, 0]}})


def test_a_shoulder_that_gives_way_is_found():
    arm = {"space": "world", "hand": [0.4, 0.03, 0], "elbow_at": [0.2, 0.024, 0.1]}

    assert "r shoulder gives way" in found("hands", low={"r_arm": arm}, up={"r_arm": arm})


def test_a_body_below_or_above_the_floor_is_found():
    assert "l shoe is 0.0200 below the floor" in found("floor", low={"l_leg": {"foot": [0, -0.055], "y": -0.02}})
    legs = {limb: {"thigh": [0, -40], "shank": [180, -40]} for limb in ("l_leg", "r_leg")}
    assert "the body hovers" in found("floor", low={"pelvis": {"at": [0, 0.8, 0]}, **legs})


def test_a_limb_that_goes_through_the_body_is_found():
    through = {"r_arm": {"space": "l_knee", "hand": [-0.12, 0.0, 0], "elbow": [0, 0, 1]}}
    crossed = {"l_leg": {"foot": [0, 0.055]}, "r_leg": {"foot": [0, -0.055]}}

    assert "r hand goes" in found("passing", low=through)
    assert "l shank goes" in found("passing", low=crossed)


def test_a_roller_that_is_not_lain_on_or_does_not_roll_is_found():
    moved = {"pelvis": {"at": [0.1, 0.45, 0]}, "props": {"roller": [0.2, 0.055, 0]}}
    still = {"props": {"roller": [0, 0.055, 0]}}

    wrong = found("roller", low=moved, up=still, props=[ROLLER])

    assert "the roller is" in wrong
    assert "times as far as the roller" in wrong


def test_a_knee_that_falls_inwards_is_found():
    inwards = {"l_leg": {"foot": [0, -0.055], "knee": -25}}

    assert "l knee falls inwards" in found("knees", low=inwards)
    assert "r knee" not in found("knees", low=inwards)


def test_a_jump_is_found():
    turned = {"l_leg": {"foot": [0, -0.055], "knee": [180, 0]}}

    assert "l knee jumps" in found("jumps", low=turned)


def test_an_open_loop_is_found():
    movement = a_movement(*DOWN)
    seen = perform(movement)
    seen.frames.pop()

    assert "the loop does not close" in "; ".join(AUDITS["jumps"](seen))
    assert seen.frames[0].moment == Moment(0, 0.0)
