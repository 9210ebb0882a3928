"""A run: how far, how long, on what, how hard, and how the knee took it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.effort import checked_effort
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import checked_note, checked_pain

MAX_DISTANCE_M = 500_000
MAX_SECONDS = 72 * 3_600
MAX_CLIMB_M = 20_000
FASTEST_S_PER_KM = 150
"""Faster than any runner over a kilometre or more: the distance or the time is wrong."""


class RunKind(Enum):
    """What the run was meant to be."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    RACE = "race"
    RUN_WALK = "run_walk"
    OTHER = "other"


class Surface(Enum):
    """What was under the shoes for most of the way."""

    ROAD = "road"
    CONCRETE = "concrete"
    TRAIL = "trail"
    GRASS = "grass"
    TRACK = "track"
    TREADMILL = "treadmill"
    MIXED = "mixed"


class Onset(Enum):
    """In which part of the run the knee began to hurt."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Run:
    """One run. `at` is its start, `entered` when it was told (both aware; None means at once). None is unknown.

    `pain_60` is the pain an hour after the end. `source` is the name of the file that it came from, "" for one
    entered by hand, and `digest` the SHA-256 of that file's content.
    """

    id: UUID
    at: datetime
    distance_m: int
    seconds: int | None = None
    kind: RunKind | None = None
    surface: Surface | None = None
    climb_m: int | None = None
    shoe: UUID | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_max: int | None = None
    pain_after: int | None = None
    pain_60: int | None = None
    onset: Onset | None = None
    limp: bool | None = None
    stopped_early: bool | None = None
    painkiller: bool | None = None
    note: str = ""
    source: str = ""
    digest: str = ""
    entered: datetime | None = None

    def __post_init__(self) -> None:
        _refuse_impossible(self.distance_m, self.seconds)
        if self.climb_m is not None and not 0 <= self.climb_m <= MAX_CLIMB_M:
            raise InvalidInput(f"The climb is from 0 to {MAX_CLIMB_M} metres.")
        for pain in (self.pain_before, self.pain_max, self.pain_after, self.pain_60):
            if pain is not None:
                checked_pain(pain)
        if self.effort is not None:
            checked_effort(self.effort)
        checked_note(self.note)

    @property
    def pace_s_per_km(self) -> float | None:
        """Seconds for one kilometre; None when the time is unknown."""
        return None if self.seconds is None else 1_000 * self.seconds / self.distance_m

    @property
    def highest_pain(self) -> int | None:
        """The highest of the pains said of it; None when none was said."""
        said = [pain for pain in (self.pain_before, self.pain_max, self.pain_after, self.pain_60) if pain is not None]
        return max(said, default=None)


def _refuse_impossible(distance_m: int, seconds: int | None) -> None:
    if not 0 < distance_m <= MAX_DISTANCE_M:
        raise InvalidInput(f"A run is longer than nothing and at most {MAX_DISTANCE_M // 1_000} km.")
    if seconds is None:
        return
    if not 0 < seconds <= MAX_SECONDS:
        raise InvalidInput(f"A run takes more than no time and at most {MAX_SECONDS // 3_600} hours.")
    if 1_000 * seconds < FASTEST_S_PER_KM * distance_m:
        raise InvalidInput("That is faster than 2:30 a kilometre. Check the distance and the time.")
