"""What can keep beeps and voice from being heard: device, volume, voice, each with ok or what to do."""

from dataclasses import dataclass

from kneecoach.domain.settings import Settings
from kneecoach.installing import voice_advice
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.voice import Voice
from kneecoach.ui.words import voice_name

NO_DEVICE = "No sound device was found."
PLUG_IN = "Connect headphones or a loudspeaker, or choose one in the computer's sound settings. Then test again."
RIGHT_ONE = "If it is silent, check that you listen to this one, and the computer's own volume."
SWITCH_ON = "Switch them on under Sound and voice."
TURN_UP = "Move the needle to the right under Sound and voice."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `advice` may also say what to check where all seems well."""

    name: str
    ok: bool
    said: str
    advice: str = ""


def look(sounds: Sounds, voice: Voice, settings: Settings) -> tuple[Finding, ...]:
    """In the order in which one would look."""
    return _device(sounds), _volume(settings), _voice(voice)


def _device(sounds: Sounds) -> Finding:
    if not sounds.available:
        return Finding("Sound device", ok=False, said=NO_DEVICE, advice=PLUG_IN)
    return Finding("Sound device", ok=True, said=f"{sounds.device}.", advice=RIGHT_ONE)


def _volume(settings: Settings) -> Finding:
    off = [name for name, on in (("Beeps", settings.beeps), ("voice", settings.voice)) if not on]
    still = [name for name, loud in (("Beeps", settings.volume), ("voice", settings.voice_volume)) if not loud]
    if off:
        return Finding("Volume", ok=False, said=f"Switched off: {' and '.join(off).lower()}.", advice=SWITCH_ON)
    if still:
        return Finding("Volume", ok=False, said=f"At 0: {' and '.join(still).lower()}.", advice=TURN_UP)
    return Finding("Volume", ok=True, said=f"Beeps {settings.volume} of 10, voice {settings.voice_volume} of 10.")


def _voice(voice: Voice) -> Finding:
    if voice.available:
        return Finding("Voice", ok=True, said=f"{voice_name(voice.name)}.")
    return Finding("Voice", ok=False, said=voice.trouble or "Nothing here speaks.", advice=voice_advice(voice.trouble))
