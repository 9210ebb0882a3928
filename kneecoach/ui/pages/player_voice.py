"""The player's voice: hears what the beeps hear, speaks what the commentary chooses, and has it written too."""

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.commentary import Commentary
from kneecoach.domain.routine import Mood
from kneecoach.domain.session import Paused, Resumed, SessionEvent
from kneecoach.domain.settings import Settings
from kneecoach.domain.speech import Manner, lines
from kneecoach.domain.speech_words import NOT_SAVED
from kneecoach.domain.utterance import Pace, Utterance
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.ticker import Ticker
from kneecoach.ui.voice import Voice

STILL_GOOD_S = 3.0
"""What was to be said while the voice was still being looked for is said after all, if not older than this."""
LOOK_AGAIN_S = 0.1
"""So often it is asked meanwhile whether the voice was found."""


class PlayerVoice(QObject):
    """Speaks for one session, and holds the keys that silence it. A calm routine is told slowly, with soft sounds."""

    said = Signal(str)
    """What the screen does not show otherwise, also when nothing is heard."""

    def __init__(
        self,
        ticker: Ticker,
        voice: Voice,
        sounds: Sounds,
        *,
        told: AsAgreed,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticker, self._voice, self._sounds, self._told = ticker, voice, sounds, told
        self._prepared = told.timeline
        self._calm = ticker.session.timeline.routine.mood is Mood.CALM
        self._manner = Manner(Pace.CALM if self._calm else Pace.BRISK, settings.count_aloud, settings.lacking)
        self._commentary = Commentary(self._manner)
        self._unheard: tuple[str, float] | None = None
        self._before: tuple[bool, bool] = (False, False)
        self._beeps_hushed = self._voice_off = self._still = False
        ticker.happened.connect(self._hear)
        ticker.ticked.connect(self._go_on)
        ticker.refused.connect(self._refuse)
        ticker.heed(self.due_in_s)

    def open(self) -> None:
        """Get ready to be heard, before the session's first moment."""
        self._sounds.set_soft(soft=self._calm)
        self._sounds.open()
        self._find_voice()

    def close(self) -> None:
        """Be silent."""
        self._voice.stop()

    def toggle_all(self) -> None:
        """Silence whatever is heard; or bring back what was heard before."""
        if self._sounds.muted and self._voice.muted:
            beeps, voice = self._before
            self._beeps_hushed = False
            self._mute(beeps=beeps, voice=voice)
        else:
            # Beeps that this key took away are still to come back, also when the voice came back alone meanwhile
            self._beeps_hushed = self._beeps_hushed or not self._sounds.muted
            self._before = not self._beeps_hushed, self._voice.muted
            self._mute(beeps=True, voice=True)

    def toggle_voice(self) -> None:
        """The voice alone."""
        self._voice_off = not self._voice.muted
        self._mute(beeps=self._sounds.muted, voice=self._voice_off)

    @property
    def notice(self) -> str:
        """What is not heard although it might be expected; empty when all is well."""
        if self._sounds.muted and self._voice.muted:
            return "Sound off"
        if not self._sounds.available:
            off = ", beeps off" if self._sounds.muted else ", voice off" if self._voice_off else ""
            return f"No sound device{off}"
        if self._voice.settled and not self._voice.available and not self._voice.muted:
            return "No voice here"
        if self._sounds.muted:
            return "Beeps off"
        return "Voice off" if self._voice_off else ""

    def due_in_s(self) -> float:
        """For how long nothing has to be said, if nothing happens before."""
        if self._unheard is not None:
            return LOOK_AGAIN_S
        return self._commentary.due_in_s(self._told.playing, self._ticker.seconds)

    def _find_voice(self) -> None:
        self._prepared = self._told.timeline
        self._voice.open(lines(self._prepared, self._manner), slow=self._calm)

    def _mute(self, *, beeps: bool, voice: bool) -> None:
        self._sounds.mute() if beeps else self._sounds.unmute()
        if voice:
            self._voice.mute()
        else:
            self._voice_off = False
            self._voice.unmute()
            self._find_voice()

    def _hear(self, events: tuple[SessionEvent, ...]) -> None:
        for event in events:
            if isinstance(event, Paused | Resumed):
                self._still = isinstance(event, Paused)
        self._turn(events)

    def _go_on(self) -> None:
        # A session that stands still has nothing new to say
        if not self._still or self._unheard is not None:
            self._turn(())

    def _turn(self, events: tuple[SessionEvent, ...]) -> None:
        told, at = self._told, self._ticker.seconds
        if told.timeline is not self._prepared:
            # Less was agreed on, in other words than those that are ready
            self._find_voice()
        utterance = self._commentary.turn(events, told.playing, told.timeline, at)
        if utterance is not None:
            self._say(utterance, at)
        elif self._unheard is not None and self._voice.settled:
            text, since = self._unheard
            self._unheard = None
            if at - since <= STILL_GOOD_S:
                self._voice.say(text)

    def _say(self, utterance: Utterance, at: float) -> None:
        if self._voice.settled:
            self._unheard = None
            self._voice.say(utterance.text)
        else:
            self._unheard = utterance.text, at
        if utterance.written:
            self.said.emit(utterance.written)

    def _refuse(self, _sentence: str) -> None:
        self._say(self._commentary.say(NOT_SAVED, self._ticker.seconds), self._ticker.seconds)
