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


class Symptom(Enum):
    """What else a person notices about the knee: the chips of the diary."""

    DULL_ACHE = "dull_ache"
    SHARP_PAIN = "sharp_pain"
    SWELLING = "swelling"
    STIFF_AFTER_ACTIVITY = "stiff_after_activity"
    CANNOT_BEND_FULLY = "cannot_bend_fully"
    CANNOT_STRAIGHTEN_FULLY = "cannot_straighten_fully"
    TIGHT_WHEN_BENDING = "tight_when_bending"
    LESS_RANGE = "less_range"
    WORSE_WITH_ACTIVITY = "worse_with_activity"
    AROUND_KNEECAP = "around_kneecap"
    GRINDING = "grinding"
    CATCHING_OR_LOCKING = "catching_or_locking"
    POP_AT_ONSET = "pop_at_onset"
    SNAP_IN_THIGH = "snap_in_thigh"
    BRUISING = "bruising"
    GIVES_WAY = "gives_way"
    HARD_TO_BEAR_WEIGHT = "hard_to_bear_weight"
    POINT_TENDER = "point_tender"
    STAIRS = "stairs"
    AFTER_SITTING = "after_sitting"
    SQUATTING = "squatting"
    ACHE_ON_STOPPING = "ache_on_stopping"
    UNABLE_TO_RUN = "unable_to_run"


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


def checked_note(note: str) -> str:
    """The note itself; `InvalidInput` when it is too long."""
    if len(note) > MAX_NOTE:
        raise InvalidInput(f"A note has at most {MAX_NOTE} characters.")
    return note


@dataclass(frozen=True, slots=True)
class PainEntry:
    """One moment of pain. Regions are the ids of the knee map; () means "no location".

    No `phase` says that nobody told what the person was doing.
    `at` is when it hurt, `entered` when it was told (both aware); None means at once. `of` is the run, session or
    morning check that the entry follows from: it changes and goes with that.
    """

    id: UUID
    at: datetime
    score: int
    side: Side | None = None
    regions: tuple[str, ...] = ()
    phase: PainPhase | None = None
    qualities: tuple[Quality, ...] = ()
    swelling: Amount | None = None
    size: PainSize | None = None
    tenderness: Tenderness | None = None
    note: str = ""
    symptoms: tuple[Symptom, ...] = ()
    entered: datetime | None = None
    of: UUID | None = None

    def __post_init__(self) -> None:
        checked_pain(self.score)
        if unknown := [region for region in self.regions if region not in REGIONS]:
            raise InvalidInput(f"The knee map has no place called {unknown[0]!r}.")
        checked_note(self.note)
