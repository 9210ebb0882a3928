"""What a session answers: causes, events, and the picture of where it stands."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from kneecoach.domain.dosage import TempoPhase
from kneecoach.domain.moment import Moment
from kneecoach.domain.session_record import SessionStatus, SetRecord
from kneecoach.domain.timeline import PlannedSet


class Cause(Enum):
    """Why a session stands still."""

    ASKED = "asked"
    SLEPT = "slept"
    HURTS = "hurts"
    RESTARTED = "restarted"


@dataclass(frozen=True, slots=True)
class LeadStarted:
    """The pause before a set began to run."""

    planned: PlannedSet


@dataclass(frozen=True, slots=True)
class WorkStarted:
    """The work of a set began to run."""

    planned: PlannedSet


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A part of the tempo began; in a timed set the tempo is only a pacer."""

    phase_index: int
    phase: TempoPhase


@dataclass(frozen=True, slots=True)
class Counted:
    """A repetition counted: the `rep`th of `of`."""

    rep: int
    of: int


@dataclass(frozen=True, slots=True)
class HalfWay:
    """Half of the set's seconds or repetitions are done."""

    planned: PlannedSet


@dataclass(frozen=True, slots=True)
class Countdown:
    """`seconds` (3, 2, 1) are left before the work begins, or before timed work ends."""

    seconds: int
    during: Literal["lead", "work"]


@dataclass(frozen=True, slots=True)
class SetFinished:
    """A set's record is new or has changed: to be saved before it is shown."""

    record: SetRecord


@dataclass(frozen=True, slots=True)
class PainSaid:
    """The person said how much it hurts, during this set or its lead; `said` tells one answer from the next."""

    planned: PlannedSet
    score: int
    sharp: bool
    said: Moment


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still."""

    cause: Cause


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session runs again from exactly where it stood."""


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """Every set has its record and nothing more will happen."""

    status: SessionStatus


SessionEvent = (
    LeadStarted
    | WorkStarted
    | PhaseStarted
    | Counted
    | HalfWay
    | Countdown
    | SetFinished
    | PainSaid
    | Paused
    | Resumed
    | SessionEnded
)


@dataclass(frozen=True, slots=True)
class Playing:
    """Where a session stands now, for whoever shows it.

    `length_s`, `elapsed_s` and `seconds_left` are of the lead, or of the work when `working`. `rep` is counted so
    far and `reps` the target, None for a timed set. `phase_index` is None in a lead and where there is no tempo.
    `next_s` is played time until something happens by itself.
    """

    planned: PlannedSet
    working: bool
    length_s: float
    elapsed_s: float
    seconds_left: float
    rep: int
    reps: int | None
    phase_index: int | None
    phase_elapsed_s: float
    paused: Cause | None
    session_left_s: float
    ended: SessionStatus | None
    last_set_of_exercise: bool
    next_s: float

    @property
    def half(self) -> str:
        """What this half of a hold of two parts asks for; empty in a lead and in all other work."""
        halves = self.planned.exercise.halves
        if not (halves and self.working and self.reps is None):
            return ""
        return halves[1] if 2 * self.elapsed_s >= self.length_s else halves[0]
