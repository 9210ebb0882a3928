"""Cooling the knee: how long it may last, how long to wait, and what was done.

clinical.md 2.5: leaflets say 15 to 20 minutes, the article 20 to 30, none is proven best.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.local_time import later

DEFAULT_MINUTES = 20
SHORTEST_MINUTES, LONGEST_MINUTES = 10, 30
CAUTION_ABOVE_MINUTES = 20
SKIN_CHECK_EVERY_S = 5 * 60
GAP = timedelta(hours=2)
BEFORE_RUN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Ice:
    """One cooling as done. `at` is its start; `minutes` may be fewer than were set; `cloth` None is not said."""

    id: UUID
    at: datetime
    minutes: int
    cloth: bool | None = None
    entered: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= LONGEST_MINUTES:
            raise InvalidInput(f"Ice is from 1 to {LONGEST_MINUTES} minutes.")

    @property
    def ends(self) -> datetime:
        """When it was taken off."""
        return later(self.at, timedelta(minutes=self.minutes))
