"""Red flags and injuries: open until answered, never closed by time alone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput


class Urgency(IntEnum):
    """How soon a professional should look; larger is sooner."""

    ROUTINE = 1
    DAYS = 2
    SAME_DAY = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """As files and `--json` write it: "same-day"."""
        return self.name.lower().replace("_", "-")


class Flag(Enum):
    """What a person can tick; the urgencies stand in `URGENCY`."""

    DEFORMITY = "deformity"
    FOOT_COLD_PALE = "foot_cold_pale"
    BREATHLESS_OR_CHEST_PAIN = "breathless_or_chest_pain"
    CALF_SWOLLEN = "calf_swollen"
    HOT_RED = "hot_red"
    SWOLLEN = "swollen"
    FEVER = "fever"
    CANNOT_4_STEPS = "cannot_4_steps"
    CANNOT_BEND_90 = "cannot_bend_90"
    LOCKED = "locked"
    CATCHES = "catches"
    FIBULA_TENDER = "fibula_tender"
    KNEECAP_TENDER = "kneecap_tender"
    FAST_SWELLING = "fast_swelling"
    NUMB_OR_WEAK_FOOT = "numb_or_weak_foot"
    GIVES_WAY = "gives_way"
    NIGHT_PAIN = "night_pain"
    CONSTANT_PAIN = "constant_pain"
    WEIGHT_LOSS = "weight_loss"
    NEW_LUMP = "new_lump"
    HOP_PAIN = "hop_pain"
    BONE_SORE = "bone_sore"
    """Nobody ticks it: it stands for what R07 found in the diary, so that this too can be answered as seen."""
    LIMP = "limp"


URGENCY: dict[Flag, Urgency] = {
    Flag.DEFORMITY: Urgency.EMERGENCY,
    Flag.FOOT_COLD_PALE: Urgency.EMERGENCY,
    Flag.BREATHLESS_OR_CHEST_PAIN: Urgency.EMERGENCY,
    Flag.HOT_RED: Urgency.SAME_DAY,
    Flag.FEVER: Urgency.SAME_DAY,
    Flag.CALF_SWOLLEN: Urgency.SAME_DAY,
    Flag.CANNOT_4_STEPS: Urgency.SAME_DAY,
    Flag.LOCKED: Urgency.SAME_DAY,
    Flag.NUMB_OR_WEAK_FOOT: Urgency.SAME_DAY,
    Flag.FAST_SWELLING: Urgency.SAME_DAY,
    Flag.GIVES_WAY: Urgency.DAYS,
    Flag.CANNOT_BEND_90: Urgency.DAYS,
    Flag.SWOLLEN: Urgency.DAYS,
    Flag.LIMP: Urgency.DAYS,
    Flag.FIBULA_TENDER: Urgency.DAYS,
    Flag.KNEECAP_TENDER: Urgency.DAYS,
    Flag.NIGHT_PAIN: Urgency.DAYS,
    Flag.CONSTANT_PAIN: Urgency.DAYS,
    Flag.WEIGHT_LOSS: Urgency.DAYS,
    Flag.NEW_LUMP: Urgency.DAYS,
    Flag.HOP_PAIN: Urgency.DAYS,
    Flag.BONE_SORE: Urgency.DAYS,
    Flag.CATCHES: Urgency.ROUTINE,
}


class Closing(Enum):
    """How a flag or an injury was answered."""

    GONE = "gone"
    SEEN = "seen"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Closed:
    """The answer that closed an entry. `on` is the day of the visit for SEEN, else the day of the answer."""

    how: Closing
    on: date


ONLY_SEEN = "An emergency sign is closed by being seen by a clinician, or as ticked by mistake."
ONLY_LOGGED = (
    "Soreness over bone is answered as seen by a clinician. Otherwise it goes by what is logged over fourteen days."
)


def answers_of(flag: Flag) -> tuple[Closing, ...]:
    """How this flag can be answered. What R07 found is taken back by what is logged, and by nothing else."""
    if flag is Flag.BONE_SORE:
        return (Closing.SEEN,)
    if URGENCY[flag] is Urgency.EMERGENCY:
        return (Closing.SEEN, Closing.MISTAKE)
    return (Closing.SEEN, Closing.GONE, Closing.MISTAKE)


def _refuse_bad_closing(closed: Closed | None, entered: datetime) -> None:
    if closed and closed.how is Closing.SEEN and closed.on < entered.date():
        raise InvalidInput("The day you were seen can't be before the day you noted it.")


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """One flag as ticked at `at` (aware); open while `closed` is None."""

    id: UUID
    flag: Flag
    at: datetime
    closed: Closed | None = None

    def __post_init__(self) -> None:
        _refuse_bad_closing(self.closed, self.at)
        if self.closed and self.closed.how not in answers_of(self.flag):
            raise InvalidInput(ONLY_LOGGED if self.flag is Flag.BONE_SORE else ONLY_SEEN)

    @property
    def is_open(self) -> bool:
        """Whether it still decides what may start."""
        return self.closed is None


class Mechanism(Enum):
    """What happened to the knee."""

    TWIST = "twist"
    FALL = "fall"
    BLOW = "blow"
    LANDING = "landing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Injury:
    """One incident. `at` is when it happened, `entered` when it was told (both aware); None means not answered."""

    id: UUID
    at: datetime
    entered: datetime
    mechanism: Mechanism = Mechanism.OTHER
    pop: bool | None = None
    snap: bool | None = None
    bruise: bool | None = None
    fast_swelling: bool | None = None
    closed: Closed | None = None

    def __post_init__(self) -> None:
        _refuse_bad_closing(self.closed, self.entered)

    @property
    def is_open(self) -> bool:
        """Whether rules R03 to R05 still read it."""
        return self.closed is None
