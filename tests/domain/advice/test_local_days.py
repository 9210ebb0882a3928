"""Days are those of where the person was: midnight, travel, and the nights on which clocks change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.advice.load import consecutive_days, in_a_row, session_spike
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.response import asks_for_the_hour
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run
from tests.domain.advice.logs import BERLIN, PROFILE, a_pain

AUCKLAND, HAWAII = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")


def at(text, zone=BERLIN):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def a_run_at(text, zone=BERLIN, metres=5_000, **more):
    return Run(uuid4(), at(text, zone), metres, **more)


def a_log(now, *runs, mornings=()):
    return log_at(now, TrainingLog(now, runs=runs, mornings=mornings))


def test_a_run_just_before_midnight_and_one_just_after_are_two_days():
    log = a_log(
        at("2026-06-03T22:00"), a_run_at("2026-06-01T23:59"), a_run_at("2026-06-02T00:01"), a_run_at("2026-06-03T08:00")
    )

    assert in_a_row(log) == 3
    assert consecutive_days(log, PROFILE).key == "R16.caution"


def test_over_the_date_line_a_day_that_was_lived_twice_is_one_day():
    # Auckland on the 3rd is Hawaii on the 2nd: the later run lies on the earlier day
    runs = (
        a_run_at("2026-06-03T08:00", AUCKLAND),
        a_run_at("2026-06-02T12:00", HAWAII),
        a_run_at("2026-06-04T09:00", HAWAII),
    )

    log = a_log(at("2026-06-04T20:00", HAWAII), *runs)

    assert in_a_row(log) == 3
    assert [run.at.date().day for run in log.runs] == [3, 2, 4]
    assert [
        run.at.date().day for run in log.runs_between(at("2026-06-02T00:00").date(), at("2026-06-03T00:00").date())
    ] == [3, 2]


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])
def test_clocks_that_change_move_no_day(night):
    day = at(f"{night}T02:30")
    runs = tuple(Run(uuid4(), day + timedelta(days=number), 5_000) for number in (-1, 0, 1))

    assert in_a_row(a_log(day + timedelta(days=1, hours=20), *runs)) == 3


def test_the_hour_after_a_run_is_measured_by_the_time_that_passed():
    # The clock goes back at 03:00: by the wall it is 61 minutes from the end at 02:30 to 03:31, really 121
    run = a_run_at("2026-10-25T01:30", seconds=3_600, pain_before=1)

    assert not asks_for_the_hour(run, at("2026-10-25T03:31"))
    assert asks_for_the_hour(run, at("2026-10-25T03:30"))


def test_the_morning_after_is_that_of_the_next_local_day():
    ran = a_run_at("2026-06-01T20:00", HAWAII, pain_before=1)
    woke = at("2026-06-02T07:00", HAWAII)
    check = MorningCheck(uuid4(), woke.date(), woke, 3)

    assert next_morning(a_log(woke, ran, mornings=(check,)), PROFILE).key == "R13.stop"
    swollen = next_morning(a_log(woke, ran, mornings=(replace(check, swelling=Amount.LITTLE),)), PROFILE)
    assert "Rest until there has been no swelling for 48 hours." in swollen.text
    later = replace(check, on=woke.date() + timedelta(days=1))
    assert next_morning(a_log(woke + timedelta(days=1), ran, mornings=(later,)), PROFILE) is None


def test_a_spike_looks_back_thirty_local_days():
    before = a_run_at("2026-05-03T23:30", metres=10_000)
    long = a_run_at("2026-06-02T00:30", metres=11_100)

    assert session_spike(a_log(at("2026-06-02T20:00"), before, long), PROFILE).key == "R14.small"
    earlier = replace(before, at=at("2026-05-02T23:30"))
    assert session_spike(a_log(at("2026-06-02T20:00"), earlier, long), PROFILE).key == "R14.first"


def test_what_lies_later_in_time_is_left_out_whatever_its_clock_shows():
    now = at("2026-06-02T12:00")
    past, future = a_run_at("2026-06-02T20:00", AUCKLAND), a_run_at("2026-06-02T03:00", HAWAII)
    log = TrainingLog(
        now, runs=(future, past), pains=(a_pain(0, 1), replace(a_pain(1, 1), at=now.astimezone(UTC) + timedelta(1)))
    )

    kept = log_at(now, log)

    assert kept.runs == (past,)
    assert len(kept.pains) == 1
