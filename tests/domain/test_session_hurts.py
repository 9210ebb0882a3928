"""It hurts: fewer repetitions, ending an exercise, and the score that is kept."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.session_record import SetStatus
from tests.builders import a_session, a_session_in_work, at, counted, play, timed, told

LUNGES = counted(10, sets=2)


def test_fewer_repetitions_halve_what_is_left_of_this_exercise_on_both_sides():
    session = a_session_in_work(LUNGES, counted(10), reps=4)

    assert told(session.fewer_reps(at(100))) == []
    assert [planned.dosage.reps for planned in session.timeline.sets] == [7, 5, 5, 5, 10, 10]
    assert session.playing.reps == 7


def test_fewer_repetitions_in_a_lead_halve_the_set_that_comes():
    session = a_session(counted(5, sets=2))

    session.fewer_reps(at(101))

    assert [planned.dosage.reps for planned in session.timeline.sets] == [3, 3, 3, 3]


def test_fewer_repetitions_again_and_again_leave_one():
    session = a_session(counted(10))

    for _ in range(6):
        session.fewer_reps(at(101))

    assert [planned.dosage.reps for planned in session.timeline.sets] == [1, 1]


def test_a_set_that_was_eased_is_done_when_its_fewer_repetitions_are():
    session = a_session_in_work(reps=4)
    session.fewer_reps(at(100))

    heard = told(play(session, 100, 110.5))

    assert [word for word in heard if "phase" not in word] == [
        "count 5/7",
        "count 6/7",
        "count 7/7",
        "done 0",
        "lead 1",
    ]
    assert (session.records[0].reps, session.records[0].status) == (7, SetStatus.DONE)


def test_easing_a_timed_set_halves_its_seconds():
    session = a_session_in_work(timed(60, sets=2))
    play(session, 100, 110.5)

    session.fewer_reps(at(110.5))

    assert [planned.dosage.seconds for planned in session.timeline.sets] == [36, 30, 30, 30]
    assert session.playing.seconds_left == 25.5


def test_sets_that_have_their_record_are_not_eased():
    session = a_session_in_work(reps=4)
    session.skip(at(100))

    session.fewer_reps(at(101))

    assert [planned.dosage.reps for planned in session.timeline.sets] == [10, 5, 5, 5]


def test_easing_work_that_has_not_run_yet_still_starts_it_once():
    session = a_session(LUNGES)
    session.pause(at(101))
    session.skip(at(102))
    session.fewer_reps(at(103))

    assert told(session.resume(at(104))) == ["resumed", "work 0", "phase lower"]
    assert session.playing.reps == 5


def test_ending_an_exercise_keeps_what_was_counted_and_goes_to_the_next():
    session = a_session_in_work(LUNGES, timed(30), reps=4)

    heard = told(session.end_exercise(at(100)))

    assert heard == ["partial 0", "skipped 1", "skipped 2", "skipped 3", "lead 4"]


def test_ending_the_last_exercise_stops_the_session():
    session = a_session(timed(30), LUNGES)
    session.jump(at(101), 3)

    heard = told(session.end_exercise(at(102)))

    assert heard == [*(f"skipped {index}" for index in range(6)), "end stopped"]


def test_ending_an_exercise_whose_sets_were_all_done_takes_nothing_from_the_session():
    played = a_session(LUNGES)
    play(played, 100, 400)
    session = a_session(LUNGES, records=played.records.values(), position=3)

    heard = told(session.end_exercise(at(101)))

    assert heard == ["end completed"]


def test_playing_on_after_an_exercise_was_ended_comes_to_the_end():
    session = a_session_in_work(LUNGES, timed(30), reps=4)
    session.end_exercise(at(100))

    assert told(play(session, 100, 300))[-1] == "end completed"


def test_the_highest_pain_said_during_a_set_is_kept_with_it():
    session = a_session_in_work(reps=4)
    heard = told(session.say_pain(at(100), 4) + session.say_pain(at(100), 2, sharp=True))

    session.skip(at(100))

    assert heard == ["pain 4", "pain 2 sharp"]
    assert session.records[0].pain == 4


def test_pain_said_while_a_recorded_set_is_played_again_is_added_to_its_record():
    session = a_session_in_work(reps=9)
    play(session, 100, 104)
    session.back(at(104))

    assert told(session.say_pain(at(104), 3)) == ["pain 3", "done 0"]
    assert told(session.say_pain(at(104), 1)) == ["pain 1"]
    assert session.records[0].pain == 3


def test_a_set_without_a_word_about_pain_has_unknown_pain():
    session = a_session_in_work(reps=4)

    session.skip(at(100))

    assert session.records[0].pain is None


@pytest.mark.parametrize("score", [-1, 11, 2.5, True])
def test_pain_outside_0_to_10_is_refused_and_changes_nothing(score):
    session = a_session_in_work()

    with pytest.raises(InvalidInput):
        session.say_pain(at(101), score)
    session.skip(at(101))
    assert session.records[0].pain is None
