"""Skip, set done, back, restart, jump, and longer or shorter rests."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SessionStatus, SetStatus
from tests.builders import a_session, a_session_in_work, at, counted, play, timed, told

LUNGES = counted(10, sets=2)


def test_skipping_a_lead_starts_the_work():
    session = a_session(LUNGES)

    assert told(session.skip(at(101))) == ["work 0", "phase lower"]
    assert session.playing.elapsed_s == 0


def test_skipping_work_keeps_what_was_counted_and_goes_to_the_next_lead():
    session = a_session_in_work(reps=4)

    assert told(session.skip(at(100))) == ["partial 0", "lead 1"]
    assert (session.records[0].reps, session.records[0].seconds) == (4, 14)


def test_skipping_work_before_anything_counted_is_a_skipped_set():
    session = a_session_in_work()

    assert told(session.skip(at(101))) == ["skipped 0", "lead 1"]
    assert (session.records[0].reps, session.records[0].seconds) == (0, 1)


@pytest.mark.parametrize(("worked_s", "status"), [(0.9, "skipped"), (1.0, "partial"), (29.9, "partial")])
def test_timed_work_that_was_begun_for_a_second_is_a_part_of_it(worked_s, status):
    session = a_session_in_work(timed(30))
    play(session, 100, 100 + worked_s)

    session.skip(at(100 + worked_s))

    assert session.records[0].status.value == status
    assert session.records[0].seconds == pytest.approx(worked_s)


def test_a_set_with_all_repetitions_counted_is_done_even_in_its_last_pause():
    session = a_session_in_work(reps=9)
    play(session, 100, 103.3)

    assert told(session.finish_set(at(103.3))) == ["done 0", "lead 1"]
    assert session.records[0].seconds == pytest.approx(34.8)


def test_set_done_early_is_what_was_counted():
    session = a_session_in_work(reps=7)

    assert told(session.finish_set(at(100))) == ["partial 0", "lead 1"]
    assert session.records[0].reps == 7


def test_set_done_in_a_lead_does_nothing():
    session = a_session(LUNGES)

    assert told(session.finish_set(at(101))) == []
    assert session.records == {}


def test_time_passes_up_to_the_control_before_it_acts():
    session = a_session_in_work(reps=9)

    heard = told(session.skip(at(101.9)))

    assert heard == ["phase hold", "partial 0", "lead 1"]


def test_skipping_the_last_set_ends_the_session_and_nothing_stays_open():
    session = a_session_in_work(index=3)

    heard = told(session.skip(at(100.5)))

    assert heard == ["skipped 3", "skipped 0", "skipped 1", "skipped 2", "end completed"]
    assert session.playing.ended is SessionStatus.COMPLETED


def test_back_in_a_lead_goes_to_the_lead_of_the_set_before():
    session = a_session(LUNGES)
    session.jump(at(100), 2)
    play(session, 100, 110)

    assert told(session.back(at(110))) == ["lead 1"]


@pytest.mark.parametrize(("worked_s", "lands_on"), [(0, 1), (3.0, 1), (3.1, 2), (20, 2)])
def test_back_in_work_restarts_the_set_once_it_is_3_s_in(worked_s, lands_on):
    session = a_session_in_work(index=2)
    play(session, 100, 100 + worked_s)

    heard = told(session.back(at(100 + worked_s)))

    assert heard == [f"lead {lands_on}"]
    assert session.position == lands_on


def test_back_at_the_first_set_begins_it_again():
    session = a_session(LUNGES)
    session.advance(at(101))

    assert told(session.back(at(101))) == ["lead 0"]


def test_restarting_a_set_takes_no_longer_than_a_get_ready():
    session = a_session_in_work(index=2, reps=2)

    assert told(session.restart_set(at(100))) == ["lead 2"]
    assert session.playing.seconds_left == 5


def test_an_attempt_that_was_restarted_counts_when_it_stays_the_best():
    session = a_session_in_work(reps=6)
    session.restart_set(at(100))
    session.skip(at(100))
    play(session, 100, 107)

    session.finish_set(at(107))

    assert (session.records[0].reps, session.records[0].seconds) == (6, 21)


def test_a_done_set_is_not_changed_by_playing_it_again_and_skipping():
    session = a_session_in_work(reps=9)
    play(session, 100, 104)
    done = session.records[0]

    session.back(at(104))
    session.skip(at(104.5))
    heard = told(session.skip(at(105)))

    assert done.status is SetStatus.DONE
    assert heard == ["lead 1"]
    assert session.records == {0: done}


def test_playing_a_part_set_again_to_its_end_makes_it_done():
    session = a_session_in_work(reps=4)
    session.skip(at(100))
    session.back(at(100))
    session.skip(at(100))

    heard = told(play(session, 100, 135))

    assert heard[-2:] == ["done 0", "lead 1"]
    assert (session.records[0].reps, session.records[0].seconds) == (10, 35)


def test_a_worse_second_attempt_takes_nothing_away():
    session = a_session_in_work(reps=6)
    session.skip(at(100))
    session.back(at(100))
    session.skip(at(100))
    play(session, 100, 107)

    heard = told(session.skip(at(107)))

    assert heard == ["lead 1"]
    assert (session.records[0].reps, session.records[0].seconds) == (6, 21)


def test_jumping_leaves_the_sets_in_between_open():
    session = a_session(LUNGES)

    assert told(session.jump(at(101), 3)) == ["lead 3"]
    assert session.records == {}


def test_jumping_out_of_work_keeps_what_was_counted():
    session = a_session_in_work(reps=5)

    assert told(session.jump(at(100), 2)) == ["partial 0", "lead 2"]


def test_jumping_out_of_work_that_had_not_begun_leaves_the_set_open():
    session = a_session_in_work()

    assert told(session.jump(at(100.5), 2)) == ["lead 2"]
    assert session.records == {}


def test_jumping_to_where_one_is_begins_the_set_again():
    session = a_session_in_work(reps=5)

    assert told(session.jump(at(100), 0)) == ["lead 0"]
    assert session.records == {}


@pytest.mark.parametrize("index", [-1, 4])
def test_jumping_out_of_the_session_is_refused(index):
    session = a_session(LUNGES)

    with pytest.raises(InvalidInput, match="no such set"):
        session.jump(at(101), index)


@pytest.mark.parametrize(
    ("left", "by", "then_left", "heard"),
    [
        (14, 15, 29, []),
        (14, -5, 9, []),
        (14, -15, 3, ["3"]),
        (14, -11, 3, ["3"]),
        (4, -15, 3, ["3"]),
        (3, -15, 3, []),
        (2.5, -15, 2.5, []),
        (2.5, 15, 17.5, []),
        (14, 9_999, 3_600, []),
        (2, 1, 3, ["3"]),
        (14, 0, 14, []),
    ],
)
def test_a_lead_can_be_stretched_and_shortened_but_3_2_1_stays(left, by, then_left, heard):
    session = a_session(LUNGES)
    play(session, 100, 115 - left)

    assert told(session.stretch_lead(at(115 - left), by)) == heard
    assert session.playing.seconds_left == then_left


def test_a_stretched_lead_counts_down_again_at_its_new_end():
    session = a_session(LUNGES)
    play(session, 100, 112.5)
    session.stretch_lead(at(112.5))

    assert told(play(session, 112.5, 130)) == ["3", "2", "1", "work 0", "phase lower"]


def test_a_lead_that_is_stretched_before_it_ran_still_starts_once():
    session = a_session(LUNGES, started_at=None, cause=Cause.RESTARTED)
    session.stretch_lead(at(1))

    assert told(session.resume(at(2))) == ["resumed", "lead 0"]
    assert session.playing.seconds_left == 30


def test_work_cannot_be_stretched():
    session = a_session_in_work(timed(30))

    assert told(session.stretch_lead(at(101))) == []
    assert session.playing.length_s == 30
