"""What is heard of the ice timer, and the keys that silence it."""

from PySide6.QtCore import QObject

from kneecoach.domain.ice_timer import IceEvent, IceTimer, Reminded, SkinCheckDue, TimeUp
from kneecoach.ui.pages import ice_words
from kneecoach.ui.sounds import Beep, Sounds
from kneecoach.ui.voice import Voice


class IceSound(QObject):
    """Beeps and speaks. What can't be spoken yet, because the voice is still looked for, is said when it is found."""

    def __init__(self, sounds: Sounds, voice: Voice, *, parent: QObject) -> None:
        super().__init__(parent)
        self._sounds, self._voice = sounds, voice
        self._unsaid = ""

    def open(self) -> None:
        """Get ready, and say how it starts."""
        self._sounds.set_soft(soft=False)
        self._sounds.open()
        self._voice.open(ice_words.ALL_SPOKEN)
        self._sounds.play(Beep.START)
        self.say(ice_words.STARTS_SPOKEN)

    def close(self) -> None:
        """Be silent."""
        self._unsaid = ""
        self._voice.stop()

    @property
    def notice(self) -> str:
        """What is not heard although it might be expected; empty when all is well."""
        if not self._sounds.available:
            return "No sound device"
        if self._sounds.muted and self._voice.muted:
            return "Sound off"
        if self._sounds.muted:
            return "Beeps off"
        return "Voice off" if self._voice.muted else ""

    def toggle_all(self) -> None:
        """Silence, or everything."""
        if self._sounds.muted and self._voice.muted:
            self._sounds.unmute()
            self._voice.unmute()
        else:
            self._sounds.mute()
            self._voice.mute()

    def toggle_voice(self) -> None:
        """The voice alone."""
        if self._voice.muted:
            self._voice.unmute()
        else:
            self._voice.mute()

    def hear(self, events: tuple[IceEvent, ...], timer: IceTimer) -> None:
        """Beep and speak of what happened."""
        for event in events:
            if isinstance(event, TimeUp):
                self._tell(Beep.END, ice_words.TIME_UP_SPOKEN)
            elif isinstance(event, SkinCheckDue):
                self._tell(Beep.CHANGE, ice_words.LOOK_SPOKEN)
            elif isinstance(event, Reminded):
                self._tell(Beep.GET_READY, ice_words.TIME_UP_SPOKEN if timer.time_up else ice_words.LOOK_SPOKEN)

    def say(self, text: str) -> None:
        """Now, or when the voice is there."""
        self._unsaid = "" if self._voice.settled else text
        if self._voice.settled:
            self._voice.say(text)

    def go_on(self) -> None:
        """Say what had to wait for the voice."""
        if self._unsaid and self._voice.settled:
            self.say(self._unsaid)

    def _tell(self, beep: Beep, text: str) -> None:
        self._sounds.play(beep)
        self.say(text)
