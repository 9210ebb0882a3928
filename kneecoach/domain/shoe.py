"""Running shoes and how far each pair has gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import Run

MAX_SHOE_NAME = 200
MAX_START_M = 10_000_000


class Wear(IntEnum):
    """How far a pair has gone against what shoes usually last."""

    FINE = 0
    INFO = 1
    CAUTION = 2


@dataclass(frozen=True, slots=True)
class Shoe:
    """One pair. `start_m` is how far it had gone before its first run here."""

    id: UUID
    name: str
    start_m: int = 0
    first_day: date | None = None
    retired: date | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > MAX_SHOE_NAME:
            raise InvalidInput(f"Shoes have a name of 1 to {MAX_SHOE_NAME} characters.")
        if not 0 <= self.start_m <= MAX_START_M:
            raise InvalidInput(f"Shoes start between 0 and {MAX_START_M // 1_000} km.")
        if self.retired is not None and self.first_day is not None and self.retired < self.first_day:
            raise InvalidInput("Shoes can't be retired before their first day.")


def shoe_distance_m(shoe: Shoe, runs: Iterable[Run]) -> int:
    """How far the pair has gone, with what it had gone before."""
    return shoe.start_m + sum(run.distance_m for run in runs if run.shoe == shoe.id)
