"""The days of the diary are those of the person's clock, through every change of it."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import diary, mornings
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.diary import DayShown
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed
from kneecoach.storage import diary as diary_table
from kneecoach.storage import sessions
from tests.builders import PERSON_ID, a_session_record

DAY = timedelta(days=1)
BERLIN, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")
LATE = datetime(2030, 1, 1, tzinfo=BERLIN)
ENDS_OF_THE_EARTH = ("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu")


def on(text, zone=BERLIN, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def log_pains(store, *times):
    for number, time in enumerate(times):
        diary.log_pain(store, PERSON_ID, PainEntry(UUID(int=number), time, number), LATE)


def scores(store, since, until):
    return [entry.score for entry in diary.read_diary(store, PERSON_ID, since, until).entries]


def test_a_day_holds_every_kind_of_entry_and_no_rehearsal(store):
    noon = on("2026-11-20T12:00")
    log_pains(store, noon)
    diary.log_run(store, PERSON_ID, Run(UUID(int=11), noon, 5_000), LATE)
    diary.log_activity(store, PERSON_ID, Activity(UUID(int=12), noon, ActivityKind.SWIM, 30), LATE)
    diary.log_ice(store, PERSON_ID, Ice(UUID(int=13), noon, 20), LATE)
    diary.log_support(store, PERSON_ID, SupportUsed(UUID(int=14), noon), LATE)
    diary.log_injury(store, PERSON_ID, Injury(UUID(int=15), noon, noon), LATE)
    mornings.answer(store, PERSON_ID, MorningCheck(UUID(int=16), noon.date(), noon, 0), LATE)
    with store.begin() as tx:
        diary_table.add_flag(tx, PERSON_ID, FlagEntry(UUID(int=17), Flag.SWOLLEN, noon))
        sessions.add(tx, a_session_record(started_at=noon))
        sessions.add(tx, a_session_record(id=UUID(int=18), started_at=noon, rehearsal=True))

    found = diary.read_diary(store, PERSON_ID, noon.date(), noon.date()).entries

    kinds = sorted(type(entry).__name__ for entry in found)
    assert kinds == sorted(
        [
            *("PainEntry", "PainEntry", "Run", "Activity", "Ice", "SupportUsed", "Injury", "MorningCheck"),
            *("FlagEntry", "SessionRecord"),
        ]
    )
    assert not [entry for entry in found if isinstance(entry, SessionRecord) and entry.rehearsal]
    assert diary.read_diary(store, PERSON_ID, noon.date() + DAY, None).entries == ()
    assert diary.read_diary(store, PERSON_ID, None, noon.date() - DAY).entries == ()


@pytest.mark.parametrize("zone", ENDS_OF_THE_EARTH)
def test_a_day_begins_and_ends_at_midnight_of_its_own_zone(store, zone):
    zone = ZoneInfo(zone)
    log_pains(
        store,
        on("2026-11-19T23:59:59.999999", zone),
        on("2026-11-20T00:00", zone),
        on("2026-11-20T23:59:59.999999", zone),
        on("2026-11-21T00:00", zone),
    )

    assert scores(store, date(2026, 11, 20), date(2026, 11, 20)) == [1, 2]


@pytest.mark.parametrize(
    ("zone", "day", "times"),
    [
        # 23 hours, 25 hours, and half an hour less and more
        (BERLIN, "2026-03-29", [("00:00", 0), ("01:59", 0), ("03:00", 0), ("23:59", 0)]),
        (BERLIN, "2026-10-25", [("00:00", 0), ("02:30", 0), ("02:10", 1), ("02:30", 1), ("23:59", 0)]),
        (LORD_HOWE, "2026-10-04", [("00:00", 0), ("01:59", 0), ("02:30", 0), ("23:59", 0)]),
        (LORD_HOWE, "2026-04-05", [("00:00", 0), ("01:45", 0), ("01:31", 1), ("01:45", 1), ("23:59", 0)]),
        (BERLIN, "2028-02-29", [("00:00", 0), ("23:59", 0)]),
        (BERLIN, "2026-12-31", [("00:00", 0), ("23:59", 0)]),
    ],
)
def test_a_day_of_any_length_holds_its_entries_in_the_order_they_happened(store, zone, day, times):
    moments = [on(f"{day}T{clock}", zone, fold) for clock, fold in times]
    log_pains(store, *reversed(moments))

    found = diary.read_diary(store, PERSON_ID, date.fromisoformat(day), date.fromisoformat(day)).entries

    assert [(entry.at.isoformat(), entry.at.fold) for entry in found] == [(at.isoformat(), at.fold) for at in moments]
    assert set(diary.read_days(store, PERSON_ID, moments[0].date() - DAY, moments[0].date() + DAY)) == {
        date.fromisoformat(day)
    }


def test_a_traveller_has_the_days_that_the_clock_showed(store):
    home, away = BERLIN, ZoneInfo("Pacific/Auckland")
    log_pains(store, on("2026-11-20T22:00", home), on("2026-11-22T09:00", away), on("2026-11-21T23:30", away))

    days = diary.read_days(store, PERSON_ID, date(2026, 11, 1), date(2026, 11, 30))

    assert {day: shown.pain for day, shown in days.items()} == {
        date(2026, 11, 20): 0,
        date(2026, 11, 22): 1,
        date(2026, 11, 21): 2,
    }


def test_the_calendar_shows_pain_and_metres_of_the_days_it_is_asked_for(store):
    noon = on("2026-11-20T12:00")
    log_pains(store, noon - DAY, noon, noon + DAY)
    diary.log_run(store, PERSON_ID, Run(UUID(int=9), noon, 6_200, pain_max=4), LATE)

    days = diary.read_days(store, PERSON_ID, noon.date(), noon.date() + DAY)

    assert days == {
        noon.date(): DayShown(noon.date(), 4, 6_200),
        noon.date() + DAY: DayShown(noon.date() + DAY, 2, 0),
    }


@pytest.mark.parametrize(("since", "until"), [(date.min, date.max), (date.min, None), (None, date.max)])
def test_the_diary_of_all_times_is_everything(store, since, until):
    log_pains(store, on("2026-11-20T12:00"))
    with store.begin() as tx:
        sessions.add(tx, a_session_record())

    assert diary.read_diary(store, PERSON_ID, since, until) == diary.read_diary(store, PERSON_ID)
    assert len(diary.read_days(store, PERSON_ID, date.min, date.max)) == 1


def test_a_morning_that_is_told_weeks_later_stands_on_its_own_day(store):
    check = MorningCheck(UUID(int=1), date(2026, 11, 20), on("2026-12-24T12:00"), 2)
    mornings.answer(store, PERSON_ID, check, LATE)

    found = diary.read_diary(store, PERSON_ID, date(2026, 11, 20), date(2026, 11, 20)).entries

    assert check in found
