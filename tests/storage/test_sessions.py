"""Sessions: versions of routines, sets that only grow, and lists by day and person."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import people, routines, sessions
from tests.builders import A_DAY, PERSON_ID, SESSION_ID, a_person, a_routine, a_session_record, a_set_record, counted

AN_HOUR = timedelta(hours=1)
OTHER = UUID(int=77)


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        yield tx


def numbered(number, **more):
    return a_session_record(id=UUID(int=number), started_at=A_DAY + number * AN_HOUR, **more)


def test_sets_come_back_in_their_order_whatever_order_they_were_kept_in(tx):
    sessions.add(tx, a_session_record())
    for index in (2, 0, 1):
        sessions.keep_set(tx, SESSION_ID, a_set_record(index))

    assert [done.index for done in sessions.session(tx, SESSION_ID).sets] == [0, 1, 2]


def test_a_set_kept_again_is_the_same_set(tx):
    sessions.add(tx, a_session_record())

    for _ in range(3):
        sessions.keep_set(tx, SESSION_ID, a_set_record(0))

    assert len(sessions.session(tx, SESSION_ID).sets) == 1


def test_a_better_attempt_and_a_correction_change_a_set_and_a_worse_attempt_does_not(tx):
    tried = a_set_record(0, reps=4, seconds=14.0, status=SetStatus.PARTIAL)
    sessions.add(tx, a_session_record(sets=(tried,)))
    kept = []

    for attempt in (
        replace(tried, reps=10, seconds=35.0, status=SetStatus.DONE),
        replace(tried, reps=0, seconds=0.0, status=SetStatus.SKIPPED),
        replace(tried, reps=8, seconds=35.0, status=SetStatus.PARTIAL),
    ):
        sessions.keep_set(tx, SESSION_ID, attempt)
        kept += sessions.session(tx, SESSION_ID).sets

    assert [(done.reps, done.status.value) for done in kept] == [(10, "done"), (10, "done"), (8, "partial")]


def test_two_sets_can_not_stand_at_one_place(tx):
    sessions.add(tx, a_session_record(sets=(a_set_record(0),)))

    with pytest.raises(IntegrityError):
        sessions.keep_set(tx, SESSION_ID, replace(a_set_record(0), id=OTHER))


def test_a_past_session_keeps_the_routine_it_was_played_with(tx):
    before, after = a_routine(counted(10)), a_routine(counted(12), version=2)
    sessions.add(tx, numbered(1, routine=before))
    sessions.add(tx, numbered(2, routine=after))

    assert [session.routine for session in sessions.sessions(tx)] == [before, after]
    assert routines.versions(tx, "a-routine") == (before, after)


def test_one_version_is_kept_once_and_a_changed_one_under_the_same_number_beside_it(tx):
    for number, routine in enumerate([a_routine(), a_routine(), a_routine(counted(9))]):
        sessions.add(tx, numbered(number, routine=routine))

    assert routines.versions(tx, "a-routine") == (a_routine(), a_routine(counted(9)))
    assert [session.routine for session in sessions.sessions(tx)] == [a_routine(), a_routine(), a_routine(counted(9))]


def test_an_open_session_is_found_at_its_place_and_the_latest_first(tx):
    sessions.add(tx, numbered(1))
    sessions.add(tx, numbered(2))
    sessions.add(tx, numbered(3, status=SessionStatus.COMPLETED))
    sessions.set_position(tx, UUID(int=2), 7)

    found = sessions.open_session(tx, PERSON_ID)

    assert (found.id.int, found.position) == (2, 7)
    assert sessions.open_session(tx, None) is None


def test_a_session_of_nobody_is_found_too(tx):
    sessions.add(tx, numbered(1, person=None))

    assert sessions.open_session(tx, None).id.int == 1
    assert sessions.open_session(tx, PERSON_ID) is None


def test_a_session_ends_once(tx):
    sessions.add(tx, a_session_record())

    sessions.close(tx, SESSION_ID, SessionStatus.COMPLETED, A_DAY + AN_HOUR)
    sessions.close(tx, SESSION_ID, SessionStatus.STOPPED, A_DAY + 2 * AN_HOUR)

    ended = sessions.session(tx, SESSION_ID)
    assert (ended.status, ended.ended_at) == (SessionStatus.COMPLETED, A_DAY + AN_HOUR)
    assert sessions.open_session(tx, PERSON_ID) is None


def test_what_was_said_after_a_session_is_added_piece_by_piece(tx):
    sessions.add(tx, a_session_record(pain_before=2))

    sessions.replace(tx, SESSION_ID, stop_reason="It hurt")
    sessions.replace(tx, SESSION_ID, pain_after=0, note="Short of time")
    sessions.replace(tx, SESSION_ID)

    found = sessions.session(tx, SESSION_ID)
    assert (found.pain_before, found.pain_after, found.note, found.stop_reason) == (2, 0, "Short of time", "It hurt")


def test_since_means_the_local_day(tx):
    auckland = ZoneInfo("Pacific/Auckland")
    evening = datetime(2026, 5, 1, 23, 30, tzinfo=auckland)
    sessions.add(tx, a_session_record(id=UUID(int=1), started_at=evening))
    sessions.add(tx, a_session_record(id=UUID(int=2), started_at=evening + AN_HOUR))

    assert [found.id.int for found in sessions.sessions(tx, since=date(2026, 5, 2))] == [2]
    assert [found.id.int for found in sessions.sessions(tx, since=date(2026, 5, 1))] == [1, 2]
    assert sessions.sessions(tx, since=date(2026, 5, 3)) == ()


def test_sessions_of_one_person_are_theirs_alone(tx):
    people.add(tx, a_person(id=OTHER))
    sessions.add(tx, numbered(1))
    sessions.add(tx, numbered(2, person=OTHER))

    assert [found.id.int for found in sessions.sessions(tx, person=OTHER)] == [2]
    assert len(sessions.sessions(tx)) == 2


def test_a_hundred_sessions_are_read_in_as_many_questions_as_one(tx):
    asked = []
    event.listen(tx, "before_cursor_execute", lambda *call: asked.append(call[2]))
    sessions.add(tx, numbered(0, sets=(a_set_record(0),)))
    asked.clear()
    sessions.sessions(tx)
    for_one = len(asked)
    for number in range(1, 100):
        sessions.add(tx, numbered(number, sets=(a_set_record(0, id=UUID(int=5_000 + number)),)))

    asked.clear()
    found = sessions.sessions(tx)

    assert len(found) == 100
    assert len(asked) == for_one == 3


def test_a_set_needs_a_session(tx):
    with pytest.raises(IntegrityError):
        sessions.keep_set(tx, SESSION_ID, a_set_record(0))
