"""The beeps of the player: short tones, a volume, mute, and an honest word when the machine has no sound."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtMultimedia import QSoundEffect

ASIDE_CATEGORIES = ("qt.multimedia.symbolsresolver", "qt.multimedia.ffmpeg")
ASIDES = ("PulseAudioService: pa_context_connect() failed",)


class Beep(Enum):
    """What a beep tells; the value is the name of its file."""

    GET_READY = "get_ready"
    TICK = "tick"
    START = "start"
    CHANGE = "change"
    HALF_WAY = "half_way"
    LAST_SET = "last_set"
    END = "end"


class Sounds(Protocol):
    """Whatever can beep."""

    @property
    def available(self) -> bool:
        """Whether this machine has something to sound with; known once `open` was called."""

    @property
    def device(self) -> str:
        """What sounds, as the computer calls it; empty before `open` and without a device."""

    @property
    def muted(self) -> bool:
        """Whether beeps are switched off."""

    def open(self) -> None:
        """Get ready to beep; slow the first time, so called when the player opens and not before."""

    def play(self, beep: Beep) -> None:
        """Sound one beep, or nothing when muted or without a device."""

    def mute(self) -> None:
        """Switch beeps off."""

    def unmute(self) -> None:
        """Switch beeps on."""

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""

    def set_soft(self, *, soft: bool) -> None:
        """Bowls that ring out instead of beeps, for a calm routine."""

    def test(self) -> str:
        """Sound once whatever the mute says, and tell in a sentence what came of it."""


@contextmanager
def without_asides() -> Iterator[None]:
    """Qt tells standard error which media libraries it looked for and that nobody serves sound; `available` says it.

    Everything else it has to say is passed on.
    """
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

    def listen(kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        if str(context.category).startswith(ASIDE_CATEGORIES) or message.startswith(ASIDES):
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class QtSounds:
    """Beeps through Qt. QtMultimedia takes a quarter of a second to load, so only `open` imports it."""

    def __init__(self, folder: Path, *, volume: int = 7, muted: bool = False) -> None:
        self._folder = folder
        self._volume = volume
        self._muted = muted
        self._soft = False
        self._device = ""
        self._effects: dict[Beep, QSoundEffect] = {}

    @property
    def available(self) -> bool:
        """False before `open`, and on a machine with no sound device."""
        return bool(self._effects)

    @property
    def device(self) -> str:
        """What sounds, as the computer calls it."""
        return self._device

    @property
    def muted(self) -> bool:
        """Whether beeps are switched off."""
        return self._muted

    def open(self) -> None:
        """Load the tones. Without a device nothing is loaded: a silent effect would warn at every beep."""
        with without_asides():
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415

            device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._effects, self._device = {}, ""
            return
        self._device = device.description()
        if self._effects:
            return
        self._effects = {beep: QSoundEffect() for beep in Beep}
        self._load()
        self.set_volume(self._volume)

    def play(self, beep: Beep) -> None:
        """Sound one beep, or nothing when muted, before `open` or without a device."""
        effect = self._effects.get(beep)
        if effect is not None and not self._muted and self._volume:
            effect.play()

    def mute(self) -> None:
        """Switch beeps off."""
        self._muted = True

    def unmute(self) -> None:
        """Switch beeps on."""
        self._muted = False

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""
        self._volume = min(10, max(0, volume))
        for effect in self._effects.values():
            effect.setVolume(self._volume / 10)

    def set_soft(self, *, soft: bool) -> None:
        """Bowls that ring out instead of beeps."""
        if soft != self._soft:
            self._soft = soft
            self._load()

    def test(self) -> str:
        """Sound once whatever the mute says, and tell in a sentence what came of it."""
        self.open()
        if not self._effects:
            return "No sound device was found. KneeCoach shows everything on the screen as well."
        if not self._volume:
            return "The volume is 0, so nothing was played."
        self._effects[Beep.GET_READY].play()
        return "Played two tones. If you heard nothing, check the computer's own volume."

    def _load(self) -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415

        folder = self._folder / "soft" if self._soft else self._folder
        for beep, effect in self._effects.items():
            effect.setSource(QUrl.fromLocalFile(str(folder / f"{beep.value}.wav")))
