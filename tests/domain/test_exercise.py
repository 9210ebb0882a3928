"""Sides, and what an exercise is."""

import pytest

from kneecoach.domain.exercise import Side


@pytest.mark.parametrize(("side", "other"), [(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT), (Side.BOTH, Side.BOTH)])
def test_each_side_has_its_opposite_and_both_stays_both(side, other):
    assert side.other is other
