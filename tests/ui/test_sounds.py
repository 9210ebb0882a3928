"""The beeps: their files, volume, mute, and machines without sound."""

import os
import subprocess
import sys
import wave
from itertools import pairwise

import pytest

from kneecoach.paths import resource
from kneecoach.ui.sounds import Beep, QtSounds


def sound_of(name):
    """Its length in seconds and its samples."""
    with wave.open(str(resource(f"sounds/{name}.wav"))) as file:
        return file.getnframes() / file.getframerate(), memoryview(file.readframes(file.getnframes())).cast("h")


@pytest.mark.parametrize("beep", list(Beep))
def test_every_beep_is_a_short_soft_file(beep):
    length_s, frames = sound_of(beep.value)

    assert 0.05 <= length_s <= 1.2
    assert 3_000 < max(frames) < 24_000
    assert abs(frames[0]) < 200
    assert abs(frames[-1]) < 200


@pytest.mark.parametrize("beep", list(Beep))
def test_in_a_calm_routine_every_beep_is_softer_lower_and_rings_longer(beep):
    (brisk_s, brisk), (calm_s, calm) = sound_of(beep.value), sound_of(f"soft/{beep.value}")

    assert max(calm) < max(brisk)
    assert 1.5 * brisk_s < calm_s < 2.5
    assert crossings(calm) / calm_s < 0.75 * crossings(brisk) / brisk_s


def crossings(frames):
    """How often it goes up through zero: twice as often for a tone an octave higher."""
    return sum(before < 0 <= after for before, after in pairwise(frames))


def test_the_shipped_files_are_what_the_maker_makes(tmp_path):
    maker = resource("sounds").parent.parent / "packaging" / "make_sounds.py"

    subprocess.run([sys.executable, str(maker), str(tmp_path)], check=True)

    for name in (f"{folder}{beep.value}.wav" for beep in Beep for folder in ("", "soft/")):
        assert (tmp_path / name).read_bytes() == resource(f"sounds/{name}").read_bytes()


def test_multimedia_is_not_loaded_before_the_player_opens():
    code = "import kneecoach.ui.sounds, sys; sys.exit('PySide6.QtMultimedia' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_machine_without_sound_is_not_complained_about_to_whoever_started_the_program():
    code = """
import sys
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from kneecoach.paths import resource
from kneecoach.ui.sounds import QtSounds
app = QApplication(sys.argv)
QtSounds(resource("sounds")).open()
qWarning("something else")
"""
    nobody_serves = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "unix:/nowhere"}

    done = subprocess.run([sys.executable, "-c", code], env=nobody_serves, capture_output=True, text=True, check=True)

    assert done.stderr == "something else\n"


def test_other_words_of_qt_are_passed_on_while_sounds_are_looked_for():
    code = """
from PySide6.QtCore import qWarning
from kneecoach.ui import sounds
with sounds.without_asides():
    qWarning("PulseAudioService: pa_context_connect() failed")
    qWarning("something else")
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr == "something else\n"


class NoDevice:
    def isNull(self):  # noqa: N802
        return True


class ADevice:
    def isNull(self):  # noqa: N802
        return False

    def description(self):
        return "Built-in loudspeaker"


class RecordedEffect:
    played: list = []  # noqa: RUF012
    folders: list = []  # noqa: RUF012

    def __init__(self):
        self.volume = 1.0

    def setSource(self, url):  # noqa: N802
        self.name = url.fileName()
        self.folder = url.path().split("/")[-2]

    def setVolume(self, volume):  # noqa: N802
        self.volume = volume

    def play(self):
        self.played.append((self.name, self.volume))
        self.folders.append(self.folder)


@pytest.fixture
def machine(monkeypatch):
    from PySide6 import QtMultimedia  # noqa: PLC0415

    def with_device(device):
        monkeypatch.setattr(QtMultimedia.QMediaDevices, "defaultAudioOutput", lambda: device)
        monkeypatch.setattr(QtMultimedia, "QSoundEffect", RecordedEffect)
        RecordedEffect.played, RecordedEffect.folders = [], []
        return RecordedEffect

    return with_device


def test_a_silent_machine_says_so_and_stays_silent(machine, tmp_path):
    effects = machine(NoDevice())
    sounds = QtSounds(tmp_path)

    sounds.open()
    sounds.play(Beep.END)

    assert not sounds.available
    assert sounds.test().startswith("No sound device")
    assert effects.played == []


def test_a_beep_is_as_loud_as_the_setting_says(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path, volume=4)
    sounds.open()

    sounds.play(Beep.TICK)
    sounds.set_volume(9)
    sounds.play(Beep.END)

    assert sounds.available
    assert effects.played == [("tick.wav", 0.4), ("end.wav", 0.9)]


def test_muted_beeps_stay_silent_but_the_test_is_heard(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path)
    sounds.open()

    sounds.mute()
    sounds.play(Beep.TICK)
    outcome = sounds.test()

    assert sounds.muted
    assert effects.played == [("get_ready.wav", 0.7)]
    assert outcome.startswith("Played")


def test_volume_zero_says_why_nothing_was_heard(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path, volume=0)

    outcome = sounds.test()

    assert outcome == "The volume is 0, so nothing was played."
    assert effects.played == []


def test_headphones_that_are_pulled_out_silence_it_without_an_error(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path)
    sounds.open()

    machine(NoDevice())
    sounds.open()
    sounds.play(Beep.END)

    assert not sounds.available
    assert effects.played == []


def test_beeps_come_back_when_unmuted(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path, muted=True)
    sounds.open()

    sounds.unmute()
    sounds.play(Beep.TICK)

    assert effects.played == [("tick.wav", 0.7)]


def test_a_calm_routine_rings_and_the_next_one_beeps_again(machine, tmp_path):
    effects = machine(ADevice())
    sounds = QtSounds(tmp_path)
    sounds.set_soft(soft=True)
    sounds.open()

    sounds.play(Beep.TICK)
    sounds.set_soft(soft=False)
    sounds.play(Beep.TICK)

    assert effects.folders == ["soft", tmp_path.name]


def test_the_device_has_its_own_name(machine, tmp_path):
    machine(ADevice())
    sounds = QtSounds(tmp_path)

    before = sounds.device
    sounds.open()

    assert (before, sounds.device) == ("", "Built-in loudspeaker")
