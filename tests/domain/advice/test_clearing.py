"""That what a finding says would clear it does clear it, whatever was logged."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.habits import ice, newest_shoe, shoes, warm_up
from kneecoach.domain.advice.load import consecutive_days, session_spike, week_balance, week_jump
from kneecoach.domain.advice.log import log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.response import exercise_gate, hour_later, masked_run, run_gate
from kneecoach.domain.pain import Amount
from kneecoach.domain.shoe import Shoe
from tests.domain.advice.logs import (
    PROFILE,
    a_log,
    a_morning,
    a_pain,
    a_played,
    a_run,
    an_activity,
    an_ice,
    day,
    moment,
)
from tests.domain.advice.records import told
from tests.domain.advice.test_properties import TODAY, courses, fairly, mornings, pains, runs, sessions


def values_of(finding):
    return dict(finding.values)


def the_day(words):
    """A day as findings name it, of the year of the logs."""
    return next(number for number in range(400) if day_words_of(number) == words)


def day_words_of(number):
    one = day(number)
    return f"{one.day} {one:%B}"


@fairly
@given(sessions)
def test_r10_is_cleared_by_the_exercise_with_little_pain(played):
    found = exercise_gate(a_log(TODAY, *played), PROFILE)
    if found is None:
        return
    name = {"Front lunge": "front_lunge", "Squat": "squat"}[values_of(found)["exercise"].capitalize()]
    green = values_of(found)["green"]

    after = exercise_gate(a_log(TODAY + 1, *played, a_played(TODAY + 1, green, exercise=name)), PROFILE)

    assert after is None or values_of(after)["exercise"] != values_of(found)["exercise"]


@fairly
@given(runs)
def test_r11_is_cleared_by_a_later_run_with_little_pain_and_no_limp(ran):
    found = run_gate(a_log(TODAY, *ran), PROFILE)
    if found is None:
        return
    easy = a_run(TODAY + 1, pain_max=values_of(found)["green"], limp=False)

    assert run_gate(a_log(TODAY + 1, *ran, easy), PROFILE) is None


@fairly
@given(runs)
def test_r12_is_cleared_by_a_later_run_that_settled(ran):
    if hour_later(a_log(TODAY, *ran), PROFILE) is None:
        return

    assert hour_later(a_log(TODAY + 1, *ran, a_run(TODAY + 1, pain_before=3, pain_60=3)), PROFILE) is None


@fairly
@given(runs, mornings)
def test_r13_is_cleared_by_the_morning_it_names(ran, checks):
    found = next_morning(a_log(TODAY, *ran, *checks), PROFILE)
    if found is None:
        return
    least = re.search(r"at (\d+)\b", found.clears_when)
    dry = Amount.NONE if "without swelling" in found.clears_when else None
    better = a_morning(TODAY + 2, int(least[1]) if least else 10, swelling=dry)

    assert next_morning(a_log(TODAY + 2, *ran, *checks, better), PROFILE) is None


@fairly
@given(runs)
def test_r14_is_cleared_by_a_next_run_of_what_it_names_or_by_a_week(ran):
    log = a_log(TODAY, *ran)
    found = session_spike(log, PROFILE)
    if found is None:
        return
    kilometres = float(re.search(r"at most (\d+\.\d) km", found.clears_when)[1])
    week = the_day(values_of(found)["day"]) + 7

    if kilometres:
        assert session_spike(a_log(TODAY + 1, *ran, a_run(TODAY + 1, kilometres)), PROFILE) is None
    assert session_spike(log_at(log.now + timedelta(days=week - TODAY), log), PROFILE) is None


@fairly
@given(runs)
def test_r15_is_cleared_on_the_day_it_names(ran):
    log = a_log(TODAY, *ran)
    found = week_jump(log, PROFILE)
    if found is None:
        return
    clear = the_day(values_of(found)["clear_day"])

    after = [
        week_jump(log_at(log.now + timedelta(days=number - TODAY), log), PROFILE) for number in range(TODAY, clear + 1)
    ]

    assert after[-1] is None
    assert all(after[:-1])


def test_r16_is_cleared_by_a_day_without_a_run():
    log = a_log(TODAY, *(a_run(number) for number in range(TODAY - 3, TODAY + 1)))
    found = consecutive_days(log, PROFILE)

    assert the_day(values_of(found)["clear_day"]) == TODAY + 1
    assert consecutive_days(log_at(log.now + timedelta(days=1), log), PROFILE) is None


@fairly
@given(runs)
def test_r17_is_cleared_by_what_it_names(ran):
    found = week_balance(a_log(TODAY, *ran), PROFILE)
    if found is None:
        return
    added = []
    if "strength" in found.clears_when:
        added.append(an_activity(TODAY + 2))
    if "other kind" in found.clears_when:
        added.append(an_activity(TODAY + 2, ActivityKind.BIKE))

    assert week_balance(a_log(TODAY + 2, *ran, *added), PROFILE) is None


def test_r17_asks_for_a_day_of_rest_after_seven_days_of_training():
    ran = [a_run(number) for number in range(7)]

    assert "a day of rest" in week_balance(a_log(6, *ran), PROFILE).clears_when.lower()
    assert "rest" not in week_balance(a_log(7, *ran), PROFILE).clears_when


@fairly
@given(pains | courses)
def test_r18_is_cleared_by_what_its_branch_names(hurt):
    now = 50
    found = persistent(a_log(now, *hurt), PROFILE)
    if found is None:
        return
    if found.key == "R18.two_weeks":
        level = values_of(found)["clear"]
        more = [a_pain(now + 2 * number, level, hour=hour) for number in range(1, 8) for hour in (9, 21)[: number % 3]]
        more += [a_pain(now + 2 * number, level) for number in range(1, 8)]
    else:
        assert found.key == "R18.six_weeks"
        more = [a_pain(now + 3 * number, values_of(found)["least"] - 1) for number in range(1, 8)]

    after = persistent(a_log(now + 21, *hurt, *more), PROFILE)

    assert after is None or after.key != found.key


def test_r18_that_began_low_is_cleared_by_no_pain():
    low = [a_pain(number, 1) for number in (0, 2, 4, 6, 15)]
    found = persistent(a_log(15, *low), PROFILE)

    assert found.clears_when == "Seven more entries, each at 0."
    assert persistent(a_log(22, *low, *(a_pain(number, 0) for number in range(16, 23))), PROFILE) is None


@pytest.mark.parametrize(
    ("first", "says", "enough", "short"),
    [
        (5, "The last seven entries at 4 or less on average.", 28, 29),
        (1, "The last seven entries at 0.", 0, 1),
    ],
)
def test_r18_is_cleared_by_the_mean_that_it_names_on_however_few_days(first, says, enough, short):
    sore = [a_pain(number, first) for number in range(7)] + [a_pain(20, first)]
    found = persistent(a_log(20, *sore), PROFILE)
    assert found.clears_when == says

    for total, cleared in ((enough, True), (short, False)):
        low = [total // 7 + (number < total % 7) for number in range(7)]
        more = [a_pain(21, score, hour=8 + number) for number, score in enumerate(low)]
        assert (persistent(a_log(21, *sore, *more), PROFILE) is None) is cleared


def test_r18_takes_back_nothing_for_fewer_than_seven_entries_at_what_it_names():
    low = [a_pain(number, 1) for number in (0, 2, 4, 6, 8, 10, 15)]

    assert persistent(a_log(21, *low, *(a_pain(number, 0) for number in range(16, 22))), PROFILE) is not None
    assert persistent(a_log(22, *low, *(a_pain(number, 0) for number in range(16, 23))), PROFILE) is None


@pytest.mark.parametrize("today", range(13, 35))
@pytest.mark.parametrize("days", [range(7), (0, 2, 4)])
def test_pain_that_rose_and_stays_high_is_never_without_a_word(days, today):
    """R19 compares two weeks: from the third on, which is no worse than the second, R18 has to speak."""
    course = [a_pain(7 * week + number, 2 if week == 0 else 5) for week in range(5) for number in days]
    log = a_log(today, *course)

    assert trend(log, PROFILE) is not None or persistent(log, PROFILE) is not None
    assert today < 14 or persistent(log, PROFILE) is not None


def test_r18_three_times_is_cleared_on_the_day_it_names():
    times = [a_pain(start, 3) for start in (0, 60, 120)]
    quiet = [a_pain(start + number, 0) for start in (0, 60, 120) for number in range(1, 15)]
    log = a_log(134, *times, *quiet)
    found = persistent(log, PROFILE)

    assert values_of(found)["clear_day"] == day_words_of(180)
    assert persistent(log_at(log.now + timedelta(days=45), log), PROFILE) is not None
    assert persistent(log_at(log.now + timedelta(days=46), log), PROFILE) is None


@fairly
@given(pains)
def test_r19_is_cleared_by_a_mean_under_what_it_names(hurt):
    found = trend(a_log(TODAY, *hurt), PROFILE)
    if found is None or found.key != "R19.worse":
        return
    tenths = int(values_of(found)["clear"].replace(".", ""))
    week = [one for one in hurt if one.at.date() > day(TODAY - 7)]
    zeros = 0
    while 10 * sum(one.score for one in week) >= tenths * (len(week) + zeros):
        zeros += 1

    after = trend(a_log(TODAY, *hurt, *(a_pain(TODAY, 0, hour=21) for _ in range(zeros))), PROFILE)

    assert after is None or after.key != "R19.worse"


@pytest.mark.parametrize("first", [an_ice(0, 25), an_ice(0, 15, cloth=False), an_ice(0, 15, hour=19)])
def test_r21_is_cleared_by_a_cooling_as_it_should_be_or_by_two_days(first):
    log = a_log(0, an_ice(0, 10, hour=18), first, a_run(0, hour=19))

    assert ice(log, PROFILE) is not None
    assert ice(a_log(1, *log.ices, an_ice(1)), PROFILE) is None
    assert ice(a_log(2, *log.ices), PROFILE) is None


def test_r22_is_cleared_by_a_gentler_roll_or_by_a_week():
    sore = told(["0 session warm_up adductor_roll=6"]).log
    gentle = told(["0 session warm_up adductor_roll=6", "1 session warm_up adductor_roll=4"]).log

    assert warm_up(log_at(moment(6), sore), PROFILE).key == "R22.roll"
    assert warm_up(log_at(moment(7), sore), PROFILE) is None
    assert warm_up(log_at(moment(1), gentle), PROFILE) is None


def test_r23_is_cleared_when_the_pair_is_retired():
    old = Shoe(uuid4(), "Blue", start_m=900_000)
    log = replace(a_log(3), shoes=(old,))

    assert shoes(log, PROFILE).clears_when == "The pair is retired."
    assert shoes(replace(log, shoes=(replace(old, retired=day(3)),)), PROFILE) is None
    assert shoes(replace(log, shoes=(replace(old, retired=day(4)),)), PROFILE) is not None
    assert shoes(replace(log, shoes=(replace(old, first_day=day(4)),)), PROFILE) is None


def test_r23_without_two_pairs_compares_none():
    log = replace(a_log(3), shoes=(Shoe(uuid4(), "Blue", first_day=date(2026, 1, 1)),))

    assert newest_shoe(log, ()) is None


def test_r24_is_cleared_by_a_run_without_a_painkiller():
    hidden = a_run(0, painkiller=True)

    assert masked_run(a_log(0, hidden), PROFILE) is not None
    assert masked_run(a_log(1, hidden, a_run(1)), PROFILE) is None
