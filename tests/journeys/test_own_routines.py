"""A routine of one's own from the copy to the session, and what Today makes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import routines
from kneecoach.domain.routine_edits import Amount
from kneecoach.domain.settings import Theme
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.summary_page import SummaryPage

MINE = "Inner-knee warm-up (mine)"


def routines_page(runner):
    runner.press("Routines")
    return runner.window.shell.page("routines")


def copied(runner):
    """The warm-up, copied, with two sets of rolling."""
    page = routines_page(runner)
    runner.press("Duplicate to edit")
    runner.window.notice().hide()
    page.detail.sequence.rows()[0].click()
    page.detail.sequence.panel.steppers[Amount.SETS].plus.click()
    return page


def in_front(qtbot, runner):
    """Only the window in front has the keyboard."""
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()


def test_a_copy_with_another_dose_is_played_and_still_there_after_a_restart(runner):
    runner.start()
    runner.set_up()
    copied(runner)
    runner.press("Start")
    assert isinstance(runner.flow, CheckInPage)
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    assert isinstance(runner.flow, PlayerPage)
    runner.play_for(1_200)
    assert isinstance(runner.flow, SummaryPage)
    runner.close()

    runner.start()
    page = routines_page(runner)
    page.choose(page.list.order()[-1])

    assert page.chosen().name == MINE
    assert page.chosen().items[0].dosage.sets == 2
    assert page.detail.last.text() == "Today, all sets"
    (session,) = runner.record().last_sessions
    assert (session.routine.name, session.routine.items[0].dosage.sets) == (MINE, 2)


def test_a_session_keeps_the_routine_that_was_played_when_it_is_changed_later(runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    runner.press("Start")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(1_200)
    runner.press("Finish without pain")

    page = routines_page(runner)
    page.choose(page.list.order()[-1])
    page.detail.sequence.rows()[0].click()
    page.detail.sequence.panel.remove.click()
    page.delete()

    (session,) = runner.record().last_sessions
    assert len(session.routine.items) == 4
    assert session.routine.items[0].dosage.sets == 2


def test_a_name_that_is_being_typed_is_kept_when_the_window_is_closed(qtbot, runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    in_front(qtbot, runner)
    page.detail.name.begin()
    QTest.keyClicks(page.detail.name.field.edit, "Hotel room")

    runner.close()

    runner.start()
    page = routines_page(runner)
    page.choose(page.list.order()[-1])
    assert page.chosen().name == "Hotel room"


def test_a_name_typed_in_settings_is_kept_when_the_window_is_closed(qtbot, runner):
    runner.start()
    runner.set_up()
    runner.window.go_settings()
    in_front(qtbot, runner)
    field = runner.window.shell.page("settings").person.name
    field.setFocus()
    QTest.keyClicks(field.edit, "Jana")

    runner.close()

    assert runner.record().person.name == "Jana"


def test_a_favourite_is_offered_on_today(runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    page.detail.star.click()
    runner.press("Today")

    runner.press(f"{MINE}, 15 min")
    runner.press("Start")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert runner.flow.ticker.session.timeline.routine.name == MINE


def test_what_is_used_before_runs_is_what_today_starts_with_also_after_a_restart(runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    page.menu.before_runs.emit()
    runner.close()

    runner.start()
    assert MINE in runner.reads()
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert runner.flow.ticker.session.timeline.routine.name == MINE


def test_a_deleted_routine_comes_back_with_undo(runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    page.detail.star.click()

    page.delete()
    assert page.chosen().name != MINE
    runner.press("Undo")
    runner.close()
    runner.start()
    runner.press("Today")

    assert f"{MINE}, 15 min" in runner.reads()


def test_a_session_left_open_is_asked_about_before_another_one_starts(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(30)
    runner.window.give_up_flow()
    routines_page(runner)

    runner.press("Start")

    assert runner.flow is None
    assert runner.window.shell.current() == "today"
    assert "A session is unfinished" in runner.reads()
    assert runner.record().open_session is not None


def test_an_exercise_is_looked_at_and_the_way_back_leads_to_the_routine(runner):
    runner.start()
    runner.set_up()
    page = routines_page(runner)

    page.detail.sequence.rows()[3].click()
    assert runner.window.shell.current() == "exercise"
    runner.press("Routines")

    assert runner.window.shell.current() == "routines"


def test_start_on_the_command_line_opens_ones_own_routine(runner):
    runner.start()
    runner.set_up()
    own = copied(runner).chosen()
    runner.close()

    runner.start(Opening(own))
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert runner.flow.ticker.session.timeline.routine == own


def test_start_on_the_command_line_without_a_name_opens_what_is_used_before_runs(runner):
    runner.start()
    runner.set_up()
    page = copied(runner)
    own = page.chosen()
    page.menu.before_runs.emit()
    runner.close()

    runner.start(Opening())
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert runner.flow.ticker.session.timeline.routine == own


@pytest.mark.parametrize(
    "change",
    [
        lambda runner, _page: runner.window.toggle_full_screen(),
        lambda _runner, page: page.display.theme.press(Theme.DARK),
    ],
    ids=["F11", "theme"],
)
def test_what_is_used_before_runs_outlives_another_setting_and_its_undo(runner, change):
    runner.start()
    runner.set_up()
    runner.window.go_settings()
    settings = runner.window.shell.page("settings")
    own = copied(runner).chosen()
    runner.window.shell.page("routines").menu.before_runs.emit()

    change(runner, settings)
    runner.window.notice().undo()

    assert runner.record().settings.before_run == own.id


def test_undo_in_settings_takes_back_that_setting_alone(runner):
    runner.start()
    runner.set_up()
    own = copied(runner).chosen()
    runner.window.go_settings()
    page = runner.window.shell.page("settings")
    page.display.theme.press(Theme.DARK)

    routines.use_before_runs(runner.window.findChild(LateStore).get(), own.id)
    runner.window.notice().undo()

    settings = runner.record().settings
    assert (settings.theme, settings.before_run) == (Theme.SYSTEM, own.id)
