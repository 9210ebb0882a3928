"""What was used for the knee on a day: yes or no only, no drug and no dose."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput


class Support(Enum):
    """What may have been used."""

    SLEEVE = "sleeve"
    BRACE = "brace"
    INSERTS = "inserts"
    TAPE = "tape"
    PAINKILLER = "painkiller"


@dataclass(frozen=True, slots=True)
class SupportUsed:
    """What was used on the local day `on`; what stands in neither is unknown. One for each day."""

    id: UUID
    at: datetime
    used: tuple[Support, ...] = ()
    not_used: tuple[Support, ...] = ()
    entered: datetime | None = None

    def __post_init__(self) -> None:
        if set(self.used) & set(self.not_used):
            raise InvalidInput("A thing was either used or not.")

    @property
    def on(self) -> date:
        """The person's local day."""
        return self.at.date()
