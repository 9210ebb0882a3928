"""The rules and the check-in while the clock is put forward or back: what counts is the time that passes."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.screening import last_good, pain_now
from tests.screening import ALL_NO, PLATEAU, a_record, fired

BERLIN = ZoneInfo("Europe/Berlin")
FORWARD, BACK = datetime(2026, 3, 29, tzinfo=BERLIN), datetime(2026, 10, 25, tzinfo=BERLIN)
"""The midnights before the clock is put forward at two, and back at three."""
FIRST, SECOND = (datetime(2026, 10, 25, 2, minute, tzinfo=BERLIN, fold=fold) for minute, fold in ((50, 0), (10, 1)))
"""Twenty minutes that the clock shows as forty backwards."""
CHANGES = pytest.mark.parametrize("midnight", [FORWARD, BACK], ids=["forward", "back"])


def after(start, **by):
    return later(start, timedelta(**by))


def a_check_in(at, pain=1, denied=()):
    return CheckIn(uuid4(), at, pain, answers=ALL_NO, denied=denied)


def a_pain(score, at, phase=PainPhase.REST, **more):
    return PainEntry(uuid4(), at, score, phase=phase, **more)


def an_injury(at, entered, **more):
    signs = {"pop": False, "snap": False, "bruise": False, "fast_swelling": False}
    return Injury(uuid4(), at, entered, Mechanism.TWIST, **signs | more)


@CHANGES
@pytest.mark.parametrize(("minutes", "good"), [(0, True), (120, True), (121, False)])
def test_a_check_in_is_good_for_two_hours_that_really_pass(midnight, minutes, good):
    start = after(midnight, minutes=90)

    assert a_check_in(start).good_at(after(start, minutes=minutes)) is good


def test_a_check_in_of_the_hour_that_comes_twice_is_not_of_the_future():
    assert a_check_in(FIRST).good_at(SECOND)
    assert not a_check_in(SECOND).good_at(FIRST)


def test_the_newest_check_in_of_that_hour_is_the_one_that_counts():
    record = a_record(a_check_in(FIRST, 7), a_check_in(SECOND, 2))

    assert last_good(record, SECOND).pain == 2
    assert pain_now(record, SECOND) == 2


@CHANGES
@pytest.mark.parametrize(("minutes", "known"), [(119, 4), (121, None)])
def test_pain_that_was_not_asked_for_counts_for_two_hours(midnight, minutes, known):
    start = after(midnight, minutes=90)

    assert pain_now(a_record(a_pain(4, start)), after(start, minutes=minutes)) == known


@CHANGES
@pytest.mark.parametrize(("minutes", "settled"), [(-1, False), (0, True)])
def test_swelling_has_settled_after_forty_eight_hours(midnight, minutes, settled):
    clear, none = after(midnight, hours=-8), after(midnight, hours=-6)
    last = after(none, hours=48, minutes=minutes)
    amounts = ((clear, Amount.CLEAR), (none, Amount.NONE), (last, Amount.NONE))
    entries = [a_pain(0, at, swelling=amount) for at, amount in amounts]

    assert ("R09" not in fired(*entries, now=after(last, hours=1))) is settled


@CHANGES
@pytest.mark.parametrize(("minutes", "joined"), [(0, True), (1, False)])
def test_an_injury_is_joined_to_what_comes_within_forty_eight_hours(midnight, minutes, joined):
    start = after(midnight, hours=-20)
    noted = after(start, hours=48, minutes=minutes)
    flag = FlagEntry(uuid4(), Flag.CANNOT_4_STEPS, noted)

    assert ("R01" in fired(an_injury(start, start), flag, now=after(noted, hours=1))) is joined


@CHANGES
@pytest.mark.parametrize(("minutes", "asked"), [(-1, True), (0, False)])
def test_fast_swelling_is_asked_for_when_an_injury_is_told_within_seven_days(midnight, minutes, asked):
    start = after(midnight, days=-3)
    told = after(start, days=7, minutes=minutes)

    assert ("R04" in fired(an_injury(start, told, fast_swelling=None), now=after(told, hours=1))) is asked


def test_what_was_denied_later_in_the_hour_that_comes_twice_is_an_answer():
    calf = FlagEntry(uuid4(), Flag.CALF_SWOLLEN, FIRST)

    assert "R01" not in fired(calf, a_check_in(SECOND, denied=(Flag.BREATHLESS_OR_CHEST_PAIN,)), now=SECOND)
    assert "R01" in fired(calf, a_check_in(after(FIRST, minutes=-1)), now=SECOND)


def test_what_was_denied_before_a_flag_of_that_hour_answers_nothing():
    calf = FlagEntry(uuid4(), Flag.CALF_SWOLLEN, SECOND)

    assert "R01" in fired(calf, a_check_in(FIRST, denied=(Flag.BREATHLESS_OR_CHEST_PAIN,)), now=after(SECOND, hours=1))


def test_a_place_over_bone_begins_to_settle_with_a_later_touch_in_that_hour():
    sore = a_pain(5, FIRST, PainPhase.WALKING, regions=PLATEAU, size=PainSize.FINGERTIP, tenderness=Tenderness.CLEAR)
    end = after(SECOND, days=14)
    soft = [a_pain(0, at, PainPhase.REST, regions=PLATEAU, tenderness=Tenderness.NONE) for at in (SECOND, end)]
    told = [a_pain(0, end, PainPhase.WALKING), a_check_in(end, denied=(Flag.HOP_PAIN,))]

    assert "R07" in fired(sore, soft[0], now=SECOND)
    assert "R07" not in fired(sore, *soft, *told, now=end)
    assert "R07" in fired(replace(sore, at=after(SECOND, minutes=1)), *soft, *told, now=end)


def test_hopping_without_pain_later_in_that_hour_answers_the_place():
    sore = a_pain(5, FIRST, regions=PLATEAU, size=PainSize.FINGERTIP, tenderness=Tenderness.CLEAR)
    hopped = FlagEntry(uuid4(), Flag.HOP_PAIN, FIRST)

    assert "R07" in fired(sore, hopped, now=SECOND)
    assert "R07" not in fired(sore, a_check_in(SECOND, denied=(Flag.HOP_PAIN,)), now=SECOND)


def test_the_last_pain_said_in_that_hour_is_the_later_one():
    high, low = a_pain(7, FIRST), a_pain(1, SECOND)
    days = after(SECOND, days=8)

    assert utc(low.at) > utc(high.at)
    assert "R08" in fired(high, now=days)
    assert "R08" not in fired(low, high, now=days)
