"""The voice: which engine is chosen, and that none that is stuck, fails or is missing holds anything up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kneecoach.ui.voice import GuardedVoice
from kneecoach.ui.voice_engines import SpeakerEngine
from kneecoach.ui.voice_espeak import EspeakEngine

QUICK_MS = 150
GOOD_SPEAKER = """
import sys
print("ready fake, English", flush=True)
with open(sys.argv[1], "a") as log:
    for line in sys.stdin:
        log.write(line)
        log.flush()
        if '"say"' in line:
            print("said", flush=True)
"""
DEAF_SPEAKER = "import sys\nprint('ready fake, English', flush=True)\nfor line in sys.stdin:\n    pass\n"
STUCK_SPEAKER = "import sys\nfor line in sys.stdin:\n    pass\n"
REFUSING_SPEAKER = "print('none Qt has no voice here.', flush=True)\n"
GOOD_ESPEAK = """#!/bin/sh
echo "$@" >> "$(dirname "$0")/calls"
while [ $# -gt 0 ]; do if [ "$1" = "-w" ]; then out="$2"; fi; shift; done
cat > "$out"
"""
FAILING_ESPEAK = "#!/bin/sh\nexit 1\n"
STUCK_ESPEAK = "#!/bin/sh\nexec cat /dev/zero > /dev/null\n"


class RecordedPlayer:
    """Plays nothing, and keeps what the files hold."""

    def __init__(self, *, available=True):
        self.available = available
        self.played = []
        self.volumes = []
        self.stops = 0

    def play(self, path: Path, volume: int) -> None:
        self.played.append(path.read_text())
        self.volumes.append(volume)

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture
def path(tmp_path, monkeypatch):
    """An otherwise empty PATH but for the tools of a shell, and a way to put programs there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cat", "dirname"):
        (folder / tool).symlink_to(subprocess.check_output(["/usr/bin/env", "which", tool], text=True).strip())
    monkeypatch.setenv("PATH", str(folder))

    def put(name, text):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
        return folder / name

    return put


def a_speaker(tmp_path, code, **more):
    script = tmp_path / "speaker.py"
    script.write_text(code)
    command = (sys.executable, str(script), str(tmp_path / "log"))
    return SpeakerEngine(command=command, **({"opening_ms": 20_000, "answer_ms": 20_000} | more))


def an_espeak(tmp_path, player=None, **more):
    return EspeakEngine(tmp_path / "cache" / "voice", player=player or RecordedPlayer(), **more)


def opened(qtbot, engine):
    """Whether it opened, or the sentence with which it failed."""
    outcome = []
    engine.opened.connect(lambda: outcome.append(True))
    engine.failed.connect(outcome.append)
    engine.open()
    qtbot.waitUntil(lambda: bool(outcome))
    return outcome[0]


def a_voice(tmp_path, *engines, **more):
    return GuardedVoice(tmp_path / "cache", engines=lambda _cache, _parent: list(engines), **more)


def settled(qtbot, voice, lines=()):
    voice.open(lines)
    qtbot.waitUntil(lambda: voice.settled)
    return voice


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

    assert done.returncode == 1
    assert done.stdout == "none Qt's text to speech can't be loaded on this computer.\n"
    assert done.stderr == ""


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


def test_espeak_needs_a_device_and_a_place_for_its_files(qtbot, tmp_path, path, ending):
    path("espeak-ng", GOOD_ESPEAK)
    deaf = an_espeak(tmp_path, RecordedPlayer(available=False))
    (tmp_path / "file").write_text("")
    homeless = EspeakEngine(tmp_path / "file" / "voice", player=RecordedPlayer())
    ending(deaf)
    ending(homeless)

    assert opened(qtbot, deaf) == "There is no sound device for espeak-ng."
    assert "can't be written in" in opened(qtbot, homeless)


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
