"""Movements read from files: complete and checked, or refused with one sentence that says what is wrong."""

import json

import pytest

from kneecoach.exchange.movements import Movements, has_movement, load_movement, read_movement
from kneecoach.figure.movement import (
    BoxKind,
    Ease,
    Footprint,
    LegTube,
    Moment,
    MovementError,
    Muscle,
    Roller,
    View,
)
from kneecoach.figure.poses import ArmPose, FootContact, Space
from kneecoach.figure.vectors import ORIGIN, unit
from tests.figure.movements import a_movement, an_entry, read

ROLLER = {"type": "roller", "at": [0, 0.05, 0], "axis": [90, 0], "len": 0.4, "r": 0.05}


def refusal(**more):
    with pytest.raises(MovementError) as refused:
        read(an_entry(**more))
    sentence = str(refused.value)
    assert sentence.startswith("The movement made_up cannot be ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def refused_phase(**more):
    return refusal(phases=[{"name": "Lower", "tempo": "lower", "s": 1, "to": "up", **more}])


def refused_pose(**parts):
    return refusal(poses={"up": {"from": "stand", **parts}, "low": {"from": "stand"}})


def test_a_movement_is_read_once_and_given_out_again():
    movements = Movements()

    squat = movements.find("squat")

    assert squat is not None
    assert movements.find("squat") is squat
    assert movements.find("no_such_exercise") is None
    assert load_movement("no_such_exercise") is None


def test_only_exercises_have_movements():
    assert has_movement("squat")
    assert not has_movement("no_such_exercise")
    assert not has_movement("")
    assert not has_movement("shared_poses")


def test_a_movement_says_what_the_drawing_needs():
    movement = a_movement(
        works="r",
        view="front",
        camera={"yaw": 80, "pitch": 8, "max": 0.9, "include": [[0, 1, 0]]},
        other_view={"yaw": 10, "pitch": 5},
        hero=[1, 0.5],
        muscles=[{"name": "quads", "side": "r", "phases": [0, 1]}, {"name": "calves"}],
        arrows=[
            {"joint": "pelvis", "pts": [[0, 0.2, 0], [0, 0.1, 0]], "phases": [0], "back": [2], "hold": [1]},
            {"pts": [[0, 0, 0], [0.1, 0.1, 0], [0.2, 0, 0]], "double": True, "view": "side"},
        ],
        depth_bias={"l_thigh": 0.1},
        far={"r_leg": 0.3},
    )

    assert movement.side == "r"
    assert movement.main_view is View.FRONT
    assert (movement.camera.yaw, movement.camera.largest, movement.camera.include) == (80, 0.9, ((0, 1, 0),))
    assert movement.views[View.SIDE].yaw == 10
    assert movement.hero == Moment(1, 0.5)
    assert [(lit.muscle, lit.limb, lit.lit_in(2)) for lit in movement.muscles] == [
        (Muscle.QUADS, "r", False),
        (Muscle.CALVES, None, True),
    ]
    down, both = movement.arrows
    assert [down.shown_in(phase) for phase in range(4)] == [True, True, True, False]
    assert both.double
    assert both.shown_in(3)
    assert both.view is View.SIDE
    assert movement.depth_bias == {"l_thigh": 0.1}
    assert movement.far == {"r": 0.3}
    assert movement.travel == ORIGIN
    assert a_movement().side is None


def test_a_movement_has_its_things_around_it():
    movement = a_movement(
        props=[
            {"type": "mat", "min": [-1, -0.01, -0.2], "max": [1, 0, 0.2], "bias": -9},
            ROLLER,
            {"type": "band", "seg": "thigh", "t": 0.8},
            {"type": "chair", "at": [0.2, -0.1], "facing": -1},
            {"type": "footprint", "side": "r", "at": [0, 0.05]},
        ],
        travel=[1, 0, 0],
        marks={"every": 0.2, "from": -0.2, "to": 0.1},
    )

    mat, roller, tube, chair, footprint = movement.props

    assert mat.kind is BoxKind.MAT
    assert mat.bias == -9
    assert isinstance(roller, Roller)
    assert movement.roller is roller
    assert roller.axis == pytest.approx((0, 0, 1))
    assert tube == LegTube("thigh", 0.8)
    assert chair.facing == -1
    assert footprint == Footprint("r", (0, 0.05))
    assert movement.marks.every == 0.2
    assert movement.travels
    assert a_movement().roller is None


def test_a_phase_keeps_how_it_moves():
    stepping = {"lift": {"r": 0.05}, "lift_pitch": 4, "ease": "linear"}
    movement = a_movement(("step", 1.5, "low", stepping), ("hold", 4.0, "low", {"breathe": True}), ("back", 1, "up"))

    step, hold, back = movement.phases

    assert (step.name, step.tempo, step.seconds, step.to) == ("Step", "step", 1.5, "low")
    assert (step.ease, step.lift, step.lift_pitch) == (Ease.LINEAR, {"r": 0.05}, 4)
    assert (hold.breaths, step.breaths) == ((0, 1), None)
    assert [phase.still for phase in movement.phases] == [False, True, False]
    assert (step.start, step.end, back.end) == (movement.poses["up"], movement.poses["low"], movement.poses["up"])
    assert hold.start is step.end


def test_a_pose_takes_over_what_it_does_not_say():
    poses = {
        "up": {"from": "stand", "pelvis": {"rot": [0, 10, 0]}, "l_leg": {"foot": [0.1, -0.05]}},
        "low": {"from": "up", "pelvis": {"at": [0, 0.4, 0]}},
    }
    movement = a_movement(poses=poses)

    up, low = movement.poses["up"], movement.poses["low"]

    assert up.pelvis.at == (0, 0.52, 0)
    assert low.pelvis.at == (0, 0.4, 0)
    assert low.pelvis.frame == up.pelvis.frame
    assert low.legs == up.legs


def test_a_pose_may_build_on_the_shared_pose_of_its_own_name():
    entry = an_entry(poses={"stand": {"from": "stand", "pelvis": {"rot": [0, 5, 0]}}, "low": {"from": "stand"}})
    entry["phases"][2]["to"] = entry["phases"][3]["to"] = "stand"

    movement = read(entry)

    assert movement.poses["low"] == movement.poses["stand"]
    assert movement.poses["low"].pelvis.at == (0, 0.52, 0)


def test_what_belongs_to_a_part_of_the_body_is_given_once_for_both_sides():
    arm = {"space": "chest", "hand": [0.1, 0, 0.2], "elbow": [0, -1, 1], "palm": [0, 0, 2], "fist": 1}
    movement = a_movement(poses={"up": {"from": "stand", "l_arm": arm, "r_arm": arm}, "low": {"from": "stand"}})

    left, right = (movement.poses["up"].arms[limb] for limb in ("l", "r"))

    assert isinstance(right, ArmPose)
    assert (right.target, left.target) == ((0.1, 0, 0.2), (0.1, 0, -0.2))
    assert (right.palm, left.palm) == ((0, 0, 1), (0, 0, -1))
    assert right.elbow == pytest.approx(unit((0, -1, 1)))
    assert right.fist == 1
    assert right.space is Space.CHEST


def test_a_knee_may_be_told_to_point_out_from_its_toes():
    leg = {"foot": [0, 0.05], "heading": 10, "knee": 10, "heel": 5, "y": 0.1, "tilt": 2}
    movement = a_movement(poses={"up": {"from": "stand", "r_leg": leg}, "low": {"from": "stand"}})

    contact = movement.poses["up"].legs["r"]

    assert isinstance(contact, FootContact)
    assert contact.knee == pytest.approx((0.9397, 0, 0.3420), abs=1e-4)
    assert (contact.height, contact.heel, contact.tilt) == (0.1, 5, 2)


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"exercise": "another"}, "another"),
        ({"colour": "red"}, "colour"),
        ({"works": "left"}, "'left' is not a side"),
        ({"view": "above"}, "no view 'above'"),
        ({"camera": {"yaw": 1, "pitch": 2, "zoom": 3}}, "zoom"),
        ({"camera": {"yaw": 1}}, "pitch"),
        ({"hero": [9, 0]}, "no phase 9"),
        ({"phases": []}, "no phase"),
        ({"travel": [1, 0]}, "three numbers"),
        ({"poses": {}}, "no pose"),
        ({"poses": 3}, "cannot be read"),
        ({"muscles": [{"name": "biceps"}]}, "no muscle 'biceps'"),
        ({"muscles": [{"name": "quads", "side": "x"}]}, "'x' is not a side"),
        ({"muscles": [{"name": "quads", "phases": [7]}]}, "no phase 7"),
        ({"arrows": [{"joint": "l_nose", "pts": [[0, 0, 0], [1, 0, 0]]}]}, "no joint 'l_nose'"),
        ({"arrows": [{"joint": "prop_roller", "pts": [[0, 0, 0], [1, 0, 0]]}]}, "no joint 'prop_roller'"),
        ({"arrows": [{"pts": [[0, 0, 0]]}]}, "two or three points"),
        ({"arrows": [{"pts": [[0, 0], [1, 0]]}]}, "three numbers"),
        ({"props": [{"type": "sofa"}]}, "no thing 'sofa'"),
        ({"props": [{"type": "band", "seg": "arm", "t": 1}]}, "round 'arm'"),
        ({"props": [{**ROLLER, "axis": [1, 2, 3]}]}, "azimuth"),
        ({"props": [{**ROLLER, "soft": True}]}, "soft"),
        ({"depth_bias": {"nose": 1}}, "nose"),
        ({"far": {"l_arm": 1}}, "'l_arm' is not a leg"),
        ({"marks": {"every": 1, "from": 0, "to": 1, "strong": 2}}, "strong"),
    ],
)
def test_wrong_data_are_refused_with_the_name_of_what_is_wrong(more, named):
    assert named in refusal(**more)


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"to": "nowhere"}, "no pose 'nowhere'"),
        ({"ease": "bouncy"}, "no ease 'bouncy'"),
        ({"s": 0}, "no time"),
        ({"s": "long"}, "cannot be read"),
        ({"lift": {"x": 1}}, "'x' is not a side"),
        ({"sound": "ding"}, "sound"),
    ],
)
def test_a_wrong_phase_is_refused(more, named):
    assert named in refused_phase(**more)


