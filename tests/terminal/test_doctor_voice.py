"""The doctor on the voice: it asks what the window would ask, and tries espeak-ng with a word."""

import shutil

import pytest

from kneecoach.own_programs import ONCE, SPEAKER, own_command
from kneecoach.terminal import doctor
from tests.ui.speaking import GOOD_ESPEAK, QT_WITHOUT_A_VOICE, a_qt

READY_SERVICE = """
from enum import Enum
from PySide6.QtCore import Signal

class Locale:
    def name(self): return "en_GB"

class QTextToSpeech:
    State = Enum("State", "Ready Error")
    stateChanged = Signal()
    def __init__(self, engine): pass
    @staticmethod
    def availableEngines(): return ["mock", "fake"]
    def state(self): return self.State.Ready
    def availableLocales(self): return [Locale()]
    def setLocale(self, locale): pass
"""
QT_AT_ONCE = """
    def connect(self, slot): self.slot = slot
    def emit(self, *values): self.slot(*values)
"""
"""Its signals call what they are connected to."""


def test_a_voice_without_a_device_is_no_voice():
    found = doctor.check_voice(lambda _command, **_more: (0, "ready speechd, English"), heard=False)

    assert not found.ok
    assert found.advice == "Connect headphones or a loudspeaker."


@pytest.fixture
def espeak(tmp_path, monkeypatch):
    """An otherwise empty PATH, and a way to put an espeak-ng there, or none."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cat", "dirname"):
        (folder / tool).symlink_to(shutil.which(tool))
    monkeypatch.setenv("PATH", str(folder))

    def put(program):
        if program is not None:
            (folder / "espeak-ng").write_text(program)
            (folder / "espeak-ng").chmod(0o755)

    return put


def only_espeak_is_real(answer):
    """The speaker's answer is made up; whatever writes is run."""

    def probe(command, **more):
        if "-w" in command:
            return doctor.in_a_child(command, **more)
        return answer if command[-1] == ONCE else (0, "fine")

    return probe


def test_where_qt_speaks_the_service_is_named():
    found = doctor.check_voice(lambda _command, **_more: (0, "ready speechd, English"))

    assert (found.ok, found.detail) == (True, "Qt speaks through speechd, English.")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((0, "none The desktop has no speech service."), "The desktop has no speech service."),
        ((-14, "a remark of Qt"), "The desktop's speech service does not answer."),
        ((1, "no answer within 4 seconds"), "The desktop's speech service does not answer."),
    ],
)
def test_espeak_speaks_where_the_desktops_speech_service_does_not(espeak, answer, why):
    espeak(GOOD_ESPEAK)

    found = doctor.check_voice(only_espeak_is_real(answer))

    assert (found.ok, found.detail) == (True, f"espeak-ng speaks. {why}")


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("#!/bin/sh\nexit 1\n", "espeak-ng could not write what it says."),
        ("not a program", "espeak-ng could not write what it says."),
        ("#!/bin/sh\nexit 0\n", "espeak-ng could not write what it says."),
        (None, "espeak-ng is not installed."),
    ],
)
def test_where_nothing_speaks_both_reasons_are_said_and_what_to_install_where_nothing_is_installed(
    espeak, program, why
):
    espeak(program)

    found = doctor.check_voice(only_espeak_is_real((0, "none The desktop has no speech service.")))

    assert not found.ok
    assert found.detail == f"The desktop has no speech service. {why}"
    assert ("nstall" in found.advice) is (program is None)
    assert found.advice.endswith(doctor.SILENT)


def test_the_doctor_asks_for_a_voice_as_the_window_does(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", a_qt(tmp_path / "qt", QtCore=QT_WITHOUT_A_VOICE))

    _, said = doctor.in_a_child(own_command(SPEAKER, ONCE))

    assert said == "none Qt's text to speech can't be loaded on this computer."


def test_a_voice_that_is_ready_is_told_once_and_not_waited_for(tmp_path, monkeypatch):
    qt = a_qt(tmp_path / "qt", QtCore=f"{QT_WITHOUT_A_VOICE}{QT_AT_ONCE}", QtTextToSpeech=READY_SERVICE)
    monkeypatch.setenv("PYTHONPATH", qt)

    assert doctor.in_a_child(own_command(SPEAKER, ONCE)) == (0, "ready fake, English")
