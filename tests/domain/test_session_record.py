"""What is kept of a session: nonsense is refused before it is saved."""

import pytest

from kneecoach.domain.errors import InvalidInput
from tests.builders import a_session_record, a_set_record


@pytest.mark.parametrize(
    "wrong", [{"reps": -1}, {"reps": 1_001}, {"seconds": -0.1}, {"seconds": 86_401}, {"pain": 11}, {"pain": -1}]
)
def test_a_set_with_an_impossible_value_is_refused(wrong):
    with pytest.raises(InvalidInput):
        a_set_record(**wrong)


def test_a_timed_set_has_no_repetitions_and_may_have_no_pain():
    kept = a_set_record(reps=None, pain=None)

    assert (kept.reps, kept.pain) == (None, None)


@pytest.mark.parametrize("wrong", [{"pain_before": 11}, {"pain_after": -1}])
def test_pain_around_a_session_is_from_0_to_10(wrong):
    with pytest.raises(InvalidInput, match="0 to 10"):
        a_session_record(**wrong)


@pytest.mark.parametrize("effort", [-1, 11, 2.5, True])
def test_the_effort_of_a_session_is_from_0_to_10(effort):
    assert a_session_record(effort=10).effort == 10

    with pytest.raises(InvalidInput, match=r"^Effort is a whole number from 0 to 10\.$"):
        a_session_record(effort=effort)


def test_pain_that_was_not_said_is_unknown_and_zero_is_zero():
    record = a_session_record(pain_after=0)

    assert record.pain_before is None
    assert record.pain_after == 0


def test_a_set_keeps_the_pain_that_was_said():
    assert a_set_record(pain=10).pain == 10


@pytest.mark.parametrize(("target", "kept"), [(0, False), (-1, False), (0.5, True), (3_600, True), (3_601, False)])
def test_fewer_of_a_set_is_still_something(target, kept):
    if kept:
        assert a_session_record(agreed=((0, target),)).agreed == ((0, target),)
    else:
        with pytest.raises(InvalidInput, match="more than nothing"):
            a_session_record(agreed=((0, target),))
