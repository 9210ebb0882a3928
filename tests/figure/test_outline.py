"""Outlines: round bodies and the hulls between them come out whole, as wide as asked and wound one way."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kneecoach.figure.blobs import Blob, directions_for
from kneecoach.figure.outline import outlines, trace
from kneecoach.figure.strokes import bar, box, meeting, overlap, wound
from tests.figure.seen import area, covers

numbers = st.floats(-80, 80)
circles = st.tuples(numbers, numbers, st.floats(4, 40)).map(lambda given: Blob(*given))


def along(a: Blob, b: Blob, share: float) -> Blob:
    return Blob(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.radius + (b.radius - a.radius) * share)


def an_ellipse(x, y, half_x, half_y) -> Blob:
    return Blob(x, y, min(half_x, half_y), (half_x**2, 0.0, half_y**2))


def test_one_ball_is_round():
    (outline,) = outlines([Blob(10, 20, 30)])

    assert all(hypot(x - 10, y - 20) == pytest.approx(30) for x, y in outline)
    assert len(outline) == directions_for(30).many


@given(st.lists(circles, min_size=2, max_size=5))
# No sampled direction lies between the two lines that touch the middle ball
@example([Blob(0, 0, 7), Blob(5, 5, 4), Blob(13, 5, 4), Blob(27, -5, 9), Blob(39, -15, 9)])
# One side of a ball shows nearly a whole round, because it runs backwards by one direction
@example([Blob(0, 0, 12), Blob(20, 3, 7), Blob(37, 16, 8), Blob(44, 35, 11)])
# A large ball between small ones shows more than half a round on either side
@example([Blob(-38, 32, 7), Blob(5, 9, 40), Blob(31, 33, 5)])
def test_the_hulls_between_balls_are_covered_wherever_they_lie(balls):
    found = outlines(balls)

    for a, b in pairwise(balls):
        for share in (0.0, 0.3, 0.7, 1.0):
            ball = along(a, b, share)
            # Outlines lie within the round ones, by the corners that they have
            spots = [
                (ball.x + ball.radius * 0.8 * cos(k * pi / 3), ball.y + ball.radius * 0.8 * sin(k * pi / 3))
                for k in range(6)
            ]
            assert all(covers(found, spot) for spot in [*spots, (ball.x, ball.y)])


@given(st.lists(circles, min_size=1, max_size=5))
def test_nothing_far_from_the_balls_is_covered(balls):
    found = outlines(balls)
    wide = max(ball.radius for ball in balls)
    left, top, right, bottom = box(found)

    assert left >= min(ball.x for ball in balls) - wide - 1e-6
    assert right <= max(ball.x for ball in balls) + wide + 1e-6
    assert top >= min(ball.y for ball in balls) - wide - 1e-6
    assert bottom <= max(ball.y for ball in balls) + wide + 1e-6


@given(st.lists(circles, min_size=1, max_size=5))
def test_outlines_are_wound_one_way_so_that_two_never_cancel(balls):
    assert all(area(outline) > 0 for outline in outlines(balls))


def test_a_chain_of_ellipses_is_one_outline_even_round_a_hollow():
    chain = [an_ellipse(0, 0, 30, 12), an_ellipse(60, 30, 20, 20), an_ellipse(120, 0, 30, 12)]

    found = outlines(chain)

    assert len(found) == 1
    assert covers(found, (60, 45))
    assert not covers(found, (60, -5))


def test_a_body_hidden_in_its_neighbour_leaves_hulls_of_two():
    found = outlines([Blob(0, 0, 30), Blob(2, 0, 5), Blob(80, 0, 30)])

    assert len(found) == 2
    assert covers(found, (40, 0))


def test_a_rim_is_as_much_wider_as_asked_on_every_side():
    limb = [Blob(20.0 * i, 0, 15 - i) for i in range(5)]
    (found,) = trace(limb)

    narrow, wide = box([found.outline()]), box([found.outline(3.0)])

    assert [w - n for n, w in zip(narrow, wide, strict=True)] == pytest.approx([-3, -3, 3, 3], abs=0.1)


def test_a_hem_ends_flat():
    limb = [Blob(20.0 * i, 0, 15) for i in range(5)]

    (hem,) = trace(limb, flat_end=True)
    (end,) = trace(limb)

    assert box([hem.outline()])[2] == pytest.approx(80)
    assert box([end.outline()])[2] == pytest.approx(95, abs=0.5)


def test_the_rim_of_a_part_leaves_the_root_out():
    limb = [Blob(20.0 * i, 0, 15) for i in range(5)]
    (found,) = trace(limb)

    assert box([found.outline(first=2)])[0] == pytest.approx(40)


@given(st.lists(circles, min_size=1, max_size=4))
def test_what_is_lit_lies_within_its_body(balls):
    for found in trace(balls):
        shape = [found.outline(0.5)]
        assert all(covers(shape, point) for point in found.lit()) or len(balls) > 1


@pytest.mark.parametrize(
    ("one", "other", "gap", "at"),
    [
        (((0, 0), (10, 0)), ((5, -5), (5, 5)), 0, 0.5),
        (((0, 0), (10, 0)), ((0, 4), (10, 4)), 4, None),
        (((0, 0), (10, 0)), ((13, 4), (20, 9)), 5, 1.0),
        (((0, 0), (0, 0)), ((3, 4), (3, 4)), 5, None),
    ],
)
def test_the_least_distance_of_two_lines(one, other, gap, at):
    found, along_one, _ = meeting(one, other)

    assert found == pytest.approx(gap)
    assert at is None or along_one == pytest.approx(at)


def test_bars_and_turned_polygons_are_wound_as_outlines_are():
    assert area(bar((0, 0), (10, 3), 2)) > 0
    assert area(wound([(0, 0), (0, 1), (1, 0)])) > 0
    assert overlap((0, 0, 2, 2), (1, 1, 3, 3))
    assert not overlap((0, 0, 2, 2), (2, 0, 3, 3))
