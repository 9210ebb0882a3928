"""What was trained besides runs and routines: a walk, the bike, the pool."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.effort import checked_effort
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import checked_note

MAX_MINUTES = 24 * 60


class ActivityKind(Enum):
    """What was done."""

    STRENGTH = "strength"
    FLEXIBILITY = "flexibility"
    WALK = "walk"
    BIKE = "bike"
    SWIM = "swim"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. `at` is its start, `entered` when it was told (both aware; None means at once).

    `source` and `digest` are of the file that it came from, as in `Run`.
    """

    id: UUID
    at: datetime
    kind: ActivityKind
    minutes: int
    effort: int | None = None
    note: str = ""
    source: str = ""
    digest: str = ""
    entered: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= MAX_MINUTES:
            raise InvalidInput("An activity takes from one minute to a day.")
        if self.effort is not None:
            checked_effort(self.effort)
        checked_note(self.note)
