"""Means of pain are rounded in one way wherever they are shown, also at the boundary."""

from fractions import Fraction

import pytest

from kneecoach.domain.advice.words import mean_words
from kneecoach.domain.tenths import tenths


@pytest.mark.parametrize(
    ("mean", "words"),
    [((21, 4), "5.3"), ((20, 4), "5.0"), ((5, 20), "0.3"), ((0, 4), "0.0"), ((10, 1), "10.0"), ((5249, 1000), "5.2")],
)
def test_the_middle_of_two_tenths_is_rounded_up(mean, words):
    assert tenths(Fraction(*mean)) == words


def test_findings_and_the_numbers_of_a_week_say_the_same_mean():
    scores = (5, 5, 5, 6)

    assert mean_words(scores) == tenths(Fraction(sum(scores), len(scores))) == "5.3"
