"""Playing: on disk before it is shown, found again after a crash, and never less than what was done."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import play
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import DiskTrouble, InvalidInput, NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.session import Cause, Counted, LeadStarted, SessionEnded, SetFinished
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import diary, people, sessions
from kneecoach.storage.database import open_store
from kneecoach.storage.revision import DATABASE
from tests.builders import (
    A_DAY,
    PERSON_ID,
    SESSION_ID,
    a_person,
    a_routine,
    a_session_record,
    a_set_record,
    a_timeline,
    at,
    counted,
    exercises_of,
    timed,
)
from tests.builders import play as let_run

LATER = A_DAY + timedelta(minutes=20)
TWO_SETS = (timed(10), counted(5))
# Get ready for 15 s, then 10 s of work, then 10 s to change sides
FIRST_SET_DONE, SECOND_SET_DONE = 126.0, 146.0


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder):
    with closing(open_store(folder)) as store:
        with store.begin() as tx:
            people.add(tx, a_person())
        yield store


def begun(store, *dosages, **more):
    """A session of the builders' person that was told its first moment."""
    session = play.start(store, a_person(), a_timeline(*(dosages or TWO_SETS)), now=A_DAY, **more)
    session.advance(at(100))
    return session


def kept(store, session_id):
    with store.begin() as tx:
        return sessions.session(tx, session_id)


def flagged(store, flag=Flag.LOCKED):
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, FlagEntry(UUID(int=5), flag, A_DAY))


def full(store, *, pages=None):
    with store.begin() as tx:
        pages = pages or tx.exec_driver_sql("PRAGMA page_count").scalar()
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_session_that_starts_is_on_disk_and_open(store):
    session = begun(store)

    record = kept(store, session.id)
    assert (record.status, record.person, record.started_at) == (SessionStatus.OPEN, PERSON_ID, A_DAY)
    assert record.routine == session.timeline.routine


def test_the_side_that_begins_is_kept(store):
    session = play.start(store, a_person(), a_timeline(*TWO_SETS, first=Side.RIGHT), now=A_DAY)

    assert kept(store, session.id).first_side is Side.RIGHT


@pytest.mark.parametrize(
    ("how", "rehearsal"), [({}, False), ({"speed": 60.0}, True), ({"rehearsal": True}, True), ({"speed": 1.0}, False)]
)
def test_any_other_speed_makes_it_a_rehearsal(store, how, rehearsal):
    assert kept(store, begun(store, **how).id).rehearsal is rehearsal


def test_the_pain_of_the_check_in_is_the_pain_before(store):
    check_in = CheckIn(UUID(int=9), A_DAY, pain=2)
    with store.begin() as tx:
        diary.add_check_in(tx, PERSON_ID, check_in)

    session = begun(store, check_in=check_in)
    said_again = begun(store, check_in=check_in, pain_before=1)

    assert (kept(store, session.id).check_in, kept(store, session.id).pain_before) == (check_in.id, 2)
    assert kept(store, said_again.id).pain_before == 1


def test_nobody_in_particular_can_play(store):
    session = play.start(store, None, a_timeline(*TWO_SETS), now=A_DAY)

    assert play.offered(store, None).id == session.id
    assert play.offered(store, a_person()) is None


def test_a_red_flag_starts_nothing_and_keeps_nothing(store):
    flagged(store)

    with pytest.raises(NotAllowed) as refusal:
        begun(store)

    assert str(refusal.value)
    assert play.offered(store, a_person()) is None


def test_a_sore_knee_may_still_play_what_calms(store):
    flagged(store, Flag.LIMP)
    with pytest.raises(NotAllowed):
        begun(store)
    calming = a_routine(timed(10), calming=True)

    session = play.start(store, a_person(), play.plan(calming, exercises_of(calming)), now=A_DAY)

    assert kept(store, session.id).routine == calming


