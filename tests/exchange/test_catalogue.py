"""The shipped library: complete, short enough to read from the floor, and dosed as its sources say."""

import re

import pytest

from kneecoach.domain.dosage import PHASE_WORDS
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Position
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import find_routine, load_exercises, load_routines

EXERCISES = load_exercises()
ROUTINES = load_routines()


def test_the_library_has_the_warm_up_and_the_calm_down_exercises_in_order():
    codes = {exercise.id: exercise.code for exercise in EXERCISES.values()}

    assert list(codes.items()) == [
        ("adductor_roll", "E01"),
        ("adductor_stretch", "E02"),
        ("lateral_walk", "E03"),
        ("front_lunge", "E04"),
        ("heel_slide", "E12"),
        ("single_leg_balance", "E13"),
    ]


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_an_exercise_can_be_read_from_the_floor(exercise):
    assert 4 <= len(exercise.steps) <= 6
    assert all(len(step) <= 90 for step in exercise.steps)
    assert 1 <= len(exercise.cues) <= 5
    assert all(len(cue) <= 40 for cue in exercise.cues)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_an_exercise_has_all_its_words_and_its_source(exercise):
    assert exercise.name
    assert exercise.short_name
    assert exercise.muscles
    assert exercise.common_errors
    assert exercise.easier
    assert exercise.harder
    assert exercise.cautions
    assert exercise.source
    # A person must be able to look it up
    assert not re.search(r"\bS\d\b|notes", exercise.source)
    assert exercise.each_side in {"each side", "each leg", "leading each way"}
    assert all(thing.substitute for thing in exercise.equipment)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_nobody_reads_of_bands_or_long_dashes(exercise):
    words = repr(exercise).casefold()

    assert "band" not in words.replace("bandage", "")
    assert "—" not in words


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_every_phase_has_a_word_of_its_own(exercise):
    assert {phase.phase for phase in exercise.dosage.tempo} <= PHASE_WORDS.keys()


@pytest.mark.parametrize(
    ("exercise", "sets", "amount", "tempo", "rest_s"),
    [
        ("adductor_roll", 1, 60, [3, 3], 40),
        ("adductor_stretch", 2, 25, [], 10),
        ("lateral_walk", 2, 12, [1, 0.3, 1.2], 40),
        ("front_lunge", 2, 10, [1.5, 0.5, 1.2, 0.3], 40),
        ("heel_slide", 1, 10, [3, 1, 3, 0.3], 40),
        ("single_leg_balance", 2, 30, [], 40),
    ],
)
def test_the_doses_are_the_article_s_and_the_product_s(exercise, sets, amount, tempo, rest_s):
    dosage = EXERCISES[exercise].dosage

    assert (dosage.sets, dosage.reps or dosage.seconds, dosage.rest_s) == (sets, amount, rest_s)
    assert [phase.seconds for phase in dosage.tempo] == tempo


@pytest.mark.parametrize("routine", ["warm-up", "calm-down"])
def test_a_shipped_routine_uses_each_exercise_s_own_dose(routine):
    for item in ROUTINES[routine].items:
        assert item.dosage == EXERCISES[item.exercise].dosage


def test_the_warm_up_rolls_stretches_walks_and_lunges_in_the_article_s_order():
    for routine in ("warm-up", "short-warm-up"):
        assert [item.exercise for item in ROUTINES[routine].items] == list(EXERCISES)[:4]


def test_only_the_calm_down_day_is_calming():
    assert {routine.id for routine in ROUTINES.values() if routine.calming} == {"calm-down"}


def test_the_roller_and_the_heel_slide_are_on_the_floor():
    on_the_floor = {exercise.id for exercise in EXERCISES.values() if exercise.position is Position.FLOOR}

    assert on_the_floor == {"adductor_roll", "heel_slide"}


def test_each_muscle_is_stretched_for_less_than_a_minute_before_a_run():
    for routine in ("warm-up", "short-warm-up"):
        stretch = ROUTINES[routine].items[1].dosage

        assert stretch.sets * stretch.seconds < 60


def test_every_shipped_routine_can_be_planned():
    for routine in ROUTINES.values():
        assert plan(routine, EXERCISES).sets


def test_the_warm_up_is_named_first():
    assert list(ROUTINES) == ["warm-up", "short-warm-up", "calm-down"]


@pytest.mark.parametrize("text", ["warm-up", "WARM-UP", " Inner-knee warm-up ", "inner-knee WARM-UP"])
def test_a_routine_is_found_by_id_or_name(text):
    assert find_routine(text).id == "warm-up"


def test_an_unknown_routine_is_refused_with_the_known_ones():
    with pytest.raises(InvalidInput, match=r"'yoga'.*warm-up, short-warm-up, calm-down"):
        find_routine("yoga")
