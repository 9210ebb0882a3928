"""The player as it is steered: keyboard, presenter remote, media keys, buttons, clicks."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.ui.pages.player_states import View
from tests.builders import counted, timed
from tests.ui.pages.playing import Playing

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


def test_space_pauses_and_goes_on(player):
    on = player(timed(30))
    on.to_work()
    on.run(5)

    on.press(Key.Key_Space)
    on.run(72, step=1)

    assert on.view.view is View.PAUSED
    assert on.view.paused.digits.text() == "25"
    assert on.view.paused.why() == "Paused for 1:12. Nothing is lost if you close the lid."
    assert not on.awake.holding

    on.press(Key.Key_Space)
    assert on.view.view is View.WORK
    assert on.awake.holding


def test_space_in_a_rest_starts_early(player):
    on = player(timed(10, sets=2))
    on.to_work(1)
    on.run(12)

    on.press(Key.Key_Space)

    assert on.playing.working
    assert on.session.position == 2


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_MediaNext, Key.Key_PageDown])
def test_forward_skips(player, key):
    on = player(timed(30))

    on.press(key)

    assert on.playing.working


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_MediaPrevious, Key.Key_PageUp])
def test_back_goes_to_the_set_before(player, key):
    on = player(timed(30))
    on.to_work(1)

    on.press(key)

    assert on.session.position == 0


@pytest.mark.parametrize(
    "key",
    [
        Key.Key_Period,
        Key.Key_B,
        Key.Key_MediaTogglePlayPause,
        Key.Key_MediaPause,
        Key.Key_MediaStop,
        Key.Key_Escape,
    ],
)
def test_these_keys_pause(player, key):
    on = player(timed(30))

    on.press(key)

    assert on.playing.paused is Cause.ASKED


@pytest.mark.parametrize("key", [Key.Key_Period, Key.Key_B, Key.Key_MediaTogglePlayPause, Key.Key_MediaPlay])
def test_these_keys_go_on_after_a_pause(player, key):
    on = player(timed(30))
    on.press(Key.Key_Space)

    on.press(key)

    assert on.playing.paused is None


@pytest.mark.parametrize("key", [Key.Key_MediaPause, Key.Key_MediaStop])
def test_a_second_pause_stays_a_pause(player, key):
    on = player(timed(30))
    on.press(key)

    on.press(key)

    assert on.playing.paused is Cause.ASKED


def test_play_while_it_plays_changes_nothing(player):
    on = player(timed(30))

    on.press(Key.Key_MediaPlay)

    assert on.playing.paused is None


def test_a_remote_resumes_forward_and_restarts_backward_while_paused(player):
    on = player(timed(30))
    on.to_work(1)
    on.run(5)
    on.press(Key.Key_Period)

    on.press(Key.Key_PageUp)
    assert (on.session.position, on.playing.working) == (1, False)

    on.press(Key.Key_PageDown)
    assert on.playing.paused is None


def test_plus_and_minus_change_a_lead_by_fifteen_seconds(player):
    on = player(timed(30, sets=2))
    on.to_work(1)
    on.run(31)

    on.press(Key.Key_Plus)
    longer = on.playing.length_s
    on.press(Key.Key_Minus)

    assert (longer, on.playing.length_s) == (55, 40)


def test_home_restarts_the_set_and_enter_ends_it(player):
    on = player(counted(10))
    on.to_work()
    on.run(15)
    on.press(Key.Key_Home)
    restarted = (on.session.position, on.playing.working)

    on.press(Key.Key_Right)
    on.run(7.25)
    on.press(Key.Key_Return)

    assert restarted == (0, False)
    assert on.session.position == 1
    assert on.session.records[0].status is SetStatus.PARTIAL


def test_the_second_escape_ends_and_saves(player):
    on = player(counted(10))
    on.to_work()
    on.run(8)

    on.press(Key.Key_Escape)
    on.press(Key.Key_Escape)

    assert on.ended == [on.session.id]
    assert on.kept().status is SessionStatus.STOPPED
    assert on.kept().sets[0].reps == 2
    assert on.changed


def test_the_digits_pause_when_clicked_and_go_on_when_clicked_again(player):
    on = player(timed(30))
    on.to_work()

    QTest.mouseClick(on.view.work.digits, Qt.MouseButton.LeftButton)
    paused = on.playing.paused
    QTest.mouseClick(on.view.paused.digits, Qt.MouseButton.LeftButton)

    assert paused is Cause.ASKED
    assert on.playing.paused is None


def test_a_click_on_the_ruler_jumps_and_can_be_taken_back_for_eight_seconds(player):
    on = player(timed(30), timed(30))
    ruler = on.view.header.ruler

    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.boxes()[3].center())
    there = on.session.position
    offered = on.view.controls.undo.isVisible()
    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (there, offered) == (3, True)
    assert on.session.position == 0
    assert not on.view.controls.undo.isVisible()


def test_the_offer_to_take_a_jump_back_goes_after_eight_seconds(player):
    on = player(timed(30), timed(30))
    on.view.header.segment_chosen.emit(2)

    on.run(8.25)
    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert not on.view.controls.undo.isVisible()
    assert on.session.position == 2


def test_the_buttons_do_what_the_keys_do(player):
    on = player(counted(10))
    controls = on.view.controls

    QTest.mouseClick(controls.skip, Qt.MouseButton.LeftButton)
    working = on.playing.working
    on.run(4)
    QTest.mouseClick(controls.set_done, Qt.MouseButton.LeftButton)
    QTest.mouseClick(controls.longer, Qt.MouseButton.LeftButton)
    longer = on.playing.length_s
    QTest.mouseClick(controls.shorter, Qt.MouseButton.LeftButton)
    QTest.mouseClick(controls.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(controls.main, Qt.MouseButton.LeftButton)

    assert working
    assert longer == 25
    assert on.session.position == 0
    assert on.playing.paused is Cause.ASKED


def test_the_ways_out_of_a_pause_are_buttons_too(player):
    on = player(timed(30))
    on.to_work()
    on.press(Key.Key_Space)

    QTest.mouseClick(on.view.paused.restart, Qt.MouseButton.LeftButton)
    restarted = on.playing.working
    QTest.mouseClick(on.view.paused.skip, Qt.MouseButton.LeftButton)
    skipped = on.playing.working
    QTest.mouseClick(on.view.paused.end, Qt.MouseButton.LeftButton)

    assert (restarted, skipped) == (False, True)
    assert on.ended == [on.session.id]


@pytest.mark.parametrize("key", [Key.Key_VolumeUp, Key.Key_VolumeDown, Key.Key_VolumeMute])
def test_the_volume_keys_stay_the_computers_own(player, key):
    on = player(timed(30))
    before = on.playing

    on.press(key)

    assert on.playing == before
    assert not on.sounds.muted
