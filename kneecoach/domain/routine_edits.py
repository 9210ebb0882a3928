"""Changes to a routine, each a new routine: name, order, exercises, and how much of each."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from kneecoach.domain.dosage import Dosage
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import MAX_ITEMS, Mood, Prescription, Routine

LAST_ONE = "A routine needs at least one exercise. Delete the routine instead."
FULL = f"A routine has at most {MAX_ITEMS} exercises."
NOT_COUNTED = "This exercise is not counted like that."
MOST_STEPS_BACK = 100


class Amount(Enum):
    """What of a dosage is changed in place, named as its field."""

    SETS = "sets"
    REPS = "reps"
    SECONDS = "seconds"
    REST = "rest_s"


@dataclass(frozen=True, slots=True)
class Limits:
    """From `least` to `most`, and how far one press goes: app defaults, well inside what a dosage may be."""

    least: int
    most: int
    step: int


LIMITS = {
    Amount.SETS: Limits(1, 10, 1),
    Amount.REPS: Limits(1, 50, 1),
    Amount.SECONDS: Limits(5, 300, 5),
    Amount.REST: Limits(0, 300, 5),
}


def renamed(routine: Routine, name: str) -> Routine:
    """With another name; `InvalidInput` when it is empty or too long."""
    return replace(routine, name=" ".join(name.split()))


def with_mood(routine: Routine, mood: Mood) -> Routine:
    """Calm or brisk: how it sounds."""
    return replace(routine, mood=mood)


def amounts(dosage: Dosage) -> tuple[Amount, ...]:
    """What can be changed of it: sets, then repetitions or seconds, then the rest where there is one to take."""
    counted = Amount.REPS if dosage.reps is not None else Amount.SECONDS
    return (Amount.SETS, counted, Amount.REST)


def amount_of(dosage: Dosage, amount: Amount) -> float:
    """How much it is now; `InvalidInput` for seconds of what is counted in repetitions, and the other way round."""
    if amount not in amounts(dosage):
        raise InvalidInput(NOT_COUNTED)
    return float(getattr(dosage, amount.value))


def with_amount(routine: Routine, index: int, amount: Amount, value: float) -> Routine:
    """With this much in the exercise at `index`, brought inside the limits. Sides, tempo and pain limit stay."""
    item = routine.items[index]
    amount_of(item.dosage, amount)
    limits = LIMITS[amount]
    within = min(max(value, limits.least), limits.most)
    whole = int(within) if amount in {Amount.SETS, Amount.REPS} else float(within)
    change: dict[str, Any] = {amount.value: whole}
    return _with_dosage(routine, index, replace(item.dosage, **change))


def stepped(routine: Routine, index: int, amount: Amount, steps: int) -> Routine:
    """One or more presses up or down, always onto a multiple of the step: 12 s becomes 15 s or 10 s."""
    now, step = amount_of(routine.items[index].dosage, amount), LIMITS[amount].step
    whole = now // step if steps > 0 else -(-now // step)
    return with_amount(routine, index, amount, (whole + steps) * step)


def moved(routine: Routine, index: int, to: int) -> Routine:
    """With the exercise at `index` in the place `to`, at the first or last place when that lies outside."""
    items = list(routine.items)
    item = items.pop(index)
    items.insert(min(max(to, 0), len(items)), item)
    return replace(routine, items=tuple(items))


def removed(routine: Routine, index: int) -> Routine:
    """Without the exercise at `index`; `InvalidInput` for the last one there is."""
    if len(routine.items) == 1:
        raise InvalidInput(LAST_ONE)
    return replace(routine, items=routine.items[:index] + routine.items[index + 1 :])


def added(routine: Routine, exercise: Exercise) -> Routine:
    """With one more exercise at the end, as it is usually dosed; `InvalidInput` when the routine is full."""
    if len(routine.items) == MAX_ITEMS:
        raise InvalidInput(FULL)
    return replace(routine, items=(*routine.items, Prescription(exercise.id, exercise.dosage)))


@dataclass(frozen=True, slots=True)
class Edits:
    """A routine with the way back and forth: what it was before each change, and what was undone."""

    routine: Routine
    before: tuple[Routine, ...] = ()
    undone: tuple[Routine, ...] = ()

    def changed(self, routine: Routine) -> "Edits":
        """After a change; what was undone is then gone. The very same when nothing is different."""
        if routine == self.routine:
            return self
        return Edits(routine, (*self.before, self.routine)[-MOST_STEPS_BACK:])

    def undo(self) -> "Edits":
        """One change back, as far as there is one."""
        if not self.before:
            return self
        return Edits(self.before[-1], self.before[:-1], (*self.undone, self.routine))

    def redo(self) -> "Edits":
        """One change forth again."""
        if not self.undone:
            return self
        return Edits(self.undone[-1], (*self.before, self.routine), self.undone[:-1])


def _with_dosage(routine: Routine, index: int, dosage: Dosage) -> Routine:
    item = Prescription(routine.items[index].exercise, dosage)
    return replace(routine, items=(*routine.items[:index], item, *routine.items[index + 1 :]))
