"""A body from its key poses: contacts hold still, limbs keep their lengths, parts follow what they hang on."""

from math import pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.figure import skeleton
from kneecoach.figure.movement import Ease, Moment
from kneecoach.figure.pacing import starting
from kneecoach.figure.solving import EASES, solve
from kneecoach.figure.vectors import X, Y, add, distance, rotate, subtract
from tests.figure.movements import LOW, STAND, a_movement

A_STEP = ("step", 1.0, "there", {"lift": {"r": 0.06}})
THERE = {"from": "stand", "pelvis": {"at": [0.12, 0.47, 0]}, "r_leg": {"foot": [0.25, 0.055]}}


def posed(*, extra=None, steps=(("lower", 1.0, "low"), ("raise", 1.0, "up")), **poses):
    return a_movement(*steps, poses={"up": {"from": "stand"}, "low": LOW, **poses}, **(extra or {}))


@given(st.floats(0, 1))
def test_bones_keep_their_lengths_and_feet_their_places(progress):
    body = solve(a_movement(), Moment(0, progress))

    for leg in body.legs.values():
        assert distance(leg.hip, leg.knee) == pytest.approx(skeleton.THIGH)
        assert distance(leg.knee, leg.ankle) == pytest.approx(skeleton.SHANK)
        assert leg.ankle == pytest.approx((0, skeleton.ANKLE_HEIGHT, leg.ankle[2]))
        assert leg.reach_error == 0
    for arm in body.arms.values():
        assert distance(arm.shoulder, arm.elbow) == pytest.approx(skeleton.UPPER_ARM)
        assert distance(arm.elbow, arm.wrist) == pytest.approx(skeleton.FOREARM)


@given(st.floats(-2, 3))
def test_progress_beyond_its_ends_is_the_nearer_end(progress):
    movement = a_movement()

    assert solve(movement, Moment(0, progress)) == solve(movement, Moment(0, max(0, min(1, progress))))


@pytest.mark.parametrize("ease", Ease)
def test_every_ease_arrives(ease):
    assert EASES[ease](1.0) == pytest.approx(1)
    assert EASES[ease](0.0) == pytest.approx(0)
    assert 0 < EASES[ease](0.3) < EASES[ease](0.6) < 1


def test_a_stepping_foot_rises_and_its_toes_clear_the_floor():
    movement = posed(steps=(A_STEP, ("back", 1.0, "up", {"lift": {"r": 0.06}})), there=THERE)

    middle, end = solve(movement, Moment(0, 0.5)), solve(movement, Moment(0, 1.0))

    toes = add(middle.legs["r"].ankle, rotate(middle.legs["r"].foot, (0.12, -skeleton.ANKLE_HEIGHT, 0)))
    assert toes[1] > 0.02
    assert middle.legs["l"].ankle == end.legs["l"].ankle
    assert end.legs["r"].ankle == pytest.approx((0.25, skeleton.ANKLE_HEIGHT, 0.055), abs=1e-9)


def test_a_raised_heel_turns_about_the_ball_and_raised_toes_about_the_heel():
    movement = posed(
        steps=(("raise", 1.0, "tip"), ("lower", 1.0, "up")),
        tip={"from": "stand", "l_leg": {"foot": [0, -0.055], "heel": 40}, "r_leg": {"foot": [0, 0.055], "heel": -20}},
    )

    def spot(body, limb, ahead):
        leg = body.legs[limb]
        return add(leg.ankle, rotate(leg.foot, (ahead, -skeleton.ANKLE_HEIGHT, 0)))

    flat, tipped = (solve(movement, Moment(0, progress)) for progress in (0.0, 0.9))

    assert spot(tipped, "l", skeleton.BALL) == pytest.approx(spot(flat, "l", skeleton.BALL), abs=1e-9)
    assert spot(tipped, "r", -skeleton.HEEL_BACK) == pytest.approx(spot(flat, "r", -skeleton.HEEL_BACK), abs=1e-9)
    assert tipped.legs["l"].toe_flat == 1
    assert 0 < tipped.legs["r"].toe_flat < 0.2


def test_a_straight_leg_stays_straight_while_it_is_raised():
    lying = {"from": "stand", "pelvis": {"at": [0, 0.1, 0], "base": "supine"}, "l_leg": {"foot": [0.3, -0.06]}}
    low = {**lying, "r_leg": {"thigh": [0, 2], "shank": [0, 2], "knee": [0, 90]}}
    high = {**lying, "r_leg": {"thigh": [0, 60], "shank": [0, 60], "knee": [0, 90]}}
    movement = posed(steps=(("raise", 1.0, "high"), ("lower", 1.0, "flat")), flat=low, high=high)

    for progress in (0.0, 0.25, 0.5, 0.75, 1.0):
        assert solve(movement, Moment(0, progress)).legs["r"].flexion < 4


