"""The vectors of the rules R10 to R25, each at its boundary."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from uuid import uuid4

import pytest

from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.habits import ice, shoes
from kneecoach.domain.advice.load import consecutive_days, session_spike, spike, week_jump
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.pattern import pattern
from kneecoach.domain.advice.response import exercise_gate, hour_later, run_gate
from kneecoach.domain.advice.returning import Attempt, Step, standing
from kneecoach.domain.finding import Level
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import RunKind
from kneecoach.domain.shoe import Shoe
from tests.domain.advice.logs import (
    PROFILE,
    a_log,
    a_morning,
    a_pain,
    a_played,
    a_run,
    an_ice,
    day,
)


def level(finding):
    return None if finding is None else finding.level


@pytest.mark.parametrize(
    ("pain", "start", "expected"),
    [
        (2, None, None),
        (3, None, Level.CAUTION),
        (5, None, Level.CAUTION),
        (6, None, Level.STOP),
        (4, 1, Level.STOP),
        (4, 2, Level.CAUTION),
    ],
)
def test_r10_gates_an_exercise(pain, start, expected):
    log = a_log(0, a_played(0, 0, pain, pain_before=start))

    assert level(exercise_gate(log, PROFILE)) is expected


@pytest.mark.parametrize(
    ("pain", "limp", "expected"),
    [
        (2, False, None),
        (3, False, Level.CAUTION),
        (5, None, Level.CAUTION),
        (6, False, Level.STOP),
        (2, True, Level.STOP),
        (None, None, None),
        (None, True, Level.STOP),
    ],
)
def test_r11_gates_a_run_and_a_limp_overrides(pain, limp, expected):
    assert level(run_gate(a_log(0, a_run(0, pain_max=pain, limp=limp)), PROFILE)) is expected


@pytest.mark.parametrize(("hour", "fires"), [(1, False), (2, True), (None, False)])
def test_r12_compares_an_hour_later_with_before_and_never_assumes(hour, fires):
    found = hour_later(a_log(0, a_run(0, pain_before=1, pain_60=hour)), PROFILE)

    assert (found is not None) is fires


@pytest.mark.parametrize(("pain", "expected"), [(1, None), (2, Level.CAUTION), (3, Level.STOP)])
def test_r13_measures_the_morning_by_the_median_of_the_week_before_the_run(pain, expected):
    usual = [a_morning(number, pain) for number, pain in enumerate((1, 1, 2))]

    log = a_log(6, *usual, a_run(5), a_morning(6, pain))

    assert level(next_morning(log, PROFILE)) is expected


@pytest.mark.parametrize(
    ("before", "pain", "swelling", "expected"),
    [
        (1, 1, None, None),
        (1, 2, None, Level.CAUTION),
        (1, 3, None, Level.STOP),
        (None, 3, None, None),
        (1, 0, Amount.LITTLE, Level.STOP),
        (None, 0, Amount.CLEAR, Level.STOP),
    ],
)
def test_r13_without_a_usual_morning_takes_the_pain_before_that_run(before, pain, swelling, expected):
    log = a_log(1, a_run(0, pain_before=before), a_morning(1, pain, swelling=swelling))

    assert level(next_morning(log, PROFILE)) is expected


@pytest.mark.parametrize(
    ("longest", "km", "expected"),
    [
        (10.0, 11.0, None),
        (10.0, 11.1, "small"),
        (10.0, 13.0, "small"),
        (10.0, 13.1, "moderate"),
        (10.0, 20.0, "moderate"),
        (10.0, 20.1, "large"),
        (3.0, 3.3, None),
        (1.0, 2.9, None),
        (None, 5.0, "first"),
    ],
)
def test_r14_compares_with_the_longest_of_thirty_days(longest, km, expected):
    runs = [] if longest is None else [a_run(0, longest)]
    log = a_log(30, *runs)

    assert spike(log, day(30), round(1000 * km), PROFILE) == expected


def test_r14_looks_thirty_days_back_and_not_one_more():
    assert spike(a_log(31, a_run(0, 10.0)), day(31), 11_100, PROFILE) == "first"


def test_r14_says_how_far_the_next_run_may_be():
    log = a_log(3, a_run(0, 7.7), a_run(3, 11.2))

    found = session_spike(log, PROFILE)

    assert found.clears_when.startswith("A next run of at most 8.4 km")
    assert session_spike(a_log(4, *log.runs, a_run(4, 8.4)), PROFILE) is None


def test_the_first_run_in_a_month_asks_for_no_more_than_what_clears_it():
    first = a_run(0, 12.0)

    found = session_spike(a_log(0, first), PROFILE)

    assert "Keep the next one no longer" in found.text
    assert found.clears_when.startswith("A next run of at most 12.0 km")
    assert session_spike(a_log(2, first, a_run(2, 12.0)), PROFILE) is None


@pytest.mark.parametrize(
    ("week", "before", "fires"),
    [
        ((6.5, 6.5), (5.0, 5.0), False),
        ((6.6, 6.5), (5.0, 5.0), True),
        ((2.6,), (1.0, 1.0), False),
        ((13.1,), (10.0,), False),
    ],
)
def test_r15_wants_thirty_percent_and_three_kilometres_and_two_runs(week, before, fires):
    runs = [a_run(number, km) for number, km in enumerate(before)]
    runs += [a_run(7 + number, km) for number, km in enumerate(week)]

    assert (week_jump(a_log(8, *runs), PROFILE) is not None) is fires


@pytest.mark.parametrize(
    ("days", "pain", "expected"),
    [((0, 1), 2, None), ((0, 1), 3, Level.INFO), ((0, 1), None, None), ((0, 1, 2), 0, Level.CAUTION), ((0,), 9, None)],
)
def test_r16_counts_days_in_a_row(days, pain, expected):
    log = a_log(max(days), *(a_run(number, pain_max=pain) for number in days))

    assert level(consecutive_days(log, PROFILE)) is expected


FOUR = [a_pain(number, 4) for number in range(7)]


def to(mean_times_ten, last):
    """Seven later scores of this mean in tenths, the last on this day."""
    total = mean_times_ten * 7 // 10
    scores = [total // 7 + (number < total % 7) for number in range(7)]
    return [a_pain(last, score, hour=8 + number) for number, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("last", "later", "fires"), [(13, 36, False), (14, 36, True), (14, 31, True), (14, 30, False), (14, 40, True)]
)
def test_r18_wants_two_weeks_without_a_point_less(last, later, fires):
    log = a_log(last, *FOUR, *to(later + 1, last))

    assert (persistent(log, PROFILE) is not None) is fires


@pytest.mark.parametrize(("last", "score", "fires"), [(42, 2, False), (42, 3, True), (41, 3, False)])
def test_r18_wants_six_weeks_with_three_still(last, score, fires):
    before = [a_pain(number, 9) for number in range(7)]
    lately = [a_pain(last - 3, score), *(a_pain(last, 1, hour=9 + number) for number in range(6))]

    assert (persistent(a_log(last, *before, *lately), PROFILE) is not None) is fires


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((5, 5, 5), (3, 3, 3), "R19.better"),
        ((5, 5, 5), (3, 3), None),
        ((0, 0, 0), (0, 0, 0), None),
        ((3, 3, 3), (5, 5, 5), "R19.worse"),
        ((3, 3, 3), (5, 5, 4), None),
        ((2, 2, 2), (1, 1, 2), "R19.better"),
        ((3, 3, 3), (3, 2, 2), None),
    ],
)
def test_r19_compares_two_weeks(before, now, expected):
    pains = [a_pain(number, score) for number, score in enumerate(before)]
    pains += [a_pain(7 + number, score) for number, score in enumerate(now)]

    found = trend(a_log(13, *pains), PROFILE)

    assert (None if found is None else found.key) == expected


def test_r20_names_the_kind_of_run_that_hurts_more():
    hills = [a_run(2 * number, kind=RunKind.HILLS, pain_max=4) for number in range(4)]
    others = [a_run(2 * number + 1, kind=RunKind.EASY, pain_max=score) for number, score in enumerate((2, 3, 2, 3))]

    found = pattern(a_log(20, *hills, *others), PROFILE)

    assert dict(found.values)["group"] == "hill runs"
    assert pattern(a_log(20, *hills[:3], *others), PROFILE) is None


@pytest.mark.parametrize(
    ("entries", "fires"),
    [
        ((an_ice(0, 20),), False),
        ((an_ice(0, 21),), True),
        ((an_ice(0, 10, hour=10), an_ice(0, 10, hour=12, minute=9)), True),
        ((an_ice(0, 10, hour=10), an_ice(0, 10, hour=12, minute=10)), False),
        ((an_ice(0, 10, cloth=False),), True),
        ((an_ice(0, 10, hour=17, minute=30), a_run(0, hour=18)), True),
    ],
)
def test_r21_guards_the_ice(entries, fires):
    assert (ice(a_log(0, *entries), PROFILE) is not None) is fires


@pytest.mark.parametrize(("km", "expected"), [(479, None), (480, Level.INFO), (799, Level.INFO), (800, Level.CAUTION)])
def test_r23_reads_the_shoes(km, expected):
    log = replace(a_log(0), shoes=(Shoe(uuid4(), "Blue", start_m=1000 * km),))

    assert level(shoes(log, PROFILE)) is expected


def clean(number, stage=0, **more):
    known = {"pain_before": 1, "pain_max": 2, "pain_60": 1, "morning": 1, "usual": Fraction(1)}
    known |= {"swelling": Amount.NONE, "limp": False}
    return Attempt(uuid4(), day(number), stage, **known | more)


@pytest.mark.parametrize(
    ("attempts", "stage", "step"),
    [
        ((), 0, Step.BEGIN),
        ((clean(0),), 0, Step.REPEAT),
        ((clean(0), clean(1)), 0, Step.REPEAT),
        ((clean(0), clean(2)), 1, Step.ADVANCE),
        ((clean(0), clean(2), clean(4, 1), clean(6, 1)), 2, Step.ADVANCE),
        ((clean(0), clean(2), clean(4, 1, pain_max=3)), 1, Step.HOLD),
        ((clean(0), clean(2), clean(4, 1, pain_max=6)), 0, Step.BACK),
        ((clean(0), clean(2), clean(4, 1, limp=True)), 0, Step.BACK),
        ((clean(0), clean(2), clean(4, 1, swelling=Amount.LITTLE)), 0, Step.BACK),
        ((clean(0), clean(2, masked=True)), 0, Step.REPEAT),
        ((clean(0), clean(2, morning=None)), 0, Step.REPEAT),
        ((clean(0), clean(2, pain_60=2)), 0, Step.HOLD),
    ],
)
def test_r25_moves_on_only_after_two_clean_times_with_a_rest_day(attempts, stage, step):
    now = standing(attempts, day(10), PROFILE)

    assert (now.stage.number, now.step) == (stage, step)


def test_r25_lets_a_red_attempt_rest_for_48_hours():
    now = standing((clean(0, pain_max=6),), day(0), PROFILE)

    assert now.from_day == day(0) + timedelta(days=3)
