"""What the answers of a check-in become, and what it asks besides."""

from dataclasses import replace

import pytest

from kneecoach.domain.answered import Answered, NewInjury, entries_of, gone, mistake
from kneecoach.domain.check_in import FAMILY_FLAGS, Family, Mark
from kneecoach.domain.companions import Asks, Companion, companions
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, Mechanism
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from kneecoach.domain.screening import Verdict, may_start
from tests.builders import a_person
from tests.screening import (
    ALL_NO,
    NOW,
    PLATEAU,
    a_check_in,
    a_flag,
    a_pain,
    a_record,
    ago,
    an_injury,
    day_ago,
)

A_TWIST = NewInjury(1, Mechanism.TWIST, pop=False, snap=False, bruise=False, fast_swelling=False)
EMPTY = a_record()


def answers(**yes):
    return tuple((family, yes.get(family.value, False)) for family in Family)


def after(answered, record=EMPTY):
    return entries_of(answered, record, NOW).added_to(record)


def test_a_clean_check_in_leaves_one_entry_without_a_place_and_says_go():
    record = after(Answered(pain=2, answers=ALL_NO))

    (pain,) = record.pains
    assert (pain.score, pain.regions, pain.phase, pain.at) == (2, (), PainPhase.REST, NOW)
    assert may_start(record, NOW).verdict is Verdict.GO


def test_each_mark_leaves_an_entry_of_its_own():
    marks = (Mark(Side.LEFT, "pes_anserine", 3), Mark(Side.RIGHT, "whole_knee", 1))

    record = after(Answered(pain=3, answers=ALL_NO, marks=marks))

    assert [(pain.side, pain.regions, pain.score) for pain in record.pains] == [
        (Side.LEFT, ("pes_anserine",), 3),
        (Side.RIGHT, ("whole_knee",), 1),
    ]


def test_a_chip_becomes_a_flag_and_the_chips_left_are_denied():
    record = after(Answered(pain=1, answers=answers(weight=True), ticked=(Flag.LIMP,)))

    assert [entry.flag for entry in record.flags] == [Flag.LIMP]
    assert set(record.check_ins[0].denied) >= {Flag.CANNOT_4_STEPS, Flag.GIVES_WAY, Flag.HOT_RED}
    assert Flag.LIMP not in record.check_ins[0].denied


@pytest.mark.parametrize("family", list(Family))
def test_a_yes_that_names_nothing_is_refused(family):
    with pytest.raises(InvalidInput, match="at least one"):
        after(Answered(pain=1, answers=((family, True),)))


def test_a_flag_that_is_open_already_is_not_entered_twice():
    record = a_record(a_flag(Flag.LIMP, 3))

    assert len(after(Answered(answers=answers(weight=True), ticked=(Flag.LIMP,)), record).flags) == 1


def test_a_no_to_its_family_closes_no_open_flag():
    record = after(Answered(pain=1, answers=ALL_NO), a_record(a_flag(Flag.LIMP, 3)))

    assert record.flags[0].is_open
    assert Flag.LIMP not in record.check_ins[0].denied


@pytest.mark.parametrize("closed", [gone(NOW), Closed(Closing.SEEN, day_ago(1))])
def test_an_open_flag_is_closed_by_its_answer(closed):
    flag = a_flag(Flag.LIMP, 3)

    record = after(Answered(pain=1, answers=ALL_NO, closings=((flag.id, closed),)), a_record(flag))

    assert record.flags[0].closed == closed


def test_an_emergency_is_not_closed_as_gone():
    flag = a_flag(Flag.DEFORMITY, 3)

    with pytest.raises(InvalidInput, match="emergency"):
        after(Answered(closings=((flag.id, gone(NOW)),)), a_record(flag))
    assert not after(Answered(closings=((flag.id, mistake(NOW)),)), a_record(flag)).flags[0].is_open


@pytest.mark.parametrize("days", [-1, 4])
def test_the_day_of_the_visit_lies_between_the_entry_and_today(days):
    flag = a_flag(Flag.LIMP, 3)

    with pytest.raises(InvalidInput):
        after(Answered(closings=((flag.id, Closed(Closing.SEEN, day_ago(days))),)), a_record(flag))


