"""`start` with a session that was left open: gone on with, ended for a new one, or asked about first."""

from contextlib import closing

import pytest

from kneecoach.coaching import play
from kneecoach.coaching.check_in import save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import find_routine, load_exercises
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.terminal import start

NO_TO_ALL = "n\n" * 5
FINE = "2\n" + NO_TO_ALL


def unfinished(seat, *options):
    """A session that the machine ended in its third set."""
    keys = ("n", "n", "n", "n", 0.5, "n", 5.0, "hang-up")
    seat.run("start", "--terminal", *options, typed=FINE, keys=keys)
    return seat.sessions()[0]


def test_an_unfinished_session_is_offered_and_gone_on_with(seat):
    before = unfinished(seat)

    assert seat.run("start", "--terminal", typed="y\n1\n", keys=(60.0, " ")) == 0

    (session,) = seat.sessions()
    assert "is unfinished: 0 of 14 sets are done." in seat.out
    assert (before.status, before.position, before.sets[-1].status.value) == (SessionStatus.OPEN, 2, "partial")
    assert (session.status, len(session.sets)) == (SessionStatus.COMPLETED, 14)
    assert [done.status.value for done in session.sets[2:]] == ["done"] * 12


def test_an_unfinished_session_can_be_ended_for_a_new_one(seat):
    unfinished(seat)

    assert seat.run("start", "--terminal", "--discard", typed=FINE + "1\n") == 0
    assert [session.status.value for session in seat.sessions()] == ["stopped", "completed"]


def test_saying_no_to_an_unfinished_session_begins_anew(seat):
    unfinished(seat)

    assert seat.run("start", "--terminal", typed="n\n" + FINE + "1\n") == 0
    assert [session.status.value for session in seat.sessions()] == ["stopped", "completed"]


def test_with_nobody_to_ask_both_ways_are_named(seat):
    unfinished(seat)
    seat.tty = False

    assert seat.run("start", "--terminal") == 2
    assert seat.err == start.GO_ON_OR_NOT + "\n"

    assert seat.run("start", "--terminal", "--resume") == 0
    assert seat.sessions()[0].status is SessionStatus.COMPLETED


def test_a_session_that_counts_is_not_rehearsed_to_its_end(seat):
    unfinished(seat)

    assert seat.run("start", "--terminal", "--resume", "--speed", "60") == 2
    assert seat.err == start.REHEARSAL_ONLY + "\n"
    assert seat.sessions()[0].status is SessionStatus.OPEN


def test_a_rehearsal_may_be_gone_on_with_at_any_speed(seat):
    unfinished(seat, "--speed", "2")

    assert seat.run("start", "--terminal", "--resume", "--speed", "60", typed="1\n", keys=(" ",)) == 0


def test_two_hours_later_it_asks_again(seat):
    unfinished(seat)
    seat.clock.pass_by(2 * 3_600 + 60)

    assert seat.run("start", "--terminal", "--resume", typed="8\n" + NO_TO_ALL) == 2
    assert "Calm-down day only." in seat.err
    assert seat.sessions()[0].status is SessionStatus.STOPPED
    assert seat.sessions()[0].sets


@pytest.mark.parametrize("tty", [True, False])
def test_strong_pain_told_when_going_on_is_kept_and_ends_the_session(seat, tty):
    unfinished(seat)
    seat.tty = tty

    assert seat.run("start", "--terminal", "--resume", "--pain-before", "6") == 2

    assert "You gave pain 6 of 10." in seat.err
    assert seat.check_ins() == [(2, True), (6, False)]
    assert seat.sessions()[0].status is SessionStatus.STOPPED


def test_a_little_pain_told_when_going_on_is_kept_and_the_session_goes_on(seat):
    unfinished(seat)

    assert seat.run("start", "--terminal", "--resume", "--pain-before", "4", typed="1\n", keys=(60.0, " ")) == 0

    assert "Go easier today. You gave pain 4 of 10." in seat.out
    assert seat.check_ins() == [(2, True), (4, False)]


def test_what_nobody_was_asked_is_asked_by_whoever_sits_down_to_go_on(seat):
    left_open(seat)

    assert seat.run("start", "--terminal", "--resume", typed=FINE + "1\n", keys=(60.0, " ")) == 0

    assert "Pain now, 0 to 10:" in seat.out


def left_open(seat, routine="warm-up"):
    """A session that was begun with nobody to ask and that nobody ended."""
    with closing(open_store(seat.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
        now = seat.clock.wall()
        check_in, _ = save_check_in(store, person.id, Answered(asked=False), now)
        timeline = plan(find_routine(routine), load_exercises())
        play.start(store, person, timeline, now=now, check_in=check_in)


def calm_down_begun(seat):
    keys = ("n", "n", 5.0, "hang-up")
    seat.run("start", "calm-down", "--terminal", typed="6\n" + NO_TO_ALL + "y\n", keys=keys)


def test_the_calm_down_day_goes_on_once_it_is_read(seat):
    calm_down_begun(seat)

    assert seat.run("start", "--terminal", "--resume", typed="y\n3\n", keys=(60.0, " ")) == 0

    assert "Calm-down day only. You gave pain 6 of 10." in seat.out
    assert start.READ_AND_GO_ON in seat.out
    assert seat.sessions()[0].status is SessionStatus.COMPLETED


def test_the_calm_down_day_that_nobody_read_about_stays_open(seat):
    calm_down_begun(seat)

    assert seat.run("start", "--terminal", "--resume", typed="n\n") == 2

    assert seat.err == start.NOT_GONE_ON + "\n"
    assert seat.sessions()[0].status is SessionStatus.OPEN


def test_a_sign_noted_in_between_is_read_before_the_calm_down_day_goes_on(seat):
    seat.run("start", "calm-down", "--terminal", typed="1\n" + NO_TO_ALL, keys=("n", 5.0, "hang-up"))
    seat.run("log", "flag", "limp")

    assert seat.run("start", "--terminal", "--resume", typed="n\n") == 2
    assert "Limping: you noted this on" in seat.out


@pytest.mark.parametrize(("pause_s", "goes_on"), [(7_000.0, True), (7_300.0, False)])
def test_a_pause_that_outlives_the_check_in_is_asked_about_again(seat, pause_s, goes_on):
    keys = ("n", 5.0, " ", pause_s, " ", *([] if goes_on else ["never read"]))

    code = seat.run("start", "--terminal", typed=FINE + "1\n", keys=keys)

    (session,) = seat.sessions()
    assert code == (0 if goes_on else 1)
    assert session.status is (SessionStatus.COMPLETED if goes_on else SessionStatus.OPEN)
    assert (start.HOW_TO_GO_ON in seat.err) is not goes_on
