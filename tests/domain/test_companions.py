"""What a check-in asks besides the five questions, and what the answers decide."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.check_in import Mark
from kneecoach.domain.companions import Asks, Companion, companions
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from kneecoach.domain.screening import Verdict, may_start
from tests.builders import a_person
from tests.screening import (
    ALL_NO,
    NOW,
    PLATEAU,
    a_check_in,
    a_pain,
    a_record,
    an_injury,
)

EMPTY = a_record()


def after(answered, record=EMPTY):
    return entries_of(answered, record, NOW).added_to(record)


def test_an_injury_without_its_signs_asks_for_each_and_each_answer_is_kept():
    person = a_person(birth_year=None)
    injury = an_injury(2, pop=None, snap=None, bruise=None, fast_swelling=None)
    record = a_record(injury, person=person)

    asked = companions(record, NOW)

    assert {one.asks for one in asked} >= {Asks.POP, Asks.SNAP, Asks.BRUISE, Asks.FAST_SWELLING, Asks.BIRTH_YEAR}
    assert Companion(Asks.FLAG, flag=Flag.FIBULA_TENDER) in asked
    signs = tuple((injury.id, one.asks, False) for one in asked if one.injury)
    answered = Answered(
        pain=1,
        answers=ALL_NO,
        signs=signs,
        denied=(Flag.FIBULA_TENDER, Flag.KNEECAP_TENDER),
        swelling=Amount.NONE,
        birth_year=1990,
    )
    record = after(answered, record)
    assert companions(record, NOW) == ()
    assert record.person.birth_year == 1990
    assert may_start(record, NOW).verdict is Verdict.GO


def test_a_no_to_question_four_says_nothing_about_where_it_is_sore():
    record = after(Answered(pain=1, answers=ALL_NO), a_record(an_injury(2, told_days=1)))

    assert may_start(record, NOW).verdict is Verdict.REFUSED
    assert Companion(Asks.FLAG, flag=Flag.KNEECAP_TENDER) in companions(record, NOW)


def test_the_snap_is_not_asked_when_there_was_no_bruise():
    assert companions(a_record(an_injury(2, snap=None, bruise=False), a_check_in()), NOW) == ()


def test_a_pop_asks_about_swelling():
    assert companions(a_record(an_injury(2, pop=True), a_check_in()), NOW) == (Companion(Asks.SWELLING),)


@pytest.mark.parametrize(("score", "asked"), [(2, ()), (3, (Asks.SIZE, Asks.TENDERNESS, Asks.FLAG))])
def test_a_mark_over_bone_asks_from_three(score, asked):
    record = a_record(a_pain(score, regions=PLATEAU, side=Side.LEFT))

    assert tuple(one.asks for one in companions(record, NOW)) == asked


def test_what_is_dated_later_asks_and_answers_nothing():
    sore = a_pain(4, 1, PainPhase.WALKING, regions=PLATEAU, side=Side.LEFT)
    wide = a_pain(4, -3, PainPhase.WALKING, regions=PLATEAU, size=PainSize.PALM)
    asked = companions(a_record(sore), NOW)

    assert [one.asks for one in asked] == [Asks.SIZE, Asks.TENDERNESS, Asks.FLAG]
    assert companions(a_record(sore, wide), NOW) == asked
    assert companions(a_record(replace(sore, at=wide.at)), NOW) == asked


def test_a_mark_elsewhere_asks_nothing():
    assert companions(a_record(a_pain(9, regions=("pes_anserine",), side=Side.LEFT)), NOW) == ()


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({"size": PainSize.PALM, "tenderness": Tenderness.CLEAR, "ticked": (Flag.HOP_PAIN,)}, Verdict.CALM_ONLY),
        ({"size": PainSize.PALM, "tenderness": Tenderness.CLEAR, "denied": (Flag.HOP_PAIN,)}, Verdict.EASIER),
        ({"size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "ticked": (Flag.HOP_PAIN,)}, Verdict.CALM_ONLY),
        ({"size": PainSize.FINGERTIP, "tenderness": Tenderness.MILD, "denied": (Flag.HOP_PAIN,)}, Verdict.EASIER),
        ({}, Verdict.CALM_ONLY),
    ],
)
def test_the_answers_about_a_mark_over_bone_decide(more, verdict):
    marks = (Mark(Side.LEFT, "medial_tibial_plateau", 3),)

    record = after(Answered(pain=3, answers=ALL_NO, marks=marks, **more))

    assert may_start(record, NOW).verdict is verdict


def test_soreness_over_bone_is_asked_again_and_can_be_answered():
    spot = a_pain(
        3, 9, PainPhase.WALKING, regions=PLATEAU, side=Side.LEFT, size=PainSize.FINGERTIP, tenderness=Tenderness.CLEAR
    )
    record = a_record(spot)

    assert [one.asks for one in companions(record, NOW)] == [Asks.TENDERNESS, Asks.FLAG]
    answered = Answered(pain=0, answers=ALL_NO, tenderness=Tenderness.NONE, denied=(Flag.HOP_PAIN,))
    once = after(answered, record)
    assert may_start(once, NOW).verdict is Verdict.CALM_ONLY
    end = NOW + timedelta(days=14)
    walked = replace(spot, at=end, score=0, tenderness=None)
    again = replace(once, pains=(*once.pains, walked))
    assert may_start(entries_of(answered, again, end).added_to(again), end).verdict is Verdict.GO


def test_swelling_that_stands_is_asked_again_each_time():
    record = a_record(a_pain(1, 4, swelling=Amount.CLEAR), a_pain(1, 3, swelling=Amount.NONE))

    assert companions(record, NOW) == (Companion(Asks.SWELLING),)
    assert may_start(after(Answered(pain=1, answers=ALL_NO, swelling=Amount.NONE), record), NOW).verdict is Verdict.GO


def test_an_injury_told_late_asks_for_no_ottawa_check():
    assert companions(a_record(an_injury(8), person=a_person()), NOW) == ()
