"""The first story: set up, check in, play the whole warm-up, say the pain after, and find it on Today."""

from PySide6.QtCore import Qt

from kneecoach.domain.flag import Flag
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.first_run_page import FirstRunPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.summary_page import SummaryPage


def test_from_first_run_to_a_warm_up_that_a_restart_still_shows(runner):
    runner.start()
    assert isinstance(runner.flow, FirstRunPage)
    runner.set_up()
    assert runner.flow is None
    assert "Nothing done yet this week" in runner.reads()

    runner.key(Qt.Key.Key_Return)
    assert isinstance(runner.flow, CheckInPage)
    runner.check_in(2)
    runner.key(Qt.Key.Key_Return)
    assert isinstance(runner.flow, PlayerPage)
    runner.play_for(700)

    assert isinstance(runner.flow, SummaryPage)
    runner.key(Qt.Key.Key_1)
    runner.press("Save pain and finish")
    assert runner.flow is None
    runner.close()

    runner.start()
    assert "1 day, 12 minutes" in runner.reads()
    assert "Last session" in runner.reads()
    (session,) = runner.record().last_sessions
    assert session.status is SessionStatus.COMPLETED
    assert (session.pain_before, session.pain_after) == (2, 1)
    assert [one.status for one in session.sets] == [SetStatus.DONE] * 14
    assert [one.exercise for one in session.sets][::4] == [
        "adductor_roll",
        "adductor_stretch",
        "lateral_walk",
        "front_lunge",
    ]


def test_the_safety_statement_cannot_be_skipped(runner):
    runner.start()

    runner.press("Skip, just show me the warm-up")

    assert isinstance(runner.flow, FirstRunPage)
    assert "Please read this and tick it first." in runner.reads()


def test_a_restart_in_the_middle_of_set_up_asks_again(runner):
    runner.start()
    runner.close()

    runner.start()

    assert isinstance(runner.flow, FirstRunPage)


def test_settings_show_what_first_run_was_told_and_nothing_where_it_was_told_nothing(runner):
    runner.start()
    step = runner.flow
    step.knee.statement.click()
    runner.press("Continue")
    step.you.once[Flag.NIGHT_PAIN].press(False)
    step.you.once[Flag.NEW_LUMP].press(True)
    runner.press("Show me the warm-up")
    runner.close()

    runner.start()
    runner.window.go_settings()
    once = runner.window.shell.page("settings").once

    assert {flag: question.value() for flag, question in once.flags.items()} == {
        Flag.NIGHT_PAIN: False,
        Flag.CONSTANT_PAIN: None,
        Flag.WEIGHT_LOSS: None,
        Flag.NEW_LUMP: True,
    }
    assert once.cancer.value() is None
    assert [entry.flag for entry in runner.record().record.flags] == [Flag.NEW_LUMP]
