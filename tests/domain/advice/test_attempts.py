"""The times at a stage as they are read from the diary: a warning counts at once, and unknown stays unknown."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kneecoach.domain.advice.attempts import attempts_of, other_days, others_of, staged_runs
from kneecoach.domain.advice.returning import OTHER_RUN, STAGES, Step, standing
from kneecoach.domain.advice.stage_session import run_id, stage_routine, told_id
from kneecoach.domain.pain import Amount
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_pain, a_played, a_run, day

GOOD = {"seconds": 900, "pain_before": 1, "pain_max": 1, "pain_60": 1, "limp": False, "stopped_early": False}


def a_time(number, stage=0, **more):
    """A session of a stage and its run, on that day at six in the evening."""
    session = replace(a_played(number, hour=18), routine=stage_routine(STAGES[stage]))
    return session, replace(a_run(number, 1.6, **GOOD | more), id=run_id(session.id))


def mornings(*numbers, pain=1, **more):
    return [a_morning(number, pain, **{"swelling": Amount.NONE} | more) for number in numbers]


def the_time(*entries, today=5, **more):
    log = a_log(today, *a_time(3, **more), *entries)
    (attempt,) = attempts_of(log, PROFILE)
    return attempt


def test_a_time_is_read_with_the_hour_after_it_and_the_next_morning():
    attempt = the_time(*mornings(1, 2, 3, 4))

    assert (attempt.on, attempt.stage) == (day(3), 0)
    assert (attempt.pain_before, attempt.pain_max, attempt.pain_60, attempt.morning) == (1, 1, 1, 1)
    assert (attempt.usual, attempt.swelling, attempt.limp) == (Fraction(1), Amount.NONE, False)
    assert (attempt.masked, attempt.whole, attempt.rested) == (False, True, True)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"pain_before": None}, "pain_before"),
        ({"pain_max": None}, "pain_max"),
        ({"pain_60": None}, "pain_60"),
        ({"limp": None}, "limp"),
        ({"stopped_early": None}, "whole"),
    ],
)
def test_what_the_run_does_not_say_stays_unknown(more, field):
    assert getattr(the_time(*mornings(1, 2, 3, 4), **more), field) is None


def test_a_change_on_a_later_day_lowers_no_pain_an_hour_after_a_time():
    session, run = a_time(3, pain_60=0)
    told = replace(run, pain_60=4, pain_before=0)

    (attempt,) = attempts_of(replace(a_log(5, session, run), earlier={run.id: (told,)}), PROFILE)

    assert (attempt.pain_60, attempt.pain_before) == (4, 0)


def test_without_the_next_morning_neither_it_nor_swelling_is_known():
    attempt = the_time(*mornings(1, 2, 3), a_pain(3, 1, swelling=Amount.NONE))

    assert (attempt.morning, attempt.swelling) == (None, None)


def test_without_three_mornings_before_there_is_no_usual_one():
    assert the_time(*mornings(2, 3, 4)).usual is None


@pytest.mark.parametrize(
    ("entries", "swelling"),
    [
        (mornings(4, swelling=None), None),
        (mornings(4, swelling=Amount.LITTLE), Amount.LITTLE),
        ([*mornings(4), a_pain(3, 1, hour=20, swelling=Amount.LITTLE)], Amount.LITTLE),
        ([*mornings(4), a_pain(4, 1, hour=20, swelling=Amount.CLEAR)], Amount.CLEAR),
        ([*mornings(4), a_pain(3, 1, hour=9, swelling=Amount.CLEAR)], Amount.NONE),
        ([*mornings(4), a_pain(5, 1, hour=9, swelling=Amount.CLEAR)], Amount.NONE),
    ],
)
def test_swelling_counts_from_the_run_to_the_end_of_the_next_day(entries, swelling):
    assert the_time(*entries).swelling is swelling


@pytest.mark.parametrize(
    ("more", "highest"),
    [
        ({"pain_max": 2, "pain_after": 3}, 3),
        ({"pain_max": None, "pain_after": 3}, 3),
        ({"pain_max": None, "pain_after": 2}, None),
        ({"pain_max": 4, "pain_after": 0}, 4),
    ],
)
def test_pain_right_after_it_warns_but_does_not_stand_for_the_highest(more, highest):
    assert the_time(**more).pain_max == highest


def test_a_painkiller_masks_it_and_an_early_end_is_not_the_whole_stage():
    attempt = the_time(painkiller=True, stopped_early=True)

    assert (attempt.masked, attempt.whole) == (True, False)


@pytest.mark.parametrize(("other", "rested"), [(3, False), (2, False), (1, True), (4, True)])
def test_another_run_on_the_day_or_the_one_before_leaves_no_rest(other, rested):
    assert the_time(a_run(other, 5.0, hour=7)).rested is rested


def test_a_run_that_was_deleted_is_no_time_any_more():
    session, run = a_time(3)
    log = a_log(5, session, a_run(1, 5.0))

    assert staged_runs(log) == []
    assert other_days(log) == [day(1)]
    assert other_days(a_log(5, session, run)) == []


def test_a_run_that_was_told_to_be_a_time_is_one():
    run = a_run(3, 1.6, **GOOD)
    session = replace(a_played(3, hour=18), id=told_id(run.id), routine=stage_routine(STAGES[2]))

    assert staged_runs(a_log(5, session, run)) == [(run, 2)]


def test_another_run_is_read_with_the_hour_after_it_and_the_next_morning():
    log = a_log(5, *a_time(1), a_run(3, 5.0, pain_max=4, pain_before=1, pain_60=2), *mornings(1, 2, 3, 4))

    (run,) = others_of(log, PROFILE, attempts_of(log, PROFILE))

    assert (run.on, run.stage, run.pain_max, run.pain_60, run.morning) == (day(3), OTHER_RUN, 4, 2, 1)
    assert (run.limp, run.whole, run.rested) == (None, True, True)


@pytest.mark.parametrize(("staged", "number", "read"), [(20, 12, False), (20, 13, True), (9, 8, False), (9, 9, True)])
def test_other_runs_are_read_since_the_first_time_or_for_a_week(staged, number, read):
    log = a_log(20, *a_time(staged), a_run(number, 5.0, hour=7))

    assert bool(others_of(log, PROFILE, attempts_of(log, PROFILE))) is read


def two_times(second=5, stage=0, **more):
    entries = [*a_time(3), *a_time(second, stage, **more), *mornings(*range(1, 9))]
    return attempts_of(a_log(9, *entries), PROFILE)


@pytest.mark.parametrize(
    ("attempts", "step"),
    [
        (two_times(), Step.ADVANCE),
        (two_times(4), Step.REPEAT),
        (two_times(pain_max=2), Step.ADVANCE),
        (two_times(pain_max=3), Step.HOLD),
        (two_times(pain_max=5), Step.HOLD),
        (two_times(pain_max=6), Step.BACK),
        (two_times(pain_60=2), Step.HOLD),
        (two_times(limp=True), Step.BACK),
        (two_times(painkiller=True), Step.REPEAT),
        (two_times(stopped_early=True), Step.REPEAT),
        (two_times(stage=1), Step.REPEAT),
    ],
)
def test_the_diary_decides_the_stage(attempts, step):
    assert standing(attempts, day(9), PROFILE).step is step
