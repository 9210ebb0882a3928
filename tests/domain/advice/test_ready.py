"""What has to be so before the next time at a stage: each at its boundary, and unknown told as unknown."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.ready import Before, blocking, conditions, failing, not_before
from kneecoach.domain.advice.response import run_gate
from kneecoach.domain.advice.returning import STAGES, Standing, Step
from kneecoach.domain.advice.stage_words import BEFORE_THAT, SETTLED, not_ready_words
from kneecoach.domain.check_in import CheckIn, Family
from kneecoach.domain.flag import Flag
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


def test_an_empty_diary_does_not_say_that_nobody_ran():
    assert (found(Before.REST).met, found(Before.REST).said) == (None, "no run noted")


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
        ([a_pain(9, 1, swelling=Amount.NONE)], None),
        ([a_pain(9, 1, swelling=Amount.NONE), a_run(7)], None),
        ([a_pain(9, 1, swelling=Amount.NONE), a_run(7, limp=False)], True),
        ([a_pain(9, 1, swelling=Amount.NONE), a_run(6, limp=False)], None),
        ([a_pain(9, 1, swelling=Amount.NONE), a_run(7, limp=False), a_run(8)], None),
        ([a_pain(9, 1, swelling=Amount.NONE), a_run(7), a_run(8, limp=False)], True),
        ([a_pain(7, 1, swelling=Amount.LITTLE)], False),
        ([a_pain(6, 1, swelling=Amount.CLEAR)], False),
        ([a_pain(8, 1, swelling=Amount.CLEAR), a_pain(9, 1, swelling=Amount.NONE)], False),
        ([a_run(7, limp=True)], False),
        ([a_run(6, limp=True)], None),
    ],
)
def test_swelling_and_a_limp_want_two_days(entries, met):
    assert found(Before.SWELLING, *entries).met is met


@pytest.mark.parametrize(
    ("number", "denied", "met"),
    [(8, (Flag.LIMP,), True), (9, (Flag.LIMP,), True), (6, (Flag.LIMP,), None), (9, (), None)],
)
def test_a_check_in_tells_that_there_was_no_limp(number, denied, met):
    check_in = CheckIn(uuid4(), a_pain(number, 0).at, answers=((Family.WEIGHT, False),), denied=denied)
    log = a_log(9, a_pain(9, 1, swelling=Amount.NONE))

    told = conditions(log, DUE, PROFILE, check_ins=(check_in,))

    assert next(one for one in told if one.before is Before.SWELLING).met is met


def test_a_check_in_before_a_run_says_nothing_of_a_limp_in_it():
    early = CheckIn(uuid4(), a_pain(7, 0).at, answers=((Family.WEIGHT, False),), denied=(Flag.LIMP,))
    log = a_log(9, a_run(8), a_pain(9, 1, swelling=Amount.NONE))

    assert conditions(log, DUE, PROFILE, check_ins=(early,))[-1].said == "no swelling, limp not asked"


def test_the_first_that_is_not_met_is_named_with_the_day_from_which_it_may_be():
    log = a_log(9, a_run(8), a_pain(9, 1, swelling=Amount.LITTLE))

    first = failing(conditions(log, DUE, PROFILE))

    assert first.before is Before.REST
    said = not_ready_words(replace(DUE, from_day=day(10)), first, day(9))
    assert said.startswith("No run today. A day off since the last run: not yet (")
    assert said.endswith("Stage 1 may be done on 11 June at the earliest.")


def test_what_has_to_settle_has_no_day():
    assert not_ready_words(DUE, None, day(9)) == f"No run today. {SETTLED}"


def test_nothing_fails_where_all_is_met_or_not_known():
    assert failing(conditions(a_log(9), DUE, PROFILE)) is None


def told(number, swelling, hour=7):
    return a_pain(number, 0, hour=hour, swelling=swelling)


LITTLE, NONE = Amount.LITTLE, Amount.NONE


@pytest.mark.parametrize(
    ("entries", "met", "free"),
    [
        ([told(6, LITTLE)], False, 11),
        ([told(8, LITTLE)], False, 11),
        ([told(9, LITTLE)], False, 12),
        ([told(0, LITTLE)], False, 11),
        ([told(-200, LITTLE)], False, 11),
        ([told(6, LITTLE), told(7, NONE)], False, 9),
        ([told(6, LITTLE), told(8, NONE), told(9, NONE)], False, 10),
        ([told(6, LITTLE), told(7, NONE), told(8, NONE)], False, 9),
        ([told(6, LITTLE), told(7, NONE), told(9, NONE), a_run(7, limp=False)], True, None),
        ([told(6, LITTLE), told(7, NONE, 22), told(9, NONE)], None, None),
        ([told(6, LITTLE), told(7, NONE, 23), told(9, NONE)], False, 9),
        ([told(6, LITTLE), told(6, NONE, 20), told(8, NONE), told(9, NONE)], None, None),
        ([told(7, LITTLE), told(7, NONE, 20), told(9, NONE, 21)], False, 10),
        ([told(6, LITTLE), told(6, NONE)], False, 11),
        ([told(1, LITTLE), told(2, NONE), told(4, NONE)], None, None),
        ([told(1, LITTLE), told(2, NONE), told(4, NONE), told(8, LITTLE), told(9, NONE)], False, 11),
    ],
)
def test_swelling_stands_until_none_was_told_for_two_days(entries, met, free):
    one = found(Before.SWELLING, *entries)

    assert one.met is met
    if free is not None:
        assert one.from_day == day(free)


@pytest.mark.parametrize(("own", "free"), [(8, 11), (11, 11), (12, 12)])
def test_the_later_of_two_days_is_promised(own, free):
    standing = replace(DUE, from_day=day(own))

    assert not_before(standing, conditions(a_log(9, told(8, LITTLE)), DUE, PROFILE)).from_day == day(free)


def test_a_limp_has_its_day_too():
    assert found(Before.SWELLING, a_run(8, limp=True)).from_day == day(11)


@pytest.mark.parametrize(("before", "pain", "met"), [(1, 1, None), (1, 2, False), (None, 2, None), (3, 0, True)])
def test_without_a_usual_morning_the_pain_before_the_run_is_the_measure(before, pain, met):
    assert found(Before.MORNING, a_run(8, pain_before=before), a_morning(9, pain)).met is met


def blocked(today, *entries):
    log = a_log(today, *entries)
    stops = [one for one in (run_gate(log, PROFILE), next_morning(log, PROFILE)) if one is not None]
    asked = conditions(log, DUE, PROFILE)
    stop = blocking(stops, asked, log, PROFILE)
    return None if stop is None else stop.rule


RED = a_run(6, pain_max=7)


@pytest.mark.parametrize(
    ("today", "entries", "rule"),
    [
        (9, [RED], "R11"),
        (9, [RED, a_morning(7, 0)], None),
        (8, [RED, a_morning(7, 0)], "R11"),
        (9, [RED, a_morning(6, 0)], "R11"),
        (9, [RED, a_morning(9, 1)], "R11"),
        (9, [RED, *(a_morning(number, 1) for number in (3, 4, 5, 7))], None),
        (9, [a_run(6, limp=True), a_morning(9, 0)], None),
        (90, [RED], "R11"),
        (90, [RED, a_morning(89, 0)], None),
        (9, [a_run(6, pain_before=0), a_morning(7, 2)], "R13"),
        (30, [a_run(6, pain_before=0), a_morning(7, 2)], "R13"),
        (9, [a_run(6, pain_before=0), a_morning(7, 2), a_morning(9, 0)], None),
        (30, [a_run(6, pain_before=1), a_morning(7, 1, swelling=LITTLE)], "R13"),
        (9, [a_run(6, pain_before=1), a_morning(7, 1, swelling=LITTLE), a_morning(9, 1, swelling=NONE)], None),
        (9, [RED, a_morning(7, 0, swelling=LITTLE), a_morning(9, 0)], "R13"),
        (9, [], None),
    ],
)
def test_a_stop_leaves_no_room_for_a_stage_until_it_is_answered(today, entries, rule):
    assert blocked(today, *entries) == rule


def test_a_run_that_is_not_in_the_log_any_more_wants_a_morning_all_the_same():
    stop = run_gate(a_log(6, RED), PROFILE)
    for mornings, blocks in (([], True), ([a_morning(9, 0)], False)):
        log = a_log(9, *mornings)
        assert (blocking([stop], conditions(log, DUE, PROFILE), log, PROFILE) is stop) is blocks


def test_a_stop_is_said_with_what_ends_it():
    log = a_log(7, RED, a_morning(7, 1, swelling=LITTLE))
    run, morning = run_gate(log, PROFILE), next_morning(log, PROFILE)
    first = failing(conditions(log, DUE, PROFILE))

    said = not_ready_words(DUE, None, day(9), morning)
    assert said.startswith(f"No run today. {morning.title}. {morning.text} What clears it: A later morning")
    said = not_ready_words(DUE, first, day(7), run)
    assert said.startswith(f"No run today. {run.title}.")
    assert "48 hours off since the last run: not yet" in said
    assert said.endswith(BEFORE_THAT)
