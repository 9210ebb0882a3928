"""Put aside: paused where it stands, with what was done of the set that was begun."""

from kneecoach.domain.dosage import Sides
from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SetStatus
from tests.builders import a_session, a_session_in_work, at, counted, play, timed, told


def test_the_set_that_was_begun_is_recorded_and_it_stands_there_paused():
    session = a_session_in_work(reps=4, index=2)

    assert told(session.put_aside(at(100))) == ["paused asked", "partial 2"]
    assert (session.position, session.playing.rep, session.playing.paused) == (2, 4, Cause.ASKED)


def test_a_set_that_ends_at_that_very_moment_is_done_and_the_next_one_is_offered():
    session = a_session(timed(10), timed(10), started_at=100)
    play(session, 100, 124)

    heard = told(session.put_aside(at(125.5)))

    assert heard == ["done 0", "lead 1", "paused asked"]
    assert (session.position, sorted(session.records)) == (1, [0])


def test_a_session_of_one_set_keeps_what_was_done_of_it():
    session = a_session_in_work(counted(10, sides=Sides.BOTH), reps=6)

    session.put_aside(at(100))

    assert (session.position, session.playing.ended) == (0, None)
    assert (session.records[0].reps, session.records[0].status) == (6, SetStatus.PARTIAL)


def test_going_on_all_the_same_loses_nothing():
    session = a_session_in_work(reps=4)
    session.put_aside(at(100))

    session.resume(at(500))
    play(session, 500, 521)

    assert (session.records[0].reps, session.records[0].status) == (10, SetStatus.DONE)


def test_before_the_work_there_is_nothing_to_record_and_after_the_end_nothing_to_put_aside():
    waiting, ended = a_session(counted()), a_session(counted())
    ended.end(at(100))

    assert told(waiting.put_aside(at(101))) == ["paused asked"]
    assert ended.put_aside(at(101)) == []
