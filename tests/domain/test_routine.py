"""Routines: what is refused, and leaving things out."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.routine import Pauses, Routine, without
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import a_routine


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"items": ()}, "exercises"),
        ({"items": a_routine().items * 101}, "exercises"),
        ({"version": 0}, "Versions"),
    ],
)
def test_a_routine_that_cannot_be_kept_is_refused_with_a_sentence(wrong, sentence):
    fields = {"id": "x", "name": "A routine", "author": "", "version": 1, "items": a_routine().items}

    with pytest.raises(InvalidInput, match=sentence):
        Routine(**fields | wrong)


@pytest.mark.parametrize("wrong", [{"get_ready_s": -1}, {"change_position_s": 3_601}, {"change_side_s": float("nan")}])
def test_a_pause_outside_its_limits_is_refused(wrong):
    with pytest.raises(InvalidInput, match="pause"):
        Pauses(**wrong)


def test_with_no_roller_and_no_tube_the_rest_of_the_warm_up_remains():
    warm_up = load_routines()["warm-up"]

    left = without(warm_up, {"adductor_roll", "lateral_walk"})

    assert [item.exercise for item in left.items] == ["adductor_stretch", "front_lunge"]
    assert (left.id, left.version) == (warm_up.id, warm_up.version)
    assert plan(left, load_exercises()).seconds == 145 + 205


def test_leaving_nothing_out_changes_nothing():
    routine = a_routine()

    assert without(routine, ()) == routine


def test_leaving_everything_out_is_refused():
    with pytest.raises(InvalidInput, match="nothing to play"):
        without(a_routine(), {"exercise_0"})
