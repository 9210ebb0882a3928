"""R13: what the morning after says of the run before it."""

from fractions import Fraction
from functools import partial

import pytest

from kneecoach.domain.morning_answer import Outcome, caution_from, rest_from
from kneecoach.domain.morning_answer import outcome as outcome_by
from kneecoach.domain.pain import Amount

ONE, TWO_AND_A_HALF = Fraction(1), Fraction(5, 2)
NONE, LITTLE, CLEAR = Amount.NONE, Amount.LITTLE, Amount.CLEAR
outcome = partial(outcome_by, rest_above=2)


@pytest.mark.parametrize(
    ("pain", "usual", "follows"),
    [
        (0, ONE, Outcome.OK),
        (1, ONE, Outcome.OK),
        (2, ONE, Outcome.CAUTION),
        (3, ONE, Outcome.REST),
        (2, TWO_AND_A_HALF, Outcome.OK),
        (3, TWO_AND_A_HALF, Outcome.CAUTION),
        (4, TWO_AND_A_HALF, Outcome.CAUTION),
        (5, TWO_AND_A_HALF, Outcome.REST),
        (0, Fraction(0), Outcome.OK),
        (1, Fraction(0), Outcome.CAUTION),
        (2, Fraction(0), Outcome.REST),
        (10, Fraction(10), Outcome.OK),
    ],
)
def test_pain_is_measured_by_the_usual_morning(pain, usual, follows):
    assert outcome(pain, NONE, usual) is follows


@pytest.mark.parametrize(
    ("pain", "before", "follows"),
    [
        (2, 2, Outcome.USUAL_UNKNOWN),
        (3, 2, Outcome.CAUTION),
        (9, 2, Outcome.CAUTION),
        (0, None, Outcome.USUAL_UNKNOWN),
        (9, None, Outcome.USUAL_UNKNOWN),
    ],
)
def test_without_a_usual_morning_it_is_measured_by_the_pain_before_the_run(pain, before, follows):
    assert outcome(pain, NONE, None, before) is follows


@pytest.mark.parametrize("usual", [None, ONE])
def test_a_little_swelling_is_a_day_without_running_and_clear_swelling_is_graver(usual):
    assert outcome(0, LITTLE, usual, 5) is Outcome.REST
    assert outcome(0, CLEAR, usual, 5) is Outcome.SWOLLEN


def test_what_is_not_known_reassures_nobody():
    assert outcome(1, None, ONE) is Outcome.SWELLING_UNKNOWN
    assert outcome(1, NONE, ONE, masked=True) is Outcome.MASKED
    assert outcome(1, None, ONE, masked=True) is Outcome.MASKED


def test_a_painkiller_hides_no_bad_morning():
    assert outcome(2, NONE, ONE, masked=True) is Outcome.CAUTION
    assert outcome(3, NONE, ONE, masked=True) is Outcome.REST


@pytest.mark.parametrize(
    ("usual", "caution", "rest"),
    [
        (Fraction(0), 1, 2),
        (ONE, 2, 3),
        (TWO_AND_A_HALF, 3, 5),
        (Fraction(8), 9, 10),
        (Fraction(17, 2), 9, None),
        (Fraction(10), None, None),
    ],
)
def test_the_scores_that_are_named_are_those_that_count(usual, caution, rest):
    assert (caution_from(usual), rest_from(usual, 2)) == (caution, rest)
    for pain in range(11):
        follows = outcome(pain, NONE, usual)
        assert (follows is Outcome.REST) == (rest is not None and pain >= rest)
        assert (follows in (Outcome.REST, Outcome.CAUTION)) == (caution is not None and pain >= caution)


@pytest.mark.parametrize(
    ("above", "pain", "follows"),
    [(1, 2, Outcome.REST), (1, 1, Outcome.OK), (3, 3, Outcome.CAUTION), (3, 4, Outcome.REST)],
)
def test_how_far_above_the_usual_is_a_day_of_rest_is_the_limit_of_the_person(above, pain, follows):
    assert outcome_by(pain, NONE, ONE, rest_above=above) is follows
    assert rest_from(ONE, above) == 1 + above
