"""Trying one set of an exercise."""

from kneecoach.domain.timeline import plan
from kneecoach.domain.try_out import try_out
from tests.builders import an_exercise, counted


def test_trying_out_is_one_set_of_each_side_as_usually_dosed():
    exercise = an_exercise("step_down", dosage=counted(8, sets=3))

    routine = try_out(exercise)

    assert routine.name == "Try out"
    assert [(one.number, one.dosage.reps) for one in plan(routine, {"step_down": exercise}).sets] == [(1, 8), (1, 8)]


def test_a_sore_knee_may_not_try_out_as_if_it_were_the_calm_down_day():
    assert not try_out(an_exercise()).calming
