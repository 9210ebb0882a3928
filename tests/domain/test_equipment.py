"""What has to be fetched, and how the body gets where the next exercise is done."""

import pytest

from kneecoach.domain.equipment import (
    fetch_words,
    lacked,
    moving_words,
    needed,
    needs,
    needs_words,
    playable,
    possible,
    soon_words,
    to_bring,
    to_fetch,
)
from kneecoach.domain.exercise import Equipment, Position
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import a_routine, an_exercise, counted, exercises_of, timed

MAT = Equipment("Mat", "A carpet or a folded blanket")
ROLLER = Equipment("Foam roller", "A firm ball, or a rolled-up towel")
TUBE = Equipment("Loop tube", "A tied scarf; without one, the same steps with no tube")


def planned(*equipment, positions=()):
    """A timeline of one exercise for each tuple of things, two sides each."""
    routine = a_routine(*(timed(30) for _ in equipment))
    where = [*positions, *([Position.FLOOR] * len(equipment))]
    exercises = {
        f"exercise_{number}": an_exercise(
            f"exercise_{number}", dosage=timed(30), equipment=things, position=where[number]
        )
        for number, things in enumerate(equipment)
    }
    return plan(routine, exercises)


def words(timeline, lacking=()):
    return [fetch_words(one, timeline, lacking) for one in timeline.sets]


def test_each_thing_is_fetched_once_before_it_is_first_needed():
    timeline = planned((MAT,), (MAT, ROLLER), (ROLLER,))

    assert words(timeline)[2:] == ["You need: foam roller.", "", "", ""]


def test_the_first_pause_also_tells_what_comes_later():
    timeline = planned((MAT, ROLLER), (TUBE,))

    assert words(timeline) == ["You need: mat, foam roller. Later: loop tube.", "", "You need: loop tube.", ""]


def test_a_routine_that_needs_nothing_says_nothing():
    assert words(planned((), ())) == [""] * 4


def test_who_lacks_a_thing_hears_what_does_instead():
    timeline = planned((ROLLER, TUBE))

    assert words(timeline, {"Foam roller", "Loop tube"})[0] == "You need: a firm ball, a tied scarf."


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ((Position.STANDING, Position.STANDING), ["", ""]),
        ((Position.STANDING, Position.FLOOR), ["", "Down on the mat."]),
        ((Position.FLOOR, Position.STANDING), ["Down on the mat.", "Up on your feet."]),
        ((Position.FLOOR, Position.FLOOR), ["Down on the mat.", ""]),
    ],
)
def test_a_change_of_position_is_said_before_the_first_set_of_an_exercise(positions, said):
    timeline = planned((MAT,), (MAT,), positions=positions)

    assert [moving_words(one, timeline) for one in timeline.sets] == [said[0], "", said[1], ""]


def test_the_last_rest_leaves_time_to_fetch_what_the_next_exercise_needs():
    routine = a_routine(timed(30, sets=3), timed(30, sets=2))
    exercises = {
        "exercise_0": an_exercise("exercise_0", equipment=(MAT,)),
        "exercise_1": an_exercise("exercise_1", equipment=(MAT, TUBE)),
    }
    timeline = plan(routine, exercises)

    said = [soon_words(one, timeline) for one in timeline.sets]

    assert [index for index, words in enumerate(said) if words] == [4, 5]
    assert said[4] == "For the next exercise you need: loop tube."


def test_without_a_mat_it_is_the_floor():
    timeline = planned((), ())

    assert moving_words(timeline.sets[0], timeline) == "Down on the floor."


def test_nobody_is_sent_to_a_mat_that_is_not_there():
    timeline = planned((MAT,))

    assert moving_words(timeline.sets[0], timeline, {"Mat"}) == "Down on the floor."


def test_what_is_needed_is_listed_once_in_the_order_of_the_exercises():
    timeline = planned((ROLLER, MAT), (MAT, TUBE))

    assert needed(one.exercise for one in timeline.sets) == (ROLLER, MAT, TUBE)
    assert needs(timeline.sets[0].exercise, {"Mat"})
    assert not needs(timeline.sets[0].exercise, {"Loop tube"})


def test_before_the_start_everything_is_told_once_with_what_does_instead():
    exercises = [an_exercise(equipment=(ROLLER, MAT)), an_exercise(equipment=(MAT, TUBE))]

    assert needs_words(exercises) == "You need: foam roller, mat, loop tube."
    assert needs_words(exercises, {"Foam roller"}) == "You need: a firm ball, mat, loop tube."
    assert needs_words([an_exercise(equipment=())]) == ""


CHAIR = Equipment("Chair, if you like", "A wall")
SCARF = Equipment("Loop tube", "A tied scarf, or nothing")


def test_what_is_optional_is_told_as_optional_and_no_requirement():
    timeline = planned((MAT,), (CHAIR,), (SCARF,))

    assert needs_words([one.exercise for one in timeline.sets]) == "You need: mat, loop tube. If you like: chair."
    assert words(timeline)[::2] == ["You need: mat. Later: loop tube.", "If you like: chair.", "You need: loop tube."]
    assert words(timeline, {"Loop tube"})[::2] == [
        "You need: mat.",
        "If you like: chair.",
        "If you like: a tied scarf.",
    ]
    assert soon_words(timeline.sets[1], timeline) == "For the next exercise, if you like: chair."
    assert soon_words(timeline.sets[3], timeline) == "For the next exercise you need: loop tube."
    assert to_bring(timeline.routine, {one.exercise.id: one.exercise for one in timeline.sets}) == ["Loop tube"]


@pytest.mark.parametrize("known_as", sorted(load_routines()))
def test_everything_a_shipped_routine_needs_is_fetched_exactly_once(known_as):
    timeline = plan(load_routines()[known_as], load_exercises())

    fetched = [thing.name for one in timeline.sets for thing in to_fetch(one, timeline)]

    assert fetched == [thing.name for thing in needed(one.exercise for one in timeline.sets)]


def test_without_all_of_it_nothing_is_possible_and_the_whole_is_played():
    routine = a_routine(counted(), timed())
    known = exercises_of(routine)
    known["exercise_0"] = an_exercise("exercise_0", equipment=(Equipment("Foam roller", "A bottle"),))

    assert [item.exercise for item in possible(routine, known, {"Foam roller"}).items] == ["exercise_1"]
    assert possible(routine, known, ()) is routine
    assert possible(routine, known, {"Foam roller", "Mat"}) is None
    assert playable(routine, known, {"Foam roller", "Mat"}) is routine


def test_what_is_lacked_is_what_a_routine_cannot_do_without():
    routine = a_routine(counted())
    balance = Equipment("Chair, if you like", "A wall")
    known = {"exercise_0": an_exercise("exercise_0", equipment=(MAT, ROLLER, balance, TUBE))}

    assert to_bring(routine, known) == ["Foam roller", "Loop tube"]
    assert lacked(routine, known, {"Mat", "Loop tube", "Chair, if you like"}) == ["Loop tube"]
