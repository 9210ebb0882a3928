"""The ice timer without sound, voice, a wakeful screen or anybody who looks: it says so, or is heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneecoach.ui.pages import ice_words
from kneecoach.ui.sounds import Beep
from tests.fakes import ScriptedAwake, SilentSounds, SilentVoice
from tests.ui.pages.icing import Icing

Key = Qt.Key


@pytest.fixture
def icing(qtbot, store):
    return Icing(qtbot, store)


def test_sound_and_voice_are_silenced_and_said_to_be_so(icing):
    icing.key(Key.Key_V)
    assert icing.page.stage.notice() == "Voice off"
    icing.key(Key.Key_V, Key.Key_M)
    assert icing.page.stage.notice() == "Sound off"
    icing.on_for(300)
    assert icing.sounds.played == [Beep.START]
    assert icing.page.stage.title() == ice_words.LOOK

    icing.key(Key.Key_M)
    assert icing.page.stage.notice() == ""
    icing.sounds.mute()
    icing.on_for(1)
    assert icing.page.stage.notice() == "Beeps off"


def test_a_computer_without_sound_or_wakefulness_says_so(qtbot, store):
    icing = Icing(qtbot, store, sounds=SilentSounds(available=False), awake=ScriptedAwake(arranged=False))

    assert icing.page.stage.notice() == "No sound device  ·  The screen may go to sleep"
    assert icing.awake.holding


def test_what_the_voice_was_not_ready_for_is_said_when_it_is(qtbot, store):
    icing = Icing(qtbot, store, voice=SilentVoice(settled=False))
    assert icing.voice.said == []

    icing.voice.settled = True
    icing.on_for(1)

    assert icing.voice.said == [ice_words.STARTS_SPOKEN]


def test_hidden_it_paints_nothing_but_is_heard_and_alerts(icing, monkeypatch):
    alerted = []
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    icing.page.hide()
    fast = icing.page.clock._qt_timer.interval()

    icing.on_for(300)

    assert icing.page.stage.digits.text() == "20:00"
    assert icing.voice.said[-1] == ice_words.LOOK_SPOKEN
    assert alerted == [icing.page]
    assert fast == 1_000
    icing.page.show()
    assert icing.page.stage.digits.text() == "15:00"
