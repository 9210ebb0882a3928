"""What happens between Start and the end: a crash, a closed window, a red flag, a laptop asleep."""

from PySide6.QtCore import Qt

from kneecoach.coaching import people, routines
from kneecoach.domain.flag import Flag
from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.ui import player_flow
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.session_flow import TOO_LONG_AGO, SessionFlow
from kneecoach.ui.widgets.chips import Chip

IN_SET_7_S = 15 + 60 + 10 + 60 + 15 + 25 + 10 + 25 + 10 + 25 + 10 + 25 + 5 + 10


def into_the_warm_up(runner, seconds):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(2)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(seconds)


def test_a_crash_in_set_7_is_offered_again_in_set_7(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    assert runner.flow.ticker.session.position == 6
    runner.crash()

    runner.start()
    assert "You stopped in set 7 of 14: tube walk, left." in runner.reads()
    runner.press("Go on")

    assert isinstance(runner.flow, PlayerPage)
    session = runner.flow.ticker.session
    assert session.position == 6
    assert session.playing.paused is Cause.RESTARTED
    assert [one.status for one in session.records.values()] == [SetStatus.DONE] * 6


def test_after_a_crash_an_exercise_that_hurt_goes_on_in_its_easier_version(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    easier = runner.flow.ticker.session.playing.planned.exercise.easier
    for key in (Qt.Key.Key_P, Qt.Key.Key_4, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Return):
        runner.key(key)
    agreed = runner.reads()
    runner.crash()

    runner.start()
    runner.press("Go on")
    runner.key(Qt.Key.Key_Space)
    runner.play_for(20)

    assert easier in agreed
    assert runner.flow.ticker.session.playing.working
    assert easier in runner.reads()


def test_the_player_is_loaded_while_today_offers_to_go_on(runner, qtbot, monkeypatch):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.crash()
    loaded = []
    monkeypatch.setattr(player_flow, "LOOKED_AT_MS", 0)
    monkeypatch.setattr(player_flow, "load_player", lambda: loaded.append("player"))

    runner.start()

    qtbot.waitUntil(lambda: loaded == ["player"])


def test_a_resumed_warm_up_runs_to_its_end_as_one_session(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.crash()
    runner.start()
    runner.press("Go on")

    runner.key(Qt.Key.Key_Space)
    runner.play_for(700)

    (session,) = runner.record().last_sessions
    assert session.status is SessionStatus.COMPLETED
    assert len(session.sets) == 14


def test_a_check_in_older_than_two_hours_is_asked_again_before_going_on(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.crash()
    runner.clock.pass_by(3 * 3_600)
    runner.start()

    runner.press("Go on")
    assert isinstance(runner.flow, CheckInPage)
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert isinstance(runner.flow, PlayerPage)
    assert runner.flow.ticker.session.position == 6


def test_a_pause_over_night_asks_again_before_the_same_session_goes_on(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.key(Qt.Key.Key_Space)
    runner.clock.sleep_for(9 * 3_600)

    runner.key(Qt.Key.Key_Space)

    assert isinstance(runner.flow, CheckInPage)
    assert runner.window.notice().text() == TOO_LONG_AGO
    assert runner.record().open_session.sets[-1].status is SetStatus.PARTIAL
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    assert isinstance(runner.flow, PlayerPage)
    assert runner.flow.ticker.session.position == 6
    runner.key(Qt.Key.Key_Space)
    assert not runner.flow.ticker.session.playing.paused
    assert [one.status for one in runner.record().last_sessions] == [SessionStatus.OPEN]


def test_a_pause_of_an_hour_goes_on_at_once(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.key(Qt.Key.Key_Space)
    runner.clock.sleep_for(3_600)

    runner.key(Qt.Key.Key_Space)

    assert isinstance(runner.flow, PlayerPage)
    assert not runner.flow.ticker.session.playing.paused


def test_a_warm_up_that_may_not_go_on_after_the_new_check_in_is_closed(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.crash()
    runner.clock.pass_by(3 * 3_600)
    runner.start()
    runner.press("Go on")

    runner.check_in(6)
    runner.press("Save and close")

    found = runner.record()
    assert found.open_session is None
    assert [one.status for one in found.last_sessions] == [SessionStatus.STOPPED]
    assert len(found.last_sessions[0].sets) == 6
    assert "You stopped in" not in runner.reads()


def test_a_calm_down_day_is_read_about_again_before_it_goes_on(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(6)
    runner.press("I have read this")
    runner.key(Qt.Key.Key_Return)
    runner.play_for(20)
    runner.crash()
    runner.start()

    runner.press("Go on")

    assert isinstance(runner.flow, CheckInPage)
    runner.check_in(6)
    assert not runner.button("Start calm-down day").isEnabled()
    runner.press("I have read this")
    runner.press("Start calm-down day")
    assert isinstance(runner.flow, PlayerPage)
    assert [one.status for one in runner.record().last_sessions] == [SessionStatus.OPEN]


def test_declining_keeps_what_was_done(runner):
    into_the_warm_up(runner, IN_SET_7_S)
    runner.crash()
    runner.start()

    runner.press("Close it")

    (session,) = runner.record().last_sessions
    assert session.status is SessionStatus.STOPPED
    assert len(session.sets) == 6
    assert "You stopped in" not in runner.reads()
    assert "Last session" in runner.reads()


def test_closing_the_window_in_the_middle_of_a_set_keeps_its_part(runner):
    into_the_warm_up(runner, IN_SET_7_S)

    runner.close()

    left = runner.record().open_session
    assert left.status is SessionStatus.OPEN
    assert left.position == 6
    assert left.sets[-1].status is SetStatus.PARTIAL
    assert left.sets[-1].seconds > 0


def test_a_laptop_that_slept_an_hour_in_a_rest_wakes_up_paused(runner):
    into_the_warm_up(runner, 15 + 60 + 10 + 60 + 15 + 25 + 10 + 25 + 4)
    left_s = runner.flow.ticker.session.playing.seconds_left

    runner.clock.sleep_for(3_600)
    runner.flow.ticker.tick()

    playing = runner.flow.ticker.session.playing
    assert playing.paused is Cause.SLEPT
    assert playing.seconds_left == left_s


def test_a_red_flag_stops_and_today_offers_to_check_in_again(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(2, yes=0)
    chip = next(one for one in runner.visible(Chip) if "4 steps" in one.text() or "four steps" in one.text())
    chip.click()
    runner.press("Save and close")

    assert runner.flow is None
    assert runner.record().last_sessions == ()
    assert runner.button("Check in again")
    runner.close()
    runner.start()
    assert runner.button("Check in again")


def test_checking_in_again_is_for_what_is_used_before_runs_without_what_is_lacking(runner):
    runner.start()
    runner.set_up()
    store = runner.window.findChild(LateStore).get()
    routines.use_before_runs(store, "flexibility-day")
    people.say_lacking(store, "Foam roller", lacking=True)

    runner.window.findChild(SessionFlow).check_in_again()
    runner.check_in(2)
    runner.key(Qt.Key.Key_Return)

    routine = runner.flow.ticker.session.timeline.routine
    assert routine.id == "flexibility-day"
    exercises = [item.exercise for item in routine.items]
    assert exercises == [
        "figure_four",
        "quad_stretch",
        "hamstring_stretch",
        "itb_stretch",
        "calf_stretch",
        "heel_slide",
    ]


def test_a_flag_of_the_once_questions_leaves_only_the_calm_down_day(runner):
    runner.start()
    page = runner.flow
    page.knee.statement.click()
    runner.press("Continue")

    page.you.once[Flag.NEW_LUMP].button(True).click()
    runner.press("Show me the warm-up")

    assert "Calm-down day" in runner.reads()
    (entry,) = runner.record().record.flags
    assert entry.flag is Flag.NEW_LUMP
