"""The half-minute before a session: pain now, five questions, and where it hurts."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import REGIONS, checked_pain


class Family(Enum):
    """The five questions; each stands for a family of flags."""

    WEIGHT = "weight"
    SWELLING = "swelling"
    LOCKING = "locking"
    INJURY = "injury"
    CALF_FEVER_FOOT = "calf_fever_foot"


FAMILY_FLAGS: dict[Family, tuple[Flag, ...]] = {
    Family.WEIGHT: (Flag.CANNOT_4_STEPS, Flag.GIVES_WAY, Flag.LIMP),
    Family.SWELLING: (Flag.HOT_RED, Flag.SWOLLEN),
    Family.LOCKING: (Flag.LOCKED, Flag.CATCHES, Flag.CANNOT_BEND_90),
    Family.INJURY: (Flag.FIBULA_TENDER, Flag.KNEECAP_TENDER, Flag.DEFORMITY, Flag.FAST_SWELLING),
    Family.CALF_FEVER_FOOT: (
        Flag.CALF_SWOLLEN,
        Flag.FEVER,
        Flag.NUMB_OR_WEAK_FOOT,
        Flag.FOOT_COLD_PALE,
        Flag.BREATHLESS_OR_CHEST_PAIN,
    ),
}

GOOD_FOR_S = 2 * 3_600


@dataclass(frozen=True, slots=True)
class Mark:
    """A painful place on the knee map with its value 0 to 10."""

    side: Side
    region: str
    pain: int

    def __post_init__(self) -> None:
        checked_pain(self.pain)
        if self.side is Side.BOTH or self.region not in REGIONS:
            raise InvalidInput("A mark is one place of one knee.")


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was answered before a session.

    `answers` holds only the questions that were answered. `asked` is False when there was nobody to ask (no
    terminal): then nothing is known and nothing reassures. `denied` names the flags that were asked and answered no,
    of which `said_no` counts; a flag in neither place is unknown. Flags, injuries and the pain entries that follow
    from it are stored beside it as entries of their own.
    """

    id: UUID
    at: datetime
    pain: int | None = None
    answers: tuple[tuple[Family, bool], ...] = ()
    marks: tuple[Mark, ...] = ()
    asked: bool = True
    denied: tuple[Flag, ...] = ()

    def __post_init__(self) -> None:
        if self.pain is not None:
            checked_pain(self.pain)

    @property
    def complete(self) -> bool:
        """Whether pain and all five questions were answered."""
        return self.asked and self.pain is not None and {family for family, _ in self.answers} == set(Family)

    @property
    def said_no(self) -> tuple[Flag, ...]:
        """What was answered no: of a check-in that was left half way nothing that merely stood under a yes."""
        if self.complete:
            return self.denied
        begun = {flag for family, yes in self.answers if yes for flag in FAMILY_FLAGS[family]}
        return tuple(flag for flag in self.denied if flag not in begun)

    def good_at(self, now: datetime) -> bool:
        """Whether a session may still rely on it: two hours from when it was given."""
        return 0 <= (utc(now) - utc(self.at)).total_seconds() <= GOOD_FOR_S
