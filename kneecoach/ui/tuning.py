"""How loud the sounds and the voice are, as the settings say."""

from kneecoach.domain.settings import Settings
from kneecoach.ui.edges import Edges


def tune(edges: Edges, before: Settings | None, settings: Settings) -> None:
    """What was silenced in the player stays silent unless it is this that was changed."""
    sounds, voice = edges.sounds, edges.voice
    sounds.set_volume(settings.volume)
    voice.set_volume(settings.voice_volume)
    if before is None or before.beeps is not settings.beeps:
        sounds.unmute() if settings.beeps else sounds.mute()
    if before is None or before.voice is not settings.voice:
        voice.unmute() if settings.voice else voice.mute()
