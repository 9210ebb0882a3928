"""The ice timer: what is seen and heard, every button and key, and what the diary has of it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.pages import ice_words
from kneecoach.ui.sounds import Beep
from tests.ui.pages.icing import SORE, Icing

Key = Qt.Key


@pytest.fixture
def icing(qtbot, store):
    return Icing(qtbot, store)


def test_it_starts_with_what_is_set_the_place_and_the_cloth(icing):
    stage = icing.page.stage

    assert (stage.digits.text(), stage.title(), stage.cue()) == ("20:00", "Ice, inner side", ice_words.CUE)
    assert icing.shown() == ["pause", "longer", "shorter", "end"]
    assert not icing.page.controls.longer.isEnabled()
    assert (icing.sounds.played, icing.voice.said) == ([Beep.START], [ice_words.STARTS_SPOKEN])


def test_the_needle_moves_with_the_time(icing):
    icing.on_for(300.4)

    assert icing.page.stage.digits.text() == "15:00"
    assert icing.page.stage.ruler.fraction() == 0.25


@pytest.mark.parametrize(
    ("pain", "title"),
    [
        (None, "Ice"),
        (PainEntry(SORE.id, SORE.at, 2, Side.RIGHT), "Ice"),
        (PainEntry(SORE.id, SORE.at, 2, Side.BOTH, ("whole_knee",)), "Ice"),
        (PainEntry(SORE.id, SORE.at, 2, Side.BOTH, ("whole_knee", "pes_anserine")), "Ice, inner side"),
    ],
)
def test_the_title_names_the_side_that_hurt(qtbot, store, pain, title):
    assert Icing(qtbot, store, pain=pain).page.stage.title() == title


def test_the_skin_is_asked_for_written_beeped_and_spoken(icing):
    icing.on_for(299)
    assert icing.page.stage.title() == "Ice, inner side"

    icing.on_for(1)

    assert icing.page.stage.title() == ice_words.LOOK
    assert icing.sounds.played[-1] is Beep.CHANGE
    assert icing.voice.said[-1] == ice_words.LOOK_SPOKEN
    assert icing.shown() == ["fine", "not_fine", "end"]


def test_a_skin_check_without_an_answer_says_so_and_is_recalled(icing):
    icing.on_for(300)
    icing.on_for(65)

    assert icing.page.controls._hint.text() == "Asked 1:05 ago, not answered."
    assert icing.sounds.played[-1] is Beep.GET_READY
    assert icing.page.stage.digits.text() == "13:55"


@pytest.mark.parametrize("answer", [Key.Key_Y, Key.Key_Return, Key.Key_Enter, "fine"])
def test_skin_that_is_fine_lets_it_go_on(icing, answer):
    icing.on_for(300)

    icing.click(answer) if answer == "fine" else icing.key(answer)

    assert icing.page.stage.title() == "Ice, inner side"
    assert icing.page.clock.unanswered == 0


@pytest.mark.parametrize("answer", [Key.Key_N, "not_fine"])
def test_skin_that_is_not_fine_ends_it_with_what_to_do(icing, answer):
    icing.on_for(310)

    icing.click(answer) if answer == "not_fine" else icing.key(answer)

    assert (icing.page.stage.title(), icing.page.stage.cue()) == (ice_words.NOT_FINE, ice_words.NOT_FINE_CUE)
    assert icing.voice.said[-1] == ice_words.NOT_FINE_SPOKEN
    assert [ice.minutes for ice in icing.entries()] == [5]
    assert not icing.ended
    icing.key(Key.Key_Return)
    assert [ice.minutes for ice in icing.ended] == [5]


def test_no_answer_is_taken_that_was_not_asked_for(icing):
    icing.on_for(100)

    icing.key(Key.Key_Y, Key.Key_N, Key.Key_Return)

    assert icing.page.stage.title() == "Ice, inner side"
    assert not icing.ended


@pytest.mark.parametrize("how", [Key.Key_Space, "media key", "pause", "digits"])
def test_a_pause_stands_still_and_goes_on(icing, how):
    def toggle():
        if how == "digits":
            QTest.mouseClick(icing.page.stage.digits, Qt.MouseButton.LeftButton)
        elif how == "media key":
            # QTest has no letters for it
            nothing = Qt.KeyboardModifier.NoModifier
            icing.page.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Key.Key_MediaTogglePlayPause, nothing))
        else:
            icing.click(how) if how == "pause" else icing.key(how)

    icing.on_for(60)
    toggle()
    icing.on_for(500)
    assert (icing.page.stage.title(), icing.page.stage.digits.text()) == (ice_words.PAUSED, "19:00")
    assert icing.page.controls.pause.text() == "Go on"

    toggle()
    icing.on_for(60)

    assert icing.page.stage.digits.text() == "18:00"
    assert icing.page.controls.pause.text() == "Pause"


def test_a_minute_less_and_more_by_keys_and_buttons(icing):
    icing.key(Key.Key_Minus)
    icing.click("shorter")
    assert icing.page.stage.digits.text() == "18:00"

    icing.key(Key.Key_Plus)
    icing.click("longer")
    icing.key(Key.Key_Equal)
    assert icing.page.stage.digits.text() == "20:00"
    assert icing.page.controls._hint.text() == "Limit 20 minutes"


def test_past_the_caution_thirty_minutes_is_the_limit(qtbot, store):
    icing = Icing(qtbot, store, minutes=30)

    icing.key(Key.Key_Plus)

    assert icing.page.stage.digits.text() == "30:00"
    assert icing.page.controls._hint.text() == "Limit 30 minutes"


def test_the_end_is_seen_heard_and_kept_before_any_answer(icing):
    icing.on_for(1_200)

    assert icing.page.stage.title() == ice_words.TIME_UP
    assert icing.page.stage.cue() == f"{ice_words.TIME_UP_CUE} No run before 18:10."
    assert (icing.sounds.played[-1], icing.voice.said[-1]) == (Beep.END, ice_words.TIME_UP_SPOKEN)
    assert [ice.minutes for ice in icing.entries()] == [20]
    assert not icing.ended

    icing.key(Key.Key_Space)
    assert icing.page.stage.title() == ice_words.TIME_UP
    icing.key(Key.Key_Y)
    (kept,) = icing.ended
    assert (kept.minutes, kept.cloth, kept.entered) == (20, True, None)


def test_an_end_that_nobody_answers_is_recalled_and_says_how_long_ago_it_was(icing):
    icing.on_for(1_200)
    icing.on_for(150)

    assert "It was 2 minutes ago. No run before 18:10." in icing.page.stage.cue()
    assert icing.voice.said[-1] == ice_words.TIME_UP_SPOKEN
    assert icing.sounds.played[-1] is Beep.GET_READY


@pytest.mark.parametrize("how", [Key.Key_Escape, "end"])
def test_ending_early_keeps_the_real_minutes(icing, how):
    icing.on_for(7 * 60 + 40)

    icing.click("end") if how == "end" else icing.key(how)

    assert [ice.minutes for ice in icing.ended] == [8]
    assert icing.page.clock.unanswered == 1
    assert not icing.awake.holding


def test_under_half_a_minute_nothing_is_kept(icing):
    icing.on_for(29)

    icing.key(Key.Key_Escape)

    assert icing.ended == [None]
    assert icing.entries() == []


def test_a_sleeping_computer_does_not_take_the_ice_off(icing):
    icing.time.sleep_for(11 * 60)
    icing.page.clock.tick()

    assert icing.page.stage.digits.text() == "9:00"
    assert icing.page.stage.title() == ice_words.LOOK


def test_a_window_that_closes_keeps_what_was_done_and_no_more(icing):
    icing.on_for(9 * 60 + 10)

    icing.page.put_away()
    icing.time.pass_by(3_600)
    icing.page.put_away()

    assert [ice.minutes for ice in icing.entries()] == [9]
    assert not icing.awake.holding
    assert icing.voice.stops == 2


def test_each_minute_is_on_disk_before_the_next(icing):
    icing.on_for(61)
    icing.on_for(60)

    assert [ice.minutes for ice in icing.entries()] == [2]


def test_a_full_disk_is_said_and_the_minutes_wait(icing):
    icing.store.full = True
    icing.on_for(61)
    assert icing.page.clock.trouble in icing.page.stage.notice()

    icing.key(Key.Key_Escape)
    assert icing.page.stage.title() == ice_words.NOT_KEPT
    assert icing.shown() == ["again", "leave"]
    icing.store.full = False
    icing.key(Key.Key_Return)

    assert [ice.minutes for ice in icing.ended] == [1]


def test_what_to_do_about_the_skin_comes_before_a_full_disk(icing):
    icing.store.full = True
    icing.on_for(310)
    icing.key(Key.Key_N)
    assert icing.page.stage.title() == ice_words.NOT_FINE

    icing.key(Key.Key_Return)
    assert icing.page.stage.title() == ice_words.NOT_KEPT
    icing.store.full = False
    icing.key(Key.Key_Return)

    assert [ice.minutes for ice in icing.ended] == [5]


def test_a_pause_while_the_skin_is_asked_for_still_waits_for_the_answer(icing):
    icing.on_for(300)
    icing.key(Key.Key_Space)
    assert icing.page.stage.title() == ice_words.LOOK

    icing.key(Key.Key_Y)
    assert icing.page.stage.title() == ice_words.PAUSED
    icing.key(Key.Key_Space)

    assert icing.page.stage.title() == "Ice, inner side"


@pytest.mark.parametrize("how", [Key.Key_Escape, "leave"])
def test_what_can_not_be_kept_can_be_left(icing, how):
    icing.store.full = True
    icing.on_for(120)
    icing.key(Key.Key_Escape)

    icing.click("leave") if how == "leave" else icing.key(how)

    assert icing.ended == [None]


def test_other_keys_and_held_ones_do_nothing(icing):
    icing.key(Key.Key_Q)
    QTest.keyClick(icing.page, Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert not icing.sounds.muted
    assert not icing.ended


def test_closing_the_page_itself_keeps_it_too(icing):
    icing.on_for(61)

    icing.page.close()

    assert [ice.minutes for ice in icing.entries()] == [1]
