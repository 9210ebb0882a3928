"""Effort: eleven words, and the load that follows from it."""

import pytest

from kneecoach.domain.effort import EFFORT_WORDS, MAX_EFFORT, checked_effort, load
from kneecoach.domain.errors import InvalidInput


def test_every_effort_has_words_of_its_own():
    assert len(set(EFFORT_WORDS)) == MAX_EFFORT + 1 == 11


@pytest.mark.parametrize("effort", [0, 5, 10])
def test_effort_is_from_nothing_to_everything(effort):
    assert checked_effort(effort) == effort


@pytest.mark.parametrize("effort", [-1, 11, 5.0, True, False, "5", None, float("nan")])
def test_what_is_no_effort_is_refused(effort):
    with pytest.raises(InvalidInput, match=r"^Effort is a whole number from 0 to 10\.$"):
        checked_effort(effort)


@pytest.mark.parametrize(
    ("effort", "seconds", "wanted"),
    [(5, 40 * 60, 200), (5, 38 * 60 + 40, 193), (0, 3_600, 0), (7, 0, 0), (None, 600, None), (5, None, None)],
)
def test_load_is_effort_times_minutes_and_unknown_without_either(effort, seconds, wanted):
    assert load(effort, seconds) == wanted
