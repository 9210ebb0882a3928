"""What has to be so before the next time at a stage: each at its boundary, and unknown told as unknown."""

from dataclasses import replace

import pytest

from kneecoach.domain.advice.ready import Before, conditions, failing
from kneecoach.domain.advice.returning import STAGES, Standing, Step
from kneecoach.domain.advice.stage_words import SETTLED, not_ready_words
from kneecoach.domain.pain import Amount
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_pain, a_run, day

DUE = Standing(STAGES[1], Step.REPEAT, day(9))


def found(before, *entries, now=DUE):
    conditions_found = conditions(a_log(9, *entries), now, PROFILE)
    return next(one for one in conditions_found if one.before is before)


@pytest.mark.parametrize(
    ("last", "step", "met"),
    [
        (9, Step.REPEAT, False),
        (8, Step.REPEAT, False),
        (7, Step.REPEAT, True),
        (7, Step.BACK, False),
        (6, Step.BACK, True),
    ],
)
def test_a_day_off_and_two_days_after_going_back(last, step, met):
    assert found(Before.REST, a_run(last), now=replace(DUE, step=step)).met is met


@pytest.mark.parametrize(
    ("last", "more", "met"),
    [
        (7, {"pain_max": 5}, True),
        (7, {"pain_max": 6}, False),
        (7, {"limp": True}, False),
        (6, {"pain_max": 6}, True),
    ],
)
def test_any_red_run_leaves_two_days_without_one(last, more, met):
    assert found(Before.REST, a_run(last, **more)).met is met


def test_no_run_noted_needs_no_rest():
    assert (found(Before.REST).met, found(Before.REST).said) == (True, "no run noted")


@pytest.mark.parametrize(("days", "met", "said"), [((3, 5, 7), True, "1 of 4"), ((3, 5, 6, 7), False, "0 of 4")])
def test_other_runs_count_too(days, met, said):
    one = found(Before.WEEK, *(a_run(number) for number in days))

    assert (one.met, one.said) == (met, said)


@pytest.mark.parametrize(
    ("mornings", "met"),
    [
        ({6: 1, 7: 1, 8: 1, 9: 1}, True),
        ({6: 1, 7: 1, 8: 1, 9: 2}, False),
        ({9: 0}, True),
        ({9: 1}, None),
        ({}, None),
        ({2: 1}, None),
        ({1: 0}, None),
    ],
)
def test_the_last_morning_is_held_against_the_usual_one(mornings, met):
    assert found(Before.MORNING, *(a_morning(number, pain) for number, pain in mornings.items())).met is met


@pytest.mark.parametrize(
    ("entries", "met"),
    [
        ([], None),
        ([a_pain(9, 1)], None),
        ([a_pain(9, 1, swelling=Amount.NONE)], True),
        ([a_pain(7, 1, swelling=Amount.LITTLE)], False),
        ([a_pain(6, 1, swelling=Amount.CLEAR)], None),
        ([a_pain(8, 1, swelling=Amount.CLEAR), a_pain(9, 1, swelling=Amount.NONE)], False),
        ([a_run(7, limp=True)], False),
        ([a_run(6, limp=True)], None),
    ],
)
def test_swelling_and_a_limp_want_two_days(entries, met):
    assert found(Before.SWELLING, *entries).met is met


def test_the_first_that_is_not_met_is_named_with_the_day_from_which_it_may_be():
    log = a_log(9, a_run(8), a_pain(9, 1, swelling=Amount.LITTLE))

    first = failing(conditions(log, DUE, PROFILE))

    assert first.before is Before.REST
    said = not_ready_words(replace(DUE, from_day=day(10)), first, day(9))
    assert said.startswith("No run today. A day off since the last run: not yet (")
    assert said.endswith("Stage 1 may be done from 11 June on.")


def test_what_has_to_settle_has_no_day():
    assert not_ready_words(DUE, None, day(9)) == f"No run today. {SETTLED}"


def test_nothing_fails_where_all_is_met_or_not_known():
    assert failing(conditions(a_log(9), DUE, PROFILE)) is None
