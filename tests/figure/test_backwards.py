"""Phases that are another one played backwards share its pictures."""

from math import dist

import pytest

from kneecoach.figure.backwards import backwards
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment
from tests.figure.movements import a_movement
from tests.figure.seen import every_exercise, in_groups, movement, points


@pytest.mark.parametrize("exercise", in_groups())
def test_the_way_back_looks_as_the_way_there(exercise):
    scene = Scene.of(movement(exercise), 443, 575)
    for phase, earlier in backwards(scene.movement).items():
        for progress in (0.2, 0.7):
            back = scene.drawing(Moment(phase, progress), arrows=False)
            there = scene.drawing(Moment(earlier, 1 - progress), arrows=False)
            for one, other in zip(back.shapes, there.shapes, strict=True):
                assert (one.ink, one.over) == (other.ink, other.over)
                assert one.far == pytest.approx(other.far, abs=1e-3)
                assert [len(polygon) for polygon in one.polygons] == [len(polygon) for polygon in other.polygons]
            for a, b in zip(points(back.shapes), points(there.shapes), strict=True):
                assert dist(a, b) < 0.1


def test_most_exercises_come_back_the_way_they_went():
    assert sum(bool(backwards(movement(exercise))) for exercise in every_exercise()) >= 15


def test_a_squat_comes_up_as_it_went_down():
    assert backwards(a_movement()) == {2: 0}


@pytest.mark.parametrize(
    "raising", [{"ease": "in"}, {"lift": {"l": 0.1}}, {"breathe": True}], ids=["pace", "lift", "breath"]
)
def test_what_differs_on_the_way_back_is_drawn_anew(raising):
    steps = (("lower", 2.0, "low"), ("raise", 1.5, "up", raising))

    assert backwards(a_movement(*steps)) == {}


def test_another_muscle_on_the_way_back_is_drawn_anew():
    assert backwards(a_movement(muscles=[{"name": "quads", "side": "l", "phases": [0]}])) == {}


def test_a_figure_that_gets_ahead_never_comes_back():
    assert backwards(a_movement(travel=[0.5, 0, 0])) == {}
