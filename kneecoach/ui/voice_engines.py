"""What speaks: the shape of every engine, and Qt's text to speech in a process of its own."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kneecoach.own_programs import OPENING_S, SPEAKER, neutral_folder, own_command

OPENING_MS = round(1_000 * OPENING_S)
ANSWER_MS = 3_000
KILL_MS = 500
MOST_TEXT = 500


class Engine(QObject):
    """Something that speaks. After `open` it tells exactly once `opened` or `failed`; later only `failed`."""

    opened = Signal()
    failed = Signal(str)
    name = ""

    def open(self) -> None:
        """Find out whether it works, without waiting for it."""

    def prepare(self, lines: Sequence[str], *, slow: bool) -> None:
        """Make ready for what will be said, and how fast."""

    def say(self, text: str) -> None:
        """Say it now instead of what is being said."""

    def stop(self) -> None:
        """Be silent."""

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""

    def close(self) -> None:
        """End whatever was started."""


def end(process: QProcess) -> None:
    """Kill it. A killed process is gone at once, and Qt wants that waited for before the object goes."""
    process.kill()
    process.waitForFinished(KILL_MS)
    process.deleteLater()


class SpeakerEngine(Engine):
    """Speaks through `kneecoach.ui.speaker`: whatever the speech service does to that process, ours goes on."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] = (),
        opening_ms: int = OPENING_MS,
        answer_ms: int = ANSWER_MS,
    ) -> None:
        super().__init__(parent)
        self._command, self._answer_ms = tuple(command) or own_command(SPEAKER), answer_ms
        self._process: QProcess | None = None
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(opening_ms)
        self._deadline.timeout.connect(self._miss)
        self._unanswered = 0

    def open(self) -> None:
        """Start it, and wait for its first line no longer than the deadline."""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.setWorkingDirectory(neutral_folder())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._end)
        self._process.finished.connect(self._end)
        self._process.start(self._command[0], list(self._command[1:]))
        self._deadline.start()

    def prepare(self, lines: Sequence[str], *, slow: bool) -> None:
        """Nothing is made beforehand here."""
        del lines
        self._send(slow=slow)

    def say(self, text: str) -> None:
        """A service that stops answering is noticed by the answer that fails to come."""
        self._send(say=text[:MOST_TEXT])
        self._unanswered += 1
        if not self._deadline.isActive():
            self._deadline.start(self._answer_ms)

    def stop(self) -> None:
        """Be silent."""
        self._send(stop=True)

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""
        self._send(volume=volume / 10)

    def close(self) -> None:
        """A process that doesn't answer is killed."""
        self._deadline.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.errorOccurred.disconnect(self._end)
        process.finished.disconnect(self._end)
        end(process)

    def _send(self, **wish: object) -> None:
        if self._process is not None and self._process.state() is QProcess.ProcessState.Running:
            self._process.write(f"{json.dumps(wish)}\n".encode())

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            word, _, rest = bytes(self._process.readLine().data()).decode(errors="replace").strip().partition(" ")
            if word == "said":
                self._hear_answer()
            elif word == "ready" and not self.name:
                self._deadline.stop()
                self.name = rest
                self.opened.emit()
            elif word == "none":
                self._fail(rest or "Qt has no voice here.")

    def _hear_answer(self) -> None:
        """The next one has the whole time again: it was waiting its turn."""
        self._unanswered = max(0, self._unanswered - 1)
        if self._unanswered:
            self._deadline.start(self._answer_ms)
        else:
            self._deadline.stop()

    def _miss(self) -> None:
        self._fail("The desktop's speech service does not answer.")

    def _end(self) -> None:
        self._fail("The desktop's speech service ended.")

    def _fail(self, why: str) -> None:
        if self._process is not None:
            self.close()
            self.failed.emit(why)
