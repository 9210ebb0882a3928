"""The facts for a doctor are those that are kept, or those of a check-in that is not kept yet."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from kneecoach.coaching import diary, doctor, mornings, plans
from kneecoach.coaching.check_in import note_flags, read_record
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.plan import Plan
from kneecoach.domain.run import Run
from tests.builders import A_DAY, PERSON_ID

DAY = timedelta(days=1)


def test_what_is_kept_is_on_the_page(store):
    note_flags(store, PERSON_ID, (Flag.LOCKED,), A_DAY)
    diary.log_run(store, PERSON_ID, Run(uuid4(), A_DAY - DAY, 5_000, pain_max=4), A_DAY, (None, ()))
    plans.keep_plan(store, PERSON_ID, Plan(uuid4(), A_DAY, "To the lake"), A_DAY)

    facts = doctor.facts(store, PERSON_ID, A_DAY)

    assert [one.flag for one in facts.signs] == [Flag.LOCKED]
    assert (facts.days[-2].pain, facts.days[-2].metres, facts.goal) == (4, 5_000, "To the lake")


def test_a_sign_that_is_ticked_and_not_kept_yet_is_on_it_too(store):
    kept = read_record(store, PERSON_ID)
    ticked = replace(kept, flags=(FlagEntry(uuid4(), Flag.HOT_RED, A_DAY),))

    assert doctor.facts(store, PERSON_ID, A_DAY, record=ticked).signs == ticked.flags
    assert doctor.facts(store, PERSON_ID, A_DAY).signs == ()


def test_the_page_of_a_day_before_knows_nothing_of_what_came_later(store):
    note_flags(store, PERSON_ID, (Flag.LOCKED,), A_DAY)

    assert doctor.facts(store, PERSON_ID, A_DAY - DAY, present=A_DAY).signs == ()


def test_all_of_the_six_weeks_is_read_and_nothing_older(store):
    for days in (0, 41, 42, 400):
        run = Run(uuid4(), A_DAY - days * DAY, 5_000, pain_max=3)
        diary.log_run(store, PERSON_ID, run, A_DAY, (None, ()))

    facts = doctor.facts(store, PERSON_ID, A_DAY)

    assert sum(week.runs for week in facts.weeks) == 2
    assert [facts.days[0].metres, facts.days[-1].metres] == [5_000, 5_000]
    assert facts.first_pain == (A_DAY - 400 * DAY).date()


def test_what_was_changed_on_a_later_day_is_on_it_as_it_was_told(store):
    run = Run(uuid4(), A_DAY - 2 * DAY, 5_000, pain_max=7, painkiller=True)
    check = MorningCheck(uuid4(), (A_DAY - 2 * DAY).date(), A_DAY - 2 * DAY, 6)
    diary.log_run(store, PERSON_ID, run, A_DAY - 2 * DAY, (None, ()))
    mornings.answer(store, PERSON_ID, check, A_DAY - 2 * DAY)
    diary.change_run(store, PERSON_ID, replace(run, pain_max=1, painkiller=False), A_DAY)
    mornings.answer(store, PERSON_ID, replace(check, pain=0, at=A_DAY), A_DAY)

    facts = doctor.facts(store, PERSON_ID, A_DAY)

    day = facts.days[-3]
    assert (day.pain, day.told, day.painkiller, day.painkiller_changed) == (1, 7, True, True)
    assert (facts.mornings.highest, facts.mornings.changed) == (6, True)
