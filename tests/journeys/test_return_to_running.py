"""Back to running: from the page to the timer, to what is asked after it, and to the stage that follows from it."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import diary, mornings, returning
from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run
from kneecoach.exchange.catalogue import SHORT_WARM_UP
from kneecoach.storage import diary as diary_table
from kneecoach.ui.advising import Advising
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.return_flow import NOTHING_DONE, SAY_IT, ReturnFlow
from kneecoach.ui.session_flow import LEFT_OPEN
from kneecoach.ui.shell import ADVICE, ENTRY, RETURN, ROUTINES, TODAY

DAY_S = 24 * 3_600.0
WALK_S = 1_812.0
STEP_S = 1.9


@pytest.fixture
def returner(qtbot, runner):
    """Past first run, on the page of returning to running."""
    runner.start()
    runner.set_up()
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()
    go_there(runner)
    return runner


def go_there(runner):
    runner.window.findChild(ReturnFlow).show_return()


def page(runner):
    return runner.window.shell.page(RETURN)


def store(runner):
    return runner.window.findChild(LateStore).get()


def runs(runner):
    entries = diary.read_diary(store(runner), runner.record().person.id).entries
    return [entry for entry in entries if isinstance(entry, Run)]


def begin(runner, pain=0):
    runner.key(Qt.Key.Key_T)
    runner.check_in(pain)
    runner.flow.footer.press_primary()


def answer_morning(runner):
    now = runner.clock.wall()
    check = MorningCheck(uuid4(), now.date(), now, 0, swelling=Amount.NONE)
    mornings.answer(store(runner), runner.record().person.id, check, now)


def sleep_until_morning(runner):
    runner.clock.sleep_for(DAY_S)
    answer_morning(runner)


def test_the_first_stage_is_walked_by_the_timer_and_asked_about(returner):
    assert "Stage 0 of 6" in returner.reads()
    assert "You logged no time at a stage yet." in returner.reads()

    begin(returner)
    assert isinstance(returner.flow, PlayerPage)
    returner.play_for(WALK_S, STEP_S)

    assert returner.flow is None
    assert returner.window.shell.current() == ENTRY
    assert returner.window.notice().text() == SAY_IT
    (run,) = runs(returner)
    assert (run.seconds, run.pain_before, run.limp) == (1_800, 0, None)

    entry = returner.window.shell.page(ENTRY).currentWidget()
    entry.form.limp.press(False)
    returner.press("Save run and pain")

    assert returner.window.shell.current() == RETURN
    assert runs(returner)[0].limp is False
    assert "Done for today." in returner.reads()
    assert "is judged after its next morning check" in returner.reads()


def test_a_power_cut_leaves_the_timer_where_it_stood(returner):
    begin(returner)
    returner.play_for(120, STEP_S)
    returner.crash()
    returner.start()

    assert returner.window.shell.current() == TODAY
    assert runs(returner) == []
    returner.window.shell.page(TODAY).go_on_requested.emit()
    assert isinstance(returner.flow, PlayerPage)
    assert returner.flow.ticker.session.playing.paused

    returner.key(Qt.Key.Key_Space)
    returner.play_for(20, STEP_S)
    returner.flow.ticker.do(returner.flow.ticker.session.end)

    (run,) = runs(returner)
    assert (run.stopped_early, 0 < run.seconds <= 140) == (True, True)
    assert returner.window.shell.current() == ENTRY


def test_stopping_for_pain_is_kept_and_leads_a_stage_back(returner):
    begin(returner)
    returner.play_for(60, STEP_S)
    returner.key(Qt.Key.Key_P)
    returner.key(Qt.Key.Key_7)
    returner.key(Qt.Key.Key_Return)
    returner.key(Qt.Key.Key_Return)

    (run,) = runs(returner)
    assert (run.pain_max, run.stopped_early) == (7, True)
    go_there(returner)
    # Pain of 6 and above leaves the calm-down day only
    assert page(returner).found.stopped
    returner.clock.sleep_for(DAY_S)
    page(returner).refresh()
    assert "Back to stage 0" in returner.reads()
    assert "Rest today." in returner.reads()


def test_without_the_timer_the_run_is_logged_and_is_a_time_at_the_stage(returner):
    returner.key(Qt.Key.Key_R)
    entry = returner.window.shell.page(ENTRY).currentWidget()
    entry.form.figures.distance.set_metres(2_600)
    returner.press("Save run")

    assert returner.window.shell.current() == RETURN
    (attempt,) = page(returner).found.attempts
    assert (attempt.id, attempt.stage, attempt.whole) == (runs(returner)[0].id, 0, None)

    page(returner).move_on.days[0].click()
    entry = returner.window.shell.page(ENTRY).currentWidget()
    entry.form.stopped.press(False)
    returner.press("Save run")
    assert page(returner).found.attempts[0].whole is True


def clean_walk(runner):
    """Half an hour without the timer, with all that has to be said, and the next morning."""
    now = runner.clock.wall()
    said = {"pain_before": 0, "pain_max": 1, "pain_60": 0, "limp": False, "stopped_early": False}
    person = runner.record().person.id
    run = diary.log_run(store(runner), person, Run(uuid4(), now, 2_500, 1_800, **said), now)
    returning.adopt(store(runner), person, run, STAGES[0])
    for _ in range(2):
        sleep_until_morning(runner)


def test_two_clean_times_lead_to_the_first_stage_that_is_run(returner):
    for _ in range(3):
        sleep_until_morning(returner)
    clean_walk(returner)
    clean_walk(returner)
    page(returner).refresh()

    assert "Stage 1 of 6" in returner.reads()
    assert "On to stage 1." in returner.reads()
    assert "Moved on: two clean times" in returner.reads()

    begin(returner, pain=3)
    assert returner.flow is None
    assert "A stage with running begins with 2 or less." in returner.window.notice().text()

    assert returner.window.shell.current() == RETURN
    returner.clock.pass_by(60)
    begin(returner, pain=2)
    assert isinstance(returner.flow, PlayerPage)
    assert "Part" in returner.reads()


def test_a_red_flag_is_shown_alone_and_leads_to_the_check_in(returner):
    with store(returner).begin() as tx:
        entry = FlagEntry(uuid4(), Flag.LOCKED, returner.clock.wall())
        diary_table.add_flag(tx, returner.record().person.id, entry)
    page(returner).refresh()

    assert "Stage 0" not in returner.reads()
    assert not page(returner).today.isVisible()
    returner.key(Qt.Key.Key_T)
    assert returner.flow is None

    returner.press("Check in again")
    assert isinstance(returner.flow, CheckInPage)


def test_a_day_off_comes_before_the_next_time(returner):
    now = returner.clock.wall()
    diary.log_run(store(returner), returner.record().person.id, Run(uuid4(), now, 5_000), now)
    page(returner).refresh()

    assert "Rest today." in returner.reads()
    returner.key(Qt.Key.Key_T)
    assert returner.flow is None
    returner.clock.sleep_for(2 * DAY_S)
    page(returner).refresh()
    begin(returner)
    assert isinstance(returner.flow, PlayerPage)


def test_leaving_the_check_in_leads_back_to_the_stage(returner):
    returner.key(Qt.Key.Key_T)
    returner.press("Return to running")

    assert returner.flow is None
    assert returner.window.shell.current() == RETURN


def test_it_is_found_below_the_routines_and_leads_back_there(returner):
    returner.window.go_routines()
    returner.press("Return to running")
    assert "Stage 0 of 6" in returner.reads()

    returner.press("Back to Routines")
    assert returner.window.shell.current() == ROUTINES


def test_it_is_found_beside_the_advice_and_leads_back_there(returner):
    returner.window.go_to(ADVICE)
    returner.press("Return to running")
    assert "Stage 0 of 6" in returner.reads()

    returner.press("Back to Advice")
    assert returner.window.shell.current() == ADVICE


def test_where_today_speaks_of_the_stage_it_leads_to_it(qtbot, returner):
    clean_walk(returner)
    # What was being read before it tells of nothing yet
    told = returner.window.findChild(Advising).found
    with qtbot.waitSignal(told, check_params_cb=lambda advised: bool(advised.findings)):
        returner.window.go_today()
        returner.window.findChild(Advising).wish()

    returner.press("Today\N{RIGHT SINGLE QUOTATION MARK}s stage")

    assert returner.window.shell.current() == RETURN


def test_nothing_done_is_no_run_and_a_session_left_open_comes_first(returner):
    begin(returner)
    returner.flow.ticker.do(returner.flow.ticker.session.end)
    assert returner.window.notice().text() == NOTHING_DONE
    assert returner.window.shell.current() == RETURN

    returner.clock.pass_by(60)
    begin(returner)
    returner.play_for(30, STEP_S)
    returner.close()
    returner.start()
    go_there(returner)
    returner.key(Qt.Key.Key_T)

    assert returner.window.shell.current() == TODAY
    assert returner.window.notice().text() == LEFT_OPEN


def test_the_short_warm_up_comes_before_a_stage_that_is_run(returner):
    for _ in range(3):
        sleep_until_morning(returner)
    clean_walk(returner)
    clean_walk(returner)
    page(returner).refresh()

    returner.press("Warm up first")
    returner.check_in(0)
    returner.flow.footer.press_primary()

    assert isinstance(returner.flow, PlayerPage)
    assert returner.flow.ticker.session.timeline.routine.id == SHORT_WARM_UP


def test_it_can_be_asked_for_on_the_command_line(returner):
    returner.close()
    returner.start(Opening(returning=True))

    assert returner.window.shell.current() == RETURN
    assert "Stage 0 of 6" in returner.reads()