def test_what_is_too_far_is_reached_for_and_the_rest_is_told():
    movement = posed(low={"from": "stand", "pelvis": {"at": [0, 0.7, 0]}})

    leg = solve(movement, Moment(0, 1.0)).legs["l"]

    assert leg.reach_error > 0.1
    assert leg.flexion < 5


def test_a_leg_may_lie_on_the_other_and_a_hand_on_a_knee():
    on_left = {"from": "stand", "r_leg": {"ankle": [0, 0.1, 0.02], "space": "l_knee", "knee": [60, 0]}}
    on_right = {"from": "stand", "l_leg": {"ankle": [0, 0.1, -0.02], "space": "r_knee", "knee": [-60, 0]}}
    hand = {
        "r_arm": {"space": "l_knee", "hand": [0.02, 0.1, 0.03]},
        "pelvis": {"at": [-0.1, 0.4, 0], "rot": [0, 50, 0]},
    }
    movement = posed(
        steps=(("on", 1.0, "on_left"), ("off", 1.0, "up"), ("on", 1.0, "on_right"), ("off", 1.0, "handed")),
        on_left=on_left,
        on_right=on_right,
        handed={"from": "stand", **hand},
    )

    left, right, handed = (solve(movement, Moment(index, 1.0)) for index in (0, 2, 3))

    assert left.legs["r"].ankle == pytest.approx(add(left.point("l_knee"), (0, 0.1, 0.02)))
    assert right.legs["l"].ankle == pytest.approx(add(right.point("r_knee"), (0, 0.1, -0.02)))
    assert handed.point("r_wrist") == pytest.approx(add(handed.point("l_knee"), (0.02, 0.1, 0.03)))


@pytest.mark.parametrize(
    ("space", "hand"),
    [
        ("chest", [0.17, -0.06, 0.01]),
        ("head", [0.02, -0.02, 0.1]),
        ("hang", [0.05, -0.25, 0.02]),
        ("pelvis", [0, 0, 0.1]),
    ],
)
def test_a_hand_stays_on_the_part_it_is_held_to(space, hand):
    arm = {"space": space, "hand": hand, "elbow": [-1, 0, 0.5], "palm": [1, 0, 0]}
    leant = {"from": "stand", "pelvis": {"at": [0, 0.5, 0], "rot": [0, 30, 0]}, "l_arm": arm, "r_arm": arm}
    held = {"from": "stand", "l_arm": arm, "r_arm": arm}
    movement = posed(steps=(("lower", 1.0, "leant"), ("raise", 1.0, "held")), held=held, leant=leant)

    body = solve(movement, Moment(0, 0.5))

    # Left and right are mirrored, so the middle of both hands is on the plane through the body
    assert body.point("l_wrist")[2] == pytest.approx(-body.point("r_wrist")[2])
    assert body.arms["l"].reach_error == pytest.approx(0, abs=1e-3)


def test_an_ankle_may_be_held_to_the_pelvis():
    kicked = {"from": "stand", "l_leg": {"ankle": [0.2, -0.3, -0.05], "space": "pelvis", "knee": [0, 0]}}
    body = solve(posed(steps=(("kick", 1.0, "kick"),), kick=kicked), Moment(0, 1.0))

    assert body.point("l_ankle") == pytest.approx((0.2, 0.22, -0.05))


def test_shoulders_stay_where_they_are_pinned_while_the_pelvis_rises():
    lying = {"at": [-0.3, 0.06, 0], "base": "supine", "pin": "chest"}
    movement = posed(
        steps=(("raise", 1.0, "high"), ("lower", 1.0, "flat")),
        flat={"from": "stand", "pelvis": lying},
        high={"from": "stand", "pelvis": {**lying, "rot": [0, -25, 0]}},
    )

    flat, high = (solve(movement, Moment(0, progress)) for progress in (0.0, 1.0))

    assert flat.chest == pytest.approx((-0.3, 0.06, 0))
    assert high.chest == pytest.approx((-0.3, 0.06, 0))
    assert high.pelvis[1] > flat.pelvis[1] + 0.05


def test_an_elbow_that_is_leant_on_stays_put():
    arm = {"space": "world", "hand": [0.3, 0.03, 0.1], "elbow_at": [0.12, 0.66, 0.12]}
    movement = posed(
        steps=(("out", 1.0, "b"), ("back", 1.0, "a")),
        a={"from": "stand", "r_arm": arm},
        b={"from": "stand", "pelvis": {"at": [0.01, 0.51, 0]}, "r_arm": arm},
    )

    for progress in (0.0, 0.5, 1.0):
        arm_now = solve(movement, Moment(0, progress)).arms["r"]
        assert arm_now.elbow == pytest.approx((0.12, 0.66, 0.12))
        assert distance(arm_now.shoulder, arm_now.elbow) == pytest.approx(skeleton.UPPER_ARM)
        assert arm_now.reach_error == 0


