"""A stage of returning to running as a session, and the run that it was."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.advice.stage_session import (
    BEFORE_MIN,
    ESTIMATED,
    READY_S,
    USUAL_M,
    WALKED,
    run_id,
    run_of,
    stage_of,
    stage_routine,
    usual_m,
)
from kneecoach.domain.intervals import BRISK_WALK, INTERVALS
from kneecoach.domain.run import RunKind
from kneecoach.domain.session import Session
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.domain.speech_words import place_words
from kneecoach.domain.timeline import plan, unknown_exercises
from tests.builders import a_routine, a_session_record, a_set_record, at
from tests.builders import play as let_run
from tests.domain.advice.logs import moment


def a_played_stage(number, *seconds, **more):
    """A session of that stage with so many seconds of each of its first parts."""
    routine = stage_routine(STAGES[number])
    sets = [
        a_set_record(index, id=uuid4(), exercise=item.exercise, reps=None, seconds=done, status=status(item, done))
        for index, (item, done) in enumerate(zip(routine.items, seconds, strict=False))
    ]
    known = {"routine": routine, "started_at": moment(0), "status": SessionStatus.STOPPED, "sets": tuple(sets)}
    return a_session_record(**{"id": uuid4()} | known | more)


def status(item, done):
    return SetStatus.DONE if done >= item.dosage.set_s else SetStatus.PARTIAL if done else SetStatus.SKIPPED


def whole(number, **more):
    routine = stage_routine(STAGES[number])
    return a_played_stage(number, *(item.dosage.set_s for item in routine.items), **more)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_takes_its_minutes_and_those_of_the_walk_before(stage):
    timeline = plan(stage_routine(stage), {})

    before = BEFORE_MIN if stage.run_min else 0
    assert timeline.seconds == READY_S + 60 * (before + stage.total_min)
    running = [one.work_s for one in timeline.sets if one.exercise.name.startswith("Run")]
    assert sum(running) == 60 * stage.running_min


def test_running_and_walking_follow_each_other_without_a_pause():
    timeline = plan(stage_routine(STAGES[2]), {})

    names = [one.exercise.name for one in timeline.sets]
    assert names[:3] == ["Brisk walk", "Run 1 of 4", "Walk 1 of 4"]
    assert names[-2:] == ["Run 4 of 4", "Walk 4 of 4"]
    assert [one.lead_s for one in timeline.sets] == [READY_S, *[0.0] * 8]


def test_the_first_stage_is_walked_and_the_last_is_run_through():
    assert [item.exercise for item in stage_routine(STAGES[0]).items] == [BRISK_WALK]
    assert [one.exercise.name for one in plan(stage_routine(STAGES[6]), {}).sets] == ["Brisk walk", "Run"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_known_by_its_routine(stage):
    assert stage_of(stage_routine(stage)) is stage
    assert unknown_exercises(stage_routine(stage), {}) == ()


@pytest.mark.parametrize("known_as", ["warm-up", "3", "return-to-running-9", "return-to-running-"])
def test_no_other_routine_is_a_stage(known_as):
    assert stage_of(a_routine(id=known_as)) is None


def test_every_part_says_how_it_is_done():
    assert all(one.steps and one.cues and one.source for one in INTERVALS.values())


@pytest.mark.parametrize("number", range(7))
def test_a_whole_stage_is_a_run_of_its_minutes(number):
    record = whole(number, pain_before=1)

    run = run_of(record)

    assert run is not None
    assert (run.id, run.at, run.seconds) == (run_id(record.id), record.started_at, 60 * STAGES[number].total_min)
    assert (run.stopped_early, run.pain_before, run.pain_max) == (False, 1, None)
    assert run.distance_m == USUAL_M[number]
    assert run.kind is (RunKind.EASY if number == 6 else RunKind.RUN_WALK)
    assert run.note == (ESTIMATED if number else WALKED)


def test_what_was_left_out_makes_it_a_run_that_was_ended_early():
    run = run_of(a_played_stage(1, 300, 180, 120, 90))

    assert (run.stopped_early, run.seconds, run.distance_m) == (True, 390, 1609 * 390 // 900)


def test_less_than_agreed_on_is_not_the_whole_stage():
    assert run_of(whole(1, agreed=((1, 90.0),))).stopped_early is True


def test_who_ends_it_on_the_walk_before_walked():
    run = run_of(a_played_stage(1, 200, 0))

    assert (run.seconds, run.stopped_early) == (200, True)


def test_the_highest_pain_that_was_said_in_it_is_that_of_the_run():
    record = whole(1, pains=((1, 3),))
    sore = replace(record, sets=(replace(record.sets[0], pain=2), *record.sets[1:]))

    assert run_of(sore).pain_max == 3


@pytest.mark.parametrize(
    "record",
    [a_played_stage(1), a_played_stage(1, 0, 0), whole(1, rehearsal=True), replace(whole(1), routine=a_routine())],
)
def test_nothing_done_or_nothing_that_counts_is_no_run(record):
    assert run_of(record) is None


@pytest.mark.parametrize(("seconds", "metres"), [(0, 1), (1, 1), (450, 804), (900, 1609), (901, 1609), (9999, 1609)])
def test_a_distance_is_estimated_by_the_minutes_and_never_above_the_stage(seconds, metres):
    assert usual_m(STAGES[1], seconds) == metres


def test_less_of_a_part_that_is_run_is_less_of_all_that_are_still_to_be_run():
    session = Session(plan(stage_routine(STAGES[1]), {}), id=uuid4())
    let_run(session, 100, 100 + READY_S + 300 + 60)

    session.fewer_reps(at(100 + READY_S + 360))

    assert [one.work_s for one in session.timeline.sets] == [300, 120, 120, 90, 120, 90, 120]


def test_less_of_a_walk_is_less_of_that_walk_only():
    session = Session(plan(stage_routine(STAGES[1]), {}), id=uuid4())
    let_run(session, 100, 200)

    session.fewer_reps(at(200))

    assert [one.work_s for one in session.timeline.sets][1:] == [180, 120, 180, 120, 180, 120]


@pytest.mark.parametrize(
    ("stage", "place", "said"),
    [
        (1, 1, "Run 1 of 3. Three minutes."),
        (5, 2, "Walk 1 of 5. Sixty seconds."),
        (6, 1, "Run. Twenty-two minutes."),
        (0, 0, "Brisk walk. Thirty minutes."),
    ],
)
def test_the_voice_says_each_part_with_its_length(stage, place, said):
    assert place_words(plan(stage_routine(STAGES[stage]), {}).sets[place]) == said
