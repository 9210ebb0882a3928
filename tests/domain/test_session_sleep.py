"""Pausing, resuming, and a machine that sleeps: standing time counts for nothing."""

import pytest

from kneecoach.domain.dosage import Sides
from kneecoach.domain.routine import Pauses
from kneecoach.domain.session import Cause, Moment, Paused
from tests.builders import a_session, at, play, timed, told

A_HOLD = timed(30, sides=Sides.BOTH)


def test_a_machine_that_sleeps_during_a_rest_wakes_up_paused_in_that_rest():
    session = a_session(timed(30, sets=2, rest_s=15, sides=Sides.BOTH), pauses=Pauses(0, 0, 0), started_at=100.0)
    play(session, 100, 131)

    assert session.advance(Moment(monotonic=131.1, boot=7_000.0)) == [Paused(Cause.SLEPT)]
    assert session.playing.seconds_left == 14


@pytest.mark.parametrize(
    ("now", "asleep"),
    [
        (at(102.0), False),
        (at(102.1), True),
        (at(4_000), True),
        (Moment(100.5, 101.0), False),
        (Moment(100.5, 101.1), True),
        (Moment(100.0, 100.6), True),
        (Moment(100.5, 100.0), False),
    ],
)
def test_a_step_longer_than_2_s_or_boot_time_half_a_second_ahead_is_sleep(now, asleep):
    session = a_session(A_HOLD)

    heard = told(session.advance(now))

    assert heard == (["paused slept"] if asleep else [])
    assert session.playing.elapsed_s == (0 if asleep else now.monotonic - 100)


def test_sleep_is_judged_before_the_rehearsal_speed():
    session = a_session(timed(600), speed=100)

    session.advance(at(101.9))

    assert session.playing.paused is None
    assert session.playing.elapsed_s == pytest.approx(175)


def test_a_session_that_slept_goes_on_from_the_fraction_where_it_stood():
    session = a_session(A_HOLD)
    session.advance(at(101.25))
    session.advance(at(5_000))

    heard = told(session.resume(at(5_010)))
    session.advance(at(5_010.5))

    assert heard == ["resumed"]
    assert session.playing.elapsed_s == 1.75


def test_a_control_after_an_unseen_sleep_finds_the_session_paused():
    session = a_session(A_HOLD, timed(10))
    session.advance(at(101))

    heard = told(session.skip(at(5_000)))

    assert heard == ["paused slept"]
    assert session.playing.working
    assert session.playing.elapsed_s == 0


def test_a_clock_that_stands_or_steps_back_gives_no_time():
    session = a_session(A_HOLD)
    session.advance(at(101))

    session.advance(at(101))
    session.advance(Moment(100.5, 100.5))
    session.advance(at(101.5))

    assert session.playing.elapsed_s == 1.5


def test_a_pause_keeps_the_exact_fraction_however_long_it_lasts():
    session = a_session(A_HOLD)

    assert told(session.pause(at(101.125))) == ["paused asked"]
    assert told(session.advance(at(9_000))) == []
    assert told(session.resume(at(9_001))) == ["resumed"]
    session.advance(at(9_001.125))

    assert session.playing.elapsed_s == 1.25


def test_many_pauses_lose_no_fraction():
    session = a_session(A_HOLD)

    for start in range(200, 230):
        session.pause(at(start))
        session.resume(at(start + 0.5))
        session.advance(at(start + 0.51))
        session.pause(at(start + 0.6))

    assert session.playing.elapsed_s == pytest.approx(3.0, abs=1e-9)


@pytest.mark.parametrize(
    ("first", "second", "heard", "stands"),
    [
        (Cause.ASKED, Cause.ASKED, [], Cause.ASKED),
        (Cause.HURTS, Cause.ASKED, [], Cause.HURTS),
        (Cause.ASKED, Cause.HURTS, ["paused hurts"], Cause.HURTS),
        (Cause.HURTS, Cause.HURTS, [], Cause.HURTS),
    ],
)
def test_a_second_pause_changes_nothing_but_that_it_hurts(first, second, heard, stands):
    session = a_session(A_HOLD)
    session.pause(at(101), first)

    assert told(session.pause(at(101.1), second)) == heard
    assert session.playing.paused is stands


def test_resuming_what_runs_changes_nothing():
    session = a_session(A_HOLD)

    assert told(session.resume(at(101))) == []
    assert session.playing.elapsed_s == 1


def test_resuming_hears_what_was_crossed_before_the_pause_only_once():
    session = a_session(A_HOLD, pauses=Pauses(5, 5, 5))
    heard = told(play(session, 100, 101.5, step_s=0.5)) + told(session.pause(at(102)))

    heard += told(session.resume(at(500))) + told(play(session, 500, 501))

    assert heard == ["3", "paused asked", "resumed", "2"]
