"""How loud the sounds and the voice are, as the settings say."""

from kneecoach.domain.settings import Settings
from kneecoach.ui.edges import Edges
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.voice import Voice


def tune(edges: Edges, before: Settings | None, settings: Settings) -> None:
    """What was silenced in the player stays silent until the next session, unless it is this that was changed."""
    sounds, voice = edges.sounds, edges.voice
    sounds.set_volume(settings.volume)
    voice.set_volume(settings.voice_volume)
    if before is None or before.beeps is not settings.beeps:
        _switch(sounds, on=settings.beeps)
    if before is None or before.voice is not settings.voice:
        _switch(voice, on=settings.voice)


def switch_as_set(edges: Edges, settings: Settings) -> None:
    """On or off as the settings say, whatever was silenced by a key before."""
    _switch(edges.sounds, on=settings.beeps)
    _switch(edges.voice, on=settings.voice)


def _switch(what: Sounds | Voice, *, on: bool) -> None:
    what.unmute() if on else what.mute()
