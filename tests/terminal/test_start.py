"""`start` from the check-in to the pain after, with and without somebody at the keyboard."""

from contextlib import closing

import pytest

from kneecoach.coaching.people import say_lacking
from kneecoach.domain.exercise import Side
from kneecoach.domain.session_record import SessionStatus
from kneecoach.storage.database import open_store

NO_TO_ALL = "n\n" * 5
FINE = "2\n" + NO_TO_ALL


def test_at_the_keyboard_it_asks_plays_and_asks_again(seat):
    assert seat.run("start", "--terminal", "--speed", "60", typed=FINE + "1\n") == 0

    (session,) = seat.sessions()
    assert (session.pain_before, session.pain_after, session.status) == (2, 1, SessionStatus.COMPLETED)
    assert "Fine to warm up." in seat.out
    assert seat.out.count("saved ") == 14
    assert "14 of 14 sets done, pain 2 before, 1 after. A rehearsal counts for nothing." in seat.out


def test_a_score_that_was_given_is_not_asked(seat):
    given = ("--pain-before", "1", "--pain-after", "0")

    assert seat.run("start", "--terminal", "--speed", "60", *given, typed=NO_TO_ALL) == 0
    assert "Pain now" not in seat.out
    assert (seat.sessions()[0].pain_before, seat.sessions()[0].pain_after) == (1, 0)


def test_pain_after_may_stay_open(seat):
    seat.run("start", "--terminal", "--speed", "60", typed=FINE + "\n")
    assert seat.sessions()[0].pain_after is None

    seat.run("start", "--terminal", "--speed", "60", typed=FINE)
    assert seat.sessions()[1].pain_after is None


def test_whoever_leaves_a_question_has_started_nothing(seat):
    assert seat.run("start", "--terminal", typed="2\ny\n") == 1

    assert seat.err == "Ended at a question, before anything was started.\n"
    assert seat.sessions() == ()


def test_some_pain_offers_the_short_warm_up(seat):
    seat.run("start", "--terminal", "--speed", "60", typed="4\n" + NO_TO_ALL + "y\n0\n")
    assert seat.sessions()[0].routine.id == "short-warm-up"

    seat.run("start", "--terminal", "--speed", "60", typed="4\n" + NO_TO_ALL + "n\n0\n")
    assert seat.sessions()[1].routine.id == "warm-up"


def test_what_needs_a_thing_that_is_not_there_is_left_out(seat):
    with closing(open_store(seat.folder)) as store:
        say_lacking(store, "Foam roller", lacking=True)

    seat.run("start", "--terminal", "--speed", "60", typed="4\n" + NO_TO_ALL + "y\n0\n")

    (session,) = seat.sessions()
    assert session.routine.id == "short-warm-up"
    assert [item.exercise for item in session.routine.items] == ["adductor_stretch", "lateral_walk", "front_lunge"]
    assert "Left out for want of equipment: Foam roll." in seat.err


def test_much_pain_leads_to_the_calm_down_day_once_it_is_read(seat):
    assert seat.run("start", "--terminal", "--speed", "60", typed="7\n" + NO_TO_ALL + "y\n6\n") == 0

    assert "Calm-down day only." in seat.out
    assert seat.sessions()[0].routine.id == "calm-down"


def test_much_pain_without_agreeing_starts_nothing(seat):
    assert seat.run("start", "calm-down", "--terminal", typed="7\n" + NO_TO_ALL + "n\n") == 2

    assert seat.err == "Nothing was started. The answers are kept.\n"
    assert seat.sessions() == ()


def test_a_sign_that_should_be_seen_today_starts_nothing(seat):
    knee_locked = "2\nn\nn\ny\n1\nn\nn\n"

    assert seat.run("start", "calm-down", "--terminal", typed=knee_locked) == 2
    assert seat.sessions() == ()
    assert "Have this seen today." in seat.err


def test_with_json_the_questions_leave_standard_output_alone(seat):
    assert seat.run("start", "--terminal", "--speed", "60", "--json", typed=FINE + "1\n") == 0

    assert seat.out.startswith("{\n")
    assert "Pain now, 0 to 10:" in seat.err


def test_q_at_the_keyboard_ends_with_one(seat):
    assert seat.run("start", "--terminal", typed=FINE + "3\n", keys=(2.0, "q", "q")) == 1

    assert seat.err == "The session was ended early. What was done is kept.\n"
    assert (seat.sessions()[0].status, seat.sessions()[0].pain_after) == (SessionStatus.STOPPED, 3)


def test_stopping_for_pain_says_why(seat):
    assert seat.run("start", "--terminal", typed=FINE + "\n", keys=("n", "h", "7", "enter", "enter")) == 1

    assert seat.sessions()[0].stop_reason == "pain"


TO_THE_LUNGE = ("n",) * 21
IT_HURTS = ("h", "7", "enter", "c")


def test_breaking_off_the_last_exercise_for_pain_is_stopping_for_pain(seat):
    assert seat.run("start", "--terminal", typed=FINE + "\n", keys=(*TO_THE_LUNGE, *IT_HURTS)) == 1

    (session,) = seat.sessions()
    assert (session.status, session.stop_reason) == (SessionStatus.STOPPED, "pain")
    assert session.sets[10].pain == 7


