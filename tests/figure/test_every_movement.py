"""Every shipped movement, picture by picture: nothing slides, sinks, jumps or bends the wrong way."""

import json
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.exchange.catalogue import load_exercises
from kneecoach.figure.facing import Facing, facing
from kneecoach.figure.movement import Chair, LegTube, Moment, Movement, Roller, View
from kneecoach.figure.poses import LIMBS
from kneecoach.figure.solving import EASES, solve
from kneecoach.paths import resource
from tests.figure import mirror
from tests.figure.audits import AUDITS
from tests.figure.performance import joint_angles, performed
from tests.figure.seen import every_exercise, in_groups
from tests.figure.seen import movement as shown

pytestmark = pytest.mark.usefixtures("unmeasured")

NAMES = every_exercise()
EXERCISES = load_exercises()
EACH = pytest.mark.parametrize("name", in_groups())
FROM_THE_FRONT = (
    *("front_lunge", "reverse_lunge", "walking_lunge", "squat", "step_down"),
    *("single_leg_balance", "lateral_walk", "quad_stretch"),
)
ENOUGH_APART = 0.1
A_CHANGE = 0.8


def test_every_exercise_has_a_movement():
    assert set(NAMES) == set(EXERCISES)
    assert all(exercise.has_movement for exercise in EXERCISES.values())


@pytest.mark.parametrize("audit", AUDITS)
@EACH
def test_a_movement_is_one_that_a_body_can_make(name, audit):
    wrong = list(AUDITS[audit](performed(name)))

    assert not wrong, f"{name}: {len(wrong)} pictures, such as {wrong[:3]}"


@EACH
def test_a_movement_goes_by_the_tempo_of_its_exercise(name):
    dosage = EXERCISES[name].dosage
    named = [tempo for tempo, _ in groupby(phase.tempo for phase in shown(name).phases)]

    assert named == ([part.phase for part in dosage.tempo] or ["enter", "hold", "leave"])


@EACH
def test_a_movement_is_seen_from_two_sides(name):
    views = shown(name).views

    assert set(views) == {View.SIDE, View.FRONT}
    assert abs(views[View.SIDE].yaw - views[View.FRONT].yaw) >= 25
    assert facing(shown(name), View.SIDE) is not facing(shown(name), View.FRONT)


@pytest.mark.parametrize("name", FROM_THE_FRONT)
def test_a_knee_over_its_foot_is_judged_from_straight_ahead(name):
    other = next(view for view in shown(name).views if view is not shown(name).main_view)

    assert abs(shown(name).views[other].yaw - 90) <= 10
    assert facing(shown(name), other) is Facing.FRONT


@EACH
def test_every_pose_is_reached_or_built_upon(name):
    entry = json.loads(resource(f"movements/{name}.json").read_text(encoding="utf-8"))
    reached = {phase["to"] for phase in entry["phases"]}
    built_upon = {pose.get("from") for other, pose in entry["poses"].items() if pose.get("from") != other}

    assert set(entry["poses"]) <= reached | built_upon


@EACH
def test_a_left_side_is_the_mirror_of_the_right(name):
    movement = shown(name)
    mirrored = mirror.movement(movement)
    for index in range(len(movement.phases)):
        for progress in (0.0, 0.3, 0.8, 1.0):
            moment = Moment(index, progress)
            left = mirror.parts(solve(movement, moment), mirrored=True)
            right = mirror.parts(solve(mirrored, moment), mirrored=False)
            assert left == pytest.approx(right, abs=1e-9)


@EACH
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_two_moments_of_one_phase_differ_in_the_joints_and_not_only_in_place(name, data):
    movement = shown(name)
    moving = [index for index, phase in enumerate(movement.phases) if not phase.still and phase.breaths is None]
    index = data.draw(st.sampled_from(moving))
    first = data.draw(st.floats(0, 1))
    second = data.draw(st.floats(0, 1))
    ease = EASES[movement.phases[index].ease]
    apart = abs(ease(first) - ease(second))
    if apart < ENOUGH_APART:
        return

    one, other = (all_angles(movement, Moment(index, progress)) for progress in (first, second))

    assert max(abs(one[joint] - other[joint]) for joint in one) >= A_CHANGE * apart


SHOWN_AS = {"Foam roller": Roller, "Loop tube": LegTube, "Chair": Chair}


@EACH
def test_what_an_exercise_is_done_with_is_in_its_picture(name):
    needed = {SHOWN_AS[one.name] for one in EXERCISES[name].equipment if one.name in SHOWN_AS}

    assert {type(prop) for prop in shown(name).props} & set(SHOWN_AS.values()) == needed


def all_angles(movement: Movement, moment: Moment) -> dict[str, float]:
    joints = solve(movement, moment)
    return {f"{limb} {joint}": angle for limb in LIMBS for joint, angle in joint_angles(joints, limb).items()}
