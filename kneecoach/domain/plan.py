"""What a person wants, and which days of the week are for what. Nothing counts how often it was kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import MAX_DISTANCE_M

MAX_GOAL = 200
WEEK_DAYS = 7


class Use(Enum):
    """What a day of the week is for."""

    RUN = "run"
    STRENGTH = "strength"
    OTHER = "other"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of the week; no `uses` says that nothing is planned, which is not rest. `distance_m` is of the run."""

    uses: tuple[Use, ...] = ()
    distance_m: int | None = None

    def __post_init__(self) -> None:
        if len(set(self.uses)) < len(self.uses):
            raise InvalidInput("A day is planned for a thing once.")
        if Use.REST in self.uses and len(self.uses) > 1:
            raise InvalidInput("A rest day is for rest alone.")
        if self.distance_m is not None and Use.RUN not in self.uses:
            raise InvalidInput("Only a day with a run has a distance.")
        if self.distance_m is not None and not 0 < self.distance_m <= MAX_DISTANCE_M:
            raise InvalidInput(f"A run is longer than nothing and at most {MAX_DISTANCE_M // 1_000} km.")


NOTHING_PLANNED = (PlannedDay(),) * WEEK_DAYS


@dataclass(frozen=True, slots=True)
class Plan:
    """One for each person: the goal in their own words, and the seven days, Monday first. `at` is when it was told."""

    id: UUID
    at: datetime
    goal: str = ""
    days: tuple[PlannedDay, ...] = NOTHING_PLANNED

    def __post_init__(self) -> None:
        if len(self.goal) > MAX_GOAL:
            raise InvalidInput(f"A goal has at most {MAX_GOAL} characters.")
        if len(self.days) != WEEK_DAYS:
            raise InvalidInput("A week has seven days.")

    def days_for(self, use: Use) -> tuple[int, ...]:
        """The weekdays that are for this, 0 being Monday."""
        return tuple(number for number, day in enumerate(self.days) if use in day.uses)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not self.goal and self.days == NOTHING_PLANNED