def test_question_four_leaves_an_injury():
    record = after(Answered(pain=1, answers=answers(injury=True), injury=A_TWIST))

    (injury,) = record.injuries
    assert (injury.at, injury.entered, injury.mechanism, injury.pop) == (ago(1), NOW, Mechanism.TWIST, False)
    assert may_start(record, NOW).verdict is Verdict.GO


def test_swelling_within_hours_is_a_flag_of_its_own():
    told = replace(A_TWIST, fast_swelling=True)

    record = after(Answered(pain=1, answers=answers(injury=True), injury=told))

    assert [entry.flag for entry in record.flags] == [Flag.FAST_SWELLING]


def test_question_four_may_mean_an_injury_that_is_open_already():
    record = after(Answered(pain=1, answers=answers(injury=True)), a_record(an_injury(2, told_days=1)))

    assert len(record.injuries) == 1


def test_question_four_is_about_the_last_seven_days():
    with pytest.raises(InvalidInput):
        NewInjury(8, Mechanism.FALL)


def test_an_injury_closes_like_a_flag():
    injury = an_injury(2, told_days=1)

    record = after(Answered(closings=((injury.id, gone(NOW)),)), a_record(injury))

    assert record.injuries[0].closed == gone(NOW)


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
    answered = Answered(pain=1, answers=ALL_NO, tenderness=Tenderness.MILD, denied=(Flag.HOP_PAIN,))
    assert may_start(after(answered, record), NOW).verdict is Verdict.GO


def test_swelling_that_stands_is_asked_again_each_time():
    record = a_record(a_pain(1, 4, swelling=Amount.CLEAR), a_pain(1, 3, swelling=Amount.NONE))

    assert companions(record, NOW) == (Companion(Asks.SWELLING),)
    assert may_start(after(Answered(pain=1, answers=ALL_NO, swelling=Amount.NONE), record), NOW).verdict is Verdict.GO


def test_a_check_in_that_stops_early_keeps_what_is_known_and_the_rest_unknown():
    record = after(Answered(answers=((Family.SWELLING, True),), ticked=(Flag.HOT_RED,)))

    assert record.pains == ()
    assert record.check_ins[0].denied == (Flag.SWOLLEN,)
    assert may_start(record, NOW).verdict is Verdict.REFUSED


def test_every_family_has_flags_and_none_shares_one():
    flags = [flag for family in Family for flag in FAMILY_FLAGS[family]]

    assert len(flags) == len(set(flags))


def test_a_mark_is_one_place_of_one_knee():
    with pytest.raises(InvalidInput, match="one place"):
        Mark(Side.BOTH, "pes_anserine", 1)
    with pytest.raises(InvalidInput, match="one place"):
        Mark(Side.LEFT, "elbow", 1)


def test_swelling_within_hours_left_open_is_not_denied():
    told = replace(A_TWIST, fast_swelling=None)

    record = after(Answered(pain=1, answers=answers(injury=True), injury=told))

    assert Flag.FAST_SWELLING not in record.check_ins[0].denied
    assert may_start(record, NOW).verdict is Verdict.REFUSED


def test_where_it_is_sore_left_open_is_not_denied():
    record = after(Answered(pain=1, answers=answers(injury=True), injury=A_TWIST, sore_asked=False))

    assert Flag.KNEECAP_TENDER not in record.check_ins[0].denied
    assert may_start(record, NOW).verdict is Verdict.REFUSED


def test_a_sign_fills_the_injury_that_it_names():
    one, other = an_injury(2, told_days=1, bruise=None), an_injury(3, told_days=1, bruise=None)

    record = after(Answered(signs=((one.id, Asks.BRUISE, True),)), a_record(one, other))

    assert [injury.bruise for injury in record.injuries] == [True, None]


def test_an_injury_told_late_asks_for_no_ottawa_check():
    assert companions(a_record(an_injury(8), person=a_person()), NOW) == ()
