"""Numbers as sentences and the voice say them."""

import pytest

from kneecoach.domain.number_words import in_words


@pytest.mark.parametrize(
    ("value", "said"), [(0, "zero"), (6, "six"), (12, "twelve"), (20, "twenty"), (41, "forty-one"), (120, "120")]
)
def test_numbers_are_said_in_words_up_to_ninety_nine(value, said):
    assert in_words(value) == said