def test_whoever_breaks_off_one_exercise_and_plays_the_others_came_to_the_end(seat):
    assert seat.run("start", "--terminal", typed=FINE + "\n", keys=("n", *IT_HURTS, *TO_THE_LUNGE, *("n",) * 4)) == 0

    (session,) = seat.sessions()
    assert (session.status, session.stop_reason) == (SessionStatus.COMPLETED, "")
    assert session.sets[0].pain == 7


def test_a_terminal_that_is_gone_is_told_nothing(seat):
    assert seat.run("start", "--terminal", typed=FINE, keys=("n", 5.0, "hang-up")) == 1

    assert seat.err == ""
    assert seat.sessions()[0].status is SessionStatus.OPEN


def test_without_a_person_the_safety_statement_is_printed(desk, seat, tmp_path):
    desk.folder = tmp_path / "new"
    desk.run("start", "--terminal", "--speed", "60")
    assert desk.out.startswith("This is not a diagnosis.")
    assert "it is not a certified medical device." in desk.out

    seat.run("start", "--terminal", "--speed", "60", typed=FINE)
    assert "This is not a diagnosis." not in seat.out


@pytest.mark.parametrize(("pain", "routine", "code"), [("6", "warm-up", 2), ("6", "calm-down", 0), ("5", "warm-up", 0)])
def test_with_nobody_to_ask_strong_pain_allows_the_calm_down_day_only(desk, pain, routine, code):
    assert desk.run("start", routine, "--terminal", "--speed", "60", "--pain-before", pain) == code

    assert len(desk.sessions()) == (0 if code else 1)
    assert bool(desk.err) is bool(code)


@pytest.mark.parametrize(
    ("flag", "routine", "code"),
    [("locked", "calm-down", 2), ("deformity", "warm-up", 2), ("limp", "warm-up", 2), ("limp", "calm-down", 0)],
)
def test_with_nobody_to_ask_an_open_flag_decides(desk, flag, routine, code):
    desk.run("log", "flag", flag)

    assert desk.run("start", routine, "--terminal", "--speed", "60") == code
    assert len(desk.sessions()) == (0 if code else 1)


def test_the_sore_side_or_the_named_side_begins(desk):
    desk.introduce(knee=Side.RIGHT)
    desk.run("start", "--terminal", "--short", "--speed", "60")
    desk.run("start", "--terminal", "--short", "--speed", "60", "--first", "left")

    sore, named = desk.sessions()
    assert sore.routine.id == "short-warm-up"
    assert (sore.sets[0].side, named.sets[0].side) == (Side.RIGHT, Side.LEFT)


def test_a_terminal_that_only_goes_forward_gets_lines_with_the_keys(seat, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")

    assert seat.run("start", "--terminal", typed=FINE + "1\n", keys=("n", "h", "1", "enter", "q", "q")) == 1

    assert "\x1b[?1049h" not in seat.out
    assert "How much does it hurt, 0 to 10? 1 [0 to 10 score" in seat.out
    assert "Go: Inner-thigh foam roll, set 1 of 1, left, 60 s" in seat.out
    assert seat.out.count("[Space pause") == 2


def test_a_rehearsal_with_nobody_to_ask_answers_no_finding(desk):
    desk.run("start", "calm-down", "--terminal", "--pain-before", "8")
    desk.clock.pass_by(8 * 86_400)

    assert desk.run("start", "calm-down", "--terminal", "--speed", "60", "--pain-before", "0") == 0

    assert desk.check_ins() == [(8, False), (None, False)]
    assert desk.run("start", "--terminal") == 2
    assert "8" in desk.err


def test_a_rehearsal_is_judged_by_the_pain_it_was_told(desk):
    assert desk.run("start", "--terminal", "--speed", "60", "--pain-before", "6") == 2

    assert "You gave pain 6 of 10." in desk.err
    assert desk.run("start", "--terminal", "--speed", "60") == 0


def test_a_routine_without_a_name_is_unknown(desk):
    assert desk.run("start", "", "--terminal") == 2

    assert desk.err.startswith("There is no routine called ''.")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("n", "h", "4", "enter", "f", "q", "q"), "Less of this exercise. You logged 4 of 10 in"),
        (("n", "h", "5", "enter", "enter"), "Leave this exercise out. You logged 5 of 10 in"),
        (("n", "h", "1", "enter", "q", "q"), ""),
    ],
)
def test_after_a_session_the_rules_say_what_they_found_in_it(seat, monkeypatch, keys, said):
    monkeypatch.setenv("TERM", "dumb")

    seat.run("start", "--terminal", typed=FINE + "1\n", keys=keys)

    assert ("You logged" in seat.out.split("sets done")[1]) == bool(said)
    assert said in seat.out


@pytest.mark.parametrize(("score", "said"), [("4", ""), ("5", "Leave this exercise out. You logged 5 of 10 in")])
def test_under_a_red_flag_only_what_stops_is_said_of_the_session(seat, monkeypatch, score, said):
    monkeypatch.setenv("TERM", "dumb")
    seat.run("log", "flag", "limp")
    typed = "1\n" + FINE + "y\n1\n"

    seat.run("start", "calm-down", "--terminal", typed=typed, keys=("n", "h", score, "enter", "f", "q", "q"))

    after = seat.out.split("sets done")[1]
    assert ("You logged" in after) == bool(said)
    assert said in after
