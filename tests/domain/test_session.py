"""Time passes in a session: every boundary, in order, exactly once."""

from uuid import UUID, uuid5

import pytest

from kneecoach.domain.dosage import Sides, TempoPhase
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import Pauses
from kneecoach.domain.session import Countdown, SetFinished
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import SESSION_ID, Session, a_session, at, counted, play, timed, told

FIVE = Pauses(5, 5, 5)
A_HOLD = timed(30, sides=Sides.BOTH)
TWO_LUNGES = counted(2, sides=Sides.BOTH)


def a_working_session(dosage, **more):
    """Its work began at 105 s."""
    session = a_session(dosage, pauses=FIVE, **more)
    play(session, 100, 105)
    return session


def test_the_first_moment_starts_the_lead_of_the_first_set():
    session = a_session(A_HOLD, started_at=None)

    assert told(session.advance(at(7))) == ["lead 0"]
    assert told(session.advance(at(7))) == []


@pytest.mark.parametrize(
    ("before", "after", "heard"),
    [
        (100.0, 101.9, []),
        (101.9, 102.0, ["3"]),
        (102.0, 102.9, []),
        (102.9, 103.0, ["2"]),
        (103.9, 104.0, ["1"]),
        (104.9, 104.999, []),
        (104.9, 105.0, ["work 0"]),
        (103.5, 105.5, ["1", "work 0"]),
        (105.0, 106.0, []),
        (119.9, 120.0, ["half"]),
        (131.9, 132.0, ["3"]),
        (132.9, 133.0, ["2"]),
        (133.9, 134.0, ["1"]),
        (134.9, 134.999, []),
        (134.9, 135.0, ["done 0", "end completed"]),
        (135.0, 136.0, []),
    ],
)
def test_a_lead_of_5_s_and_a_hold_of_30_s_tell_each_boundary_when_it_is_reached(before, after, heard):
    session = a_session(A_HOLD, pauses=FIVE)
    play(session, 100, before)

    assert told(session.advance(at(after))) == heard


@pytest.mark.parametrize(
    ("before", "after", "heard"),
    [
        (104.9, 105.0, ["work 0", "phase lower"]),
        (106.4, 106.5, ["phase hold"]),
        (106.9, 107.0, ["phase raise"]),
        (108.1, 108.19, []),
        (108.1, 108.2, ["count 1/2", "phase pause"]),
        (108.4, 108.5, ["phase lower"]),
        (111.6, 111.7, ["count 2/2", "phase pause"]),
        (111.9, 111.999, []),
        (111.9, 112.0, ["done 0", "end completed"]),
    ],
)
def test_two_lunges_tell_each_phase_and_count_at_the_top(before, after, heard):
    session = a_session(TWO_LUNGES, pauses=FIVE)
    play(session, 100, before)

    assert told(session.advance(at(after))) == heard


def test_one_step_across_many_boundaries_tells_them_all_in_order():
    session = a_session(timed(1, sets=2), pauses=Pauses(1, 1, 1), speed=1_000)

    heard = " ".join(told(session.advance(at(100.3))))

    assert heard == (
        "work 0 1 done 0 lead 1 1 work 1 1 done 1 lead 2 3 2 1 work 2 1 done 2 lead 3 1 work 3 1 done 3 end completed"
    )


@pytest.mark.parametrize(("lead_s", "heard"), [(0, []), (0.5, []), (1, ["1"]), (2.5, ["2", "1"]), (3, ["3", "2", "1"])])
def test_a_short_lead_counts_down_as_far_as_it_fits(lead_s, heard):
    session = a_session(A_HOLD, pauses=Pauses(lead_s, lead_s, lead_s), started_at=None)

    assert told(session.advance(at(100)) + play(session, 100, 104)) == ["lead 0", *heard, "work 0"]


@pytest.mark.parametrize(("seconds", "half_ways"), [(19.9, 0), (20, 1), (60, 1)])
def test_half_way_is_told_in_timed_work_of_20_s_and_more(seconds, half_ways):
    session = a_session(timed(seconds, sides=Sides.BOTH))

    heard = told(play(session, 100, 200))

    assert heard.count("half") == half_ways


@pytest.mark.parametrize(("reps", "after"), [(3, None), (4, "count 2/4"), (5, "count 3/5"), (12, "count 6/12")])
def test_half_way_is_told_at_half_the_repetitions(reps, after):
    session = a_session(counted(reps, sides=Sides.BOTH))

    heard = told(play(session, 100, 200))

    assert ([heard[heard.index("half") - 1]] if "half" in heard else [None]) == [after]


def test_a_repetition_set_has_no_countdown_at_its_end():
    session = a_working_session(TWO_LUNGES)

    assert not [event for event in play(session, 105, 112) if isinstance(event, Countdown)]


def test_the_pacer_of_a_timed_set_starts_its_phases_until_the_time_is_up():
    pacer = (TempoPhase("out", 3), TempoPhase("back", 3))
    session = a_working_session(timed(10, tempo=pacer, sides=Sides.BOTH))

    heard = told(play(session, 105, 120))

    assert [word for word in heard if word.startswith("phase")] == ["phase back", "phase out", "phase back"]
    assert not [word for word in heard if word.startswith("count")]
    assert heard[-2:] == ["done 0", "end completed"]


