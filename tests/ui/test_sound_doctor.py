"""Why nothing was heard: device, volume and voice, each with ok or what to do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kneecoach.domain.settings import Settings
from kneecoach.ui.dialogs.sound_doctor import SoundDoctor
from kneecoach.ui.sound_doctor import look
from tests.fakes import SilentSounds, SilentVoice


def found(*, device=True, speaks=True, **settings):
    findings = look(SilentSounds(available=device), SilentVoice(available=speaks), replace(Settings(), **settings))
    return {finding.name: finding for finding in findings}


def test_where_all_is_well_each_is_ok_and_named():
    findings = found()

    assert all(finding.ok for finding in findings.values())
    assert findings["Sound device"].said == "Built-in loudspeaker."
    assert findings["Volume"].said == "Beeps 7 of 10, voice 7 of 10."
    assert findings["Voice"].said == "espeak-ng, English."


def test_a_machine_without_a_device_is_told_to_connect_one():
    finding = found(device=False)["Sound device"]

    assert not finding.ok
    assert finding.advice.startswith("Connect headphones or a loudspeaker")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"beeps": False}, "Switched off: beeps."),
        ({"beeps": False, "voice": False}, "Switched off: beeps and voice."),
        ({"voice_volume": 0}, "At 0: voice."),
        ({"volume": 0, "voice_volume": 0}, "At 0: beeps and voice."),
    ],
)
def test_what_is_off_or_at_nought_is_named(settings, said):
    finding = found(**settings)["Volume"]

    assert not finding.ok
    assert finding.said == said
    assert finding.advice


def test_where_nothing_speaks_the_reason_and_what_to_install_are_said():
    finding = found(speaks=False)["Voice"]

    assert finding.said == "espeak-ng is not installed."
    assert "nstall" in finding.advice
    assert "espeak-ng" in finding.advice


def test_where_a_voice_is_installed_but_can_not_be_heard_the_reason_alone_is_said():
    voice = SilentVoice(available=False)
    voice.trouble = "There is no sound device for espeak-ng."

    finding = look(SilentSounds(available=False), voice, Settings())[-1]

    assert (finding.said, finding.advice) == ("There is no sound device for espeak-ng.", "")


def test_tab_comes_to_both_buttons_of_the_dialog(qtbot):
    doctor = SoundDoctor(look(SilentSounds(), SilentVoice(), Settings()))
    qtbot.addWidget(doctor)
    doctor.open()
    qtbot.waitExposed(doctor)
    doctor.close_button.setFocus()

    came = []
    for _ in range(2):
        qtbot.keyClick(doctor.focusWidget(), Qt.Key.Key_Tab)
        came.append(doctor.focusWidget())

    assert came == [doctor.again, doctor.close_button]


def test_the_dialog_shows_every_finding_in_words_and_escape_closes_it(qtbot):
    findings = look(SilentSounds(available=False), SilentVoice(), Settings())
    doctor = SoundDoctor(findings)
    qtbot.addWidget(doctor)
    doctor.open()
    words = "\n".join(label.text() for label in doctor.findChildren(QLabel))

    with qtbot.waitSignal(doctor.finished):
        qtbot.keyClick(doctor, Qt.Key.Key_Escape)

    assert "Sound device: look here" in words
    assert "Voice: ok" in words
    assert all(finding.said in words and finding.advice in words for finding in findings)
