"""What a clinician has seen: a note for 28 days, unless a value rises or a new flag comes."""

import pytest

from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainPhase
from kneecoach.domain.screening import Verdict, may_start
from tests.screening import NOW, a_check_in, a_flag, a_pain, a_record, an_injury, fired, seen

DAYS_FLAGS = [Flag.GIVES_WAY, Flag.LIMP, Flag.CONSTANT_PAIN, Flag.SWOLLEN, Flag.HOP_PAIN, Flag.CANNOT_BEND_90]


def visited(flag, days=5):
    return a_flag(flag, days + 1, closed=seen(days))


@pytest.mark.parametrize("flag", DAYS_FLAGS)
def test_a_seen_flag_is_a_note_even_when_ticked_again(flag):
    again = a_flag(flag, 1)

    assert set(fired(visited(flag), again, a_check_in(1)).values()) == {"routine"}
    assert may_start(a_record(visited(flag), again, a_check_in(1)), NOW).verdict is Verdict.GO


@pytest.mark.parametrize("flag", DAYS_FLAGS)
@pytest.mark.parametrize(("days", "urgency"), [(27, "routine"), (28, "days")])
def test_the_note_lasts_28_days(flag, days, urgency):
    assert set(fired(visited(flag, days), a_flag(flag), a_check_in(1)).values()) == {urgency}


def test_what_was_seen_and_not_ticked_again_is_told_for_28_days():
    assert fired(visited(Flag.LIMP, 27)) == {"FLAG": "routine"}
    assert fired(visited(Flag.LIMP, 28)) == {}


@pytest.mark.parametrize("flag", [Flag.FEVER, Flag.LOCKED, Flag.DEFORMITY])
def test_a_sign_of_the_same_day_or_sooner_ticked_again_is_never_a_note(flag):
    assert may_start(a_record(visited(flag), a_flag(flag), a_check_in(1)), NOW).verdict is Verdict.REFUSED


@pytest.mark.parametrize(("before", "after", "urgency"), [(4, 4, "routine"), (4, 5, "days"), (4, 1, "routine")])
def test_a_pain_that_rises_ends_the_note(before, after, urgency):
    rules = fired(a_pain(before, 6), visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(after, 1))

    assert rules["FLAG"] == urgency


def test_pain_of_long_before_the_visit_is_no_measure():
    rules = fired(a_pain(6, 90), a_pain(1, 6), visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(5, 1))

    assert rules["FLAG"] == "days"


@pytest.mark.parametrize(("days_before", "urgency"), [(14, "routine"), (15, "days")])
def test_a_pain_is_a_measure_for_two_weeks_before_the_visit(days_before, urgency):
    measure = a_pain(6, 5 + days_before)

    rules = fired(measure, a_pain(1, 6), visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(5, 1))

    assert rules["FLAG"] == urgency


def test_with_nothing_before_the_visit_the_first_value_after_it_is_the_measure():
    assert fired(visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(3, 2), a_pain(3))["FLAG"] == "routine"
    assert fired(visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(3, 2), a_pain(4))["FLAG"] == "days"


def test_swelling_that_rises_ends_the_note():
    little = a_pain(1, 6, swelling=Amount.LITTLE)

    assert (
        fired(little, visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_pain(1, 1, swelling=Amount.CLEAR))["FLAG"] == "days"
    )


def test_a_new_flag_ends_the_note():
    rules = fired(visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_flag(Flag.CATCHES, 1))

    assert rules["FLAG"] == "routine" or "days" in rules.values()
    assert (
        may_start(
            a_record(visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_flag(Flag.CATCHES, 1), a_check_in(1)), NOW
        ).verdict
        is Verdict.CALM_ONLY
    )


def test_a_flag_that_was_there_before_the_visit_is_not_new():
    record = a_record(a_flag(Flag.CATCHES, 9), visited(Flag.LIMP), a_flag(Flag.LIMP, 1), a_check_in(1))

    assert may_start(record, NOW).verdict is Verdict.GO


def test_a_new_injury_ends_the_note():
    record = a_record(visited(Flag.LIMP), a_flag(Flag.LIMP, 1), an_injury(2), a_check_in(1))

    assert may_start(record, NOW).verdict is Verdict.CALM_ONLY


def test_two_flags_seen_at_one_visit_stay_notes_together():
    seen_both = [visited(Flag.LIMP), visited(Flag.SWOLLEN)]
    again = [a_flag(Flag.LIMP, 1), a_flag(Flag.SWOLLEN, 1)]

    assert may_start(a_record(*seen_both, *again, a_check_in(1)), NOW).verdict is Verdict.GO


def a_seen_pop(told=5, visit=4, **more):
    return an_injury(6, told_days=told, pop=True, closed=seen(visit), **more)


def test_an_injury_that_was_seen_and_is_told_again_is_a_note():
    again = an_injury(6, pop=True)

    assert fired(a_seen_pop(), again, a_check_in(1))["R05"] == "routine"
    assert may_start(a_record(a_seen_pop(), again, a_check_in(1)), NOW).verdict is Verdict.GO


@pytest.mark.parametrize("days", [3, 8])
def test_another_injury_than_the_one_that_was_seen_is_none(days):
    again = an_injury(days, pop=True)

    assert fired(a_seen_pop(), again, a_check_in(1))["R05"] == "days"


def test_giving_way_that_was_seen_does_not_cover_a_pop_that_was_not():
    record = [visited(Flag.GIVES_WAY, 1), a_flag(Flag.GIVES_WAY), an_injury(6, told_days=5, pop=True), a_check_in(1)]

    assert fired(*record)["R05"] == "days"


@pytest.mark.parametrize(("since", "urgency"), [((1, 2), "routine"), ((1, 2, 3, 4), "days")])
def test_more_nights_than_before_the_visit_end_the_note(since, urgency):
    nights = [a_pain(5, days, PainPhase.NIGHT) for days in (10, 9, 8, *since)]

    assert fired(*nights, visited(Flag.NIGHT_PAIN, 6))["R06"] == urgency
