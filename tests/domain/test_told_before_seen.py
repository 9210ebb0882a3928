"""What a clinician has seen, and pain changed on a later day: only what is newer than the visit undoes it."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flags import red_flags
from kneecoach.domain.risen import Value, rises
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.domain.told_before import CHANGED
from tests.builders import a_person
from tests.screening import NOW, PLATEAU, a_check_in, a_flag, a_pain, a_record, ago, day_ago, seen

VISIT = 5
AGAIN = (a_flag(Flag.GIVES_WAY, VISIT + 1, closed=seen(VISIT)), a_flag(Flag.GIVES_WAY, 1))


def urgency(rule, *entries, earlier=(), person=None):
    record = replace(a_record(*entries, *AGAIN), earlier=tuple(earlier))
    record = record if person is None else replace(record, person=person)
    return next((one.urgency.word for one in red_flags(record, NOW) if one.rule == rule), None)


def test_a_rise_stays_one_when_an_older_pain_is_raised_on_a_later_day():
    before, after = a_pain(5, VISIT + 1), a_pain(4, 1)
    told = replace(before, score=2)

    assert urgency("R05", told, after) == "days"
    assert urgency("R05", before, after) == "routine"
    assert urgency("R05", before, after, earlier=[told]) == "days"


def test_an_older_pain_that_is_raised_after_the_visit_undoes_no_visit():
    before = a_pain(5, VISIT + 1)
    told = replace(before, score=2)

    assert urgency("R05", before, earlier=[told]) == "routine"
    assert urgency("R05", before, a_pain(2, 1), earlier=[told]) == "routine"
    record = replace(a_record(before, *AGAIN, a_check_in(1)), earlier=(told,))
    assert may_start(record, NOW).verdict is Verdict.GO


@pytest.mark.parametrize(("raised", "word"), [(4, "routine"), (5, "days")])
def test_a_pain_of_after_the_visit_that_is_raised_is_news(raised, word):
    before, after = a_pain(4, VISIT + 1), a_pain(raised, 1)

    assert urgency("R05", before, after, earlier=[replace(after, score=3)]) == word


@pytest.mark.parametrize("score", [2, 5])
def test_a_pain_that_is_moved_to_before_the_visit_is_a_rise_still(score):
    before, moved = a_pain(1, VISIT + 2), a_pain(score, VISIT + 1)

    assert urgency("R05", before, moved) == "routine"
    assert urgency("R05", before, moved, earlier=[replace(moved, at=ago(1))]) == "days"


def test_swelling_measures_by_the_least_that_was_told():
    before, after = a_pain(1, VISIT + 1, swelling=Amount.CLEAR), a_pain(1, 1, swelling=Amount.LITTLE)

    assert urgency("R05", before, after) == "routine"
    assert urgency("R05", before, after, earlier=[replace(before, swelling=Amount.NONE)]) == "days"
    assert urgency("R05", before, after, earlier=[replace(before, swelling=None)]) == "routine"


def test_without_a_change_a_finding_says_nothing_of_one():
    rise = replace(a_record(a_pain(5, VISIT + 1), a_pain(4, 1), *AGAIN), earlier=())

    assert not any(CHANGED in one.because for one in red_flags(rise, NOW))


def value(back, low, high=None, *, also=()):
    return Value(tuple(sorted(day_ago(one) for one in (back, *also))), low, low if high is None else high)


@pytest.mark.parametrize(
    ("values", "risen"),
    [
        ([], False),
        ([value(6, 2)], False),
        ([value(1, 3, 6)], False),
        ([value(3, 3, 6), value(1, 5)], True),
        ([value(3, 6), value(1, 5)], False),
        ([value(6, None, 3), value(1, 2)], False),
        ([value(6, None, 3), value(3, 2), value(1, 3)], True),
        ([value(8, 4), value(6, 1, also=(3,)), value(1, 4)], False),
        ([value(6, None, 3, also=(1,)), value(3, 4), value(1, 6)], True),
        ([value(20, 5, also=(6,)), value(3, 6), value(1, 6)], True),
    ],
)
def test_a_rise_is_measured_by_what_is_sure(values, risen):
    assert rises(values, day_ago(VISIT)) is risen


def test_a_night_that_only_became_one_on_a_later_day_is_none_of_before_the_visit():
    nights = [a_pain(5, back, PainPhase.NIGHT) for back in (10, 9, 8, 3, 2, 1)]
    visit = a_flag(Flag.NIGHT_PAIN, 7, closed=seen(6))
    told = [replace(nights[0], phase=PainPhase.REST), replace(nights[1], at=ago(4))]

    assert urgency("R06", *nights, visit) == "routine"
    assert urgency("R06", *nights, visit, earlier=told[:1]) == "days"
    assert urgency("R06", *nights, visit, earlier=told[1:]) == "days"


def test_a_place_that_became_sore_on_a_later_day_was_not_known_at_the_visit():
    sore = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR}
    before, after = a_pain(4, 8, PainPhase.WALKING, **sore), a_pain(4, 1, PainPhase.WALKING, **sore)
    visit = a_flag(Flag.HOP_PAIN, 7, closed=seen(6))
    told = replace(before, regions=())

    assert urgency("R07", before, after, visit) == "routine"
    assert urgency("R07", before, after, visit, earlier=[told]) == "days"
    assert urgency("R07", before, visit, earlier=[told]) == "routine"


def test_with_a_history_of_cancer_a_low_pain_that_is_moved_back_stands_where_it_was_told():
    person = a_person(birth_year=1990, cancer_history=True)
    moved, none = a_pain(1, 20), a_pain(0, 0)
    told = replace(moved, at=ago(3))

    assert urgency("R06", moved, none, person=person) is None
    assert urgency("R06", moved, none, earlier=[told], person=person) == "days"


SAID = st.fixed_dictionaries(
    {
        "score": st.integers(0, 8),
        "phase": st.sampled_from([PainPhase.REST, PainPhase.NIGHT, PainPhase.STAIRS]),
        "swelling": st.sampled_from([*Amount]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(st.integers(0, 20), min_size=1, max_size=6), st.booleans(), st.booleans())
def test_after_a_visit_nothing_that_was_told_is_less_urgent_after_a_change(data, days, ill, timed):
    told = [PainEntry(uuid4(), ago(back), **data.draw(SAID)) for back in days]
    now = []
    for one in told:
        at = {"at": ago(data.draw(st.integers(0, 20)))} if timed else {}
        now.append(replace(one, **data.draw(SAID) | at) if data.draw(st.booleans()) else one)
    visits = (*AGAIN, a_flag(Flag.SWOLLEN, 12, closed=seen(10)), a_flag(Flag.NIGHT_PAIN, 9, closed=seen(8)))
    person = a_person(birth_year=1990, cancer_history=ill)
    earlier = tuple(one for one, after in zip(told, now, strict=True) if one != after)
    before = {one.rule: one.urgency for one in red_flags(a_record(*told, *visits, person=person), NOW)}

    record = replace(a_record(*now, *visits, person=person), earlier=earlier)
    after = {one.rule: one.urgency for one in red_flags(record, NOW)}

    # A note of its own gives way to the rule that reads the same sign
    assert all(after.get(rule, 0) >= urgent for rule, urgent in before.items() if rule != "FLAG")
