"""A view is called what it shows of the body."""

import pytest

from kneecoach.figure.facing import Facing, facing
from kneecoach.figure.movement import View
from tests.figure.movements import a_movement
from tests.figure.seen import movement

STANDING = [
    *((0, Facing.SIDE), (180, Facing.SIDE), (25, Facing.SIDE), (90, Facing.FRONT), (110, Facing.FRONT)),
    *((-90, Facing.BACK), (60, Facing.ANGLED), (-45, Facing.ANGLED)),
]


@pytest.mark.parametrize(("yaw", "shown"), STANDING)
def test_who_stands_is_seen_from_where_the_camera_is(yaw, shown):
    standing = a_movement(other_view={"yaw": yaw, "pitch": 7})

    assert facing(standing, View.FRONT) is shown


def test_a_camera_that_looks_down_shows_the_figure_from_above():
    assert facing(a_movement(other_view={"yaw": 0, "pitch": 60}), View.FRONT) is Facing.ABOVE


def test_who_lies_on_the_side_turns_the_front_to_a_camera_beside_the_mat():
    assert facing(movement("side_abduction"), View.SIDE) is Facing.FRONT


def test_who_lies_on_the_back_turns_a_side_to_it():
    assert facing(movement("glute_bridge"), View.SIDE) is Facing.SIDE
