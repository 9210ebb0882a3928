"""A pain entry: how much, where on the knee, and when it hurts."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.dosage import MOST_PAIN
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side

MAX_NOTE = 2_000
MAX_PAIN = MOST_PAIN


class PainPhase(Enum):
    """What the person was doing when it hurt."""

    REST = "rest"
    DAILY = "daily"
    WALKING = "walking"
    STAIRS = "stairs"
    SITTING = "sitting"
    BEFORE_RUN = "before_run"
    DURING_RUN = "during_run"
    AFTER_RUN = "after_run"
    EXERCISE = "exercise"
    MORNING = "morning"
    NIGHT = "night"


class Quality(Enum):
    """What the pain feels like."""

    DULL = "dull"
    SHARP = "sharp"
    BURNING = "burning"
    TIGHT = "tight"
    CATCHING = "catching"
    STIFF = "stiff"


class Amount(Enum):
    """Swelling as the person sees it."""

    NONE = "none"
    LITTLE = "little"
    CLEAR = "clear"


class Tenderness(Enum):
    """How sore the place is to the touch."""

    NONE = "none"
    MILD = "mild"
    CLEAR = "clear"


class PainSize(Enum):
    """How large the painful place is."""

    FINGERTIP = "fingertip"
    PALM = "palm"
    WIDE = "wide"


REGIONS = frozenset(
    {
        "whole_knee",
        "distal_adductor",
        "vastus_medialis",
        "vastus_lateralis",
        "quadriceps_tendon",
        "distal_itb",
        "patella_lateral_facet",
        "patella_center",
        "patella_medial_facet",
        "lateral_femoral_condyle",
        "medial_femoral_condyle",
        "lateral_joint_line",
        "medial_joint_line",
        "lateral_tibia",
        "medial_tibial_plateau",
        "patellar_tendon",
        "tibial_tuberosity",
        "pes_anserine",
        "medial_hamstrings",
        "lateral_hamstring",
        "popliteal_fossa",
        "medial_calf",
        "lateral_calf",
        "fibular_head",
        "deep_inside",
        "moves_around",
    }
)


def checked_pain(score: int) -> int:
    """The score itself; `InvalidInput` outside 0 to 10 or when it is no whole number."""
    if isinstance(score, bool) or not isinstance(score, int) or not 0 <= score <= MAX_PAIN:
        raise InvalidInput("Pain is a whole number from 0 to 10.")
    return score


@dataclass(frozen=True, slots=True)
class PainEntry:
    """One moment of pain. `at` is aware. Regions are the ids of the knee map; () means "no location"."""

    id: UUID
    at: datetime
    score: int
    side: Side | None = None
    regions: tuple[str, ...] = ()
    phase: PainPhase = PainPhase.REST
    qualities: tuple[Quality, ...] = ()
    swelling: Amount | None = None
    size: PainSize | None = None
    tenderness: Tenderness | None = None
    note: str = ""

    def __post_init__(self) -> None:
        checked_pain(self.score)
        if unknown := [region for region in self.regions if region not in REGIONS]:
            raise InvalidInput(f"The knee map has no place called {unknown[0]!r}.")
        if len(self.note) > MAX_NOTE:
            raise InvalidInput(f"A note has at most {MAX_NOTE} characters.")
