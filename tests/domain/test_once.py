"""The questions asked once: no, yes and unanswered are three things, and a no says nothing about an open sign."""

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.once import ONCE, OnceAnswer, last_entry, said_last
from tests.screening import a_flag, ago, day_ago, gone, seen

LUMP = Flag.NEW_LUMP
MISTAKE = Closed(Closing.MISTAKE, day_ago(1))


def said(yes, days):
    return OnceAnswer(LUMP, yes, ago(days))


@pytest.mark.parametrize(
    ("answer", "entry", "shown"),
    [
        (None, None, None),
        (said(False, 3), None, False),
        (said(True, 3), None, True),
        (said(True, 3), a_flag(LUMP, 3), True),
        (None, a_flag(LUMP, 3), True),
        (said(False, 3), a_flag(LUMP, 2), True),
        (said(False, 3), a_flag(LUMP, 3), False),
        (said(False, 2), a_flag(LUMP, 3), False),
        (None, a_flag(LUMP, 3, closed=gone(1)), None),
        (said(True, 3), a_flag(LUMP, 3, closed=seen(1)), True),
        (said(False, 3), a_flag(LUMP, 2, closed=gone(1)), False),
    ],
)
def test_what_was_said_last_is_shown_and_nothing_while_nothing_was(answer, entry, shown):
    assert said_last(answer, entry) is shown


@pytest.mark.parametrize(
    ("entries", "counts"),
    [
        ([], None),
        ([a_flag(Flag.WEIGHT_LOSS, 1)], None),
        ([a_flag(LUMP, 1, closed=MISTAKE)], None),
        ([a_flag(LUMP, 5), a_flag(LUMP, 1, closed=gone(1))], 0),
        ([a_flag(LUMP, 5, closed=gone(4)), a_flag(LUMP, 2, closed=seen(1))], 1),
    ],
)
def test_an_open_entry_counts_before_a_closed_one_and_a_mistake_never(entries, counts):
    assert last_entry(LUMP, entries) is (None if counts is None else entries[counts])


@pytest.mark.parametrize("flag", sorted(set(Flag) - set(ONCE), key=lambda flag: flag.value))
def test_any_other_sign_is_answered_in_the_check_in(flag):
    with pytest.raises(InvalidInput, match="check-in"):
        OnceAnswer(flag, yes=False, at=ago())
