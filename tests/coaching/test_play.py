"""Playing: on disk before it is shown, found again after a crash, and never less than what was done."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import play
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import DiskTrouble, NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.session import Counted, SetFinished
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import diary
from kneecoach.storage.revision import DATABASE
from tests.builders import (
    A_DAY,
    PERSON_ID,
    a_person,
    a_routine,
    a_timeline,
    at,
    exercises_of,
    timed,
)
from tests.builders import play as let_run
from tests.coaching.stories import FIRST_SET_DONE, LATER, TWO_SETS, begun, flagged, full, kept


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
