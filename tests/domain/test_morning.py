"""The morning after: when it is asked, how often, and what is usual."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck, morning_due, usual_morning
from tests.builders import A_DAY

BERLIN, LORD_HOWE, ST_JOHNS = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")
RAN = date(2026, 11, 20)
NEXT = date(2026, 11, 21)
DAY = timedelta(days=1)


def at(text, zone=BERLIN, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def a_check(on, pain):
    return MorningCheck(UUID(int=on.toordinal()), on, A_DAY, pain)


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        ("2026-11-20T23:59", False),
        ("2026-11-21T00:00", False),
        ("2026-11-21T03:59", False),
        ("2026-11-21T03:59:59.999999", False),
        ("2026-11-21T04:00", True),
        ("2026-11-21T12:00", True),
        ("2026-11-21T23:59", True),
        ("2026-11-22T00:00", True),
        ("2026-11-22T03:59", True),
        ("2026-11-22T04:00", True),
        ("2026-11-22T11:59", True),
        ("2026-11-22T11:59:59.999999", True),
        ("2026-11-22T12:00", False),
        ("2026-11-23T08:00", False),
    ],
)
def test_a_run_is_asked_about_from_four_the_next_morning_until_noon_of_the_day_after(now, asked):
    assert morning_due({RAN}, (), {}, at(now)) == (NEXT if asked else None)


@pytest.mark.parametrize(("waves", "asked"), [(0, True), (1, True), (2, False), (3, False)])
def test_a_morning_that_is_put_off_twice_stays_unknown(waves, asked):
    assert morning_due({RAN}, (), {NEXT: waves}, at("2026-11-21T08:00")) == (NEXT if asked else None)


def test_a_morning_that_was_answered_is_not_asked_again():
    assert morning_due({RAN}, {NEXT}, {}, at("2026-11-21T08:00")) is None


def test_nothing_is_asked_after_a_day_without_load():
    assert morning_due((), (), {}, at("2026-11-21T08:00")) is None
    assert morning_due({RAN - DAY}, (), {}, at("2026-11-21T15:00")) is None


@pytest.mark.parametrize(
    ("answered", "waved", "wanted"),
    [
        ((), {}, NEXT),
        ({NEXT}, {}, RAN),
        ((), {NEXT: 2}, RAN),
        ({NEXT, RAN}, {}, None),
        ({NEXT}, {RAN: 2}, None),
    ],
)
def test_of_two_mornings_this_one_is_asked_before_yesterdays(answered, waved, wanted):
    assert morning_due({RAN, RAN - DAY}, answered, waved, at("2026-11-21T08:00")) == wanted


@pytest.mark.parametrize(
    ("ran", "now", "zone", "fold", "wanted"),
    [
        # The night in which Berlin's clocks go forward, and back: both hours between two and three
        ("2026-03-28", "2026-03-29T03:00", BERLIN, 0, None),
        ("2026-03-28", "2026-03-29T04:00", BERLIN, 0, "2026-03-29"),
        ("2026-10-24", "2026-10-25T02:30", BERLIN, 0, None),
        ("2026-10-24", "2026-10-25T02:30", BERLIN, 1, None),
        ("2026-10-24", "2026-10-25T04:00", BERLIN, 0, "2026-10-25"),
        ("2026-10-24", "2026-10-26T11:59", BERLIN, 0, "2026-10-25"),
        ("2026-10-24", "2026-10-26T12:00", BERLIN, 0, None),
        # Half an hour, at two in the night
        ("2026-04-04", "2026-04-05T01:45", LORD_HOWE, 1, None),
        ("2026-04-04", "2026-04-05T04:00", LORD_HOWE, 0, "2026-04-05"),
        ("2026-10-03", "2026-10-04T03:59", LORD_HOWE, 0, None),
        ("2026-10-03", "2026-10-05T11:59", LORD_HOWE, 0, "2026-10-04"),
        # Flown west over night: the local day counts
        ("2026-11-20", "2026-11-21T05:00", ST_JOHNS, 0, "2026-11-21"),
        # Into and out of a leap day, and over the year's end
        ("2028-02-28", "2028-02-29T08:00", BERLIN, 0, "2028-02-29"),
        ("2028-02-29", "2028-03-01T08:00", BERLIN, 0, "2028-03-01"),
        ("2027-02-28", "2027-03-01T08:00", BERLIN, 0, "2027-03-01"),
        ("2026-12-31", "2027-01-01T08:00", BERLIN, 0, "2027-01-01"),
    ],
)
def test_mornings_are_of_local_days_in_every_zone_and_night(ran, now, zone, fold, wanted):
    found = morning_due({date.fromisoformat(ran)}, (), {}, at(now, zone, fold))

    assert found == (wanted and date.fromisoformat(wanted))


@pytest.mark.parametrize(
    ("pains", "usual"),
    [
        ({}, None),
        ({-1: 2, -2: 3}, None),
        ({-1: 2, -2: 3, -3: 0}, 2),
        ({-1: 2, -2: 3, -3: 0, -7: 1}, Fraction(3, 2)),
        ({-1: 0, -3: 0, -7: 0}, 0),
        # The day itself and what is more than a week ago do not count
        ({0: 9, -1: 2, -8: 9, -2: 3}, None),
        ({0: 9, -1: 1, -2: 1, -7: 1, -8: 9, 1: 9}, 1),
    ],
)
def test_the_usual_morning_is_the_middle_of_the_seven_days_before_from_three_answers_up(pains, usual):
    checks = [a_check(NEXT + days * DAY, pain) for days, pain in pains.items()]

    assert usual_morning(checks, NEXT) == usual


@pytest.mark.parametrize("pain", [11, -1, 1.5, True, float("nan")])
def test_a_morning_has_a_score(pain):
    with pytest.raises(InvalidInput, match=r"^Pain is a whole number from 0 to 10\.$"):
        a_check(NEXT, pain)
