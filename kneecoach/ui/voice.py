"""The voice: whatever on this computer can speak, chosen once, behind one small protocol; silence when nothing can."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kneecoach.domain.aloud import aloud

if TYPE_CHECKING:
    from kneecoach.ui.voice_engines import Engine

TEST_WORDS = "Change side, right."
NO_VOICE = "No voice on this computer. Beeps and pictures still guide."


class Voice(Protocol):
    """Whatever can speak."""

    @property
    def settled(self) -> bool:
        """Whether it is known by now if this machine can speak."""

    @property
    def available(self) -> bool:
        """Whether this machine can speak."""

    @property
    def name(self) -> str:
        """What speaks: "espeak-ng, English"; empty when nothing does."""

    @property
    def trouble(self) -> str:
        """Why nothing speaks, in a sentence for each thing that was tried."""

    @property
    def muted(self) -> bool:
        """Whether the voice is switched off."""

    def open(self, lines: Sequence[str] = (), *, slow: bool = False) -> None:
        """Get ready to say `lines`, slowly in a calm routine. Returns at once; `settled` tells when it is done."""

    def say(self, text: str) -> None:
        """Say something now, cutting what is being said; nothing when muted or without a voice."""

    def stop(self) -> None:
        """Be silent."""

    def mute(self) -> None:
        """Switch the voice off."""

    def unmute(self) -> None:
        """Switch the voice on."""

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""

    def test(self, tell: Callable[[str], None]) -> None:
        """Choose anew and speak whatever the mute says; `tell` hears in a sentence what came of it, later."""

    def close(self) -> None:
        """Let go of whatever speaks."""


def usual_engines(cache: Path, parent: QObject) -> "list[Engine]":
    """What can speak, the best first."""
    from kneecoach.ui.voice_engines import SpeakerEngine  # noqa: PLC0415
    from kneecoach.ui.voice_espeak import EspeakEngine  # noqa: PLC0415

    return [SpeakerEngine(parent), EspeakEngine(cache, parent=parent)]


class GuardedVoice(QObject):
    """Tries one engine after the other, each in a process of its own with a deadline, so that none can hold us up.

    An engine that fails later is left for the next one. What was chosen stays chosen until `test`.
    """

    def __init__(
        self,
        cache: Path,
        *,
        volume: int = 7,
        muted: bool = False,
        engines: "Callable[[Path, QObject], list[Engine]]" = usual_engines,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._make_engines = cache, engines
        self._volume, self._muted = volume, muted
        self._lines: tuple[str, ...] = ()
        self._slow = False
        self._engine: Engine | None = None
        self._candidates: list[Engine] = []
        self._choosing = self._settled = False
        self._troubles: list[str] = []
        self._tell: Callable[[str], None] | None = None

    @property
    def settled(self) -> bool:
        """False before `open`, and until the last engine was tried."""
        return self._settled

    @property
    def available(self) -> bool:
        """Whether an engine answered."""
        return self._settled and self._engine is not None

    @property
    def name(self) -> str:
        """What speaks; empty when nothing does."""
        return self._engine.name if self.available and self._engine else ""

    @property
    def trouble(self) -> str:
        """Why nothing speaks, in a sentence for each thing that was tried."""
        return " ".join(self._troubles)

    @property
    def muted(self) -> bool:
        """Whether the voice is switched off."""
        return self._muted

    def open(self, lines: Sequence[str] = (), *, slow: bool = False) -> None:
        """Choose what speaks, the first time; make ready for `lines` each time."""
        self._lines, self._slow = tuple(lines), slow
        if self._settled:
            self._make_ready()
        elif not self._choosing and not self._muted:
            self._choose()

    def say(self, text: str) -> None:
        """Say something now, cutting what is being said; nothing when muted, at volume 0, or without a voice.

        Units are said in words, however short the screen writes them.
        """
        if self.available and self._engine and not self._muted and self._volume:
            self._engine.say(aloud(text))

    def stop(self) -> None:
        """Be silent."""
        if self._engine:
            self._engine.stop()

    def mute(self) -> None:
        """Switch the voice off, in the middle of a word."""
        self._muted = True
        self.stop()

    def unmute(self) -> None:
        """Switch the voice on."""
        self._muted = False

    def set_volume(self, volume: int) -> None:
        """How loud, 0 to 10."""
        self._volume = min(10, max(0, volume))
        if self._engine:
            self._engine.set_volume(self._volume)

    def test(self, tell: Callable[[str], None]) -> None:
        """Choose anew and speak; `tell` is called from the event loop at the latest when the last deadline is over."""
        self.close()
        self._tell = tell
        self._choose()

    def close(self) -> None:
        """Let go of the engine, and of one that is still being tried."""
        self._tell = None
        self._let_go()
        self._candidates = []
        self._choosing = self._settled = False

    def _choose(self) -> None:
        self._choosing, self._settled, self._troubles = True, False, []
        self._candidates = self._make_engines(self._cache, self)
        self._try_next()

    def _try_next(self) -> None:
        if not self._candidates:
            self._settle()
            return
        self._engine = self._candidates.pop(0)
        self._engine.opened.connect(self._settle)
        self._engine.failed.connect(self._give_up)
        self._engine.open()

    def _give_up(self, why: str) -> None:
        self._troubles.append(why)
        self._let_go()
        self._settled = False
        self._choosing = True
        self._try_next()

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.opened.disconnect(self._settle)
            self._engine.failed.disconnect(self._give_up)
            self._engine.close()
            self._engine.deleteLater()
            self._engine = None

    def _settle(self) -> None:
        self._choosing, self._settled = False, True
        self._make_ready()
        tell, self._tell = self._tell, None
        if tell is not None:
            tell(self._try_out())

    def _make_ready(self) -> None:
        if self._engine:
            self._engine.set_volume(self._volume)
            self._engine.prepare(tuple(map(aloud, self._lines)), slow=self._slow)

    def _try_out(self) -> str:
        if self._engine is None:
            return NO_VOICE
        if not self._volume:
            return "The voice's volume is 0, so nothing was said."
        self._engine.say(TEST_WORDS)
        return f"Said: {TEST_WORDS}" if self._engine else NO_VOICE
