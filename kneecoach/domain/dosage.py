"""How much of an exercise: sets of repetitions at a tempo, or sets of seconds."""

from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.errors import InvalidInput

MAX_REPS = 1_000
MAX_HOLD_S = 3_600.0
MAX_SETS = 50


class Sides(Enum):
    """Whether a set is done once for each side or once with both legs."""

    EACH = "each"
    BOTH = "both"


STILL_PHASES = frozenset({"hold", "pause"})


@dataclass(frozen=True, slots=True)
class TempoPhase:
    """One named part of a repetition, in seconds: lower 2, hold 0.5."""

    phase: str
    seconds: float

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= MAX_HOLD_S:
            raise InvalidInput("Each part of a tempo lasts more than zero seconds and at most an hour.")

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
        if self.seconds is not None and not 0 < self.seconds <= MAX_HOLD_S:
            raise InvalidInput("A timed set lasts more than zero seconds and at most an hour.")
        if not 0 <= self.rest_s <= MAX_HOLD_S:
            raise InvalidInput("A rest lasts from zero seconds to an hour.")
        if not 0 <= self.pain_limit <= 10:
            raise InvalidInput("Pain is from 0 to 10.")

    @property
    def rep_s(self) -> float:
        """Seconds of one repetition: the whole tempo, its last pause included."""
        return sum(phase.seconds for phase in self.tempo)

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
