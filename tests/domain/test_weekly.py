"""The weekly review: what a week adds up to, and what may be said of it beside the week before."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.load import most_m
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.weekly import (
    Change,
    Kinds,
    WeekNumbers,
    change,
    comes_first,
    longest_before,
    most_in_weeks,
    runs_in_a_row,
    week_numbers,
)
from tests.builders import a_routine, a_session_record, a_set_record, timed
from tests.domain.advice.logs import PROFILE

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 10, 19)
DAY = timedelta(days=1)
KINDS = Kinds({"warm-up"}, {"strength-day"})


def noon(days, hour=12):
    """On the week in which the clocks go back on Sunday."""
    return datetime.combine(MONDAY + days * DAY, datetime.min.time(), BERLIN).replace(hour=hour)


def a_pain(days, score, of=None):
    return PainEntry(uuid4(), noon(days), score, of=of)


def a_run(days, metres=5_000, hour=12, **more):
    return Run(uuid4(), noon(days, hour), metres, **more)


def played(days, routine="warm-up", hour=11, **more):
    more.setdefault("sets", (a_set_record(),))
    return a_session_record(id=uuid4(), started_at=noon(days, hour), routine=a_routine(timed(), id=routine), **more)


def test_a_week_without_anything_has_no_pain_of_zero_and_no_longest_run():
    week = week_numbers([], MONDAY, KINDS)

    assert week == WeekNumbers(MONDAY)
    assert (week.average, week.highest, week.longest_m, week.days_without_a_run) == (None, None, None, 7)


def test_the_week_goes_from_monday_to_sunday_also_when_the_clocks_go_back():
    entries = [a_run(days) for days in (-1, 0, 6, 7)] + [a_pain(days, 4) for days in (-1, 0, 6, 7)]

    week = week_numbers(entries, MONDAY, KINDS)

    assert (week.runs, week.run_m, week.run_days, week.days_without_a_run) == (2, 10_000, 2, 5)
    assert (week.entries, week.average) == (2, 4)


def test_the_mean_is_exact():
    week = week_numbers([a_pain(0, 3), a_pain(1, 3), a_pain(2, 4)], MONDAY, KINDS)

    assert week.average == Fraction(10, 3)


def test_the_highest_pain_is_the_earliest_of_its_height_and_brings_its_run():
    run = a_run(3, 6_200)

    week = week_numbers([a_pain(0, 2), a_pain(5, 3), a_pain(3, 3, run.id), run], MONDAY, KINDS)

    assert (week.highest.score, week.highest.at, week.highest_run) == (3, noon(3), run)


@pytest.mark.parametrize("of", [None, UUID(int=9)])
def test_the_highest_pain_may_belong_to_no_run(of):
    week = week_numbers([a_pain(0, 2, of), a_run(0)], MONDAY, KINDS)

    assert week.highest_run is None


def test_two_runs_on_a_day_are_one_day_with_a_run():
    week = week_numbers([a_run(2, 4_000), a_run(2, 3_000, 18), a_run(4, 6_100)], MONDAY, KINDS)

    assert (week.runs, week.run_days, week.run_m, week.longest_m) == (3, 2, 13_100, 6_100)


@pytest.mark.parametrize(
    ("session", "counted", "warmed"),
    [
        (played(0), 1, 1),
        (played(0, hour=13), 1, 0),
        (played(1), 1, 0),
        (played(0, "calm-down"), 0, 0),
        (played(0, rehearsal=True), 0, 0),
        (played(0, sets=()), 0, 0),
    ],
)
def test_a_warm_up_counts_for_the_runs_after_it_on_its_day(session, counted, warmed):
    week = week_numbers([session, a_run(0)], MONDAY, KINDS)

    assert (week.warm_ups, week.warmed) == (counted, warmed)


def test_strength_is_counted_in_days_wherever_it_was_done():
    entries = [
        played(2, "strength-day"),
        Activity(uuid4(), noon(2), ActivityKind.STRENGTH, 30),
        Activity(uuid4(), noon(4), ActivityKind.STRENGTH, 30),
        Activity(uuid4(), noon(5), ActivityKind.BIKE, 30),
        played(6, "strength-day", rehearsal=True),
    ]

    assert week_numbers(entries, MONDAY, KINDS).strength_days == (MONDAY + 2 * DAY, MONDAY + 4 * DAY)


def test_the_scales_hold_eight_weeks():
    entries = [a_run(0, 4_000), a_run(1, 4_500), a_run(-49, 9_000), a_run(-50, 20_000), a_run(7, 30_000), a_pain(0, 1)]

    assert most_in_weeks(entries, MONDAY) == (9_000, 9_000)
    assert most_in_weeks([], MONDAY) == (0, 0)


@pytest.mark.parametrize(("days", "found"), [(-31, None), (-30, 5_000), (-1, 5_000), (0, None), (1, None)])
def test_the_longest_run_is_that_of_the_thirty_days_before(days, found):
    assert longest_before([a_run(days), a_pain(days, 1)], MONDAY, PROFILE) == found


@pytest.mark.parametrize(
    ("longest", "most"), [(10_000, 11_000), (3_000, 3_300), (6_200, 6_820), (6_195, 6_814), (1, 1)]
)
def test_a_tenth_more_is_reckoned_in_whole_metres(longest, most):
    assert most_m(longest, PROFILE) == most
    assert 100 * most <= 110 * longest < 100 * (most + 1)


def with_pains(*scores):
    return WeekNumbers(MONDAY, entries=len(scores), pain_sum=sum(scores))


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        ((3, 3, 3), (5, 5, 5), Change.BETTER),
        ((3, 3), (5, 5, 5), Change.TOO_FEW),
        ((3, 3, 3), (5, 5), Change.TOO_FEW),
        ((), (5, 5, 5), Change.TOO_FEW),
        ((3, 3, 3), (), Change.TOO_FEW),
        ((7,) * 10, (10,) * 10, Change.BETTER),
        ((2, 2, 3), (3, 3, 4), Change.BETTER),
        # Exactly three tenths, which no floating point number is
        ((1,) * 7 + (0,) * 3, (1,) * 10, Change.BETTER),
        ((1,) * 8 + (0,) * 2, (1,) * 10, Change.NO_CLEAR_CHANGE),
        ((2, 2, 3), (3, 3, 3), Change.NO_CLEAR_CHANGE),
        ((7, 7, 7), (9, 9, 8), Change.NO_CLEAR_CHANGE),
        ((8, 8, 8), (10, 10, 10), Change.BETTER),
        ((0, 0, 0), (0, 0, 0), Change.NO_CLEAR_CHANGE),
        ((0, 0, 0), (1, 0, 0), Change.BETTER),
        ((2, 2, 2), (0, 0, 0), Change.WORSE),
        ((2, 2, 1), (0, 0, 0), Change.NO_CLEAR_CHANGE),
    ],
)
def test_a_clear_change_is_two_points_or_three_tenths(this, last, said):
    assert change(with_pains(*this), with_pains(*last), PROFILE) is said


def test_days_in_a_row_explain_a_rise_and_nothing_else():
    sore, calm = with_pains(5, 5, 5), with_pains(1, 1, 1)

    assert change(sore, calm, PROFILE, in_a_row=True) is Change.WORSE_AFTER_RUNS_IN_A_ROW
    assert change(calm, sore, PROFILE, in_a_row=True) is Change.BETTER


@pytest.mark.parametrize(
    ("days", "last_pain", "row"),
    [
        ((5, 6), 2, 0),
        ((5, 6), 3, 2),
        ((5, 6), None, 0),
        ((4, 5, 6), 0, 3),
        ((3, 4, 5), 9, 0),
        ((6,), 9, 0),
        ((3, 5, 6), 9, 2),
        ((), None, 0),
    ],
)
def test_three_days_in_a_row_are_many_and_two_when_the_last_run_hurt(days, last_pain, row):
    runs = [a_run(day, pain_max=last_pain if day == max(days) else 0) for day in days]

    assert runs_in_a_row([*runs, a_run(7, pain_max=9), a_pain(6, 9)], MONDAY + 6 * DAY, PROFILE) == row


def test_a_physio_may_set_what_is_many_and_what_is_clear():
    strict = replace(PROFILE, row_caution=2, spike_days=7, trend_points=1, trend_least=3, trend_share=50)
    runs = [a_run(5, pain_max=0), a_run(6, pain_max=0)]

    assert runs_in_a_row(runs, MONDAY + 6 * DAY, strict) == 2
    assert longest_before([a_run(-8)], MONDAY, strict) is None
    assert change(with_pains(3, 3, 3), with_pains(2, 2, 2), strict) is Change.WORSE
    assert change(with_pains(0, 0, 0), with_pains(1, 1, 1), replace(strict, trend_points=3)) is Change.BETTER


def found(rule, urgency):
    return Finding(rule, Level.SEEK_CARE, urgency, "", "", (), "", "")


def test_a_red_flag_comes_before_pain_that_goes_on_and_that_before_all_else():
    note, lasting, red = found("R09", Urgency.ROUTINE), found("R18", Urgency.ROUTINE), found("R09", Urgency.DAYS)
    plain = Finding("R14", Level.CAUTION, None, "", "", (), "", "")

    assert comes_first([plain, note, lasting, red]) is red
    assert comes_first([plain, note, lasting]) is lasting
    assert comes_first([plain, note]) is None
