"""A pain entry: a whole number from 0 to 10, places that the knee map has, and a note of reasonable length."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import REGIONS, PainEntry, checked_pain
from tests.builders import A_DAY, SESSION_ID


@pytest.mark.parametrize("score", [0, 1, 9, 10])
def test_pain_is_scored_from_none_to_the_worst_imaginable(score):
    assert checked_pain(score) == score
    assert PainEntry(SESSION_ID, A_DAY, score).score == score


@pytest.mark.parametrize("score", [-1, 11, 1.5, 5.0, True, False, "5", None])
def test_what_is_no_score_is_refused(score):
    with pytest.raises(InvalidInput, match=r"^Pain is a whole number from 0 to 10\.$"):
        PainEntry(SESSION_ID, A_DAY, score)


@pytest.mark.parametrize("regions", [(), ("whole_knee",), ("deep_inside", "moves_around"), tuple(sorted(REGIONS))])
def test_every_place_of_the_map_can_hurt_and_none_may(regions):
    assert PainEntry(SESSION_ID, A_DAY, 3, regions=regions).regions == regions


def test_a_place_that_the_map_does_not_have_is_named():
    with pytest.raises(InvalidInput, match=r"^The knee map has no place called 'elbow'\.$"):
        PainEntry(SESSION_ID, A_DAY, 3, regions=("pes_anserine", "elbow", "ear"))


def test_a_note_has_an_end():
    assert len(PainEntry(SESSION_ID, A_DAY, 3, note="x" * 2_000).note) == 2_000

    with pytest.raises(InvalidInput, match=r"^A note has at most 2000 characters\.$"):
        PainEntry(SESSION_ID, A_DAY, 3, note="x" * 2_001)
