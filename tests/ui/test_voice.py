"""The voice: which engine is chosen, and that none that is stuck, fails or is missing holds anything up."""

import subprocess
import sys

import pytest

from kneecoach.ui.voice import GuardedVoice
from kneecoach.ui.voice_engines import SpeakerEngine
from tests.ui.speaking import (
    DEAF_SPEAKER,
    GOOD_ESPEAK,
    GOOD_SPEAKER,
    QUICK_MS,
    REFUSING_SPEAKER,
    STUCK_SPEAKER,
    RecordedPlayer,
    a_speaker,
    a_voice,
    an_espeak,
    settled,
)


def test_the_first_engine_that_works_is_chosen_and_remembered(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    voice = a_voice(tmp_path, a_speaker(tmp_path, REFUSING_SPEAKER), an_espeak(tmp_path, player))

    settled(qtbot, voice, ("One.",))
    voice.open(("Two.",))
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache" / "voice").glob("*.wav"))) == 3)
    voice.say("Two.")
    voice.close()

    assert voice.trouble == "Qt has no voice here."
    assert player.played == ["Two."]


@pytest.mark.usefixtures("path")
def test_a_machine_without_any_voice_is_silent_and_says_why(qtbot, tmp_path):
    voice = a_voice(tmp_path, a_speaker(tmp_path, REFUSING_SPEAKER), an_espeak(tmp_path))

    settled(qtbot, voice)
    voice.say("One.")

    assert not voice.available
    assert voice.name == ""
    assert voice.trouble == "Qt has no voice here. espeak-ng is not installed."


@pytest.mark.usefixtures("qapp")
def test_opening_returns_at_once_however_long_an_engine_takes(tmp_path):
    voice = a_voice(tmp_path, a_speaker(tmp_path, STUCK_SPEAKER, opening_ms=60_000))

    voice.open()
    voice.say("One.")
    here = voice.settled
    voice.close()

    assert not here
    assert not voice.available


def test_when_the_engine_fails_in_a_session_the_next_one_goes_on(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    voice = a_voice(tmp_path, a_speaker(tmp_path, DEAF_SPEAKER, answer_ms=QUICK_MS), an_espeak(tmp_path, player))
    settled(qtbot, voice, ("One.",))

    voice.say("One.")
    qtbot.waitUntil(lambda: voice.settled and voice.name.startswith("espeak-ng"))
    voice.say("One.")
    qtbot.waitUntil(lambda: player.played == ["One."])
    voice.close()


def test_a_muted_voice_and_one_at_volume_zero_say_nothing(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    voice = settled(qtbot, a_voice(tmp_path, an_espeak(tmp_path, player)), ("One.",))
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache" / "voice").glob("*.wav"))) == 2)

    voice.mute()
    voice.say("One.")
    voice.unmute()
    voice.set_volume(0)
    voice.say("One.")
    voice.set_volume(5)
    voice.say("One.")
    voice.close()

    assert player.played == ["One."]
    assert player.volumes == [5]


@pytest.mark.usefixtures("qapp")
def test_no_engine_is_looked_for_while_the_voice_is_off(tmp_path):
    voice = a_voice(tmp_path, a_speaker(tmp_path, GOOD_SPEAKER), muted=True)

    voice.open(("One.",))

    assert not voice.settled
    assert voice.findChildren(SpeakerEngine) == []
    assert not (tmp_path / "log").exists()


def test_the_test_chooses_anew_and_speaks_even_when_muted(qtbot, tmp_path, path):
    program = path("espeak-ng", GOOD_ESPEAK)
    program.rename(program.with_name("elsewhere"))
    player = RecordedPlayer()
    voice = GuardedVoice(
        tmp_path, muted=True, engines=lambda _cache, _parent: [an_espeak(tmp_path, player, late_ms=60_000)]
    )
    outcomes = []

    voice.test(outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 1)
    program.with_name("elsewhere").rename(program)
    voice.test(outcomes.append)
    qtbot.waitUntil(lambda: player.played == ["Change side, right."])
    voice.close()

    assert outcomes == ["No voice on this computer. Beeps and pictures still guide.", "Said: Change side, right."]


def test_no_speech_library_is_loaded_into_the_windows_process():
    code = """
import sys
from kneecoach.ui.voice import GuardedVoice
import kneecoach.ui.voice_engines, kneecoach.ui.voice_espeak
sys.exit("PySide6.QtTextToSpeech" in sys.modules or "PySide6.QtMultimedia" in sys.modules)
"""

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_units_are_made_ready_and_said_in_words(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    voice = a_voice(tmp_path, an_espeak(tmp_path, player))

    settled(qtbot, voice, ("Hold it for 10 s.",))
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache" / "voice").glob("*.wav"))) == 2)
    voice.say("Hold it for 10 s.")
    voice.close()

    assert player.played == ["Hold it for 10 seconds."]
