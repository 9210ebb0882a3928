"""R22: what a warm-up of one's own should know. Notes only; nothing is blocked."""

from collections.abc import Mapping
from dataclasses import dataclass

from kneecoach.domain.exercise import Exercise, Kind
from kneecoach.domain.routine import Prescription, Routine

LONG_STRETCH_S = 60.0
"""Per muscle and side before a run: from here on it costs performance. Behm 2016, Appl Physiol Nutr Metab 41(1)."""
LONG_ROLL_S = 120.0
"""One set: more gains nothing. Behm 2020, J Strength Cond Res 34(11)."""


@dataclass(frozen=True, slots=True)
class OrderNote:
    """A bold lead and a sentence."""

    lead: str
    text: str


OTHER_ORDER = OrderNote(
    "Another order than usual.",
    "Roll, stretch, walk, lunge: loosen first, move last, so that the legs go into the run warm and awake.",
)
LONG_HOLD = OrderNote(
    "A long stretch before a run.",
    "From 60 s a side on, a muscle has less spring for a while. Longer holds work better in a separate session.",
)
NO_MOVEMENT = OrderNote(
    "It ends with a stretch.",
    "Before a run, finish with a moving exercise, as lunges.",
)
LONG_ROLL = OrderNote("A long roll.", "More than 2 minutes in one go gains nothing.")


def warm_up_notes(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[OrderNote, ...]:
    """What rule R22 says of this routine as a warm-up; nothing for the shipped order and doses.

    `exercises` must know every exercise of the routine.
    """
    kinds = [exercises[item.exercise].kind for item in routine.items]
    ranks = [RANKS[kind] for kind in kinds]
    notes = []
    if ranks != sorted(ranks):
        notes.append(OTHER_ORDER)
    if _longest_stretch_s(routine, exercises) >= LONG_STRETCH_S:
        notes.append(LONG_HOLD)
    if Kind.STRETCH in kinds and not any(RANKS[kind] > RANKS[Kind.STRETCH] for kind in kinds[_last(kinds) :]):
        notes.append(NO_MOVEMENT)
    if any(kind is Kind.ROLL and item.dosage.set_s > LONG_ROLL_S for kind, item in _with_kinds(routine, kinds)):
        notes.append(LONG_ROLL)
    return tuple(notes)


RANKS = {Kind.ROLL: 0, Kind.STRETCH: 1, Kind.ACTIVATE: 2, Kind.MOVE: 3}


def _last(kinds: list[Kind]) -> int:
    return max(index for index, kind in enumerate(kinds) if kind is Kind.STRETCH)


def _with_kinds(routine: Routine, kinds: list[Kind]) -> list[tuple[Kind, Prescription]]:
    return list(zip(kinds, routine.items, strict=True))


def _longest_stretch_s(routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    """Seconds that one muscle of one side is stretched, all its sets and exercises together."""
    seconds: dict[str, float] = {}
    for item in routine.items:
        exercise = exercises[item.exercise]
        if exercise.kind is Kind.STRETCH:
            for muscle in exercise.muscles:
                seconds[muscle] = seconds.get(muscle, 0.0) + item.dosage.sets * item.dosage.set_s
    return max(seconds.values(), default=0.0)
