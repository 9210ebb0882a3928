"""An entry as it was told, kept with the diary after it was changed on a later day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord

TellsOf: TypeAlias = PainEntry | Run | MorningCheck | SessionRecord
"""What the rules read as it was told."""
SAME_DAY = "It was changed on the day on which it was told."
NOT_ITS_PAINS = "One of the pains in it follows from another entry."


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """What was told on the local day `told_on` and changed `at` a moment (aware) of another one.

    That is a later one, unless a clock was ahead when it was told. `follows` are the pains that followed from it.
    `next_told_on` is when what took its place was told: before `at` if that was had back, None where it is not known.
    `undone` when it was an undo that took its place.
    """

    id: UUID
    at: datetime
    told_on: date
    value: TellsOf
    follows: tuple[PainEntry, ...] = ()
    next_told_on: date | None = None
    undone: bool = False

    def __post_init__(self) -> None:
        if self.told_on == self.at.date():
            raise InvalidInput(SAME_DAY)
        derived = isinstance(self.value, PainEntry) and (self.value.of is not None or bool(self.follows))
        if derived or any(pain.of != self.value.id for pain in self.follows):
            raise InvalidInput(NOT_ITS_PAINS)
