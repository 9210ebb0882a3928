"""A computer whose clock was days ahead and is right again: nothing that it has dated later lets anyone start."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, doctor, mornings, play, returning
from kneecoach.coaching.advice import advise
from kneecoach.coaching.check_in import answer_flag, good_check_in, note_flags, read_record, save_check_in
from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.errors import NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Level
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.storage.glance import glance
from tests.builders import A_DAY, PERSON_ID, a_person

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOW = A_DAY
WRONG = NOW + 3 * DAY
"""What the clock showed while it was ahead."""
ALL_NO = Answered(1, tuple((family, False) for family in Family))
EXERCISES, ROUTINES = cache(load_exercises), cache(load_routines)


def permission(store, now=NOW):
    return may_start(read_record(store, PERSON_ID, now), now)


def logged(store, score, at, **more):
    return diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), at, score, **more), at)


def ran(store, at, told=None, **more):
    return diary.log_run(store, PERSON_ID, Run(uuid4(), at, 2_500, 1_800, **more), told or at + timedelta(minutes=95))


def woke(store, at, pain, swelling=Amount.NONE):
    mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), at.date(), at, pain, swelling=swelling), at)


def test_a_check_in_of_later_is_asked_again(store):
    save_check_in(store, PERSON_ID, ALL_NO, WRONG)

    assert good_check_in(store, PERSON_ID, NOW) is None
    assert permission(store).verdict is Verdict.EASIER


def test_a_check_in_made_now_counts_beside_it(store):
    save_check_in(store, PERSON_ID, ALL_NO, WRONG)

    save_check_in(store, PERSON_ID, ALL_NO, NOW)

    assert permission(store).verdict is Verdict.GO


def test_a_sign_that_was_answered_later_is_open_and_can_be_answered_now(store, folder):
    (flag,) = note_flags(store, PERSON_ID, [Flag.FEVER], NOW - DAY)
    answer_flag(store, PERSON_ID, flag.id, Closed(Closing.GONE, WRONG.date()), WRONG)

    assert permission(store).verdict is Verdict.REFUSED
    assert glance(folder, NOW).permission(NOW) == permission(store)

    after = answer_flag(store, PERSON_ID, flag.id, Closed(Closing.GONE, NOW.date()), NOW)

    assert after.verdict is Verdict.EASIER
    assert glance(folder, NOW).permission(NOW) == permission(store) == after


def test_a_sign_noted_later_refuses_until_it_is_answered(store):
    (flag,) = note_flags(store, PERSON_ID, [Flag.FEVER], WRONG)
    assert permission(store).verdict is Verdict.REFUSED

    answer_flag(store, PERSON_ID, flag.id, Closed(Closing.GONE, NOW.date()), NOW)

    assert permission(store).verdict is Verdict.EASIER


def test_first_sight_and_the_store_say_the_same_of_what_is_later(store, folder):
    logged(store, 9, NOW - 8 * DAY)
    logged(store, 1, WRONG)
    logged(store, 6, WRONG)
    save_check_in(store, PERSON_ID, ALL_NO, WRONG)

    seen = glance(folder, NOW).permission(NOW)

    assert seen == permission(store)
    assert {one.rule for one in seen.findings} == {"R08"}


def test_a_session_that_was_left_does_not_go_on_by_what_is_later(store):
    save_check_in(store, PERSON_ID, ALL_NO, NOW)
    timeline = plan(ROUTINES()[WARM_UP], EXERCISES(), first=Side.LEFT)
    play.start(store, a_person(), timeline, now=NOW)
    (flag,) = note_flags(store, PERSON_ID, [Flag.FEVER], NOW)
    answer_flag(store, PERSON_ID, flag.id, Closed(Closing.GONE, WRONG.date()), WRONG)

    with pytest.raises(NotAllowed):
        play.resume(store, play.offered(store, a_person()), EXERCISES(), NOW)


def test_a_run_of_later_answers_no_run(store):
    ran(store, NOW - DAY, pain_max=7, limp=True)
    ran(store, WRONG, pain_max=0, limp=False)

    assert [one.rule for one in permission(store).findings if one.urgency is None] == ["R11"]


def test_a_run_of_before_that_was_told_later_answers_none_either(store):
    ran(store, NOW - 4 * DAY, pain_max=7)
    ran(store, NOW - 2 * DAY, told=WRONG, pain_max=0)

    assert "R11" in [one.rule for one in permission(store).findings]


def test_a_run_of_before_that_was_told_later_warns(store):
    ran(store, NOW - 4 * DAY, pain_max=0)
    ran(store, NOW - 2 * DAY, told=WRONG, pain_max=7)

    assert "R11" in [one.rule for one in permission(store).findings]


@pytest.mark.parametrize("hours", [1, 72])
def test_a_morning_told_later_answers_none(store, hours):
    for back in (6, 5, 4):
        woke(store, NOW - back * DAY, 0)
    ran(store, NOW - 2 * DAY, pain_max=0)
    woke(store, NOW - DAY, 2)
    assert "R13" in [one.rule for one in permission(store).findings]

    woke(store, NOW + timedelta(hours=hours), 0)

    assert "R13" in [one.rule for one in permission(store).findings]
    assert "R13" not in [one.rule for one in permission(store, WRONG + DAY).findings]


def test_a_morning_told_later_today_warns(store):
    for back in (6, 5, 4):
        woke(store, NOW - back * DAY, 0)
    ran(store, NOW - DAY, pain_max=0)

    woke(store, NOW + timedelta(hours=1), 4)

    assert "R13" in [one.rule for one in permission(store).findings]


def test_mornings_of_later_make_no_usual_morning(store):
    ran(store, NOW - DAY, pain_max=0)
    woke(store, NOW, 2)
    for ahead in (1, 2, 3):
        woke(store, NOW + ahead * DAY, 2)

    assert returning.where(store, PERSON_ID, NOW).conditions[2].met is None


@pytest.mark.parametrize(("ahead", "clean"), [(timedelta(), 1), (timedelta(hours=1), 0)])
def test_a_stage_is_clean_by_mornings_of_now_alone(store, ahead, clean):
    now = NOW + timedelta(minutes=30)
    for back in (5, 4, 3, 2, 1):
        woke(store, NOW - back * DAY, 0)
    run = ran(store, NOW - DAY, pain_before=0, pain_max=0, pain_60=0, limp=False, stopped_early=False)
    returning.adopt(store, PERSON_ID, run, STAGES[0])

    woke(store, NOW + ahead, 0)

    assert returning.where(store, PERSON_ID, now).standing.clean == clean


def test_times_at_a_stage_that_are_later_lead_no_further(store):
    for back in (9, 8, 7, 6):
        woke(store, NOW - back * DAY, 0)
    for day in (0, 2, 4, 6):
        run = ran(store, WRONG + day * DAY, pain_before=0, pain_max=0, pain_60=0, limp=False, stopped_early=False)
        returning.adopt(store, PERSON_ID, run, STAGES[0])
        woke(store, WRONG + (day + 1) * DAY, 0)

    found = returning.where(store, PERSON_ID, NOW)

    assert (found.standing.stage.number, found.standing.clean, found.attempts) == (0, 0, ())


def rules(store, now, **more):
    return {finding.rule for finding in advise(store, PERSON_ID, now, EXERCISES(), **more)}


@pytest.mark.parametrize("at", [NOW - HOUR, WRONG - HOUR])
def test_what_a_clock_that_was_ahead_told_is_not_lowered_unseen(store, folder, at):
    told = diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), at, 9, phase=PainPhase.REST), WRONG)

    diary.change_pain(store, PERSON_ID, replace(told, at=NOW - HOUR, score=1), NOW + DAY)

    for days in (1, 2, 3, 20):
        after = NOW + days * DAY + HOUR
        assert [one.rule for one in permission(store, after).findings] == ["R08"]
        assert glance(folder, after).permission(after) == permission(store, after)


def test_the_distance_of_a_run_counts_whatever_clock_told_of_it(store):
    for days in (20, 10):
        ran(store, NOW - days * DAY, pain_max=0)

    diary.log_run(store, PERSON_ID, Run(uuid4(), NOW - DAY, 9_000, 5_400, pain_max=0), WRONG)

    assert "R14" in rules(store, NOW)
    assert returning.where(store, PERSON_ID, NOW).last_run == (NOW - DAY).date()


def test_a_day_of_before_is_read_with_all_that_was_told_of_it_since(store):
    for back in range(19, 12, -1):
        woke(store, NOW - back * DAY, 0)
    for back in (12, 10, 8):
        well = {"pain_before": 0, "pain_max": 0, "pain_60": 0, "limp": False, "stopped_early": False}
        run = ran(store, NOW - back * DAY, told=NOW - DAY, **well)
        returning.adopt(store, PERSON_ID, run, STAGES[0])
        woke(store, NOW - (back - 1) * DAY, 0)
    then = NOW - 7 * DAY

    known = returning.where(store, PERSON_ID, then, present=NOW).standing
    believed = returning.where(store, PERSON_ID, then).standing
    assert (known.stage.number, believed.stage.number) == (1, 0)


def test_a_sign_dated_later_stands_wherever_advice_is_given(store):
    note_flags(store, PERSON_ID, [Flag.FEVER], WRONG)

    assert "R02" in rules(store, NOW)
    assert returning.where(store, PERSON_ID, NOW).stopped
    assert [one.flag for one in doctor.facts(store, PERSON_ID, NOW).signs] == [Flag.FEVER]


@pytest.mark.parametrize("told", [{"pain_max": 0}, {"pain_max": 3, "limp": False}, {"pain_max": 3, "pain_60": 0}])
@pytest.mark.parametrize("before", [{"limp": True, "pain_max": 2}, {"pain_max": 7}])
def test_no_run_that_was_told_later_answers_a_graver_one(store, before, told):
    ran(store, NOW - 4 * DAY, **before)
    alone = permission(store)

    ran(store, NOW - 2 * DAY, told=WRONG, **told)

    assert permission(store).verdict == alone.verdict
    assert [one.rule for one in permission(store).findings] == [one.rule for one in alone.findings] == ["R11"]
    assert Level.STOP in {one.level for one in advise(store, PERSON_ID, NOW, EXERCISES()) if one.rule == "R11"}


def test_no_morning_told_later_answers_a_graver_one(store):
    for back in range(8, 3, -1):
        woke(store, NOW - back * DAY, 1)
    ran(store, NOW - 3 * DAY, pain_max=0)
    woke(store, NOW - 2 * DAY, 6, Amount.CLEAR)
    assert "R13" in {one.rule for one in permission(store).findings}

    mornings.answer(
        store, PERSON_ID, MorningCheck(uuid4(), NOW.date(), NOW + DAY / 8, 1, swelling=Amount.NONE), NOW + DAY / 8
    )

    assert "R13" in {one.rule for one in permission(store).findings}
    assert "R13" in rules(store, NOW)


def test_times_told_by_a_wrong_clock_still_leave_no_day_of_rest(store):
    for back in (3, 2, 1):
        ran(store, NOW - back * DAY, told=WRONG, pain_max=0)

    found = returning.where(store, PERSON_ID, NOW)

    assert (found.ready, found.left) == (False, 1)
    assert "R17" in rules(store, NOW)
