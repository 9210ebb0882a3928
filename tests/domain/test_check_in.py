"""What the answers of a check-in become, and what it asks besides."""

from dataclasses import replace

import pytest

from kneecoach.domain.answered import Answered, NewInjury, entries_of, gone, mistake
from kneecoach.domain.check_in import FAMILY_FLAGS, Family, Mark
from kneecoach.domain.companions import Asks
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, Mechanism
from kneecoach.domain.known import denied_since
from kneecoach.domain.pain import PainPhase
from kneecoach.domain.screening import Verdict, findings, may_start
from tests.screening import (
    ALL_NO,
    NOW,
    a_check_in,
    a_flag,
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


def test_the_chips_left_in_a_check_in_that_was_quit_are_not_denied():
    quit_here = ((Family.WEIGHT, False), (Family.CALF_FEVER_FOOT, True))

    record = after(Answered(answers=quit_here, ticked=(Flag.BREATHLESS_OR_CHEST_PAIN,)))

    assert set(record.check_ins[0].denied) == set(FAMILY_FLAGS[Family.WEIGHT])


def test_quitting_leaves_the_signs_after_an_injury_not_yet_answered():
    injury = an_injury(0)

    record = after(Answered(answers=((Family.WEIGHT, True),), ticked=(Flag.LIMP,)), a_record(injury))

    said = [line for one in findings(record, NOW) if one.rule == "R03" for line in one.because]
    assert "not yet answered: cannot take four steps" in said


def test_one_that_was_kept_half_way_with_its_chips_as_denied_is_read_as_unknown():
    half = a_check_in(None, answers=((Family.CALF_FEVER_FOOT, True),), denied=(Flag.FEVER, Flag.HOP_PAIN))

    assert half.said_no == (Flag.HOP_PAIN,)
    assert not denied_since(a_record(half), Flag.FEVER, NOW)


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


def test_a_check_in_that_stops_early_keeps_what_is_known_and_the_rest_unknown():
    record = after(Answered(answers=((Family.SWELLING, True),), ticked=(Flag.HOT_RED,)))

    assert record.pains == ()
    assert record.check_ins[0].denied == ()
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


@pytest.mark.parametrize("closed", [None, gone(NOW), Closed(Closing.SEEN, day_ago(1))])
def test_question_four_may_mean_an_injury_told_in_the_last_seven_days(closed):
    record = a_record(an_injury(6, told_days=2, closed=closed))

    assert len(after(Answered(pain=1, answers=answers(injury=True)), record).injuries) == 1


@pytest.mark.parametrize("closed", [Closed(Closing.MISTAKE, day_ago(0)), Closed(Closing.GONE, day_ago(0))])
def test_question_four_cannot_mean_one_told_by_mistake_or_long_ago(closed):
    days = 2 if closed.how is Closing.MISTAKE else 8

    with pytest.raises(InvalidInput):
        after(Answered(pain=1, answers=answers(injury=True)), a_record(an_injury(days, told_days=1, closed=closed)))


def test_question_four_may_mean_an_injury_that_is_answered_at_the_same_time():
    injury = an_injury(2, told_days=1)

    record = after(Answered(answers=answers(injury=True), closings=((injury.id, gone(NOW)),)), a_record(injury))

    assert len(record.injuries) == 1
