"""What speaks: working, stuck, failing or missing, each tells in time and in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kneecoach.ui.voice_engines import SpeakerEngine
from kneecoach.ui.voice_espeak import EspeakEngine
from tests.ui.speaking import (
    DEAF_SPEAKER,
    FAILING_ESPEAK,
    GOOD_ESPEAK,
    GOOD_SPEAKER,
    HALF_DEAF_SPEAKER,
    QT_WITHOUT_A_VOICE,
    QUICK_MS,
    REFUSING_SPEAKER,
    STUCK_ESPEAK,
    STUCK_SPEAKER,
    RecordedPlayer,
    a_qt,
    a_speaker,
    a_voice,
    an_espeak,
    opened,
    settled,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ending():
    """Engines that are closed at the end whatever the test says."""
    engines = []
    yield engines.append
    for engine in engines:
        engine.close()


def test_a_speech_service_that_answers_is_spoken_through(qtbot, tmp_path, ending):
    engine = a_speaker(tmp_path, GOOD_SPEAKER)
    ending(engine)

    assert opened(qtbot, engine) is True
    engine.set_volume(4)
    engine.prepare((), slow=True)
    engine.say("One.")
    engine.stop()
    log = tmp_path / "log"
    qtbot.waitUntil(lambda: log.exists() and "stop" in log.read_text())

    assert engine.name == "fake, English"
    assert log.read_text().splitlines() == ['{"volume": 0.4}', '{"slow": true}', '{"say": "One."}', '{"stop": true}']


def test_a_stuck_speech_service_is_given_up_at_its_deadline(qtbot, tmp_path, ending):
    engine = a_speaker(tmp_path, STUCK_SPEAKER, opening_ms=QUICK_MS)
    ending(engine)

    assert opened(qtbot, engine) == "The desktop's speech service does not answer."


def test_a_speech_service_that_goes_deaf_later_is_given_up_too(qtbot, tmp_path, ending):
    engine = a_speaker(tmp_path, DEAF_SPEAKER, answer_ms=QUICK_MS)
    ending(engine)
    assert opened(qtbot, engine) is True

    with qtbot.waitSignal(engine.failed) as told:
        engine.say("One.")

    assert told.args == ["The desktop's speech service does not answer."]


def test_an_answer_to_one_line_does_not_stand_for_the_next(qtbot, tmp_path, ending):
    engine = a_speaker(tmp_path, HALF_DEAF_SPEAKER, answer_ms=4 * QUICK_MS)
    ending(engine)
    assert opened(qtbot, engine) is True

    with qtbot.waitSignal(engine.failed) as told:
        engine.say("One.")
        engine.say("Two.")

    assert told.args == ["The desktop's speech service does not answer."]


def test_when_every_line_is_answered_nothing_is_given_up(qtbot, tmp_path, ending):
    engine = a_speaker(tmp_path, GOOD_SPEAKER)
    ending(engine)
    assert opened(qtbot, engine) is True

    engine.say("One.")
    engine.say("Two.")
    qtbot.waitUntil(lambda: not engine._deadline.isActive())

    assert engine._unanswered == 0


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (REFUSING_SPEAKER, "Qt has no voice here."),
        ("raise SystemExit(3)", "The desktop's speech service ended."),
        ("import nowhere", "The desktop's speech service ended."),
    ],
)
def test_a_speech_service_that_refuses_or_ends_says_why(qtbot, tmp_path, ending, code, why):
    engine = a_speaker(tmp_path, code)
    ending(engine)

    assert opened(qtbot, engine) == why


def test_the_speaker_refuses_where_qt_cannot_load_its_voice():
    code = """
import sys
sys.modules["PySide6.QtTextToSpeech"] = None
from kneecoach.ui import speaker
sys.exit(speaker.main())
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert done.stdout == "none Qt's text to speech can't be loaded on this computer.\n"
    assert done.stderr == ""


def test_the_speaker_takes_nothing_from_the_folder_we_are_in(qtbot, tmp_path, monkeypatch, ending):
    monkeypatch.setenv("PYTHONPATH", a_qt(tmp_path / "qt", QtCore=QT_WITHOUT_A_VOICE))
    (tmp_path / "json.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\nraise SystemExit")
    monkeypatch.chdir(tmp_path)
    engine = SpeakerEngine(opening_ms=20_000)
    ending(engine)

    assert opened(qtbot, engine) == "Qt's text to speech can't be loaded on this computer."
    assert not (tmp_path / "ran").exists()


def test_a_build_in_one_file_starts_itself_as_the_speaker(qtbot, tmp_path, monkeypatch, ending):
    build = tmp_path / "KneeCoach"
    build.write_text(f'#!/bin/sh\nexec {sys.executable} -m kneecoach "$@"\n')
    build.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((a_qt(tmp_path / "qt", QtCore=QT_WITHOUT_A_VOICE), str(ROOT))))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(build))
    engine = SpeakerEngine(opening_ms=20_000)
    ending(engine)

    assert opened(qtbot, engine) == "Qt's text to speech can't be loaded on this computer."


