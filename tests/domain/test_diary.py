"""The diary: to which day an entry belongs, what was told later, and what a month shows."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.diary import (
    DayShown,
    Diary,
    Period,
    day_of,
    days_shown,
    kind_of,
    moment_of_entry,
    period_of,
    told_later,
)
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.support import SupportUsed
from tests.builders import a_session_record

AN_ID = UUID(int=1)
BERLIN, LA, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles"), ZoneInfo("Australia/Lord_Howe")
NOON = datetime(2026, 11, 20, 12, tzinfo=BERLIN)
DAY = timedelta(days=1)
TODAY = NOON.date()


def pain(score, at=NOON, **more):
    return PainEntry(AN_ID, at, score, **more)


def run(distance_m, at=NOON, **more):
    return Run(AN_ID, at, distance_m, **more)


def local(text, zone=BERLIN, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (pain(3), Kind.PAIN),
        (run(5_000), Kind.RUN),
        (Activity(AN_ID, NOON, ActivityKind.SWIM, 40), Kind.ACTIVITY),
        (MorningCheck(AN_ID, TODAY, NOON, 1), Kind.MORNING),
        (Ice(AN_ID, NOON, 20), Kind.ICE),
        (SupportUsed(AN_ID, NOON), Kind.SUPPORT),
        (a_session_record(started_at=NOON), Kind.SESSION),
    ],
)
def test_every_entry_that_can_be_deleted_has_a_kind_a_moment_and_a_day(entry, kind):
    assert kind_of(entry) is kind
    assert (moment_of_entry(entry), day_of(entry)) == (NOON, TODAY)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (local("2026-11-20T00:00"), "2026-11-20"),
        (local("2026-11-20T23:59:59.999999"), "2026-11-20"),
        # Both hours between two and three, and the half hour that Lord Howe has twice
        (local("2026-10-25T02:30"), "2026-10-25"),
        (local("2026-10-25T02:30", fold=1), "2026-10-25"),
        (local("2026-04-05T01:45", LORD_HOWE), "2026-04-05"),
        (local("2026-04-05T01:45", LORD_HOWE, fold=1), "2026-04-05"),
        # Evening in Los Angeles is tomorrow in Berlin: the clock of the person counts
        (local("2026-11-20T21:00", LA), "2026-11-20"),
        (local("2028-02-29T12:00"), "2028-02-29"),
        (local("2026-12-31T23:30"), "2026-12-31"),
    ],
)
def test_an_entry_belongs_to_the_day_on_the_persons_clock(at, day):
    assert day_of(pain(3, at)) == date.fromisoformat(day)


def test_a_morning_belongs_to_its_day_whenever_it_is_told():
    check = MorningCheck(AN_ID, TODAY, NOON + DAY, 1)

    assert (day_of(check), moment_of_entry(check)) == (TODAY, NOON + DAY)


@pytest.mark.parametrize(
    ("entry", "later"),
    [
        (pain(3), False),
        (pain(3, entered=NOON + timedelta(hours=11)), False),
        (pain(3, entered=NOON + timedelta(hours=12)), True),
        (run(5_000, entered=NOON + 3 * DAY), True),
        # Told at once, but the clock of the traveller says that it is another day
        (pain(3, local("2026-11-20T21:00", LA), entered=local("2026-11-21T06:30")), False),
        (pain(3, local("2026-11-20T21:00", LA), entered=local("2026-11-21T09:00")), True),
        (Ice(AN_ID, NOON, 20, entered=NOON + DAY), True),
        (SupportUsed(AN_ID, NOON, entered=NOON + DAY), True),
        (MorningCheck(AN_ID, TODAY, NOON, 1), False),
        (MorningCheck(AN_ID, TODAY, NOON + DAY, 1), True),
        (Injury(AN_ID, NOON, NOON + DAY), True),
        (Injury(AN_ID, NOON, NOON), False),
        (FlagEntry(AN_ID, Flag.LOCKED, NOON), False),
        (a_session_record(), False),
    ],
)
def test_an_entry_is_told_later_when_that_was_on_a_later_day(entry, later):
    assert told_later(entry) is later


def test_a_day_of_the_diary_is_what_belongs_to_it():
    entries = (pain(3), run(5_000, NOON + DAY), MorningCheck(AN_ID, TODAY, NOON + DAY, 1))

    assert Diary(entries).of_day(TODAY) == (entries[0], entries[2])


def test_the_calendar_shows_the_highest_pain_and_the_metres_of_a_day():
    entries = (
        pain(2),
        run(5_000),
        pain(4),
        pain(3),
        run(1_200),
        run(800, NOON + DAY),
        pain(0, NOON + 2 * DAY),
        Ice(AN_ID, NOON + 3 * DAY, 20),
    )

    assert days_shown(entries) == {
        TODAY: DayShown(TODAY, 4, 6_200),
        TODAY + DAY: DayShown(TODAY + DAY, None, 800),
        TODAY + 2 * DAY: DayShown(TODAY + 2 * DAY, 0, 0),
    }


def test_a_period_adds_up_runs_and_pain():
    period = period_of((pain(2), run(5_000), pain(3), run(1_200), Ice(AN_ID, NOON, 20)))

    assert period == Period(runs=2, run_m=6_200, pain_entries=2, pain_sum=5)
    assert period.average_pain == Fraction(5, 2)


def test_without_an_entry_the_average_pain_is_unknown():
    assert period_of((run(5_000),)).average_pain is None
