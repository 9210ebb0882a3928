"""Stand-ins for the edges of the program: clock, disk, sound, screen."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.local_time import later
from kneecoach.domain.session import Moment
from kneecoach.ui.sounds import Beep

FULL_DISK = "The disk is full. What was saved before is safe. Make room and try again."


class HandClock:
    """Time that passes only when a test says so."""

    def __init__(self, *, starts: datetime = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)) -> None:
        self._starts = starts
        self._seconds = 0.0
        self._asleep = 0.0

    def now(self) -> Moment:
        return Moment(monotonic=1_000.0 + self._seconds, boot=1_000.0 + self._seconds + self._asleep)

    def wall(self) -> datetime:
        return later(self._starts, timedelta(seconds=self._seconds + self._asleep))

    def pass_by(self, seconds: float) -> None:
        self._seconds += seconds

    def sleep_for(self, seconds: float) -> None:
        """The laptop sleeps: on Linux the monotonic clock stands still."""
        self._asleep += seconds


class SilentSounds:
    """Keeps what would have been heard."""

    def __init__(self, *, available: bool = True, muted: bool = False) -> None:
        self.available = available
        self.muted = muted
        self.volume = 7
        self.opened = False
        self.soft = False
        self.device = "Built-in loudspeaker" if available else ""
        self.played: list[Beep] = []

    def open(self) -> None:
        self.opened = True

    def play(self, beep: Beep) -> None:
        if not self.muted:
            self.played.append(beep)

    def mute(self) -> None:
        self.muted = True

    def unmute(self) -> None:
        self.muted = False

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def set_soft(self, *, soft: bool) -> None:
        self.soft = soft

    def test(self) -> str:
        return "Played two tones." if self.available else "No sound device was found."


class SilentVoice:
    """Keeps what would have been spoken, each with the time that `seconds` tells."""

    def __init__(self, *, available: bool = True, muted: bool = False, settled: bool = True, seconds=None) -> None:
        self.available = available
        self.settled = settled
        self.muted = muted
        self.name = "espeak-ng, English" if available else ""
        self.trouble = "" if available else "espeak-ng is not installed."
        self.volume = 7
        self.slow = False
        self.lines: tuple[str, ...] = ()
        self.said: list[str] = []
        self.times: list[float] = []
        self.stops = self.opens = 0
        self.closed = False
        self._seconds = seconds or (lambda: 0.0)

    def open(self, lines=(), *, slow=False) -> None:
        self.lines, self.slow = tuple(lines), slow
        self.opens += 1

    def say(self, text: str) -> None:
        if self.available and self.settled and not self.muted:
            self.said.append(text)
            self.times.append(self._seconds())

    def stop(self) -> None:
        self.stops += 1

    def mute(self) -> None:
        self.muted = True

    def unmute(self) -> None:
        self.muted = False

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def test(self, tell) -> None:
        self.said.append("Change side, right.")
        tell("Said: Change side, right." if self.available else "No voice on this computer.")

    def close(self) -> None:
        self.closed = True


class ScriptedAwake:
    """A desktop that agrees or not, at once; `arranged=None` never answers."""

    def __init__(self, *, arranged: bool | None = True) -> None:
        self._arranged = arranged
        self.holding = False
        self.begun = 0

    def begin(self, tell) -> None:
        self.holding = True
        self.begun += 1
        if self._arranged is not None:
            tell(self._arranged)

    def end(self) -> None:
        self.holding = False


class FickleStore:
    """A real store on a disk that is full while `full` is set."""

    def __init__(self, store) -> None:
        self._store = store
        self.full = False

    @contextmanager
    def begin(self):
        if self.full:
            raise DiskTrouble(FULL_DISK)
        with self._store.begin() as tx:
            yield tx

    def close(self) -> None:
        self._store.close()


class ScriptedPrompts:
    """A desktop that opens folders or not, and remembers which."""

    def __init__(self, *, opens: bool = True) -> None:
        self._opens = opens
        self.opened: list[Path] = []

    def open_folder(self, folder: Path) -> bool:
        self.opened.append(folder)
        return self._opens