@pytest.mark.parametrize("lacking", ["name", "tempo", "s", "to"])
def test_a_phase_has_all_that_it_needs(lacking):
    entry = an_entry()
    del entry["phases"][0][lacking]

    with pytest.raises(MovementError, match=lacking):
        read(entry)


@pytest.mark.parametrize("lacking", ["exercise", "works", "view", "camera", "other_view", "hero", "poses", "phases"])
def test_a_movement_has_all_that_it_needs(lacking):
    entry = an_entry()
    del entry[lacking]

    with pytest.raises(MovementError, match=lacking):
        read(entry)


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"from": "sky"}, "no pose 'sky'"),
        ({"from": "up"}, "no pose 'up'"),
        ({"tail": {}}, "tail"),
        ({"pelvis": {"at": [0, 1, 0], "base": "floating"}}, "no base 'floating'"),
        ({"pelvis": {"at": [0, 1, 0], "pin": "head"}}, "only the chest"),
        ({"spine": {"curl": [1, 2, 3]}}, "curl"),
        ({"l_leg": {"knee": [0, 0]}}, "neither foot nor ankle"),
        ({"l_leg": {"foot": [0, 0], "knees": 1}}, "knees"),
        ({"l_leg": {"ankle": [0, 1, 0], "knee": [0, 0], "space": "r_elbow"}}, "no joint 'r_elbow'"),
        ({"l_leg": {"ankle": [0, 1, 0], "knee": [0, 0], "space": "l_hip"}}, "measured from itself"),
        ({"l_leg": {"thigh": [0, 0], "shank": [0, 0], "space": "chest"}}, "no joint 'chest'"),
        ({"l_leg": {"thigh": [0], "shank": [0, 0]}}, "azimuth"),
        ({"l_arm": {"hand": [0, 0, 0], "space": "l_thumb"}}, "no joint 'l_thumb'"),
        ({"l_arm": {"hand": [0, 0, 0], "glove": 1}}, "glove"),
        ({"props": {"ball": [0, 0, 0]}}, "ball"),
    ],
)
def test_a_wrong_pose_is_refused(parts, named):
    assert named in refused_pose(**parts)


def test_poses_that_take_over_from_each_other_are_refused():
    assert "no pose" in refusal(poses={"up": {"from": "low"}, "low": {"from": "up"}})


def test_a_pose_without_a_limb_is_refused():
    assert "lacks l_arm, l_leg, r_arm, r_leg" in refusal(poses={"up": {"pelvis": {"at": [0, 1, 0]}}})


def test_legs_that_each_lie_on_the_other_are_refused():
    left = {"l_leg": {"ankle": [0, 0, 0], "knee": [0, 0], "space": "r_knee"}}
    right = {"r_leg": {"ankle": [0, 0, 0], "knee": [0, 0], "space": "l_knee"}}

    assert "each leg lies on the other" in refused_pose(**left, **right)


def test_a_torn_file_is_refused():
    with pytest.raises(MovementError, match="cannot be read"):
        read_movement("made_up", "{", json.dumps({}))
