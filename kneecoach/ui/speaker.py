"""A process of its own that speaks: a speech service that never answers then holds up nobody but it.

It reads a wish a line, as JSON, and writes a word a line: `ready NAME` or `none WHY` once, and `said` for each `say`.
Told `once`, it ends after the first.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

NOT_HERE = "none Qt's text to speech can't be loaded on this computer."
NO_ENGINE = "none The desktop has no speech service."
NO_VOICE = "none The desktop's speech service has no voice."
ONCE = "once"
STUCK_S = 10.0
PR_SET_PDEATHSIG = 1
SLOWER = -0.15
"""Of the range from -1 to 1 around the service's own speed."""


def main(arguments: Sequence[str] = ()) -> int:
    """Speak until the one who asked is gone; told `once`, only say whether it could."""
    app = QCoreApplication(sys.argv[:1])
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return _refuse(NOT_HERE)
    # The mock says nothing and is always there
    engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
    if not engines:
        return _refuse(NO_ENGINE)
    _die_with_the_parent()
    with _in_time():
        speech = QTextToSpeech(engines[0])
    if speech.state() is QTextToSpeech.State.Error:
        return _refuse(NO_VOICE)
    speaker = Speaker(speech, engines[0])
    speaker.begin(listen=ONCE not in arguments)
    return app.exec()


class Speaker(QObject):
    """Does what the lines ask for."""

    _came = Signal(str)
    _told_it = Signal()

    def __init__(self, speech: "QTextToSpeech", engine: str) -> None:
        super().__init__()
        self._speech, self._engine = speech, engine
        self._told = False
        self._came.connect(self.obey)

    def begin(self, *, listen: bool = True) -> None:
        """Tell when the service is ready, for some need a moment, and do what is asked; or end when that is told."""
        if not listen:
            self._told_it.connect(_end)
        self._speech.stateChanged.connect(self._look)
        self._look()
        if listen:
            Thread(target=self._listen, name="wishes", daemon=True).start()

    def obey(self, line: str) -> None:
        """One wish, and nothing after it from a service that does not come back."""
        with _in_time():
            self._do(json.loads(line))

    def _do(self, wish: dict) -> None:
        if "volume" in wish:
            self._speech.setVolume(float(wish["volume"]))
        if "slow" in wish:
            self._speech.setRate(SLOWER if wish["slow"] else 0.0)
        if "stop" in wish:
            self._speech.stop()
        if "say" in wish:
            self._speech.stop()
            self._speech.say(str(wish["say"]))
            _tell("said")

    def _look(self) -> None:
        if self._told or self._speech.state() is not self._speech.State.Ready:
            return
        self._told = True
        with _in_time():
            self._introduce()
        self._told_it.emit()

    def _introduce(self) -> None:
        locales = self._speech.availableLocales()
        if not locales:
            _tell(NO_VOICE)
            return
        english = [locale for locale in locales if locale.name().startswith("en")]
        if english:
            self._speech.setLocale(english[0])
        _tell(f"ready {self._engine}, {'English' if english else self._speech.locale().nativeLanguageName()}")

    def _listen(self) -> None:
        for line in sys.stdin:
            self._came.emit(line)
        # Whoever asked is gone
        _end()


@contextmanager
def _in_time() -> Iterator[None]:
    """A stuck service may hold up even the threads here: the system's alarm ends this process whatever it waits for."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, STUCK_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _die_with_the_parent() -> None:
    """Where the window is killed while the service is stuck, nothing here could notice it; Linux does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _end() -> None:
    """A service that is stuck must not keep this process alive."""
    os._exit(0)


def _refuse(why: str) -> int:
    _tell(why)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
