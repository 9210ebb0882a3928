"""The shipped routines: what they are for, what they hold, and how long they take."""

import re
from collections import Counter

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Kind
from kneecoach.domain.routine import Mood
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import find_routine, load_exercises, load_routines

EXERCISES = load_exercises()
ROUTINES = load_routines()
every_routine = pytest.mark.parametrize("routine", ROUTINES.values(), ids=lambda routine: routine.id)


@pytest.mark.parametrize("routine", ["warm-up", "flexibility-day", "calm-down"])
def test_a_shipped_routine_uses_each_exercise_s_own_dose(routine):
    for item in ROUTINES[routine].items:
        assert item.dosage == EXERCISES[item.exercise].dosage


def test_the_strength_day_is_two_sets_of_seven_with_a_minute_s_rest():
    items = ROUTINES["strength-day"].items

    assert [item.exercise for item in items] == [
        "squat",
        "glute_bridge",
        "side_abduction",
        "inner_leg_lift",
        "reverse_lunge",
        "single_leg_balance",
        "calf_raise",
    ]
    assert {(item.dosage.sets, item.dosage.rest_s) for item in items} == {(2, 60)}


def test_the_flexibility_day_rolls_and_stretches_from_the_hip_down():
    assert [item.exercise for item in ROUTINES["flexibility-day"].items] == [
        "glute_roll",
        "figure_four",
        "quad_stretch",
        "hamstring_stretch",
        "itb_stretch",
        "calf_stretch",
        "heel_slide",
        "outer_thigh_roll",
    ]


def test_no_muscle_is_stretched_for_more_than_four_minutes_in_a_session():
    for routine in ROUTINES.values():
        seconds = Counter()
        for item in routine.items:
            if EXERCISES[item.exercise].kind is Kind.STRETCH:
                for muscle in EXERCISES[item.exercise].muscles:
                    seconds[muscle] += item.dosage.sets * item.dosage.seconds

        assert all(spent <= 240 for spent in seconds.values())
        assert seconds or routine.id in {"strength-day", "calm-down"}


@every_routine
def test_a_routine_says_what_it_is_and_when_it_is_for(routine):
    assert 40 <= len(routine.description) <= 200
    assert re.search(r"\b(before (every|a) run|days a week|any day)\b", routine.description)
    assert not re.search("—|tube band", routine.description)


def test_a_day_of_quiet_has_quiet_sounds():
    calm = {routine.id for routine in ROUTINES.values() if routine.mood is Mood.CALM}

    assert calm == {"flexibility-day", "calm-down"}


def test_the_length_of_a_routine_is_what_its_parts_add_up_to():
    minutes = {routine.id: plan(routine, EXERCISES).minutes for routine in ROUTINES.values()}

    assert minutes == {
        "warm-up": 12,
        "short-warm-up": 6,
        "strength-day": 25,
        "flexibility-day": 18,
        "calm-down": 7,
    }


def test_the_warm_up_rolls_stretches_walks_and_lunges_in_the_article_s_order():
    for routine in ("warm-up", "short-warm-up"):
        assert [item.exercise for item in ROUTINES[routine].items] == list(EXERCISES)[:4]


def test_only_the_calm_down_day_is_calming():
    assert {routine.id for routine in ROUTINES.values() if routine.calming} == {"calm-down"}


def test_each_muscle_is_stretched_for_less_than_a_minute_before_a_run():
    for routine in ("warm-up", "short-warm-up"):
        stretch = ROUTINES[routine].items[1].dosage

        assert stretch.sets * stretch.seconds < 60


def test_every_shipped_routine_can_be_planned():
    for routine in ROUTINES.values():
        assert plan(routine, EXERCISES).sets


def test_the_warm_up_is_named_first():
    assert list(ROUTINES) == ["warm-up", "short-warm-up", "strength-day", "flexibility-day", "calm-down"]


@pytest.mark.parametrize("text", ["warm-up", "WARM-UP", " Inner-knee warm-up ", "inner-knee WARM-UP"])
def test_a_routine_is_found_by_id_or_name(text):
    assert find_routine(text).id == "warm-up"


def test_an_unknown_routine_is_refused_with_the_known_ones():
    with pytest.raises(InvalidInput, match=r"'yoga'.*warm-up, short-warm-up, strength-day"):
        find_routine("yoga")


def test_how_often_and_how_much_room_come_with_what_they_are_about():
    advised = {routine.id: routine.how_often for routine in load_routines().values() if routine.how_often}
    wide = {exercise.id: exercise.room for exercise in load_exercises().values() if exercise.room}

    assert advised == {"strength-day": "2 to 3 days a week", "calm-down": "For sore days"}
    assert wide == {"lateral_walk": "2 m to the side", "walking_lunge": "4 m ahead"}
    assert "four metres" in load_exercises()["walking_lunge"].steps[0]
