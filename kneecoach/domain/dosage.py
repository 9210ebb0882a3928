"""How much of an exercise: sets of repetitions at a tempo, or sets of seconds."""

import math
from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.errors import InvalidInput

MAX_REPS = 1_000
MAX_HOLD_S = 3_600.0
MAX_SETS = 50
MAX_SET_S = 24 * MAX_HOLD_S


class Sides(Enum):
    """Whether a set is done once for each side or once with both legs."""

    EACH = "each"
    BOTH = "both"


MOST_PAIN = 10
MAX_PHASES = 10
MIN_PHASE_S = 0.1
MAX_PHASE_NAME = 40
PHASE_WORDS: dict[str, str] = {
    "lower": "Down",
    "hold": "Hold",
    "raise": "Up",
    "pause": "Pause",
    "step": "Step",
    "follow": "Follow",
    "out": "Out",
    "back": "Back",
    "bend": "Bend",
    "straighten": "Straighten",
    "enter": "Ease in",
    "leave": "Ease out",
}
"""What the player says for each phase; a phase of someone's own exercise is said as it is written."""

STILL_PHASES = frozenset({"hold", "pause"})


@dataclass(frozen=True, slots=True)
class TempoPhase:
    """One named part of a repetition, in seconds: lower 2, hold 0.5."""

    phase: str
    seconds: float

    def __post_init__(self) -> None:
        if not MIN_PHASE_S <= self.seconds <= MAX_HOLD_S:
            raise InvalidInput("Each part of a tempo lasts from a tenth of a second to an hour.")
        if not 1 <= len(self.phase.strip()) <= MAX_PHASE_NAME:
            raise InvalidInput(f"Each part of a tempo has a name of at most {MAX_PHASE_NAME} characters.")

    @property
    def word(self) -> str:
        """What the player shows and says: "Down" for "lower"."""
        return PHASE_WORDS.get(self.phase, self.phase.replace("_", " ").capitalize())

    @property
    def moves(self) -> bool:
        """False for a hold or a pause: a repetition counts at the end of the last phase that moves."""
        return self.phase not in STILL_PHASES


@dataclass(frozen=True, slots=True)
class Dosage:
    """Sets of `reps` at a tempo, or of `seconds`; exactly one of the two is given.

    A timed set may carry a tempo too: it is then only a pacer (one roller pass every 3 s) and counts nothing.
    """

    sets: int
    reps: int | None = None
    seconds: float | None = None
    tempo: tuple[TempoPhase, ...] = ()
    rest_s: float = 40.0
    sides: Sides = Sides.EACH
    resistance: str = ""
    pain_limit: int = 5

    def __post_init__(self) -> None:
        if not 1 <= self.sets <= MAX_SETS:
            raise InvalidInput(f"Sets are from 1 to {MAX_SETS}.")
        if (self.reps is None) == (self.seconds is None):
            raise InvalidInput("A dosage is in repetitions or in seconds, one of the two.")
        if self.reps is not None and not 1 <= self.reps <= MAX_REPS:
            raise InvalidInput(f"Repetitions are from 1 to {MAX_REPS}.")
        if self.reps is not None and not self.tempo:
            raise InvalidInput("Repetitions need a tempo.")
        if len(self.tempo) > MAX_PHASES:
            raise InvalidInput(f"A tempo has at most {MAX_PHASES} parts.")
        if self.seconds is not None and not 0 < self.seconds <= MAX_HOLD_S:
            raise InvalidInput("A timed set lasts more than zero seconds and at most an hour.")
        if not 0 <= self.rest_s <= MAX_HOLD_S:
            raise InvalidInput("A rest lasts from zero seconds to an hour.")
        if not 0 <= self.pain_limit <= MOST_PAIN:
            raise InvalidInput("Pain is from 0 to 10.")
        if self.set_s > MAX_SET_S:
            raise InvalidInput("One set lasts at most a day.")

    @property
    def sets_played(self) -> int:
        """How many sets there are to play, those of both sides counted."""
        return self.sets * (2 if self.sides is Sides.EACH else 1)

    @property
    def rep_s(self) -> float:
        """Seconds of one repetition: the whole tempo, its last pause included."""
        return math.fsum(phase.seconds for phase in self.tempo)

    @property
    def set_s(self) -> float:
        """Seconds of one set on one side."""
        return self.seconds if self.seconds is not None else (self.reps or 0) * self.rep_s

    @property
    def counted_at_s(self) -> float:
        """Seconds into a repetition at which it counts: the end of the last phase that moves."""
        at = counted = 0.0
        for phase in self.tempo:
            at += phase.seconds
            if phase.moves:
                counted = at
        return counted or at
