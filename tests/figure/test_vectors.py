"""Turns and directions, as the figure uses them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.figure.vectors import (
    UNTURNED,
    X,
    Y,
    Z,
    about,
    across,
    aim,
    angle_between,
    arc,
    bent,
    compose,
    dot,
    frame,
    length,
    rotate,
    turn_between,
    turned,
    undo,
    unit,
)

degrees = st.floats(-180, 180)
directions = st.builds(aim, degrees, st.floats(-89, 89))
turns = st.builds(turned, degrees, degrees, degrees)


def test_heading_turns_right_lean_goes_forward_and_roll_to_the_right():
    assert rotate(turned(heading=90), X) == pytest.approx(Z)
    assert rotate(turned(lean=90), Y) == pytest.approx(X)
    assert rotate(turned(roll=90), Y) == pytest.approx(Z)
    assert aim(90) == pytest.approx(Z)
    assert aim(0, 90) == pytest.approx(Y)


def test_a_trunk_bends_forward_and_to_its_right():
    assert dot(rotate(bent(flexion=30), Y), X) > 0
    assert dot(rotate(bent(side=30), Y), Z) > 0
    assert dot(rotate(bent(twist=30), X), Z) > 0


@given(turns, directions)
def test_a_turn_keeps_lengths_and_can_be_undone(turn, direction):
    there = rotate(turn, direction)

    assert length(there) == pytest.approx(1)
    assert rotate(undo(turn), there) == pytest.approx(direction, abs=1e-9)


@given(turns, turns, st.floats(0, 1))
def test_half_way_between_two_turns_is_a_turn(a, b, share):
    way = turn_between(a, b, share)

    assert sum(part * part for part in way) == pytest.approx(1)
    assert length(rotate(way, X)) == pytest.approx(1)


@given(turns)
def test_a_turn_is_found_again_from_its_axes(turn):
    found = frame(rotate(turn, X), rotate(turn, Y))

    for axis in (X, Y, Z):
        assert rotate(found, axis) == pytest.approx(rotate(turn, axis), abs=1e-6)


@given(directions, directions, st.floats(0, 1))
def test_an_arc_stays_on_the_sphere(a, b, share):
    assert length(arc(a, b, share)) == pytest.approx(1, abs=1e-3)


def test_an_arc_goes_half_the_angle_at_half_the_way():
    assert angle_between(arc(X, Y, 0.5), X) == pytest.approx(45)
    assert arc(X, X, 0.5) == X
    assert length(arc(X, (-1.0, 0.0, 0.0), 0.25)) == pytest.approx(1)


def test_a_direction_along_the_axis_gives_way_to_another_across_it():
    assert across(X, X) == Y
    assert across(Y, Y) == Z
    assert across((1.0, 1.0, 0.0), X) == pytest.approx(Y)


def test_what_has_no_length_has_the_direction_it_is_told():
    assert unit((0.0, 0.0, 0.0)) == X
    assert unit((0.0, 0.0, 0.0), Y) == Y


def test_turns_follow_each_other_in_their_own_axes():
    turn = compose(about(Y, 90), about(X, 90))

    assert rotate(turn, Y) == pytest.approx(rotate(about(Y, 90), Z))
    assert compose(turn, undo(turn)) == pytest.approx(UNTURNED)