def test_starting_anew_ends_what_was_left_open_and_keeps_its_sets(store):
    left = begun(store)
    play.keep(store, left, let_run(left, 100, FIRST_SET_DONE), A_DAY)

    again = begun(store)

    assert kept(store, left.id).status is SessionStatus.STOPPED
    assert len(kept(store, left.id).sets) == 1
    assert play.offered(store, a_person()).id == again.id


def test_each_set_is_on_disk_when_keep_returns(store, folder):
    session = begun(store)

    play.keep(store, session, let_run(session, 100, FIRST_SET_DONE), A_DAY)

    with closing(sqlite3.connect(folder / DATABASE)) as other_program:
        assert other_program.execute("SELECT idx, status FROM session_set").fetchall() == [(0, "done")]
    assert kept(store, session.id).position == 1


def test_a_whole_session_ends_completed_with_all_its_sets(store):
    session = begun(store)

    play.keep(store, session, let_run(session, 100, 400), LATER)

    record = kept(store, session.id)
    assert (record.status, record.ended_at) == (SessionStatus.COMPLETED, LATER)
    assert [done.status for done in record.sets] == [SetStatus.DONE] * 4
    assert record.sets == tuple(session.records.values())


def test_ticks_that_only_count_touch_no_disk(store):
    session = begun(store)
    store.close()

    play.keep(store, session, [Counted(1, 10)], A_DAY)


def test_a_place_moved_to_while_paused_is_kept_without_an_event(store):
    session = begun(store)
    session.pause(at(101))
    session.jump(at(102), 2)

    play.keep(store, session, [], A_DAY)

    assert kept(store, session.id).position == 2


def test_a_full_disk_keeps_nothing_half_and_the_same_events_are_kept_later(store):
    session = begun(store, *[timed(1, sides=TWO_SETS[0].sides, sets=50)])
    events = let_run(session, 100, 1_300)
    assert len([event for event in events if isinstance(event, SetFinished)]) > 20
    full(store)

    with pytest.raises(DiskTrouble, match="free some space"):
        play.keep(store, session, events, A_DAY)

    assert kept(store, session.id).sets == ()
    assert kept(store, session.id).position == 0
    full(store, pages=1_000_000)
    play.keep(store, session, events, A_DAY)
    assert kept(store, session.id).sets == tuple(session.records.values())
    assert kept(store, session.id).position == session.position


def test_keeping_the_same_events_twice_changes_nothing(store):
    session = begun(store)
    events = let_run(session, 100, 400)
    play.keep(store, session, events, LATER)
    before = kept(store, session.id)

    play.keep(store, session, events, LATER + timedelta(hours=1))

    assert kept(store, session.id) == before


def test_an_event_that_had_to_wait_does_not_undo_what_came_after(store):
    session = begun(store)
    let_run(session, 100, 120)
    tried = session.skip(at(120.5))
    session.back(at(121))
    done = let_run(session, 121, 160)
    play.keep(store, session, done, A_DAY)

    play.keep(store, session, tried, A_DAY)

    assert kept(store, session.id).sets[0].status is SetStatus.DONE
    assert any(isinstance(event, SetFinished) and event.record.status is SetStatus.PARTIAL for event in tried)


def test_a_count_corrected_during_the_session_is_kept(store):
    session = begun(store, counted(5))
    play.keep(store, session, let_run(session, 100, 135), A_DAY)

    play.keep(store, session, session.correct(0, 3), A_DAY)

    assert kept(store, session.id).sets[0].reps == 3


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

    corrected = play.correct_set(store, SESSION_ID, 0, reps)

    assert (corrected.reps, corrected.status) == (reps, status)
    assert kept(store, SESSION_ID).sets == (corrected,)


def test_a_set_made_shorter_in_the_session_stays_done_when_its_count_is_confirmed(store):
    with store.begin() as tx:
        sessions.add(tx, a_session_record(sets=(a_set_record(0, reps=6, status=SetStatus.DONE),)))

    assert play.correct_set(store, SESSION_ID, 0, 6).status is SetStatus.DONE
    assert play.correct_set(store, SESSION_ID, 0, 5).status is SetStatus.PARTIAL


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
        play.correct_set(store, session_id, index, reps)

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
