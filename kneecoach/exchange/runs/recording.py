"""What any kind of run file says, before anyone has judged whether it can be a run."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kneecoach.domain.run import RunKind, Surface


class Sport(Enum):
    """What was done, as far as a file tells."""

    RUN = "run"
    WALK = "walk"
    BIKE = "bike"
    SWIM = "swim"
    STRENGTH = "strength"
    FLEXIBILITY = "flexibility"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recording:
    """One activity of a file. None and "" are what the file does not say; `start` is aware.

    `seconds` is the time in motion where the file knows it. `shoe` is the name that the file has for the shoes.
    """

    start: datetime | None = None
    sport: Sport = Sport.UNKNOWN
    distance_m: float | None = None
    seconds: float | None = None
    climb_m: float | None = None
    surface: Surface | None = None
    kind: RunKind | None = None
    name: str = ""
    note: str = ""
    shoe: str = ""
