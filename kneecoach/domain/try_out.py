"""One set of an exercise, to find out how it goes before it is part of anything."""

from dataclasses import replace

from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Prescription, Routine

TRY_OUT = "try-out"
NAME = "Try out"


def try_out(exercise: Exercise) -> Routine:
    """One set as it is usually dosed, of each side where the sides take turns; it is played as a rehearsal."""
    dosage = replace(exercise.dosage, sets=1)
    return Routine(TRY_OUT, NAME, "KneeCoach", 1, (Prescription(exercise.id, dosage),))