def test_espeak_writes_what_will_be_said_ahead_of_need(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    engine = an_espeak(tmp_path, player)
    ending(engine)
    assert opened(qtbot, engine) is True

    engine.prepare(("One.", "Front lunge. Left leg."), slow=False)
    qtbot.waitUntil(lambda: engine.file_of("Front lunge. Left leg.").exists())
    engine.set_volume(3)
    engine.say("One.")

    assert engine.name == "espeak-ng, English"
    assert player.played == ["One."]
    assert player.volumes == [3]
    assert oct(engine.file_of("One.").stat().st_mode & 0o777) == "0o600"


def test_espeak_writes_each_line_once_for_each_speed(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    engine = an_espeak(tmp_path)
    ending(engine)
    opened(qtbot, engine)
    calls = tmp_path / "bin" / "calls"

    for slow in (False, False, True):
        engine.prepare(("One.", "Two."), slow=slow)
        qtbot.waitUntil(lambda: engine.file_of("Two.").exists())

    speeds = [line.split()[3] for line in calls.read_text().splitlines()]
    assert speeds == ["175", "175", "175", "152", "152"]


def test_a_line_that_was_not_known_is_said_as_soon_as_it_is_written(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    engine = an_espeak(tmp_path, player, late_ms=60_000)
    ending(engine)
    opened(qtbot, engine)

    engine.say("Nobody knew this.")
    qtbot.waitUntil(lambda: bool(player.played))

    assert player.played == ["Nobody knew this."]


def test_a_line_that_took_too_long_is_not_said_late(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    engine = an_espeak(tmp_path, player, late_ms=0)
    ending(engine)
    opened(qtbot, engine)

    engine.say("Too late.")
    qtbot.waitUntil(lambda: engine.file_of("Too late.").exists())
    engine.say("Too late.")

    assert player.played == ["Too late."]


def test_a_name_that_looks_like_an_option_is_only_read_aloud(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer()
    engine = an_espeak(tmp_path, player)
    ending(engine)
    opened(qtbot, engine)

    engine.prepare(("-w /tmp/elsewhere [[h@]]",), slow=False)
    qtbot.waitUntil(lambda: engine.file_of("-w /tmp/elsewhere [[h@]]").exists())
    engine.say("-w /tmp/elsewhere [[h@]]")

    assert player.played == ["-w /tmp/elsewhere [h@]]"]
    assert "elsewhere" not in (tmp_path / "bin" / "calls").read_text()


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (FAILING_ESPEAK, "espeak-ng could not write what it says."),
        (STUCK_ESPEAK, "espeak-ng does not answer."),
        ("not a program", "espeak-ng can't be started."),
        (None, "espeak-ng is not installed."),
    ],
)
def test_an_espeak_that_does_not_work_says_so_in_a_sentence(qtbot, tmp_path, path, ending, program, why):
    if program is not None:
        path("espeak-ng", program)
    engine = an_espeak(tmp_path, deadline_ms=QUICK_MS if program is STUCK_ESPEAK else 20_000)
    ending(engine)

    assert opened(qtbot, engine) == why


def test_espeak_needs_a_place_for_its_files(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    (tmp_path / "file").write_text("")
    homeless = EspeakEngine(tmp_path / "file" / "voice", player=RecordedPlayer())
    ending(homeless)

    assert "can't be written in" in opened(qtbot, homeless)


def test_a_machine_without_a_device_has_no_voice_from_the_first_word_on(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    player = RecordedPlayer(available=False)
    voice = settled(qtbot, a_voice(tmp_path, an_espeak(tmp_path, player)))

    voice.say("One.")

    assert voice.settled
    assert not voice.available
    assert voice.trouble == "There is no sound device for espeak-ng."
    assert player.played == []


def test_the_test_does_not_claim_to_have_spoken_without_a_device(qtbot, tmp_path, path):
    path("espeak-ng", GOOD_ESPEAK)
    voice = a_voice(tmp_path, an_espeak(tmp_path, RecordedPlayer(available=False)))
    outcomes = []

    voice.test(outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))

    assert outcomes == ["No voice on this computer. Beeps and pictures still guide."]


def test_only_the_newest_files_are_kept(qtbot, tmp_path, path, ending, monkeypatch):
    monkeypatch.setattr("kneecoach.ui.voice_espeak.MOST_FILES", 2)
    path("espeak-ng", GOOD_ESPEAK)
    engine = an_espeak(tmp_path)
    ending(engine)
    opened(qtbot, engine)
    for number in range(5):
        old = tmp_path / "cache" / "voice" / f"{number}.wav"
        old.write_text("old")
        os.utime(old, (1_000, 1_000 + number))

    engine.prepare((), slow=False)

    left = {file.name for file in (tmp_path / "cache" / "voice").glob("*.wav")}
    assert left == {"4.wav", engine.file_of("Ready.").name}
