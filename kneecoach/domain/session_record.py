"""What was really done: a session and its sets as they are kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.dosage import MAX_HOLD_S, MAX_REPS
from kneecoach.domain.effort import checked_effort
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import checked_pain
from kneecoach.domain.routine import Routine


class SetStatus(Enum):
    """How a planned set ended."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class SessionStatus(Enum):
    """Whether a session goes on, ran to its end, or was ended early."""

    OPEN = "open"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One planned set as really done: the unit that is saved.

    `index` is its place in the session, from 0. `reps` is None for a timed set. `seconds` is time worked.
    `pain` is the highest score said during the set.
    """

    id: UUID
    index: int
    exercise: str
    number: int
    side: Side
    reps: int | None
    seconds: float
    status: SetStatus
    pain: int | None = None

    def __post_init__(self) -> None:
        if self.reps is not None and not 0 <= self.reps <= MAX_REPS:
            raise InvalidInput(f"Repetitions are from 0 to {MAX_REPS}.")
        if not 0 <= self.seconds <= 24 * MAX_HOLD_S:
            raise InvalidInput("A set lasts from zero seconds to a day.")
        if self.pain is not None:
            checked_pain(self.pain)


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One playing of a routine by one person. Times are aware; `position` is the index of the set it stands at.

    `routine` is the version that was played, whole. A rehearsal counts for nothing. `effort` is 0 to 10. By the index
    of a set, `agreed` holds the repetitions or seconds where fewer were agreed on, and `pains` the highest pain said
    so far.
    """

    id: UUID
    person: UUID | None
    routine: Routine
    first_side: Side
    started_at: datetime
    ended_at: datetime | None = None
    status: SessionStatus = SessionStatus.OPEN
    rehearsal: bool = False
    check_in: UUID | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    effort: int | None = None
    note: str = ""
    stop_reason: str = ""
    position: int = 0
    agreed: tuple[tuple[int, float], ...] = ()
    pains: tuple[tuple[int, int], ...] = ()
    sets: tuple[SetRecord, ...] = ()

    def __post_init__(self) -> None:
        for pain in (self.pain_before, self.pain_after, *dict(self.pains).values()):
            if pain is not None:
                checked_pain(pain)
        if self.effort is not None:
            checked_effort(self.effort)
        if not all(0 < target <= MAX_HOLD_S for target in dict(self.agreed).values()):
            raise InvalidInput("Less of a set is more than nothing.")

    @property
    def highest_pain(self) -> int | None:
        """The highest pain said before it, in it or after it; None when none was said."""
        said = (self.pain_before, self.pain_after, *dict(self.pains).values(), *(done.pain for done in self.sets))
        return max((pain for pain in said if pain is not None), default=None)

    def target_reps(self, index: int) -> int | None:
        """The repetitions that were to be done in a set, as agreed on in the session; None where none are counted."""
        dosages = [item.dosage for item in self.routine.items for _ in range(item.dosage.sets_played)]
        asked = dosages[index].reps if 0 <= index < len(dosages) else None
        return None if asked is None else round(dict(self.agreed).get(index, asked))