def test_a_travelling_loop_closes_one_travel_further_on():
    travel = [0.0, 0.0, -0.2]
    gone = {"from": "stand", "pelvis": {"at": [0, 0.52, 0]}}
    movement = posed(
        steps=(("step", 1.0, "away"), ("follow", 1.0, "home")), away=LOW, home=gone, extra={"travel": travel}
    )

    begin, end = solve(movement, Moment(0, 0.0)), solve(movement, starting(movement))

    assert movement.travels
    for name in ("pelvis", "head", "l_ankle", "r_knee", "l_wrist"):
        assert subtract(end.point(name), begin.point(name)) == pytest.approx(tuple(travel))


def test_everything_in_the_world_travels_along():
    arm = {"space": "world", "hand": [0.2, 0.6, 0.1], "elbow_at": [0.1, 0.62, 0.12]}
    kicked = {"from": "stand", "l_leg": {"ankle": [0.2, 0.2, -0.05], "knee": [0, 0]}, "r_arm": arm}
    movement = posed(steps=(("step", 1.0, "kick"),), kick=kicked, extra={"travel": [0.4, 0, 0]})

    begin, end = solve(movement, Moment(0, 0.0)), solve(movement, Moment(0, 1.0))

    for name in ("l_ankle", "r_elbow", "r_wrist", "r_ankle"):
        assert subtract(end.point(name), begin.point(name)) == pytest.approx((0.4, 0, 0))


def test_a_directed_leg_goes_where_the_pelvis_goes():
    kicked = {"from": "stand", "l_leg": {"thigh": [0, -80], "shank": [0, -85], "space": "pelvis"}}
    movement = posed(steps=(("step", 1.0, "kick"),), kick=kicked, extra={"travel": [0.4, 0, 0]})

    begin, end = solve(movement, Moment(0, 0.0)), solve(movement, Moment(0, 1.0))

    assert subtract(end.point("l_ankle"), begin.point("l_ankle")) == pytest.approx((0.4, 0, 0))


def test_a_roller_turns_as_far_as_it_rolls():
    roller = {"type": "roller", "at": [0, 0.055, 0], "axis": [90, 0], "len": 0.4, "r": 0.055}
    movement = posed(
        steps=(("out", 1.0, "b"), ("back", 1.0, "a")),
        a={"from": "stand", "props": {"roller": [0, 0.055, 0]}},
        b={"from": "stand", "props": {"roller": [0.055 * pi, 0.055, 0]}},
        extra={"props": [roller]},
    )

    body = solve(movement, Moment(0, 1.0))

    assert abs(body.roller_turn) == pytest.approx(pi)
    assert body.point("prop_roller") == body.props["roller"]
    assert solve(posed(extra={"props": [roller]}), Moment(0, 0.5)).props["roller"] == (0, 0.055, 0)
    assert solve(posed(), Moment(0, 0.5)).roller_turn == 0


def test_a_hold_breathes_and_a_movement_does_not():
    breathing = ("hold", 4.0, "low", {"breathe": True})
    movement = posed(steps=(("enter", 1.0, "low"), breathing, ("leave", 1.0, "up")))

    assert solve(movement, Moment(0, 0.25)).breath == 0
    assert solve(movement, Moment(1, 0.25)).breath == pytest.approx(1)
    assert solve(movement, Moment(1, 0.1)).breath == pytest.approx(sin(2 * pi * 0.1))


def test_a_hold_of_several_phases_takes_whole_breaths():
    sway = [("hold", 1.5, pose, {"breathe": True}) for pose in ("low", "up", "low")]
    movement = posed(steps=(("enter", 1.0, "low"), *sway, ("leave", 1.0, "up")))

    assert solve(movement, Moment(1, 1.0)).breath == pytest.approx(solve(movement, Moment(2, 0.0)).breath)
    assert solve(movement, Moment(3, 1.0)).breath == pytest.approx(0, abs=1e-9)


def test_a_joint_is_found_by_the_name_that_the_data_give_it():
    body = solve(a_movement(), Moment(0, 0.5))

    assert body.point("l_ankle") == body.legs["l"].ankle
    assert body.point("r_elbow") == body.arms["r"].elbow
    assert body.point("neck_base") == body.neck_base
    for unknown in ("l_nose", "knee", "x_knee", "prop_roller"):
        with pytest.raises(KeyError):
            body.point(unknown)


def test_the_figure_stands_upright_and_looks_ahead():
    body = solve(a_movement(), Moment(0, 0.0))

    assert STAND["pelvis"]["at"] == list(body.pelvis)
    assert body.head[1] > body.chest[1] > body.waist[1] > body.pelvis[1] > body.point("l_knee")[1]
    assert rotate(body.head_frame, X) == pytest.approx(X)
    assert rotate(body.pelvis_frame, Y) == pytest.approx(Y)
