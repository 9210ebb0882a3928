"""Speech services and an espeak-ng that work, are stuck, fail or refuse, and ears for what they say."""

import sys
from pathlib import Path

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
HALF_DEAF_SPEAKER = """
import sys
print("ready fake, English", flush=True)
for said, line in enumerate((line for line in sys.stdin if '"say"' in line), 1):
    if said == 2:
        print("said", flush=True)
"""
"""Answers once, when it was spoken to twice."""
STUCK_SPEAKER = "import sys\nfor line in sys.stdin:\n    pass\n"
REFUSING_SPEAKER = "print('none Qt has no voice here.', flush=True)\n"
QT_WITHOUT_A_VOICE = """
class QObject: pass
class QCoreApplication:
    def __init__(self, arguments): pass
class Signal:
    def __init__(self, *types): pass
"""
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


def a_speaker(tmp_path, code, **more):
    script = tmp_path / "speaker.py"
    script.write_text(code)
    command = (sys.executable, str(script), str(tmp_path / "log"))
    return SpeakerEngine(command=command, **({"opening_ms": 20_000, "answer_ms": 20_000} | more))


def a_qt(folder, **modules):
    """A folder for PYTHONPATH in which Qt is made of these modules."""
    (folder / "PySide6").mkdir(parents=True)
    (folder / "PySide6" / "__init__.py").touch()
    for name, text in modules.items():
        (folder / "PySide6" / f"{name}.py").write_text(text)
    return str(folder)


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
