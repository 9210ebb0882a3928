"""A session that is offered again after a crash, a kill or a flat battery."""

import pytest

from kneecoach.domain.dosage import Sides
from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SetStatus
from tests.builders import a_session, a_set_record, at, counted, play, timed, told


def resumed(*dosages, **more):
    return a_session(*dosages, started_at=None, cause=Cause.RESTARTED, **more)


def test_it_comes_up_paused_at_the_same_set_and_side_and_waits():
    session = resumed(counted(10, sets=2), records=[a_set_record(0)], position=1)

    assert told(session.advance(at(5))) == ["paused restarted"]
    assert told(session.advance(at(500))) == []
    assert (session.playing.planned.number, session.playing.planned.side) == (1, Side.RIGHT)
    assert session.playing.paused is Cause.RESTARTED


def test_it_begins_with_the_lead_of_that_set_when_resumed():
    session = resumed(counted(10, sets=2), records=[a_set_record(0)], position=1)
    session.advance(at(5))

    assert told(session.resume(at(500))) == ["resumed", "lead 1"]
    session.advance(at(501))
    assert session.playing.seconds_left == 9


def test_resuming_at_the_very_first_moment_works_too():
    session = resumed(timed(30))

    assert told(session.resume(at(5))) == ["paused restarted", "resumed", "lead 0"]


def test_what_was_done_before_stays_and_counts():
    before = a_set_record(0, pain=2)
    session = resumed(counted(10), records=[before], position=1)
    session.resume(at(5))

    heard = told(play(session, 5, 60))

    assert heard[-2:] == ["done 1", "end completed"]
    assert session.records[0] == before
    assert session.worked_s == 35 + 35


@pytest.mark.parametrize(("position", "stands_at"), [(-3, 0), (0, 0), (3, 3), (4, 3), (99, 3)])
def test_a_position_outside_the_session_is_brought_back_into_it(position, stands_at):
    session = resumed(counted(10, sets=2), position=position)

    assert session.position == session.playing.planned.index == stands_at


def test_records_of_sets_that_the_routine_does_not_have_are_left_aside():
    session = resumed(timed(30, sides=Sides.BOTH), records=[a_set_record(1), a_set_record(7)])

    assert session.records == {}


def test_a_set_that_was_cut_short_before_the_crash_can_be_bettered():
    before = a_set_record(0, reps=4, seconds=14.0, status=SetStatus.PARTIAL)
    session = resumed(counted(10, sides=Sides.BOTH), records=[before])
    session.resume(at(5))

    play(session, 5, 60)

    assert (session.records[0].status, session.records[0].reps) == (SetStatus.DONE, 10)
