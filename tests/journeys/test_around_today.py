"""What is changed around a session: settings, notes, another routine, another day, a full disk."""

from contextlib import contextmanager

from PySide6.QtCore import Qt

from kneecoach.coaching import people
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.exercise import Side
from kneecoach.domain.person import HurtingFor
from kneecoach.domain.settings import Theme
from kneecoach.ui.dialogs.change_routine import ChangeRoutine
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.settings_page import SettingsPage
from kneecoach.ui.pages.summary_page import SummaryPage
from kneecoach.ui.widgets.buttons import PrimaryButton

DAY_S = 86_400


def test_the_theme_changes_at_once_and_is_still_there_after_a_restart(runner, qapp):
    runner.start()
    runner.set_up()
    runner.window.go_settings()
    page = runner.window.findChild(SettingsPage)

    page.display.theme.press(Theme.DARK)
    assert qapp.property("tokens").dark
    runner.window.notice().hide()
    runner.close()
    runner.start()

    assert qapp.property("tokens").dark
    assert runner.record().settings.theme is Theme.DARK


def test_the_beeps_follow_the_settings(runner):
    runner.start()
    runner.set_up()
    runner.window.go_settings()
    page = runner.window.findChild(SettingsPage)

    page.sound.beeps.click()
    assert runner.sounds.muted
    runner.window.notice().undo()

    assert not runner.sounds.muted


def test_full_screen_is_remembered(runner):
    runner.start()
    runner.set_up()

    runner.window.toggle_full_screen()
    runner.close()
    runner.start()

    assert runner.window.isFullScreen()


def test_full_screen_before_set_up_is_no_trouble(runner):
    runner.start()

    runner.window.toggle_full_screen()

    assert runner.window.isFullScreen()


def test_having_been_seen_takes_the_note_away_for_good_unless_undone(runner):
    runner.start()
    runner.flow.knee.hurting.press(HurtingFor.OVER_SIX_WEEKS)
    runner.set_up()
    assert "Over six weeks is long." in runner.reads()

    runner.press("I have been seen")
    assert "Over six weeks is long." not in runner.reads()
    runner.window.notice().undo()
    assert "Over six weeks is long." in runner.reads()
    runner.press("I have been seen")
    runner.window.notice().hide()
    runner.close()
    runner.start()

    assert "Over six weeks is long." not in runner.reads()


def test_a_warm_up_without_the_roller_begins_with_the_stretch(runner):
    runner.start()
    runner.flow.knee.which.press(Side.RIGHT)
    runner.set_up()
    runner.press("Change")
    dialog = runner.window.findChild(ChangeRoutine)
    dialog.without.chip("Foam roller").click()
    dialog.findChild(PrimaryButton).click()

    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)

    assert isinstance(runner.flow, PlayerPage)
    first = runner.flow.ticker.session.playing.planned
    assert (first.exercise.id, first.side) == ("adductor_stretch", Side.RIGHT)


def test_who_has_no_roller_says_so_once(runner):
    runner.start()
    runner.set_up()
    runner.press("Change")
    dialog = runner.window.findChild(ChangeRoutine)
    dialog.without.chip("Foam roller").click()
    dialog.findChild(PrimaryButton).click()
    runner.close()
    runner.start()

    runner.press("Start warm-up")
    runner.check_in(1)
    foot = runner.flow.footer.accessibleName()
    runner.key(Qt.Key.Key_Return)

    assert runner.flow.ticker.session.playing.planned.exercise.id == "adductor_stretch"
    assert "You need: " in foot
    assert "roller" not in foot


def test_the_short_version_chosen_in_the_check_in_is_played(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(4)

    runner.press("Short warm-up")

    assert runner.flow.ticker.session.timeline.routine.id == "short-warm-up"


def say_there_is_no_roller(runner):
    people.say_lacking(runner.window.findChild(LateStore).get(), "Foam roller", lacking=True)


def test_the_short_version_leaves_out_what_the_person_has_no_roller_for(runner):
    runner.start()
    runner.set_up()
    say_there_is_no_roller(runner)
    runner.press("Start warm-up")
    runner.check_in(4)

    runner.press("Short warm-up")

    assert [item.exercise for item in runner.flow.ticker.session.timeline.routine.items] == [
        "adductor_stretch",
        "lateral_walk",
        "front_lunge",
    ]


def test_leaving_the_check_in_leads_back_and_keeps_nothing(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")

    runner.key(Qt.Key.Key_Escape)

    assert runner.flow is None
    assert runner.record().record.check_ins == ()


def test_the_last_session_can_be_looked_at_again(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(700)
    runner.press("Finish without pain")

    runner.press("See or correct")

    assert isinstance(runner.flow, SummaryPage)


def test_a_window_left_open_overnight_shows_the_new_day(runner):
    runner.start()
    runner.set_up()
    assert "Saturday 21 November" in runner.reads()

    runner.clock.pass_by(DAY_S)
    runner.window.came_back.emit()

    assert "Sunday 22 November" in runner.reads()


def test_a_full_disk_at_the_start_is_said_and_nothing_is_lost(runner, monkeypatch):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(1)
    store = runner.window.findChild(LateStore).get()
    real = store.begin
    # The check-in is still kept; the session after it is not
    allowed = [True]

    @contextmanager
    def begin():
        if not allowed:
            raise DiskTrouble("The disk is full: free some space, then press Try again.")
        allowed.pop()
        with real() as tx:
            yield tx

    monkeypatch.setattr(store, "begin", begin)
    runner.key(Qt.Key.Key_Return)
    monkeypatch.undo()

    assert runner.flow is None
    assert "The disk is full" in runner.reads()
    assert runner.record().last_sessions == ()


def test_a_mistake_of_ours_in_the_player_leads_to_today_with_the_part_kept(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Qt.Key.Key_Return)
    runner.play_for(40)

    runner.window.give_up_flow()

    assert runner.button("Go on")
    assert runner.record().open_session.sets[0].seconds > 0
