"""What changed for the knee, and on which day: new shoes, another surface, a different way of running."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import checked_note


class NewThing(Enum):
    """What can have changed."""

    SHOES = "shoes"
    SURFACE = "surface"
    DISTANCE = "distance"
    RUN_DAYS = "run_days"
    SPEED_OR_HILLS = "speed_or_hills"
    TECHNIQUE = "technique"
    OTHER_TRAINING = "other_training"
    BREAK = "break"
    DAILY_LIFE = "daily_life"
    OTHER = "other"


NOTHING_SAID = "Say what changed, or write it down."


@dataclass(frozen=True, slots=True)
class Novelty:
    """Something that changed on the local day `on`, as told at `at` (aware). Nothing says that it is a cause."""

    id: UUID
    on: date
    at: datetime
    things: tuple[NewThing, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.things and not self.note.strip():
            raise InvalidInput(NOTHING_SAID)
        if len(set(self.things)) < len(self.things):
            raise InvalidInput("A thing changes once in an entry.")
        checked_note(self.note)
