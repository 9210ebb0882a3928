"""espeak-ng as a voice: it writes each line into a small file, ahead of need where it is known, and that is played."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDeadlineTimer, QObject, QProcess, QTimer, QUrl

from kneecoach import espeak
from kneecoach.espeak import BRISK_WORDS, CALM_WORDS, TRIED_WITH
from kneecoach.own_programs import neutral_folder
from kneecoach.ui.sounds import without_asides
from kneecoach.ui.voice_engines import MOST_TEXT, OPENING_MS, Engine, end

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

LATE_MS = 700
MOST_FILES = 400


class Player(Protocol):
    """Plays one file at a time."""

    @property
    def available(self) -> bool: ...
    def play(self, path: Path, volume: int) -> None: ...
    def stop(self) -> None: ...


class EffectPlayer:
    """Plays through QtMultimedia, which is imported with the first file."""

    def __init__(self) -> None:
        self._effect: QSoundEffect | None = None

    @property
    def available(self) -> bool:
        """Whether there is a device to play on."""
        with without_asides():
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

            return not QMediaDevices.defaultAudioOutput().isNull()

    def play(self, path: Path, volume: int) -> None:
        """Instead of what is being played."""
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415

        if self._effect is None:
            self._effect = QSoundEffect()
        self._effect.stop()
        self._effect.setVolume(volume / 10)
        self._effect.setSource(QUrl.fromLocalFile(str(path)))
        self._effect.play()

    def stop(self) -> None:
        """Be silent."""
        if self._effect is not None:
            self._effect.stop()


class EspeakEngine(Engine):
    """Lets espeak-ng write each line into a file, ahead of need where it is known, and plays it."""

    def __init__(
        self,
        cache: Path,
        *,
        player: Player | None = None,
        deadline_ms: int = OPENING_MS,
        late_ms: int = LATE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._player, self._late_ms = cache, player or EffectPlayer(), late_ms
        self._program = ""
        self._slow = self._looked = False
        self._volume = 7
        self._to_make: list[str] = []
        self._making = ""
        self._wanted, self._until = "", QDeadlineTimer(0)
        self._process: QProcess | None = None
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(deadline_ms)
        self._deadline.timeout.connect(self._miss)

    def open(self) -> None:
        """It works when it can write a first word. Whether that can be played is seen when there is something to say:
        looking for a device loads QtMultimedia, which would hold up the page that is shown meanwhile.
        """
        self._program = espeak.program()
        if not self._program:
            self._fail(espeak.NOT_INSTALLED)
        elif not self._make_folder():
            self._fail(f"{self._cache} can't be written in, so espeak-ng has no place for its files.")
        else:
            self.file_of(TRIED_WITH).unlink(missing_ok=True)
            self._make(TRIED_WITH)

    def prepare(self, lines: Sequence[str], *, slow: bool) -> None:
        """Write what is not written yet, one after the other, in the order in which it will be said."""
        self._slow, self._looked = slow, False
        self._tidy(keep={self.file_of(line) for line in lines})
        self._to_make = [line for line in lines if not self.file_of(line).exists()]
        self._go_on()

    def say(self, text: str) -> None:
        """At once when the file is there; else as soon as it is, unless that is too late."""
        if not self._looked and not self._player.available:
            self._fail("There is no sound device for espeak-ng.")
            return
        self._looked = True
        if self.file_of(text).exists():
            self._wanted = ""
            self._player.play(self.file_of(text), self._volume)
            return
        self._player.stop()
        self._wanted, self._until = text, QDeadlineTimer(self._late_ms)
        self._to_make.insert(0, text)
        self._go_on()

    def stop(self) -> None:
        """Be silent, also about what was still to be written."""
        self._wanted = ""
        self._player.stop()

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10, from the next line on."""
        self._volume = volume

    def close(self) -> None:
        """End the writing."""
        self.stop()
        self._to_make = []
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._made)
            process.errorOccurred.disconnect(self._end)
            end(process)

    def file_of(self, text: str) -> Path:
        """Where a line is kept, by its words and speed."""
        told = f"{self._program}|{self._words}|{text}"
        return self._cache / f"{sha256(told.encode()).hexdigest()[:24]}.wav"

    @property
    def _words(self) -> int:
        return CALM_WORDS if self._slow else BRISK_WORDS

    def _make_folder(self) -> bool:
        try:
            self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self._cache / "probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError:
            return False
        return True

    def _tidy(self, *, keep: set[Path]) -> None:
        """The newest files stay, and what is needed now."""
        try:
            files = sorted(self._cache.glob("*.wav"), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in files[MOST_FILES:]:
                if file not in keep:
                    file.unlink(missing_ok=True)
        except OSError:
            # A cache that can't be tidied is only large
            return

    def _go_on(self) -> None:
        while self._process is None and self._to_make:
            text = self._to_make.pop(0)
            if not self.file_of(text).exists():
                self._make(text)

    def _make(self, text: str) -> None:
        self._making = text
        self._process = QProcess(self)
        self._process.setWorkingDirectory(neutral_folder())
        self._process.finished.connect(self._made)
        self._process.errorOccurred.connect(self._end)
        program, *arguments = espeak.command(self._program, self.file_of(text).with_suffix(".part"), self._words)
        self._process.start(program, arguments)
        self._process.write(text[:MOST_TEXT].replace("[[", "[").encode())
        self._process.closeWriteChannel()
        self._deadline.start()

    def _made(self) -> None:
        process, text = self._process, self._making
        if process is None:
            return
        self._deadline.stop()
        self._process = None
        process.deleteLater()
        if process.exitStatus() is not QProcess.ExitStatus.NormalExit or process.exitCode() or not self._keep(text):
            self._fail(espeak.CANNOT_WRITE)
            return
        if not self.name:
            self.name = f"{Path(self._program).name}, English"
            self.opened.emit()
        if text == self._wanted and not self._until.hasExpired():
            self._wanted = ""
            self._player.play(self.file_of(text), self._volume)
        self._go_on()

    def _keep(self, text: str) -> bool:
        file = self.file_of(text)
        part = file.with_suffix(".part")
        try:
            if not part.stat().st_size:
                return False
            part.chmod(0o600)
            part.replace(file)
        except OSError:
            return False
        return True

    def _miss(self) -> None:
        self._fail("espeak-ng does not answer.")

    def _end(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail("espeak-ng can't be started.")

    def _fail(self, why: str) -> None:
        self.close()
        self.failed.emit(why)
