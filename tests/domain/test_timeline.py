"""What a routine becomes when it is played."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.dosage import Sides, TempoPhase
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Position, Side
from kneecoach.domain.routine import Pauses
from kneecoach.domain.timeline import Lead, eased, plan, plan_played, unknown_exercises, unknown_words
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import a_routine, a_timeline, an_exercise, counted, exercises_of, timed


def shape(timeline):
    return [(planned.lead, planned.lead_s, planned.side, planned.number) for planned in timeline.sets]


def test_two_sets_alternate_sides_with_a_change_between_sides_and_a_rest_after_the_second():
    timeline = a_timeline(counted(10, sets=2, rest_s=40))

    assert shape(timeline) == [
        (Lead.GET_READY, 15, Side.LEFT, 1),
        (Lead.CHANGE_SIDE, 10, Side.RIGHT, 1),
        (Lead.REST, 40, Side.LEFT, 2),
        (Lead.CHANGE_SIDE, 10, Side.RIGHT, 2),
    ]


def test_the_sore_side_goes_first_when_asked():
    timeline = a_timeline(timed(30), first=Side.RIGHT)

    assert [planned.side for planned in timeline.sets] == [Side.RIGHT, Side.LEFT]


def test_both_knees_sore_begins_on_the_left():
    timeline = a_timeline(timed(30), first=Side.BOTH)

    assert [planned.side for planned in timeline.sets] == [Side.LEFT, Side.RIGHT]


def test_both_legs_together_rest_between_sets_and_never_change_sides():
    timeline = a_timeline(counted(10, sets=3, rest_s=30, sides=Sides.BOTH))

    assert shape(timeline) == [
        (Lead.GET_READY, 15, Side.BOTH, 1),
        (Lead.REST, 30, Side.BOTH, 2),
        (Lead.REST, 30, Side.BOTH, 3),
    ]


def test_getting_ready_is_longer_first_and_whenever_the_body_changes_position():
    routine = a_routine(timed(30), timed(30), timed(30), timed(30))
    positions = [Position.FLOOR, Position.STANDING, Position.STANDING, Position.FLOOR]
    exercises = {
        item.exercise: an_exercise(item.exercise, position=position)
        for item, position in zip(routine.items, positions, strict=True)
    }

    ready = [planned.lead_s for planned in plan(routine, exercises).sets if planned.lead is Lead.GET_READY]

    assert ready == [15, 15, 5, 15]


def test_each_pause_can_be_changed_by_the_routine():
    timeline = a_timeline(timed(30), timed(30), pauses=Pauses(1, 2, 3))

    assert [planned.lead_s for planned in timeline.sets] == [2, 3, 1, 3]


def test_an_exercise_that_nobody_knows_is_named():
    with pytest.raises(InvalidInput, match="does not know the exercise “Exercise 0”"):
        plan(a_routine(), {})


@pytest.mark.parametrize(
    ("routine", "seconds", "minutes", "sets"),
    [("warm-up", 680, 12, 14), ("short-warm-up", 310, 6, 8), ("calm-down", 366, 7, 6)],
)
def test_the_shipped_routines_take_the_minutes_that_are_shown(routine, seconds, minutes, sets):
    timeline = plan(load_routines()[routine], load_exercises())

    assert timeline.seconds == seconds
    assert timeline.minutes == minutes
    assert len(timeline.sets) == sets


@pytest.mark.parametrize(("work_s", "minutes"), [(44.9, 1), (45, 1), (45.1, 2), (105, 2), (105.5, 3)])
def test_minutes_are_always_rounded_up(work_s, minutes):
    timeline = a_timeline(timed(work_s, sides=Sides.BOTH))

    assert timeline.minutes == minutes


def test_a_tempo_of_tenths_adds_up_without_a_stray_minute():
    tempo = (TempoPhase("raise", 1.1), TempoPhase("lower", 2.2))
    timeline = a_timeline(counted(200, tempo=tempo, sides=Sides.BOTH), pauses=Pauses(0, 0, 0))

    assert timeline.seconds == 660
    assert timeline.minutes == 11


DOSAGES = st.one_of(
    st.builds(timed, st.integers(1, 120), sets=st.integers(1, 4), sides=st.sampled_from(Sides)),
    st.builds(counted, st.integers(1, 30), sets=st.integers(1, 4), sides=st.sampled_from(Sides)),
)


@given(st.lists(DOSAGES, min_size=1, max_size=6), st.sampled_from(Side))
def test_lengths_add_up_and_left_and_right_get_equal_time(dosages, first):
    routine = a_routine(*dosages)
    timeline = plan(routine, exercises_of(routine), first=first)

    per_side = {side: sum(planned.work_s for planned in timeline.sets if planned.side is side) for side in Side}

    assert per_side[Side.LEFT] == per_side[Side.RIGHT]
    assert timeline.seconds == pytest.approx(sum(planned.lead_s + planned.work_s for planned in timeline.sets))
    assert 0 <= timeline.minutes * 60 - timeline.seconds < 60
    assert [planned.index for planned in timeline.sets] == list(range(len(timeline.sets)))


@pytest.mark.parametrize(
    ("reps", "done", "left"), [(10, 0, 5), (11, 0, 6), (1, 0, 1), (10, 4, 7), (10, 9, 10), (10, 10, 10)]
)
def test_half_of_the_repetitions_that_are_left_stay(reps, done, left):
    planned = a_timeline(counted(reps)).sets[0]

    assert eased(planned, done=done).dosage.reps == left


@pytest.mark.parametrize(
    ("seconds", "done", "left"), [(60, 0, 30), (25, 0, 13), (1, 0, 1), (0.5, 0, 0.5), (60, 10.3, 36), (60, 59.9, 60)]
)
def test_half_of_the_seconds_that_are_left_stay(seconds, done, left):
    planned = a_timeline(timed(seconds)).sets[0]

    assert eased(planned, done=done).dosage.seconds == left


def test_a_session_of_another_version_keeps_its_sets_where_they_were():
    routine = a_routine(counted(10, sets=2), timed(30), counted(5))
    known = exercises_of(routine)
    whole = plan(routine, known, first=Side.RIGHT)
    del known["exercise_1"]

    played = plan_played(routine, known, first=Side.RIGHT)

    assert unknown_exercises(routine, known) == ("exercise_1",)
    assert [(one.index, one.item, one.side, one.lead_s, one.work_s) for one in played.sets] == [
        (one.index, one.item, one.side, one.lead_s, one.work_s) for one in whole.sets
    ]
    assert played.sets[4].exercise.name == "Exercise 1"
    assert plan_played(routine, exercises_of(routine), first=Side.RIGHT) == whole


def test_what_cannot_be_played_says_which_exercise_is_not_known():
    routine = a_routine(counted(), counted(), counted())

    assert unknown_words(routine, exercises_of(routine)) == ""
    assert unknown_words(routine, {"exercise_0", "exercise_2"}) == (
        "This version of KneeCoach does not know the exercise “Exercise 1”."
    )
    assert unknown_words(routine, ()) == (
        "This version of KneeCoach does not know the exercise “Exercise 0” and 2 more."
    )


def test_after_every_set_the_next_other_exercise_is_known():
    timeline = plan(load_routines()["short-warm-up"], load_exercises())
    order = list(dict.fromkeys(one.exercise.id for one in timeline.sets))

    coming = {one.exercise.id: timeline.exercise_after(one) for one in timeline.sets}

    assert [found.id if found else None for found in coming.values()] == [*order[1:], None]
