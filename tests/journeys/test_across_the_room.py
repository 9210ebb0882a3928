"""A session read from across the room and steered with a presenter remote alone."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.session_record import SessionStatus
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.summary_page import SummaryPage

Key = Qt.Key


@pytest.fixture
def playing(runner):
    runner.start()
    runner.set_up()
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.key(Key.Key_Return)
    assert isinstance(runner.flow, PlayerPage)
    return runner


def test_f11_fills_the_screen_with_large_words_and_is_remembered(playing):
    playing.key(Key.Key_F11)
    afar = (playing.flow.view.far, playing.window.isFullScreen())
    playing.close()
    playing.start()
    playing.press("Go on")

    assert afar == (True, True)
    assert playing.flow.view.far
    assert playing.window.isFullScreen()


def test_after_the_session_the_window_is_as_it_was(playing):
    playing.key(Key.Key_F11)

    playing.play_for(800)

    assert isinstance(playing.flow, SummaryPage)
    assert not playing.window.isFullScreen()


def test_a_mute_outlasts_the_way_across_the_room_and_back(playing):
    playing.key(Key.Key_M)

    playing.key(Key.Key_F11)
    playing.key(Key.Key_F11)

    assert playing.sounds.muted


def test_a_warm_up_from_the_first_to_the_last_set_with_a_remote(playing):
    player = playing.flow
    playing.key(Key.Key_F11)
    while playing.flow is player:
        playing.key(Key.Key_PageDown)
        if playing.flow is player:
            playing.play_for(12)
        playing.key(Key.Key_B)
        playing.key(Key.Key_PageDown)

    record = playing.record().last_sessions[-1]
    assert record.status is SessionStatus.COMPLETED
    assert len(record.sets) == 14


def test_the_coach_is_drawn_beside_the_digits(playing):
    playing.play_for(20)

    figure = playing.flow.view.figure

    assert figure.drawn
    assert figure.view.isVisible()
    assert figure.pose.movement.exercise == "adductor_roll"
