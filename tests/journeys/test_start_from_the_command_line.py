"""`kneecoach start` with a display: the window opens where the person wanted to go."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kneecoach import app
from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import Prescription
from kneecoach.domain.session_record import SessionStatus
from kneecoach.exchange.catalogue import find_routine
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.storage.revision import DATABASE
from kneecoach.ui import one_window
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.first_run_page import FirstRunPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.summary_page import SummaryPage

SHORT, CALM = find_routine("short-warm-up"), find_routine("calm-down")


@pytest.fixture
def known(runner):
    """Somebody who has been through first run."""
    runner.start()
    runner.set_up()
    runner.close()
    return runner


def leave_in_the_middle(runner):
    runner.start()
    runner.press("Start warm-up")
    runner.check_in(2)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(30)
    runner.close()


def forget_an_exercise(runner):
    """As if another version had played it."""
    with closing(sqlite3.connect(runner.folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE routine_version SET items = replace(items, 'adductor_roll', 'levitate')")


def test_a_first_start_shows_the_safety_statement_and_then_the_check_in(runner):
    runner.start(Opening(SHORT))
    assert isinstance(runner.flow, FirstRunPage)

    runner.set_up()

    assert isinstance(runner.flow, CheckInPage)


def test_what_was_asked_for_is_played_to_its_end(known):
    known.start(Opening(SHORT, first=Side.RIGHT, pain=3))
    assert isinstance(known.flow, CheckInPage)
    assert known.flow.form.strip.value() == 3

    known.check_in(None)
    known.key(Qt.Key.Key_Return)
    assert isinstance(known.flow, PlayerPage)
    known.play_for(700)

    assert isinstance(known.flow, SummaryPage)
    (session,) = known.record().last_sessions
    assert (session.routine.id, session.first_side, session.pain_before) == ("short-warm-up", Side.RIGHT, 3)
    assert session.status is SessionStatus.COMPLETED


def test_a_routine_of_another_version_says_so_on_today(known):
    known.start(Opening(replace(SHORT, items=(Prescription("levitate", SHORT.items[0].dosage),))))

    assert known.flow is None
    assert known.button("Start warm-up")
    assert "This version of KneeCoach does not know the exercise “Levitate”." in known.reads()


def test_a_session_of_another_version_can_be_seen_and_closed_but_not_gone_on_with(known):
    leave_in_the_middle(known)
    forget_an_exercise(known)
    known.start()
    assert "Left in the middle" in known.reads()

    known.press("Go on")

    assert known.flow is None
    assert "This version of KneeCoach does not know the exercise “Levitate”." in known.reads()
    known.window.notice().hide()
    known.press("Close it")
    known.press("See or correct")
    assert isinstance(known.flow, SummaryPage)
    assert "Levitate" in known.reads()


def test_the_way_back_from_the_check_in_is_today(known):
    known.start(Opening(CALM))

    known.key(Qt.Key.Key_Escape)

    assert known.flow is None
    assert known.button("Start warm-up")


def test_a_session_that_was_left_is_not_thrown_away_unasked(known):
    leave_in_the_middle(known)

    known.start(Opening(SHORT))

    assert known.flow is None
    assert "A session is unfinished: go on with it or close it, then start again." in known.reads()
    assert known.record().open_session is not None


def test_resume_goes_on_with_what_was_left(known):
    leave_in_the_middle(known)

    known.start(Opening(SHORT, resume=True))

    assert isinstance(known.flow, PlayerPage)
    assert known.flow.ticker.session.timeline.routine.id == "warm-up"


def test_resume_with_nothing_left_says_so(known):
    known.start(Opening(SHORT, resume=True))

    assert known.flow is None
    assert "There is no unfinished session to go on with." in known.reads()


def test_discard_ends_what_was_left_and_begins_anew(known):
    leave_in_the_middle(known)

    known.start(Opening(SHORT, discard=True))

    assert isinstance(known.flow, CheckInPage)
    (left,) = known.record().last_sessions
    assert left.status is SessionStatus.STOPPED


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("opening", "code", "said"), [(None, 0, ""), (Opening(SHORT), 3, "KneeCoach is already open")])
def test_beside_an_open_window_it_is_raised_and_a_wish_it_cannot_hear_is_refused(
    tmp_path, monkeypatch, capsys, opening, code, said
):
    raised = []
    monkeypatch.setattr(one_window, "raise_first", lambda folder: raised.append(folder) or True)
    lock = FolderLock(tmp_path)
    lock.acquire()

    assert app.run(tmp_path, opening) == code
    lock.release()

    assert raised == [tmp_path]
    assert capsys.readouterr().err.startswith(said)
