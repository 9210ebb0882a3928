"""Going on: after a crash, after a refusal, after the end; and counts put right."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import play
from kneecoach.domain.dosage import Sides
from kneecoach.domain.errors import InvalidInput, NotAllowed
from kneecoach.domain.routine import Prescription
from kneecoach.domain.session import Cause, LeadStarted, SessionEnded
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import sessions
from kneecoach.storage.database import open_store
from tests.builders import (
    A_DAY,
    SESSION_ID,
    a_person,
    a_routine,
    a_session_record,
    a_set_record,
    at,
    counted,
    exercises_of,
    timed,
)
from tests.builders import play as let_run
from tests.coaching.stories import FIRST_SET_DONE, LATER, SECOND_SET_DONE, begun, flagged, kept


def test_after_a_crash_the_session_is_offered_at_its_set_and_side_and_paused(store, folder):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, SECOND_SET_DONE + 2), A_DAY)
    let_run(session, SECOND_SET_DONE + 2, SECOND_SET_DONE + 10)
    before = session.playing.planned
    store.close()

    with closing(open_store(folder)) as next_start:
        record = play.offered(next_start, a_person())
        resumed = play.resume(next_start, record, exercises_of(record.routine), LATER)

    assert resumed.playing.planned == before
    assert resumed.playing.paused is Cause.RESTARTED
    assert resumed.records == session.records
    assert resumed.id == session.id


def test_a_resumed_session_plays_to_its_end_without_doubling_a_set(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, FIRST_SET_DONE), A_DAY)
    record = play.offered(store, a_person())

    resumed = play.resume(store, record, exercises_of(record.routine), LATER)
    play.keep(store, resumed, [*resumed.resume(at(0)), *let_run(resumed, 0, 300)], LATER)

    ended = kept(store, session.id)
    assert ended.status is SessionStatus.COMPLETED
    assert [done.index for done in ended.sets] == [0, 1, 2, 3]


def test_a_session_that_may_not_go_on_is_stopped_and_keeps_its_sets(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, FIRST_SET_DONE), A_DAY)
    record = play.offered(store, a_person())
    flagged(store)

    with pytest.raises(NotAllowed):
        play.resume(store, record, exercises_of(record.routine), LATER)

    stopped = kept(store, session.id)
    assert (stopped.status, stopped.ended_at, len(stopped.sets)) == (SessionStatus.STOPPED, LATER, 1)


def test_declining_keeps_what_was_logged(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, FIRST_SET_DONE), A_DAY)

    play.discard(store, play.offered(store, a_person()), LATER)

    assert play.offered(store, a_person()) is None
    assert (kept(store, session.id).status, len(kept(store, session.id).sets)) == (SessionStatus.STOPPED, 1)


def test_what_is_said_afterwards_does_not_change_how_it_ended(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, 400), LATER)

    play.finish(store, session.id, pain_after=1, note="Good", now=LATER + timedelta(hours=1))

    record = kept(store, session.id)
    assert (record.status, record.ended_at) == (SessionStatus.COMPLETED, LATER)
    assert (record.pain_after, record.note, record.stop_reason) == (1, "Good", "")


def test_finishing_an_open_session_stops_it(store):
    session = begun(store)

    play.finish(store, session.id, stop_reason="It hurt", now=LATER)

    assert (kept(store, session.id).status, kept(store, session.id).stop_reason) == (SessionStatus.STOPPED, "It hurt")


@pytest.mark.parametrize(
    ("reps", "status"),
    [(0, SetStatus.SKIPPED), (4, SetStatus.PARTIAL), (10, SetStatus.DONE), (1_000, SetStatus.DONE)],
)
def test_a_count_can_be_corrected_up_and_down(store, reps, status):
    with store.begin() as tx:
        sessions.add(tx, a_session_record(sets=(a_set_record(0, reps=6, status=SetStatus.PARTIAL),)))

    corrected = play.correct_set(store, SESSION_ID, 0, reps, LATER)

    assert (corrected.reps, corrected.status) == (reps, status)
    assert kept(store, SESSION_ID).sets == (corrected,)


def test_a_set_made_shorter_in_the_session_is_done_with_what_was_agreed_on_however_often_it_is_corrected(store):
    session = begun(store, counted(10))
    play.keep(store, session, session.fewer_reps(at(100)), A_DAY)
    play.keep(store, session, let_run(session, 100, 400), A_DAY)

    corrected = [play.correct_set(store, session.id, 1, reps, LATER).status for reps in (5, 4, 5)]

    assert [(one.reps, one.status) for one in session.records.values()] == [(5, SetStatus.DONE)] * 2
    assert corrected == [SetStatus.DONE, SetStatus.PARTIAL, SetStatus.DONE]


def test_an_exercise_that_comes_twice_is_corrected_by_what_was_asked_at_its_place(store):
    much, little = Prescription("lunge", counted(10, sides=Sides.BOTH)), Prescription("lunge", counted(4))
    sets = tuple(a_set_record(index, exercise="lunge", reps=3, status=SetStatus.PARTIAL) for index in range(3))
    with store.begin() as tx:
        sessions.add(tx, a_session_record(routine=replace(a_routine(), items=(much, little)), sets=sets))

    corrected = [play.correct_set(store, SESSION_ID, index, 4, LATER).status for index in range(3)]

    assert corrected == [SetStatus.PARTIAL, SetStatus.DONE, SetStatus.DONE]


def test_fewer_repetitions_are_still_fewer_after_a_crash(store, folder):
    session = begun(store, counted(10, sets=2))
    play.keep(store, session, session.fewer_reps(at(100)), A_DAY)
    store.close()

    with closing(open_store(folder)) as next_start:
        record = play.offered(next_start, a_person())
        resumed = play.resume(next_start, record, exercises_of(record.routine), LATER)

    assert [planned.dosage.reps for planned in resumed.timeline.sets] == [5] * 4
    assert resumed.timeline == session.timeline


def test_less_of_a_hold_is_still_less_after_a_crash_and_the_rest_is_as_planned(store):
    session = begun(store, timed(30), counted(10))
    play.keep(store, session, session.fewer_reps(at(100)), A_DAY)

    record = play.offered(store, a_person())
    resumed = play.resume(store, record, exercises_of(record.routine), LATER)

    assert [planned.dosage.seconds or planned.dosage.reps for planned in resumed.timeline.sets] == [15, 15, 10, 10]


@pytest.mark.parametrize(
    ("session_id", "index", "reps"),
    [(SESSION_ID, 0, 5), (SESSION_ID, 1, -1), (SESSION_ID, 1, 1_001), (SESSION_ID, 7, 5), (UUID(int=1), 1, 5)],
    ids=["timed set", "below zero", "too many", "no such set", "no such session"],
)
def test_a_correction_that_makes_no_sense_changes_nothing(store, session_id, index, reps):
    sets = (a_set_record(0, reps=None), a_set_record(1))
    with store.begin() as tx:
        sessions.add(tx, a_session_record(sets=sets))

    with pytest.raises(InvalidInput):
        play.correct_set(store, session_id, index, reps, LATER)

    assert kept(store, SESSION_ID).sets == sets


def test_ending_early_closes_it_as_stopped(store):
    session = begun(store)
    events = [*let_run(session, 100, FIRST_SET_DONE), *session.end(at(FIRST_SET_DONE + 0.5))]

    play.keep(store, session, events, LATER)

    assert isinstance(events[-1], SessionEnded)
    assert any(isinstance(event, LeadStarted) for event in events)
    record = kept(store, session.id)
    assert record.status is SessionStatus.STOPPED
    assert [done.status.value for done in record.sets] == ["done", "skipped", "skipped", "skipped"]
