"""A long record without what the red flags can't see any more: they say of it what they say of all of it."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.check_in import Mark
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.lately import LATELY, is_enough, lately, swelling_settled
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flags import red_flags
from tests.builders import a_person
from tests.screening import NOW, PLATEAU, a_check_in, a_flag, a_pain, a_record, ago, an_injury, day_ago, gone, seen

SINCE = NOW - LATELY
CALM = a_pain(1, 20)
HIGH = a_pain(9, 61, PainPhase.STAIRS)


def quiet(first, last):
    """A logged day after the other on which nothing hurt at rest."""
    return [a_pain(0, day) for day in range(last, first + 1)]


@pytest.mark.parametrize(
    ("entries", "enough"),
    [
        ([CALM], True),
        ([], True),
        ([HIGH], False),
        ([HIGH, a_pain(1, 20, PainPhase.DURING_RUN)], False),
        ([HIGH, a_pain(6, 20)], False),
        ([HIGH, a_pain(1, 20, PainPhase.WALKING)], False),
        ([HIGH, a_pain(1, 52)], False),
        ([HIGH, a_pain(1, 50)], True),
        ([a_check_in(6, 61)], False),
        ([a_check_in(5, 61, marks=(Mark(Side.LEFT, "pes_anserine", 6),))], False),
        ([a_check_in(5, 61)], True),
        ([CALM, a_pain(9, 90)], True),
        ([CALM, a_pain(5, 70, PainPhase.NIGHT)], False),
        ([CALM, a_pain(3, 70, PainPhase.NIGHT)], True),
        ([a_pain(5, 70, PainPhase.NIGHT), *quiet(40, 26)], True),
        ([a_pain(5, 70, PainPhase.NIGHT), *quiet(40, 28)], False),
        ([a_pain(5, 70, PainPhase.NIGHT), *quiet(40, 26), a_pain(5, 34, PainPhase.NIGHT)], False),
        ([a_pain(5, 70, PainPhase.NIGHT), *quiet(40, 18), a_pain(5, 17, PainPhase.NIGHT)], True),
        ([CALM, a_flag(Flag.LOCKED, 61)], False),
        ([CALM, a_flag(Flag.LOCKED, 59)], True),
        ([CALM, a_flag(Flag.LOCKED, 90, closed=gone(20))], True),
        ([CALM, a_flag(Flag.LOCKED, 90, closed=gone(1))], False),
        ([CALM, an_injury(61, told_days=61)], False),
        ([CALM, an_injury(61, told_days=50)], False),
        ([CALM, an_injury(61, told_days=61, closed=seen(30))], True),
    ],
)
def test_what_came_since_has_to_answer_what_may_have_been_before(entries, enough):
    assert is_enough(a_record(*entries), SINCE, NOW) is enough


def test_nothing_is_left_out_too_early_or_beside_what_was_changed_or_after_a_cancer():
    record = a_record(CALM, a_pain(1, 90))

    assert lately(record, NOW).pains == (CALM,)
    assert not is_enough(record, SINCE + timedelta(days=1), NOW)
    assert lately(replace(record, earlier=(CALM,)), NOW).pains == record.pains
    ill = a_person(birth_year=1990, cancer_history=True)
    assert not is_enough(a_record(a_pain(0, 20), person=ill), SINCE, NOW)
    assert is_enough(a_record(CALM, person=ill), SINCE, NOW)


@pytest.mark.parametrize(
    ("amounts", "settled"),
    [
        ([(9, Amount.NONE), (7, Amount.NONE)], True),
        ([(9, Amount.NONE), (8, Amount.NONE)], False),
        ([(9, Amount.NONE), (8, Amount.LITTLE), (7, Amount.NONE)], False),
        ([(90, Amount.NONE), (7, Amount.NONE)], False),
        ([], False),
    ],
)
def test_swelling_of_before_is_answered_as_r09_answers_it(amounts, settled):
    record = a_record(CALM, a_pain(1, 90, swelling=Amount.CLEAR), *(a_pain(1, day, swelling=of) for day, of in amounts))

    assert swelling_settled(record, SINCE, NOW) is settled
    assert len(lately(record, NOW).pains) < len(record.pains) or not settled


def test_what_is_read_however_old_it_is_stays():
    old = [
        a_pain(2, 300, regions=PLATEAU),
        a_pain(1, 300, PainPhase.WALKING),
        a_pain(1, 300, PainPhase.NIGHT),
        a_pain(7, 300, PainPhase.STAIRS),
        a_pain(2, 300, swelling=Amount.NONE),
    ]
    hopping = a_check_in(days=300, denied=(Flag.HOP_PAIN,))

    sore = a_check_in(1, 300, marks=(Mark(Side.LEFT, "pes_anserine", 6),))
    high = a_check_in(6, 300)

    record = lately(a_record(CALM, *old, a_pain(2, 300), hopping, sore, high, a_check_in(days=300)), NOW)

    assert set(record.pains) == {CALM, *old}
    assert record.check_ins == (hopping, sore, high)


def some_record(chance):
    """Months of entries, most of them mild."""
    pains = [
        a_pain(
            chance.choice((0, 0, 1, 2, 3, 4, 5, 6, 8)),
            chance.uniform(0, 200),
            chance.choice((*PainPhase, None)),
            regions=chance.choice(((), (), PLATEAU)),
            size=chance.choice((None, *PainSize)),
            tenderness=chance.choice((None, *Tenderness)),
            swelling=chance.choice((None, None, None, Amount.NONE, Amount.NONE, Amount.LITTLE)),
        )
        for _ in range(chance.choice((20, 100, 300)))
    ]
    flags = [
        a_flag(
            chance.choice((Flag.SWOLLEN, Flag.GIVES_WAY, Flag.HOP_PAIN, Flag.LOCKED)),
            back,
            closed=chance.choice((None, Closed(Closing.GONE, day_ago(back // 2)), Closed(Closing.SEEN, day_ago(back)))),
        )
        for back in chance.sample(range(200), chance.randint(0, 3))
    ]
    injuries = [
        an_injury(back, told_days=back, pop=None, closed=gone(back // 2)) for back in chance.sample(range(200), 1)
    ]
    denied = ((), (Flag.HOP_PAIN,))
    check_ins = [a_check_in(chance.randint(0, 7), back, denied=chance.choice(denied)) for back in range(0, 200, 9)]
    return a_record(*pains, *flags, *injuries, *check_ins)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from((0, 10, 60, 100)))
def test_the_red_flags_say_the_same_of_what_is_left(seed, back):
    chance = Random(seed)
    record = some_record(chance)
    first = ago(back)

    cut = lately(record, first)

    for moment in (first, *(ago(chance.uniform(0, back)) for _ in range(3)), NOW):
        assert red_flags(record_at(cut, moment), moment) == red_flags(record_at(record, moment), moment)
