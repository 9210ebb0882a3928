"""Ending, controls while paused, and correcting a count afterwards."""

import pytest

from kneecoach.domain.session import Cause
from tests.builders import CONTROLS, a_session, a_session_in_work, at, counted, play, timed, told

LUNGES = counted(10, sets=2)


def test_ending_early_keeps_everything_and_is_stopped():
    session = a_session_in_work(reps=3, index=1)

    heard = told(session.end(at(100)))

    assert heard == ["skipped 0", "partial 1", "skipped 2", "skipped 3", "end stopped"]
    assert session.records[1].reps == 3


def test_ending_while_a_set_is_played_again_after_all_were_recorded_is_completed():
    session = a_session(timed(10))
    session.jump(at(100), 1)
    session.skip(at(100))
    session.jump(at(101.5), 0)
    session.skip(at(101.5))
    session.skip(at(101.5))

    assert told(session.end(at(102))) == ["end completed"]


def test_an_attempt_that_was_left_by_going_back_is_recorded_at_the_end():
    session = a_session_in_work(timed(30), index=1)
    play(session, 100, 102)
    session.back(at(102))

    heard = told(session.end(at(102)))

    assert heard == ["skipped 0", "partial 1", "end stopped"]


@pytest.mark.parametrize("control", CONTROLS)
def test_after_the_end_every_control_does_nothing(control):
    session = a_session_in_work(reps=3)
    session.pause(at(100))
    session.end(at(101))
    before = (session.playing, dict(session.records), session.timeline)

    heard = CONTROLS[control](session, at(102))

    assert heard == []
    assert (session.playing, session.records, session.timeline) == before
    assert session.playing.paused is None


@pytest.mark.parametrize(
    ("control", "heard", "stands", "on_resume"),
    [
        ("skip", ["partial 1"], (2, False), "lead 2"),
        ("back", [], (1, False), "lead 1"),
        ("restart_set", [], (1, False), "lead 1"),
        ("finish_set", ["partial 1"], (2, False), "lead 2"),
        ("jump", [], (1, False), "lead 1"),
        ("end_exercise", ["skipped 0", "partial 1", "skipped 2", "skipped 3"], (4, False), "lead 4"),
    ],
)
def test_a_control_that_moves_while_paused_stays_paused_and_tells_the_start_on_resuming(
    control, heard, stands, on_resume
):
    session = a_session_in_work(LUNGES, timed(30), index=1, reps=4)
    session.pause(at(100))

    assert told(CONTROLS[control](session, at(101))) == heard
    assert (session.position, session.playing.working) == stands
    assert session.playing.paused is Cause.ASKED
    assert told(session.advance(at(300))) == []
    assert told(session.resume(at(301)))[1:] == [on_resume]


def test_skipping_a_lead_while_paused_starts_the_work_on_resuming():
    session = a_session(LUNGES)
    session.pause(at(101))

    assert told(session.skip(at(102))) == []
    assert session.playing.working
    assert told(session.resume(at(103))) == ["resumed", "work 0", "phase lower"]


def test_a_lead_shortened_while_paused_tells_its_countdown_on_resuming():
    session = a_session(LUNGES)
    session.pause(at(101))

    assert told(session.stretch_lead(at(102), -15)) == []
    assert told(session.resume(at(103))) == ["resumed", "3"]


def test_ending_while_paused_ends():
    session = a_session(LUNGES)
    session.pause(at(101))

    assert told(session.end(at(102)))[-1] == "end stopped"
