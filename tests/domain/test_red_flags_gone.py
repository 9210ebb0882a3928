"""Signs of the same day that were answered as gone: to be looked at all the same, without stopping anything."""

import pytest

from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.flag import URGENCY, Closed, Closing, Flag, Urgency
from kneecoach.domain.red_flags_gone import waits_for_visit
from kneecoach.domain.screening import Verdict, findings, may_start
from tests.builders import a_person
from tests.screening import NOW, a_check_in, a_flag, a_record, an_injury, day_ago, fired, gone, seen

SAME_DAY = [flag for flag in Flag if URGENCY[flag] is Urgency.SAME_DAY]
TODAY = a_check_in(1)
NOTE = {"FLAG": "routine"}
OLD = a_person(birth_year=1950, cancer_history=False)


@pytest.mark.parametrize("flag", SAME_DAY)
@pytest.mark.parametrize(("days", "found"), [(0, NOTE), (13, NOTE), (14, {})])
def test_a_sign_of_the_same_day_is_still_told_for_fourteen_days(flag, days, found):
    assert fired(a_flag(flag, 20, closed=gone(days)), TODAY) == found


@pytest.mark.parametrize(
    "flag", [flag for flag in Flag if URGENCY[flag] <= Urgency.DAYS and flag is not Flag.BONE_SORE]
)
def test_what_need_not_be_seen_the_same_day_is_told_no_more(flag):
    assert "FLAG" not in fired(a_flag(flag, 20, closed=gone(1)), TODAY)


def test_it_stops_nothing_and_says_what_to_do():
    record = a_record(a_flag(Flag.LOCKED, 2, closed=gone(1)), TODAY)

    (found,) = findings(record, NOW)

    assert may_start(record, NOW).verdict is Verdict.GO
    assert found.title == "Gone, but have it looked at."
    assert found.text.startswith("You noted: knee stuck, will not straighten, and answered it as gone.")
    assert found.because == ("knee stuck, will not straighten, noted 22 November", "answered as gone on 23 November")
    assert "Gone or not" in found.text
    assert "14 days" in found.clears_when


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (a_flag(Flag.LOCKED), {"R04": "same-day"}),
        (a_flag(Flag.LOCKED, 1, closed=seen(0)), {}),
        (a_flag(Flag.LOCKED, 9, closed=seen(8)), NOTE),
        (a_flag(Flag.FEVER, 1, closed=seen(0)), NOTE),
        (a_flag(Flag.LOCKED, 1, closed=Closed(Closing.MISTAKE, day_ago(0))), NOTE),
    ],
)
def test_it_ends_when_the_sign_is_open_again_or_was_seen(after, found):
    assert fired(a_flag(Flag.LOCKED, 5, closed=gone(3)), after, TODAY) == found


@pytest.mark.parametrize(
    ("injury", "more", "person", "found"),
    [
        ({}, (), OLD, NOTE),
        ({}, (), None, NOTE),
        ({"fast_swelling": True}, (), a_person(birth_year=1990), NOTE),
        ({}, (a_flag(Flag.CANNOT_BEND_90, 2, closed=gone(1)),), a_person(birth_year=1990), NOTE),
        ({}, (a_flag(Flag.CANNOT_BEND_90, 20, closed=gone(15)),), a_person(birth_year=1990), {}),
        ({}, (), a_person(birth_year=1990, cancer_history=False), {}),
        ({"pop": True}, (), a_person(birth_year=1990), {}),
    ],
)
def test_an_injury_is_told_when_it_called_for_the_same_day(injury, more, person, found):
    told = an_injury(3, told_days=3, closed=gone(1), **injury)

    assert fired(told, a_check_in(days=3), *more, person=person) == found


def test_an_injury_gone_long_ago_or_seen_is_told_no_more():
    assert fired(an_injury(30, told_days=30, closed=gone(14)), a_check_in(days=30), person=OLD) == {}
    assert fired(an_injury(3, told_days=3, closed=seen(1)), a_check_in(days=3), person=OLD) == {}


@pytest.mark.parametrize(
    ("entry", "waits"),
    [
        (a_flag(Flag.LOCKED, 3, closed=gone(1)), True),
        (an_injury(3, told_days=3, closed=gone(1)), True),
        (a_flag(Flag.LOCKED, 30, closed=gone(14)), False),
        (a_flag(Flag.LOCKED, 3, closed=seen(1)), False),
        (a_flag(Flag.LOCKED, 3), False),
        (a_flag(Flag.LIMP, 3, closed=gone(1)), False),
    ],
)
def test_what_was_answered_as_gone_can_be_answered_as_seen(entry, waits):
    record = a_record(entry)
    visit = Closed(Closing.SEEN, NOW.date())

    entries = entries_of(Answered(closings=((entry.id, visit),), asked=False), record, NOW)

    assert waits_for_visit(entry, NOW) is waits
    changed = (*entries.closed_flags, *entries.changed_injuries)
    assert [one.closed for one in changed] == [visit] * (waits or entry.is_open)


@pytest.mark.parametrize("how", [Closing.GONE, Closing.MISTAKE])
def test_it_is_not_answered_as_gone_twice(how):
    entry = a_flag(Flag.LOCKED, 3, closed=gone(1))

    answered = Answered(closings=((entry.id, Closed(how, NOW.date())),), asked=False)

    assert entries_of(answered, a_record(entry), NOW).closed_flags == ()
