"""The edges of the program as the window uses them: clocks, sound, voice, the screen and the desktop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kneecoach.domain.moment import Moment
from kneecoach.ui.awake import Awake
from kneecoach.ui.prompts import Prompts
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.voice import Voice


@dataclass(frozen=True, slots=True)
class Edges:
    """What a test replaces. `wall` is aware, in the person's own zone."""

    now: Callable[[], Moment]
    wall: Callable[[], datetime]
    sounds: Sounds
    voice: Voice
    awake: Awake
    prompts: Prompts
