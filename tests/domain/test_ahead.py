"""What a clock that was ahead has dated after now: it reassures of nothing, and what warns still warns."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.ahead import cautious, graver_of_both, is_ahead, of_now
from kneecoach.domain.check_in import Family, Mark
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Urgency
from kneecoach.domain.known import scores
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from kneecoach.domain.screening import Verdict, findings, last_good, may_start, pain_now
from tests.builders import a_person
from tests.screening import (
    ADULT,
    ALL_NO,
    NOW,
    PLATEAU,
    ZONE,
    a_check_in,
    a_flag,
    a_pain,
    a_record,
    ago,
    an_injury,
    fired,
    gone,
    seen,
)


def mistake(days):
    return Closed(Closing.MISTAKE, ago(days).date())


LATER = ago(-20)
"""When the clock of before would be right: then each of these answers counts, as by what it is."""
HAD_CANCER = a_person(birth_year=1990, cancer_history=True)
SPOT = {"regions": PLATEAU, "side": Side.LEFT}
SORE = SPOT | {"size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR}
SOFT = SPOT | {"tenderness": Tenderness.NONE}
AFTER = a_check_in(None, -2, denied=(), answers=((Family.INJURY, False),))

REASSURES = {
    "a sign answered as gone": ("R02", [a_flag(Flag.FEVER, 1, closed=gone(-2))]),
    "a sign answered as seen": ("R05", [a_flag(Flag.GIVES_WAY, 1, closed=seen(-2))]),
    "a sign ticked by mistake": ("R01", [a_flag(Flag.DEFORMITY, 1, closed=mistake(-2))]),
    "an injury answered as gone": ("R03", [an_injury(1, told_days=1, closed=gone(-2))]),
    "short of breath answered no": (
        "R01",
        [a_flag(Flag.CALF_SWOLLEN, 1), a_check_in(1, -2, denied=(Flag.BREATHLESS_OR_CHEST_PAIN,))],
    ),
    "short of breath ticked by mistake": (
        "R01",
        [a_flag(Flag.CALF_SWOLLEN, 1), a_flag(Flag.BREATHLESS_OR_CHEST_PAIN, -2, closed=mistake(-2))],
    ),
    "asked of an injury": ("R01", [a_flag(Flag.CANNOT_4_STEPS, 1), AFTER]),
    "told of an injury": ("R01", [a_flag(Flag.CANNOT_4_STEPS, 1), an_injury(5, told_days=-2)]),
    "slow swelling": (
        "R04",
        [an_injury(2, told_days=2, fast_swelling=None), a_check_in(1, -2, denied=(Flag.FAST_SWELLING,))],
    ),
    "no swelling after a pop": ("R05", [an_injury(2, told_days=2, pop=True), a_pain(0, -2, swelling=Amount.NONE)]),
    "no pain, after cancer": ("R06", [a_pain(3, 16), a_pain(0, -2)]),
    "quiet nights": (
        "R06",
        [*(a_pain(5, days, PainPhase.NIGHT) for days in (1, 2, 3)), *(a_pain(1, -days) for days in range(1, 18))],
    ),
    "sore bone that has settled": (
        "R07",
        [
            a_pain(3, 40, PainPhase.WALKING, **SORE),
            a_pain(0, 16, **SOFT),
            a_pain(0, -1, **SOFT),
            a_pain(0, -1, PainPhase.WALKING),
            a_check_in(1, -1, denied=(Flag.HOP_PAIN,)),
        ],
    ),
    "a place over bone that is large": (
        "R07",
        [a_pain(4, 1, **SPOT, tenderness=Tenderness.CLEAR), a_pain(4, -1, **SPOT, size=PainSize.PALM)],
    ),
    "a low score a week after a high one": ("R08", [a_pain(9, 10), a_pain(1, -1)]),
    "a lower one that still warns": ("R08", [a_pain(9, 10), a_pain(4, -1)]),
    "no swelling, told again": (
        "R09",
        [a_pain(1, 5, swelling=Amount.CLEAR), a_pain(1, 1, swelling=Amount.NONE), a_pain(1, -2, swelling=Amount.NONE)],
    ),
}
"""By what it says: the rule that it would answer, and the record with it."""


@pytest.mark.parametrize("said", REASSURES)
def test_what_is_dated_after_now_answers_no_red_flag(said):
    rule, entries = REASSURES[said]
    person = HAD_CANCER if "cancer" in said else ADULT
    urgencies = {"emergency": 3, "same-day": 2, "days": 1, "routine": 0}

    now, then = (fired(*entries, person=person, now=moment).get(rule, "routine") for moment in (NOW, LATER))

    assert urgencies[now] > 0
    # Else the entry would be none that reassures
    assert urgencies[then] < urgencies[now]


WARNS = {
    "an emergency sign": (Verdict.REFUSED, a_flag(Flag.DEFORMITY, -2)),
    "a sign of the same day": (Verdict.REFUSED, a_flag(Flag.FEVER, -2)),
    "a sign of the same day, answered after now too": (Verdict.REFUSED, a_flag(Flag.FEVER, -2, closed=gone(-3))),
    "an injury": (Verdict.REFUSED, an_injury(1, told_days=-1, fast_swelling=True)),
    "a sign of days": (Verdict.CALM_ONLY, a_flag(Flag.LIMP, -2)),
    "a very high score": (Verdict.CALM_ONLY, a_pain(9, -2)),
    "a high score": (Verdict.CALM_ONLY, a_pain(6, -2)),
    "a score in amber": (Verdict.EASIER, a_pain(4, -2)),
    "a high score of a check-in": (Verdict.CALM_ONLY, a_check_in(8, -2)),
    "a high score of the knee map": (
        Verdict.CALM_ONLY,
        a_check_in(0, -2, marks=(Mark(Side.LEFT, "patella_center", 8), Mark(Side.LEFT, "deep_inside", 1))),
    ),
    "clear swelling": (Verdict.CALM_ONLY, a_pain(1, -2, swelling=Amount.CLEAR)),
    "sore bone": (Verdict.CALM_ONLY, a_pain(3, -2, PainPhase.WALKING, **SORE)),
}


@pytest.mark.parametrize("said", WARNS)
def test_what_is_dated_after_now_warns_as_it_did(said):
    verdict, entry = WARNS[said]
    today = a_check_in(0)

    assert may_start(a_record(today), NOW).verdict is Verdict.GO
    assert may_start(a_record(today, entry), NOW).verdict is verdict


def test_with_a_history_of_cancer_any_pain_after_now_warns():
    assert fired(a_check_in(0), a_pain(1, -2), person=HAD_CANCER) == {"R06": "days"}
    assert fired(a_check_in(0), a_pain(1, -2)) == {}


def test_several_days_after_now_warn_together():
    nights = [a_pain(4, -days, PainPhase.NIGHT) for days in (1, 2, 3)]

    assert fired(*nights) == {"R06": "days"}


def test_a_check_in_of_tomorrow_lets_nothing_start():
    record = a_record(a_check_in(1, -1))

    assert last_good(record, NOW) is None
    assert may_start(record, NOW).verdict is Verdict.EASIER


@pytest.mark.parametrize(("score", "known"), [(0, None), (2, None), (3, 3), (8, 8)])
def test_pain_after_now_makes_no_pain_known_unless_it_warns(score, known):
    assert pain_now(a_record(a_pain(score, -1)), NOW) == known


def test_pain_after_now_takes_nothing_from_the_pain_of_now():
    assert pain_now(a_record(a_check_in(5), a_pain(3, -1)), NOW) == 5


def test_the_graver_of_both_counts_each_rule_once():
    entries = [a_flag(Flag.CATCHES, 1), a_flag(Flag.FEVER, 1, closed=gone(-2)), a_pain(9, -1), a_pain(0, -1)]

    found = findings(a_record(*entries), NOW)

    assert [one.rule for one in found] == ["R02", "R08", "FLAG"]


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_rule_the_more_urgent_finding_is_told(turned):
    (days,) = findings(a_record(a_pain(9)), NOW)
    both = [[replace(days, urgency=Urgency.ROUTINE)], [days]]

    assert graver_of_both(*(both[::-1] if turned else both)) == [days]


def test_of_a_record_up_to_now_nothing_is_left_out():
    record = a_record(a_flag(Flag.FEVER, 2, closed=gone(0)), an_injury(), a_pain(1, entered=NOW), a_check_in(2))

    assert cautious(record, NOW) is record
    assert of_now(record, NOW) is None


@pytest.mark.parametrize(
    "entry",
    [
        a_flag(Flag.FEVER, -1),
        an_injury(-1, told_days=-1),
        an_injury(3, told_days=-1),
        a_pain(5, -1),
        a_pain(5, 3, entered=ago(-1)),
        a_check_in(5, -1),
    ],
)
def test_what_was_told_after_now_is_not_of_now_whenever_it_happened(entry):
    assert of_now(a_record(entry), NOW) == a_record()


def test_what_only_reassures_is_left_out_of_what_is_asked_about():
    record = cautious(a_record(a_check_in(1, -1), a_pain(2, -1), a_pain(1, 1, entered=ago(-1)), a_pain(7, -1)), NOW)

    assert record.check_ins == ()
    assert [value.score for value in scores(record)] == [7]


def test_a_check_in_after_now_keeps_its_high_scores_as_if_nobody_was_asked():
    high, low = Mark(Side.LEFT, "patella_center", 8), Mark(Side.LEFT, "deep_inside", 1)

    (left,) = cautious(a_record(a_check_in(2, -1, marks=(high, low))), NOW).check_ins

    assert (left.pain, left.marks, left.answers, left.denied, left.asked) == (None, (high,), (), (), False)


SPRING = datetime(2026, 3, 29, 1, 59, 59, tzinfo=ZONE)
AUTUMN = datetime(2026, 10, 25, 2, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("told", "now", "ahead"),
    [
        (None, NOW, False),
        (NOW, NOW, False),
        (NOW + timedelta(microseconds=1), NOW, True),
        (NOW.astimezone(ZoneInfo("Asia/Tokyo")), NOW, False),
        (NOW.astimezone(ZoneInfo("America/Los_Angeles")) + timedelta(seconds=1), NOW, True),
        # The clock is put forward in between
        (SPRING.replace(hour=3, minute=0, second=0), SPRING, True),
        (SPRING, SPRING.replace(hour=3, minute=0, second=0), False),
        # The hour that comes twice
        (AUTUMN, AUTUMN.replace(fold=1), False),
        (AUTUMN.replace(minute=45), AUTUMN.replace(fold=1), False),
        (AUTUMN.replace(fold=1), AUTUMN.replace(minute=45), True),
        (AUTUMN.astimezone(UTC), AUTUMN, False),
    ],
)
def test_after_now_is_told_by_the_time_that_passes(told, now, ahead):
    assert is_ahead(told, now) is ahead


def test_what_was_answered_today_in_the_east_is_answered_on_the_way_west():
    tokyo, evening = ZoneInfo("Asia/Tokyo"), datetime(2026, 5, 4, 20, tzinfo=ZoneInfo("America/Los_Angeles"))
    today_there = evening.astimezone(tokyo)
    flag = FlagEntry(uuid4(), Flag.FEVER, today_there - timedelta(days=1), Closed(Closing.GONE, today_there.date()))

    assert today_there.date() > evening.date()
    assert fired(flag, now=evening) == {}


def test_what_was_answered_a_minute_ago_by_the_same_clock_counts():
    assert fired(a_flag(Flag.FEVER, 1, closed=gone(0)), now=NOW + timedelta(minutes=1)) == {"FLAG": "routine"}


def test_asked_again_it_is_the_check_in_of_now_that_counts():
    record = a_record(a_check_in(1, -1), a_check_in(1, answers=ALL_NO))

    assert may_start(record, NOW).verdict is Verdict.GO