def test_a_set_that_runs_to_its_end_is_recorded_as_prescribed():
    session = a_session(counted(10, sets=2))

    finished = [event.record for event in play(session, 100, 400) if isinstance(event, SetFinished)]

    assert [(record.index, record.number, record.side, record.reps, record.seconds) for record in finished] == [
        (0, 1, Side.LEFT, 10, 35),
        (1, 1, Side.RIGHT, 10, 35),
        (2, 2, Side.LEFT, 10, 35),
        (3, 2, Side.RIGHT, 10, 35),
    ]
    assert all(record.status is SetStatus.DONE for record in finished)
    assert session.records == {record.index: record for record in finished}


def test_a_timed_set_is_recorded_in_seconds_without_repetitions():
    session = a_working_session(A_HOLD)

    play(session, 105, 136)

    assert (session.records[0].reps, session.records[0].seconds) == (None, 30)


def test_the_id_of_a_record_follows_from_the_session_and_the_place_of_the_set():
    session = a_working_session(A_HOLD)

    play(session, 105, 136)

    assert session.records[0].id == uuid5(SESSION_ID, "0")
    assert a_working_session(A_HOLD, id=UUID(int=9)).id != SESSION_ID


def test_what_is_shown_in_a_lead():
    session = a_session(counted(10, sets=1))
    session.advance(at(101.25))

    shown = session.playing

    assert (shown.working, shown.length_s, shown.elapsed_s, shown.seconds_left) == (False, 15, 1.25, 13.75)
    assert (shown.rep, shown.reps, shown.phase_index, shown.phase_elapsed_s) == (0, 10, None, 0)
    assert (shown.paused, shown.ended, shown.planned.index) == (None, None, 0)
    assert shown.session_left_s == 15 + 35 + 10 + 35 - 1.25


@pytest.mark.parametrize(
    ("now", "rep", "phase", "phase_elapsed_s"),
    [(105, 0, 0, 0), (106, 0, 0, 1), (106.5, 0, 1, 0), (108, 0, 2, 1), (108.2, 1, 3, 0), (108.75, 1, 0, 0.25)],
)
def test_what_is_shown_in_a_repetition(now, rep, phase, phase_elapsed_s):
    session = a_working_session(TWO_LUNGES)
    play(session, 105, now)

    shown = session.playing

    assert (shown.working, shown.rep, shown.reps, shown.phase_index) == (True, rep, 2, phase)
    assert shown.phase_elapsed_s == pytest.approx(phase_elapsed_s)
    assert shown.session_left_s == shown.seconds_left == pytest.approx(112 - now)


def test_what_is_shown_in_timed_work_without_a_pacer():
    session = a_working_session(A_HOLD)
    play(session, 105, 110)

    shown = session.playing

    assert (shown.rep, shown.reps, shown.phase_index, shown.seconds_left) == (0, None, None, 25)


def test_what_is_shown_after_the_end():
    session = a_working_session(TWO_LUNGES)
    play(session, 105, 120)

    shown = session.playing

    assert (shown.ended, shown.seconds_left, shown.session_left_s) == (SessionStatus.COMPLETED, 0, 0)
    assert (shown.rep, shown.reps) == (2, 2)


def test_the_last_set_of_each_exercise_is_known():
    session = a_session(timed(1), timed(1))

    last = []
    for index in range(4):
        session.jump(at(100), index)
        last.append(session.playing.last_set_of_exercise)

    assert last == [False, True, False, True]


def test_time_worked_adds_up_over_work_only():
    session = a_session(timed(30))
    play(session, 100, 120)

    assert session.worked_s == 5

    play(session, 120, 160)
    assert session.worked_s == 35


def test_the_whole_warm_up_takes_its_680_seconds_to_the_step():
    timeline = plan(load_routines()["warm-up"], load_exercises(), first=Side.RIGHT)
    session = Session(timeline, id=SESSION_ID)
    session.advance(at(0))

    before = told(play(session, 0, 679.75, step_s=0.25))
    last = told(session.advance(at(680)))

    assert "end completed" not in before
    assert last == ["done 13", "end completed"]
    assert session.worked_s == 2 * (60 + 50 + 60 + 70)
    assert [session.records[index].side for index in range(4)] == [Side.RIGHT, Side.LEFT] * 2


def test_an_hour_of_small_steps_drifts_by_nothing():
    session = a_session(timed(3_600, sides=Sides.BOTH), pauses=Pauses(0, 0, 0), started_at=1_000_000.1)

    for step in range(1, 100_000):
        session.advance(at(1_000_000.1 + step * 0.033))

    assert session.playing.elapsed_s == pytest.approx(99_999 * 0.033, abs=1e-6)


@pytest.mark.parametrize("speed", [0, -1, 1_001, float("nan"), float("inf")])
def test_a_speed_that_makes_no_sense_is_refused(speed):
    with pytest.raises(InvalidInput, match="speed"):
        a_session(speed=speed)


def test_a_rehearsal_at_60_times_runs_a_minute_in_a_second():
    session = a_session(timed(45), speed=60)

    session.advance(at(101))

    assert session.records[0].seconds == 45
    assert session.position == 1
    assert session.playing.elapsed_s == 0
