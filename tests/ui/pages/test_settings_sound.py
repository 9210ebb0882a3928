"""Sound and voice in Settings: kept, heard at once, and tested with a question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kneecoach.ui.dialogs.sound_doctor import SoundDoctor
from kneecoach.ui.sounds import Beep
from tests.fakes import SilentSounds, SilentVoice
from tests.ui.pages.setting import Opened


@pytest.fixture
def opened(qtbot, store, tmp_path):
    made = Opened(qtbot, store, tmp_path / "data")
    yield made
    made.window.notice().hide()


def test_the_sound_test_says_what_came_of_it_and_asks(qtbot, opened):
    qtbot.mouseClick(opened.page.sound.test, Qt.MouseButton.LeftButton)

    assert opened.page.sound.outcome.text() == "Played two tones. Said: Change side, right. Heard both?"
    assert opened.page.sound.yes.isVisible()


@pytest.mark.parametrize(
    ("device", "voice", "said"),
    [
        (False, False, "No sound device was found. No voice on this computer."),
        (True, False, "Played two tones. No voice on this computer."),
        (False, True, "No sound device was found. Said: Change side, right."),
    ],
)
def test_who_cannot_have_heard_both_is_not_asked_but_shown_why(qtbot, store, tmp_path, device, voice, said):
    opened = Opened(qtbot, store, tmp_path, sounds=SilentSounds(available=device), voice=SilentVoice(available=voice))
    opened.page.sound.test.setFocus()

    qtbot.keyClick(opened.page.sound.test, Qt.Key.Key_Space)

    assert opened.page.sound.outcome.text() == said
    assert not opened.page.sound.yes.isVisible()
    assert opened.window.findChild(SoundDoctor).isVisible()


def test_a_key_too_many_never_says_that_both_were_heard(qtbot, opened):
    opened.page.sound.test.setFocus()
    qtbot.keyClick(opened.page.sound.test, Qt.Key.Key_Space)

    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Space)

    assert opened.page.sound.outcome.text() == "Not heard at 17:20."


def test_who_heard_both_reads_when(qtbot, opened):
    opened.page.sound.test.setFocus()
    qtbot.keyClick(opened.page.sound.test, Qt.Key.Key_Space)

    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Backtab)
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Space)

    assert opened.page.sound.outcome.text() == "Both heard at 17:20. Heard nothing later?"
    assert not opened.page.sound.yes.isVisible()
    assert opened.window.findChild(SoundDoctor) is None


def test_who_did_not_hear_both_is_shown_what_may_be_wrong_and_can_test_again(qtbot, opened):
    qtbot.mouseClick(opened.page.sound.test, Qt.MouseButton.LeftButton)

    qtbot.mouseClick(opened.page.sound.no, Qt.MouseButton.LeftButton)
    doctor = opened.window.findChild(SoundDoctor)
    doctor.again.click()

    assert opened.voice.said == ["Change side, right.", "Change side, right."]
    assert opened.page.sound.yes.isVisible()


def test_the_reasons_can_be_looked_at_later(qtbot, opened):
    opened.page.test_sound()
    opened.page.sound.yes.click()

    qtbot.mouseClick(opened.page.sound.find_out, Qt.MouseButton.LeftButton)

    assert opened.window.findChild(SoundDoctor).isVisible()


def test_t_tests_the_sound_but_not_while_a_name_is_typed(qtbot, opened):
    opened.page.person.name.edit.setFocus()
    qtbot.keyClick(opened.page.person.name.edit, Qt.Key.Key_T)
    typed = list(opened.voice.said)

    opened.page.display.awake.setFocus()
    qtbot.keyClick(opened.page.display.awake, Qt.Key.Key_T)

    assert typed == []
    assert opened.voice.said == ["Change side, right."]


@pytest.mark.parametrize(
    ("press", "field", "wanted"),
    [
        (lambda card: card.voice.click(), "voice", False),
        (lambda card: card.count_aloud.click(), "count_aloud", False),
        (lambda card: card.beeps.click(), "beeps", False),
        (lambda card: card.voice_volume._choose(3), "voice_volume", 3),
        (lambda card: card.volume._choose(2), "volume", 2),
    ],
)
def test_voice_and_beeps_are_kept_each_for_itself_and_can_be_undone(opened, press, field, wanted):
    before = opened.settings

    press(opened.page.sound)
    after = opened.settings
    opened.window.notice().undo()

    assert after == replace(before, **{field: wanted})
    assert opened.settings == before


def test_another_volume_is_heard_at_once(opened):
    opened.page.sound.volume._choose(9)

    assert opened.sounds.played == [Beep.TICK]


def test_what_is_off_cannot_be_made_louder(opened):
    opened.page.sound.voice.click()

    assert not opened.page.sound.voice_volume.isEnabled()
    assert not opened.page.sound.count_aloud.isEnabled()
    assert opened.page.sound.volume.isEnabled()


def test_the_card_says_what_speaks_or_how_to_get_a_voice(qtbot, store, tmp_path, opened, monkeypatch):
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    silent = Opened(qtbot, store, tmp_path, voice=SilentVoice(available=False))

    spoken, lacking = (texts(one.page.sound) for one in (opened, silent))

    assert "espeak-ng, English" in spoken
    assert "No voice on this computer. Beeps and pictures still guide." in lacking
    assert "Install a voice: sudo apt install espeak-ng" in lacking


def test_the_card_says_why_an_installed_voice_is_silent_and_not_to_install_one(qtbot, store, tmp_path):
    voice = SilentVoice(available=False)
    voice.trouble = "There is no sound device for espeak-ng."

    said = texts(Opened(qtbot, store, tmp_path, voice=voice).page.sound)

    assert "There is no sound device for espeak-ng." in said
    assert not [one for one in said if "nstall" in one]


def texts(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
