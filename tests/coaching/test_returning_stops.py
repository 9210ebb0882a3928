"""Returning to running while another rule says stop: no stage begins or goes on, and how a person gets out again."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary as diary_steps
from kneecoach.coaching import mornings, play, returning
from kneecoach.domain.advice.returning import STAGES, Step
from kneecoach.domain.errors import NotAllowed
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.told_before import CHANGED
from tests.builders import A_DAY, PERSON_ID, a_person
from tests.builders import play as let_run
from tests.coaching.stories import kept
from tests.coaching.test_returning import DAY, a_morning, begun


def swollen(store, at_start, swelling=Amount.LITTLE):
    """An easy run, and swelling on the morning after it."""
    run = Run(uuid4(), at_start, 3_000, seconds=1_200, pain_before=1, pain_max=1, limp=False)
    diary_steps.log_run(store, PERSON_ID, run, at_start + timedelta(minutes=30))
    said_of_swelling(store, at_start + DAY, swelling)


def said_of_swelling(store, now, swelling):
    mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), now.date(), now, 1, swelling=swelling), now)


def test_while_swelling_was_not_answered_no_stage_begins(store):
    swollen(store, A_DAY - 6 * DAY)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert (found.ready, found.stop.rule) == (False, "R13")
    with pytest.raises(NotAllowed, match="Rest until there has been no swelling for 48 hours"):
        begun(store)


def test_a_stage_under_way_does_not_go_on_under_a_stop(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, 700), A_DAY)
    swollen(store, A_DAY - 6 * DAY)

    with pytest.raises(NotAllowed, match="Rest until there has been no swelling"):
        play.resume(store, play.offered(store, a_person()), {}, A_DAY)

    assert kept(store, session.id).status is SessionStatus.STOPPED


def test_none_for_two_days_lets_it_begin_again_and_one_time_does_not(store):
    swollen(store, A_DAY - 6 * DAY)
    said_of_swelling(store, A_DAY - 2 * DAY, Amount.NONE)

    waiting = returning.where(store, PERSON_ID, A_DAY)
    said_of_swelling(store, A_DAY, Amount.NONE)

    assert (waiting.stop, waiting.ready) == (None, False)
    assert returning.where(store, PERSON_ID, A_DAY).ready
    assert begun(store).id


def test_the_later_day_is_promised(store):
    swollen(store, A_DAY - DAY)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert found.standing.from_day == (A_DAY + 3 * DAY).date()


@pytest.mark.parametrize(("back", "asked", "ready"), [(2, True, False), (3, True, True), (3, False, False)])
def test_after_a_red_run_a_stage_comes_back_before_its_card_goes(store, back, asked, ready):
    diary_steps.log_run(store, PERSON_ID, Run(uuid4(), A_DAY - back * DAY, 3_000, limp=True), A_DAY)
    if asked:
        a_morning(store, A_DAY - DAY)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert ([one.rule for one in found.stops], found.ready) == (["R11"], ready)
    if ready:
        assert begun(store).id
    else:
        with pytest.raises(NotAllowed, match="a later morning at your usual level"):
            begun(store)


@pytest.mark.parametrize("back", [20, 500])
def test_a_limping_time_that_was_moved_back_on_a_later_day_sets_the_stage_back(store, back):
    run = Run(uuid4(), A_DAY - 2 * DAY, 3_000, limp=True)
    diary_steps.log_run(store, PERSON_ID, run, A_DAY - 2 * DAY)
    returning.adopt(store, PERSON_ID, run, STAGES[0])

    diary_steps.change_run(store, PERSON_ID, replace(run, at=A_DAY - back * DAY), A_DAY)

    found = returning.where(store, PERSON_ID, A_DAY)
    assert (found.standing.step, found.standing.from_day) == (Step.BACK, (A_DAY + DAY).date())
    assert CHANGED in found.finding.because


def test_swelling_that_was_lowered_on_a_later_day_sets_the_stage_back(store):
    run = Run(uuid4(), A_DAY - 2 * DAY, 3_000, limp=False)
    diary_steps.log_run(store, PERSON_ID, run, A_DAY - 2 * DAY)
    returning.adopt(store, PERSON_ID, run, STAGES[0])
    pain = PainEntry(uuid4(), A_DAY - 2 * DAY + timedelta(hours=2), 1, swelling=Amount.CLEAR)
    diary_steps.log_pain(store, PERSON_ID, pain, pain.at)

    diary_steps.change_pain(store, PERSON_ID, replace(pain, swelling=Amount.NONE), A_DAY)

    assert returning.where(store, PERSON_ID, A_DAY).standing.step is Step.BACK
