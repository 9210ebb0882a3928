"""Rule R21 with the vectors of its table: what is said before, at the end of, and after ice."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.finding import Level
from kneecoach.domain.ice import Ice
from kneecoach.domain.ice_guard import at_once, at_time, before_ice, run_after_ice
from tests.builders import A_DAY

A_MINUTE = timedelta(minutes=1)


def an_ice(at=A_DAY, minutes=20):
    return Ice(UUID(int=7), at, minutes)


def titles(*args, **more):
    found = before_ice(*args, **{"cloth": None, "last": None} | more)
    assert all(finding.rule == "R21" and finding.level is Level.CAUTION for finding in found)
    assert all(finding.because and finding.source and finding.clears_when for finding in found)
    return [finding.title for finding in found]


def test_the_stop_comes_at_twenty_minutes_and_not_at_nineteen_fifty_nine():
    assert at_time(20, 19 * 60 + 59) is None

    found = at_time(20, 20 * 60)

    assert found is not None
    assert (found.rule, found.level, found.urgency) == ("R21", Level.STOP, None)
    assert found.text == "Time is up; check your skin. Do not ice right before a run."


@pytest.mark.parametrize(("minutes", "said"), [(10, []), (20, []), (21, ["Longer than 20 minutes"])])
def test_more_than_twenty_minutes_is_a_caution(minutes, said):
    assert titles(minutes, A_DAY) == said


def test_less_than_two_hours_since_the_last_ice_is_a_caution():
    last = an_ice()
    off = A_DAY + 20 * A_MINUTE

    (found,) = before_ice(20, off + 119 * A_MINUTE, cloth=None, last=last)
    assert found.title == "The last ice was less than two hours ago"
    assert found.because == ("The last ice came off 1 h 59 min ago",)

    assert titles(20, off + 120 * A_MINUTE, last=last) == []


def test_ice_that_is_on_by_the_diary_counts_as_just_off():
    (found,) = before_ice(20, A_DAY + 5 * A_MINUTE, cloth=None, last=an_ice())

    assert found.because == ("The last ice came off 0 min ago",)


def test_ice_that_is_still_to_come_was_no_last_one():
    assert titles(20, A_DAY - A_MINUTE, last=an_ice()) == []


def test_the_gap_is_real_time_when_the_clocks_are_put_back():
    berlin = ZoneInfo("Europe/Berlin")
    last = an_ice(datetime(2026, 10, 25, 1, 30, tzinfo=berlin), 30)

    # The clock shows two and a half hours later; with the hour that comes twice it is three and a half
    assert titles(20, datetime(2026, 10, 25, 4, 0, tzinfo=berlin), last=last) == []
    assert titles(20, datetime(2026, 10, 25, 2, 45, tzinfo=berlin), last=last) != []


def test_no_cloth_is_a_caution_and_nothing_said_is_none():
    assert titles(20, A_DAY, cloth=False) == ["Ice on bare skin"]
    assert titles(20, A_DAY, cloth=True) == []
    assert titles(20, A_DAY, cloth=None) == []


def test_everything_at_once_is_said_in_order():
    said = titles(25, A_DAY + 30 * A_MINUTE, cloth=False, last=an_ice())

    assert said == ["Longer than 20 minutes", "The last ice was less than two hours ago", "Ice on bare skin"]


@pytest.mark.parametrize("after", [0, 29])
def test_a_run_within_half_an_hour_after_ice_is_a_caution(after):
    ice = an_ice()

    found = run_after_ice(ice.ends + after * A_MINUTE, [an_ice(A_DAY - timedelta(days=1)), ice])

    assert found is not None
    assert found.level is Level.CAUTION
    assert found.because == (f"The run starts {after} min after the ice came off",)


def test_a_run_with_the_ice_still_on_is_a_caution_too():
    found = run_after_ice(A_DAY + A_MINUTE, [an_ice()])

    assert found is not None
    assert found.because == ("The run starts 0 min after the ice came off",)


def test_half_an_hour_after_ice_and_before_it_a_run_is_fine():
    ice = an_ice()

    assert run_after_ice(ice.ends + 30 * A_MINUTE, [ice]) is None
    assert run_after_ice(A_DAY - A_MINUTE, [ice]) is None
    assert run_after_ice(A_DAY, []) is None


@pytest.mark.parametrize(("after_minutes", "shares"), [(-20, False), (-19, True), (0, True), (19, True), (20, False)])
def test_two_coolings_can_not_share_a_minute(after_minutes, shares):
    first, second = an_ice(), Ice(UUID(int=8), A_DAY + after_minutes * A_MINUTE, 20)

    assert at_once(second, (first,)) == (first if shares else None)


def test_a_cooling_does_not_stand_in_its_own_way():
    assert at_once(an_ice(), (an_ice(),)) is None
