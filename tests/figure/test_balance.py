"""A body on its feet stands over them, as nobody can hold a pose that falls over."""

import pytest

from kneecoach.domain.exercise import Position
from kneecoach.exchange.catalogue import load_exercises
from tests.figure.balance import audit_balance, inside
from tests.figure.performance import performed

STANDING = sorted(name for name, exercise in load_exercises().items() if exercise.position is Position.STANDING)


@pytest.mark.parametrize("name", STANDING)
def test_a_standing_body_keeps_its_weight_over_its_feet(name):
    wrong = list(audit_balance(performed(name)))

    assert not wrong, wrong


def test_a_spot_beside_the_feet_is_outside_them():
    feet = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]

    assert inside(feet, (0.5, 0.9)) == pytest.approx(0.1)
    assert inside(feet, (0.5, 1.2)) == pytest.approx(-0.2)
