"""Local times by the time that really passes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.local_time import by_instant, later, utc
from tests.storage.values import some_times

BERLIN, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")
MINUTES = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("zone", "start", "minutes", "shown", "fold"),
    [
        (BERLIN, "2026-03-29T01:30", 60, "2026-03-29T03:30", 0),
        (BERLIN, "2026-10-25T01:30", 60, "2026-10-25T02:30", 0),
        (BERLIN, "2026-10-25T01:30", 120, "2026-10-25T02:30", 1),
        (BERLIN, "2026-10-25T01:30", 150, "2026-10-25T03:00", 0),
        (LORD_HOWE, "2026-04-05T01:45", 30, "2026-04-05T01:45", 1),
        (LORD_HOWE, "2026-10-04T01:45", 30, "2026-10-04T02:45", 0),
    ],
)
def test_time_goes_on_while_the_clock_is_put_forward_or_back(zone, start, minutes, shown, fold):
    found = later(datetime.fromisoformat(start).replace(tzinfo=zone), minutes * MINUTES)

    assert (found.replace(tzinfo=None), found.fold) == (datetime.fromisoformat(shown), fold)


def test_the_hour_that_comes_twice_has_an_earlier_and_a_later_time():
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1))

    assert utc(second) - utc(first) == 60 * MINUTES


@given(some_times, st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_there_and_back_is_the_same_instant_on_the_same_clock(at, by):
    there = later(at, by)

    assert there.tzinfo is at.tzinfo
    assert utc(later(there, -by)) == utc(at)


def hours_of(zone, day):
    """Every half hour around the night in which its clock goes back, two of them with the same face."""
    start = utc(datetime.fromisoformat(day).replace(tzinfo=zone))
    return [(start + timedelta(minutes=30 * number)).astimezone(zone) for number in range(14)]


@given(st.permutations([*hours_of(BERLIN, "2026-10-25"), *hours_of(LORD_HOWE, "2026-04-05")]), st.integers(0, 28))
def test_times_of_any_clocks_are_put_in_the_order_in_which_they_passed(times, many):
    ordered = by_instant(times[:many], lambda time: time)

    assert [utc(time) for time in ordered] == sorted(utc(time) for time in times[:many])


@given(st.permutations(hours_of(BERLIN, "2026-10-25")))
def test_so_are_those_of_one_clock_that_goes_back(times):
    assert [utc(time) for time in by_instant(times, lambda time: time)] == sorted(map(utc, times))
