"""Rule R10 with the vectors of its source."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain_gate import Gate, gate, run_gate


@pytest.mark.parametrize(
    ("score", "start", "sharp", "expected"),
    [
        (0, None, False, Gate.GREEN),
        (2, None, False, Gate.GREEN),
        (3, None, False, Gate.AMBER),
        (5, None, False, Gate.AMBER),
        (6, None, False, Gate.RED),
        (10, 10, False, Gate.RED),
        (3, 1, False, Gate.AMBER),
        (4, 1, False, Gate.RED),
        (3, 0, False, Gate.RED),
        (2, 0, False, Gate.GREEN),
        (1, 5, False, Gate.GREEN),
        (0, 0, True, Gate.RED),
        (2, None, True, Gate.RED),
    ],
)
def test_the_gate_follows_score_rise_and_sharpness(score, start, sharp, expected):
    assert gate(score, start, sharp) is expected


@pytest.mark.parametrize(("score", "start"), [(11, None), (-1, None), (3, 11)])
def test_pain_outside_0_to_10_is_refused(score, start):
    with pytest.raises(InvalidInput):
        gate(score, start)


@pytest.mark.parametrize(
    ("highest", "limp", "expected"),
    [
        (2, None, Gate.GREEN),
        (3, False, Gate.AMBER),
        (5, False, Gate.AMBER),
        (6, False, Gate.RED),
        (2, True, Gate.RED),
        (None, True, Gate.RED),
        (None, False, None),
    ],
)
def test_a_limp_overrides_the_pain_of_a_run(highest, limp, expected):
    assert run_gate(highest, limp) is expected
