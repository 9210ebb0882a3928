"""Activities, ice, what was used, and the weekly review: what they take and what they refuse."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.ice import Ice
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.support import Support, SupportUsed
from tests.builders import A_DAY

AN_ID = UUID(int=1)
MONDAY = date(2026, 11, 16)


def an_activity(**more):
    return Activity(AN_ID, A_DAY, **{"kind": ActivityKind.BIKE, "minutes": 40} | more)


def a_review(**more):
    return WeeklyReview(AN_ID, **{"week": MONDAY, "at": A_DAY} | more)


@pytest.mark.parametrize("minutes", [1, 1_440])
def test_an_activity_takes_up_to_a_day(minutes):
    assert an_activity(minutes=minutes, effort=10).minutes == minutes


@pytest.mark.parametrize("minutes", [0, -5, 1_441])
def test_an_activity_of_no_time_or_of_days_is_refused(minutes):
    with pytest.raises(InvalidInput, match=r"^An activity takes from one minute to a day\.$"):
        an_activity(minutes=minutes)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"effort": 11}, "^Effort is a whole number"), ({"note": "x" * 2_001}, "^A note has at most")],
)
def test_an_activity_has_effort_and_note_within_limits(wrong, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        an_activity(**wrong)


@pytest.mark.parametrize("minutes", [1, 20, 30])
def test_ice_may_be_taken_off_early_and_lasts_half_an_hour_at_most(minutes):
    assert Ice(AN_ID, A_DAY, minutes).ends == A_DAY + timedelta(minutes=minutes)


@pytest.mark.parametrize("minutes", [0, -1, 31])
def test_ice_of_no_time_or_for_too_long_is_refused(minutes):
    with pytest.raises(InvalidInput, match=r"^Ice is from 1 to 30 minutes\.$"):
        Ice(AN_ID, A_DAY, minutes)


def test_a_thing_was_used_or_not_but_never_both():
    used = SupportUsed(AN_ID, A_DAY, (Support.SLEEVE,), (Support.TAPE,))
    assert (used.used, used.not_used) == ((Support.SLEEVE,), (Support.TAPE,))

    with pytest.raises(InvalidInput, match=r"^A thing was either used or not\.$"):
        SupportUsed(AN_ID, A_DAY, (Support.SLEEVE, Support.BRACE), (Support.BRACE,))


def test_what_was_used_belongs_to_the_local_day():
    late = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/Los_Angeles"))

    assert SupportUsed(AN_ID, late).on == date(2026, 11, 20)


@pytest.mark.parametrize("sure", [None, 0, 10])
def test_a_review_may_leave_each_question_open(sure):
    assert a_review(sure=sure, change=Change.SAME).sure == sure
    assert a_review(sure=sure).change is None


@pytest.mark.parametrize("sure", [-1, 11, True])
def test_how_sure_one_is_has_its_scale(sure):
    with pytest.raises(InvalidInput, match=r"^How sure you are is a whole number from 0 to 10\.$"):
        a_review(sure=sure)


@pytest.mark.parametrize("days", range(1, 7))
def test_a_review_is_of_a_week_that_starts_on_a_monday(days):
    with pytest.raises(InvalidInput, match=r"^A week starts on a Monday\.$"):
        a_review(week=MONDAY + timedelta(days=days))
