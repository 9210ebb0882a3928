"""R22: what is said of a warm-up in another order or with longer holds."""

import pytest

from kneecoach.domain.exercise import Kind
from kneecoach.domain.routine import Prescription, Routine
from kneecoach.domain.warm_up_order import LONG_HOLD, LONG_ROLL, NO_MOVEMENT, OTHER_ORDER, warm_up_notes
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import an_exercise, counted, timed

EXERCISES = {kind.value: an_exercise(kind.value, kind=kind, dosage=timed(), muscles=("Inner thigh",)) for kind in Kind}
USUAL = {"roll": timed(60), "stretch": timed(25, sets=2), "activate": counted(12, sets=2), "move": counted(10, sets=2)}


def noted(*kinds, **doses):
    items = tuple(Prescription(kind, (USUAL | doses)[kind]) for kind in kinds)
    return warm_up_notes(Routine("mine", "Mine", "Me", 1, items), EXERCISES)


def test_roll_stretch_walk_lunge_needs_no_note():
    assert noted("roll", "stretch", "activate", "move") == ()
    assert noted("roll", "roll", "stretch", "move") == ()
    assert noted("move") == ()


@pytest.mark.parametrize(
    "kinds", [("stretch", "roll", "activate"), ("move", "activate"), ("roll", "activate", "stretch", "move")]
)
def test_another_order_is_noted(kinds):
    assert OTHER_ORDER in noted(*kinds)


@pytest.mark.parametrize(("seconds", "said"), [(59, ()), (60, (LONG_HOLD,))])
def test_a_muscle_held_for_a_minute_a_side_is_noted(seconds, said):
    assert noted("stretch", "move", stretch=timed(seconds)) == said


def test_sets_and_exercises_for_one_muscle_count_together():
    assert noted("stretch", "stretch", "move", stretch=timed(15, sets=2)) == (LONG_HOLD,)


def test_ending_with_a_stretch_is_noted():
    assert noted("roll", "stretch") == (NO_MOVEMENT,)


@pytest.mark.parametrize(("seconds", "said"), [(120, ()), (121, (LONG_ROLL,))])
def test_a_roll_of_more_than_two_minutes_is_noted(seconds, said):
    assert noted("roll", "move", roll=timed(seconds)) == said


@pytest.mark.parametrize("name", ["warm-up", "short-warm-up"])
def test_the_shipped_warm_ups_are_in_order(name):
    assert warm_up_notes(load_routines()[name], load_exercises()) == ()
