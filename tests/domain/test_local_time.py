"""Local times by the time that really passes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.local_time import later, utc
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
