"""An ordered list of prescriptions with a name, an author and a version."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import Enum

from kneecoach.domain.dosage import MAX_HOLD_S, Dosage
from kneecoach.domain.errors import InvalidInput

MAX_NAME = 200
MAX_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Prescription:
    """How much of one exercise."""

    exercise: str
    dosage: Dosage


class Mood(Enum):
    """How a routine sounds: a soft bell and slower speech, or a short woodblock."""

    CALM = "calm"
    BRISK = "brisk"


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds between sets, each changeable by routine (app defaults)."""

    get_ready_s: float = 5.0
    change_position_s: float = 15.0
    change_side_s: float = 10.0

    def __post_init__(self) -> None:
        if not all(
            0 <= seconds <= MAX_HOLD_S for seconds in (self.get_ready_s, self.change_position_s, self.change_side_s)
        ):
            raise InvalidInput("A pause lasts from zero seconds to an hour.")


@dataclass(frozen=True, slots=True)
class Routine:
    """What is played. Past sessions keep the version they were played with.

    `calming` marks a routine that a sore knee may still do (the calm-down day): `may_start` reads it. `how_often` is
    advice that ships with a routine, no part of what is played or kept.
    """

    id: str
    name: str
    author: str
    version: int
    items: tuple[Prescription, ...]
    pauses: Pauses = Pauses()
    calming: bool = False
    description: str = ""
    mood: Mood = Mood.BRISK
    how_often: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.name.strip()) <= MAX_NAME:
            raise InvalidInput(f"A routine's name has from 1 to {MAX_NAME} characters.")
        if not 1 <= len(self.items) <= MAX_ITEMS:
            raise InvalidInput(f"A routine has from 1 to {MAX_ITEMS} exercises.")
        if self.version < 1:
            raise InvalidInput("Versions start at 1.")


def without(routine: Routine, exercises: Collection[str]) -> Routine:
    """The routine with some exercises left out: no roller or tube at hand. `InvalidInput` when nothing is left."""
    kept = tuple(item for item in routine.items if item.exercise not in exercises)
    if not kept:
        raise InvalidInput("Leaving all of it out leaves nothing to play.")
    return replace(routine, items=kept)
