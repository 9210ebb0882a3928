"""What a routine becomes when it is played: get ready, work, change side, rest, each with a length."""

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from kneecoach.domain.dosage import Dosage, Sides
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Exercise, Position, Side
from kneecoach.domain.intervals import INTERVALS, is_run, told_by
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.routine import Routine

LONGEST_ID = 40


class Lead(Enum):
    """What comes before a set's work."""

    GET_READY = "get_ready"
    CHANGE_SIDE = "change_side"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """One set on one side: the pause that leads to it, then its work.

    `index` counts all sets of the session from 0, `item` the exercises, `number` the sets of one side from 1.
    """

    index: int
    item: int
    exercise: Exercise
    dosage: Dosage
    number: int
    side: Side
    lead: Lead
    lead_s: float

    @property
    def work_s(self) -> float:
        """Seconds of work; a repetition takes its whole tempo, last pause included."""
        return self.dosage.set_s


@dataclass(frozen=True, slots=True)
class Timeline:
    """The sets in order; `seconds` is what they add up to. By `zones` a pain that is said is judged."""

    routine: Routine
    sets: tuple[PlannedSet, ...]
    zones: Zones = field(default_factory=Zones)

    @property
    def seconds(self) -> float:
        """Length of the whole session when nothing is skipped or paused."""
        return round(math.fsum(planned.lead_s + planned.work_s for planned in self.sets), 6)

    def exercise_after(self, planned: PlannedSet) -> Exercise | None:
        """Which other exercise comes after this set."""
        later = (one.exercise for one in self.sets[planned.index + 1 :])
        return next((one for one in later if one.id != planned.exercise.id), None)

    @property
    def minutes(self) -> int:
        """The minutes shown: always rounded up."""
        return math.ceil(self.seconds / 60)


def plan(routine: Routine, exercises: Mapping[str, Exercise], *, first: Side = Side.LEFT) -> Timeline:
    """The timeline of a routine, with `first` as the side that begins.

    `InvalidInput` when the routine names an exercise that is not in `exercises`.
    """
    sets: list[PlannedSet] = []
    position = None
    for item, prescription in enumerate(routine.items):
        exercise = exercises.get(prescription.exercise) or INTERVALS.get(prescription.exercise)
        if exercise is None:
            raise InvalidInput(unknown_words(routine, exercises))
        ready_s = routine.pauses.get_ready_s
        if exercise.position is not position:
            ready_s = routine.pauses.change_position_s
        position = exercise.position
        sets += _sets_of(routine, item, exercise, ready_s=ready_s, first=first, index=len(sets))
    return Timeline(routine, tuple(sets))


def plan_played(routine: Routine, exercises: Mapping[str, Exercise], *, first: Side = Side.LEFT) -> Timeline:
    """The timeline of what was played, also by another version of KneeCoach.

    An exercise that is not in `exercises` is stood in for by one that has nothing but a name, made from its id. It has
    its sets, so that those of the record stay where they were.
    """
    doses = {item.exercise: item.dosage for item in routine.items}
    missing = {known_as: _stand_in(known_as, doses[known_as]) for known_as in unknown_exercises(routine, exercises)}
    return plan(routine, {**exercises, **missing} if missing else exercises, first=first)


def unknown_exercises(routine: Routine, exercises: Container[str]) -> tuple[str, ...]:
    """The ids that the routine names and `exercises` does not have, each once; a routine with any can't be played."""
    named = dict.fromkeys(item.exercise for item in routine.items)
    return tuple(one for one in named if one not in exercises and one not in INTERVALS)


def unknown_words(routine: Routine, exercises: Container[str]) -> str:
    """Why the routine can't be played here; "" when it can."""
    missing = unknown_exercises(routine, exercises)
    if not missing:
        return ""
    more = f" and {len(missing) - 1} more" if missing[1:] else ""
    return f"This version of KneeCoach does not know the exercise “{_words_of(missing[0])}”{more}."


def _stand_in(known_as: str, dosage: Dosage) -> Exercise:
    name = _words_of(known_as)
    return Exercise(
        id=known_as,
        code=None,
        name=name,
        short_name=name,
        position=Position.STANDING,
        muscles=(),
        equipment=(),
        steps=(),
        cues=(),
        common_errors=(),
        easier="",
        harder="",
        cautions=(),
        dosage=dosage,
        source="",
    )


def _words_of(known_as: str) -> str:
    return known_as[:LONGEST_ID].replace("_", " ").strip().capitalize() or "?"


def _sets_of(
    routine: Routine, item: int, exercise: Exercise, *, ready_s: float, first: Side, index: int
) -> list[PlannedSet]:
    dosage = routine.items[item].dosage
    sides = (first.leading, first.leading.other) if dosage.sides is Sides.EACH else (Side.BOTH,)
    planned: list[PlannedSet] = []
    for number in range(1, dosage.sets + 1):
        for side in sides:
            if not planned:
                lead, lead_s = Lead.GET_READY, ready_s
            elif side is sides[0]:
                lead, lead_s = Lead.REST, dosage.rest_s
            else:
                lead, lead_s = Lead.CHANGE_SIDE, routine.pauses.change_side_s
            planned.append(PlannedSet(index + len(planned), item, exercise, dosage, number, side, lead, lead_s))
    return planned


def agreed(timeline: Timeline) -> dict[int, float]:
    """Where less than the routine asks for was agreed on: the repetitions or seconds of such sets, by index."""
    return {
        planned.index: planned.dosage.reps if planned.dosage.reps is not None else planned.dosage.set_s
        for planned in timeline.sets
        if _differs(planned.dosage, timeline.routine.items[planned.item].dosage)
    }


def _differs(dosage: Dosage, other: Dosage) -> bool:
    # Nearly always the same object; this is asked for all sets each time that one is saved
    return dosage is not other and dosage != other


def with_agreed(timeline: Timeline, targets: Mapping[int, float]) -> Timeline:
    """The timeline with what was agreed on put back; never more than the routine asks for."""
    sets = tuple(
        _with_target(planned, targets[planned.index]) if planned.index in targets else planned
        for planned in timeline.sets
    )
    return replace(timeline, sets=sets)


def by_zones(timeline: Timeline, zones: Zones) -> Timeline:
    """The timeline of a person with these zones of pain, which its parts that are run name."""
    sets = tuple(replace(planned, exercise=told_by(planned.exercise, zones)) for planned in timeline.sets)
    return replace(timeline, sets=sets, zones=zones)


def _with_target(planned: PlannedSet, target: float) -> PlannedSet:
    dosage = planned.dosage
    if dosage.reps is not None:
        return replace(planned, dosage=replace(dosage, reps=min(dosage.reps, round(target))))
    return replace(planned, dosage=replace(dosage, seconds=min(dosage.set_s, target)))


def both_run(planned: PlannedSet, other: PlannedSet) -> bool:
    """Whether both are parts of a stage of returning to running that are run."""
    return is_run(planned.exercise.id) and is_run(other.exercise.id)


def eased(planned: PlannedSet, *, done: float = 0) -> PlannedSet:
    """The set with half of what is left after `done` repetitions or seconds, rounded up to whole ones."""
    dosage = planned.dosage
    if dosage.reps is not None:
        dosage = replace(dosage, reps=math.ceil(done + (dosage.reps - done) / 2))
    else:
        dosage = replace(dosage, seconds=min(dosage.set_s, math.ceil(done + (dosage.set_s - done) / 2)))
    return replace(planned, dosage=dosage)
