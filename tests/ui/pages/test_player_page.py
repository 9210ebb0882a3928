"""The player as it is seen and heard: every state, the end, bad days."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import play
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import SHORT_WARM_UP, load_exercises, load_routines
from kneecoach.exchange.movements import load_movement
from kneecoach.ui.pages.player_states import View
from kneecoach.ui.sounds import Beep
from tests.builders import counted, exercises_of, timed
from tests.fakes import FULL_DISK, ScriptedAwake, SilentSounds
from tests.ui.pages.playing import Playing

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


def test_it_begins_with_get_ready_and_what_is_needed(player):
    on = player(timed(30))

    on.run(2)

    assert on.view.view is View.WORK
    assert on.view.work.digits.text() == "13"
    assert on.view.work._unit.text() == "Get ready"
    assert on.view.work._cue.text() == "You need: mat. 1 × 30 s each side."
    assert Beep.GET_READY in on.sounds.played


def test_timed_work_counts_seconds_down(player):
    on = player(timed(30))
    on.to_work()

    on.run(12)

    assert on.view.work.digits.text() == "18"
    assert on.view.work._unit.text() == "seconds of 30"
    assert on.view.work._ruler.fraction() == pytest.approx(0.4)


def test_while_one_exercise_is_played_the_figure_expects_the_next(player):
    timeline = plan(load_routines()[SHORT_WARM_UP], load_exercises())
    on = player(timeline=timeline, movements=load_movement)

    on.to_work()

    assert on.view.figure.view.movement.exercise == timeline.sets[0].exercise.id
    assert on.view.figure.view._expected.exercise == timeline.exercise_after(timeline.sets[0]).id


def test_work_longer_than_a_minute_shows_minutes_and_a_narrower_figure_box(player):
    on = player(timed(120))
    on.to_work()
    narrow = on.view.figure.steps.width()

    on.run(15)

    assert on.view.work.digits.text() == "1:45"
    assert on.view.work._unit.text() == "minutes of 2:00"
    assert narrow < 0.3 * on.page.width()


def test_repetitions_count_up_with_the_phase_called_out(player):
    on = player(counted(10))
    on.to_work()

    on.run(3.5 * 4 + 0.5)

    assert on.view.work.digits.text() == "4"
    assert on.view.work._target.text() == "10"
    assert on.view.work._phase.text() == "Down"
    assert on.view.work._phase_left.text() == "1"
    assert on.view.work._tempo.isVisible()
    assert not on.view.work._ruler.isVisible()


def test_a_phase_that_lasts_never_counts_down_to_nought(player):
    on = player(counted(10))
    on.to_work()
    phase = on.playing.planned.dosage.tempo[0]

    on.clock.pass_by(phase.seconds - 0.0005)
    on.page.ticker.tick()

    assert on.view.work._phase.text() == "Down"
    assert on.view.work._phase_left.text() == "1"


def test_a_change_of_side_says_so_and_flashes_once(player):
    on = player(timed(10))
    on.to_work()
    on.run(9.75)

    on.run(0.3, step=0.05)
    flashed = on.view.flash
    on.run(0.5)

    assert flashed
    assert not on.view.flash
    assert on.view.work._unit.text() == "Change side"
    assert on.view.work._sides.accessibleName() == "Side: Right"


def test_reduced_motion_does_not_flash(player):
    on = player(timed(10), reduced_motion=True)
    on.to_work()

    on.run(9.75)
    on.run(0.3, step=0.05)

    assert on.view.work._unit.text() == "Change side"
    assert not on.view.flash


def test_reduced_motion_moves_the_needle_once_a_second(player):
    on = player(timed(10), reduced_motion=True)
    on.to_work()

    on.run(2.75)

    assert on.view.work._ruler.fraction() == pytest.approx(0.2)


def test_a_rest_is_teal_and_tells_what_comes(player, light):
    on = player(timed(10, sets=2))
    on.to_work(1)

    on.run(11)

    assert on.view.view is View.REST
    assert on.view.rest.digits.text() == "39"
    assert on.view.rest._name.text() == "Exercise 0"
    assert on.view.rest._more.text().startswith("Set 2 of 2, left side.")
    assert on.colour_at(5, 5) == light.rest
    assert Beep.LAST_SET in on.sounds.played


def test_work_is_the_colour_of_the_card_and_a_pause_is_grey(player, light):
    on = player(timed(10))
    on.to_work()
    on.run(0.25)
    work = on.colour_at(5, 5)

    on.press(Key.Key_Space)

    assert work == light.surface
    assert on.colour_at(5, 5) == light.sunken


def test_mute_is_said_in_the_top_row(player):
    on = player(timed(30))

    on.press(Key.Key_M)
    said = on.view.header.notice()
    on.press(Key.Key_M)

    assert said == "Sound off"
    assert on.view.header.notice() == ""


def test_a_machine_without_sound_or_a_screen_that_may_sleep_says_so(player):
    on = player(timed(30), sounds=SilentSounds(available=False), awake=ScriptedAwake(arranged=False))

    assert on.sounds.opened
    assert on.view.header.notice() == "No sound device  ·  The screen may go to sleep"


def test_a_screen_that_need_not_stay_awake_is_left_alone(player):
    on = player(timed(30), awake=None)

    on.press(Key.Key_Space)

    assert on.view.header.notice() == ""


def test_a_full_disk_pauses_with_one_way_on(player):
    on = player(timed(10))
    on.to_work()
    on.store.full = True

    on.run(11)
    said = on.view.paused.why()
    shown = [button.isVisible() for button in (on.view.paused.retry, on.view.paused.resume, on.view.paused.end)]
    ticked = on.view.header.ruler.accessibleName()
    on.store.full = False
    QTest.mouseClick(on.view.paused.retry, Qt.MouseButton.LeftButton)

    assert said == FULL_DISK
    assert shown == [True, False, False]
    assert ticked == "0 of 2 sets done"
    assert on.view.header.ruler.accessibleName() == "1 of 2 sets done"
    assert on.view.paused.resume.isVisible()


def test_space_tries_again_on_a_full_disk(player):
    on = player(timed(10))
    on.store.full = True
    on.press(Key.Key_Space)
    assert on.view.paused.why() == FULL_DISK

    on.store.full = False
    on.press(Key.Key_Space)

    assert on.page.ticker.trouble == ""


def test_a_whole_session_ends_by_itself_and_says_so_once(player):
    on = player(counted(2), timed(3))

    on.run(80)

    assert on.ended == [on.session.id]
    assert on.kept().status is SessionStatus.COMPLETED
    assert on.sounds.played[-1] is Beep.END
    assert not on.awake.holding


def test_a_sleeping_laptop_is_told_about(player):
    on = player(timed(30))
    on.run(2)

    on.clock.sleep_for(3_600)
    on.run(0.25)

    assert on.view.paused.why() == "The computer was asleep, so the session waited. The sleep counts for nothing."


def test_a_session_put_away_is_offered_again_where_it_stood(player, qtbot):
    on = player(counted(10))
    on.to_work(1)
    on.run(12)

    on.page.put_away()

    record = on.kept()
    again = play.resume(on.store, record, exercises_of(record.routine), on.clock.wall())
    resumed = Playing(qtbot, session=again, store=on.store, clock=on.clock)
    assert (record.position, record.sets[0].reps) == (1, 3)
    assert resumed.view.view is View.PAUSED
    assert resumed.view.paused.why().startswith("This session was left open.")
    assert not resumed.awake.holding


def test_a_hidden_player_goes_on_but_paints_nothing(player):
    on = player(timed(30))
    on.to_work()
    on.run(1)
    before = on.view.work.digits.text()

    on.page.hide()
    on.run(5)
    hidden = on.view.work.digits.text()
    on.page.show()

    assert hidden == before == "29"
    assert on.view.work.digits.text() == "24"
    assert on.page.ticker.interval_ms == 33


def test_what_the_next_exercise_needs_can_be_read_in_time_after_a_single_set_too(player):
    on = player(timeline=plan(load_routines()[SHORT_WARM_UP], load_exercises()))
    words = "For the next exercise you need: loop tube."

    on.page.ticker.do(lambda now: on.session.jump(now, 3))
    on.run(1)
    changing = on.view.work._cue.text()
    on.page.ticker.do(on.session.skip)
    on.run(1)
    at_first = on.view.work._cue.text()
    on.run(14)

    assert (changing, at_first == words, on.view.work._cue.text()) == (words, False, words)
