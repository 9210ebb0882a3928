"""What a person sets once for this computer."""

from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from kneecoach.domain.errors import InvalidInput

MAX_VOLUME = 10


class Theme(Enum):
    """Light, dark, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is not about a person.

    `volume` is that of the beeps, `voice_volume` that of the voice, each 0 to 10. `before_run` is the id of the routine
    that Today uses; `screen` the name of the screen the player was last on; `lacking` names the equipment that is not
    owned, as `Equipment.name` does.
    """

    theme: Theme = Theme.SYSTEM
    reduced_motion: bool = False
    beeps: bool = True
    volume: int = 7
    keep_awake: bool = True
    window_full_screen: bool = False
    voice: bool = True
    voice_volume: int = 7
    count_aloud: bool = True
    before_run: str = "warm-up"
    screen: str = ""
    distance: bool = False
    lacking: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(0 <= volume <= MAX_VOLUME for volume in (self.volume, self.voice_volume)):
            raise InvalidInput(f"The volume is from 0 to {MAX_VOLUME}.")

    def unlike(self, other: "Settings") -> dict[str, Any]:
        """The fields in which this differs from `other`, with the values of this."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in mine.items() if value != getattr(other, name)}
