"""Days are the person's own: through both changes of the clock, travel, leap days and year ends."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.progress import Group, chances, days_trained, streak, week_of
from kneecoach.domain.session_record import SetStatus
from tests.builders import a_session_record, a_set_record

A_SET = (a_set_record(0),)


def trained(zone, *stamps):
    """One session of one set at each UTC time, in the zone the person was in."""
    return [
        a_session_record(started_at=datetime.fromisoformat(stamp).replace(tzinfo=UTC).astimezone(zone), sets=A_SET)
        for stamp in stamps
    ]


def longest_to_its_end(days):
    return streak(days, max(days))


@pytest.mark.parametrize(
    ("zone", "stamps", "expected"),
    [
        ("Europe/Berlin", ["2026-10-24T21:30", "2026-10-25T22:30", "2026-10-26T22:30"], 3),
        ("Europe/Berlin", ["2027-03-27T22:30", "2027-03-28T21:30", "2027-03-29T21:30"], 3),
        ("Europe/Berlin", ["2026-10-25T00:30", "2026-10-25T01:30"], 1),
        ("Pacific/Auckland", ["2026-09-26T11:59", "2026-09-26T12:01", "2026-09-27T11:30"], 3),
        ("Australia/Lord_Howe", ["2026-10-03T13:00", "2026-10-04T12:45", "2026-10-05T12:45"], 3),
        ("Europe/Berlin", ["2028-02-28T12:00", "2028-02-29T12:00", "2028-03-01T12:00"], 3),
        ("Europe/Berlin", ["2027-02-28T12:00", "2027-03-01T12:00"], 2),
        ("America/New_York", ["2026-12-31T12:00", "2027-01-01T12:00"], 2),
        ("Pacific/Apia", ["2011-12-29T20:00", "2011-12-30T20:00"], 1),
    ],
    ids=[
        "summer time ends",
        "summer time begins",
        "the hour that comes twice",
        "around midnight",
        "half an hour of summer time",
        "leap day",
        "no leap day",
        "year end",
        "a day that a country left out",
    ],
)
def test_local_days_in_a_row(zone, stamps, expected):
    days = days_trained(trained(ZoneInfo(zone), *stamps))

    assert longest_to_its_end(days) == expected


def test_a_traveller_has_the_days_of_where_they_were():
    home = trained(ZoneInfo("Pacific/Auckland"), "2026-05-01T11:00")
    abroad = trained(ZoneInfo("America/Los_Angeles"), "2026-05-03T06:00")

    assert days_trained([*home, *abroad]) == {date(2026, 5, 1), date(2026, 5, 2)}


def test_rehearsals_and_sessions_without_work_count_for_nothing():
    at = datetime(2026, 5, 1, 12, tzinfo=UTC)
    skipped = (a_set_record(0, reps=0, seconds=0.0, status=SetStatus.SKIPPED),)

    assert days_trained([a_session_record(started_at=at, sets=A_SET, rehearsal=True)]) == set()
    assert days_trained([a_session_record(started_at=at, sets=skipped)]) == set()
    assert days_trained([a_session_record(started_at=at)]) == set()


def test_part_of_a_set_is_a_day():
    at = datetime(2026, 5, 1, 12, tzinfo=UTC)
    partial = (a_set_record(0, reps=3, status=SetStatus.PARTIAL),)

    assert days_trained([a_session_record(started_at=at, sets=partial)]) == {date(2026, 5, 1)}


TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [((), 0), ((0,), 1), ((1,), 1), ((2,), 0), ((0, 1, 2), 3), ((1, 2), 2), ((0, 2, 3), 1), ((-1,), 0), ((-1, 0), 1)],
)
def test_a_streak_ends_today_or_yesterday(days_ago, expected):
    days = {TODAY - timedelta(days=number) for number in days_ago}

    assert streak(days, TODAY) == expected


def test_a_week_begins_on_monday():
    assert week_of(date(2026, 3, 1))[0] == date(2026, 2, 23)
    assert week_of(date(2026, 3, 2))[0] == date(2026, 3, 2)
    assert week_of(date(2024, 12, 31))[-1] == date(2025, 1, 5)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_is_in_its_week_of_seven_days_in_a_row(day):
    week = week_of(day)

    assert day in week
    assert [(later - week[0]).days for later in week] == list(range(7))


INSIDE, OUTSIDE = (0, 2, 4, 6), (1, 3, 5, 7)


def test_where_all_values_are_alike_any_difference_is_chance():
    assert chances([3] * 8, [Group(INSIDE, OUTSIDE)]) == [1.0]


def test_a_clear_difference_is_hardly_chance_and_its_opposite_surely():
    values = [9, 1, 9, 1, 9, 1, 9, 1]

    above, below = chances(values, [Group(INSIDE, OUTSIDE), Group(OUTSIDE, INSIDE)])

    assert above < 0.05
    assert below == 1.0


def test_looking_at_more_groups_makes_no_find_likelier():
    values = [4, 2, 4, 3, 4, 2, 4, 3, 2, 3, 4, 2]
    one = Group(INSIDE, OUTSIDE)
    others = [
        Group((start, start + 1, start + 2), tuple({*range(12)} - {start, start + 1, start + 2})) for start in (7, 8, 9)
    ]

    assert chances(values, [one, *others])[0] >= chances(values, [one])[0]


def test_no_groups_have_no_chances():
    assert chances([1, 2], []) == []


def test_the_chances_are_the_same_every_time():
    values = [4, 2, 4, 3, 4, 2, 4, 3]

    assert chances(values, [Group(INSIDE, OUTSIDE)]) == chances(values, [Group(INSIDE, OUTSIDE)])
