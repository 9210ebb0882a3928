"""What a person sets once for this computer."""

from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.errors import InvalidInput

MAX_VOLUME = 10


class Theme(Enum):
    """Light, dark, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is not about a person. `volume` is 0 to 10."""

    theme: Theme = Theme.SYSTEM
    reduced_motion: bool = False
    beeps: bool = True
    volume: int = 7
    keep_awake: bool = True
    window_full_screen: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= MAX_VOLUME:
            raise InvalidInput(f"The volume is from 0 to {MAX_VOLUME}.")
