"""The last session on Today: what was done of each exercise, in what was counted."""

from dataclasses import replace

from kneecoach.domain.session_record import SetStatus
from kneecoach.ui.pages.session_card import done_words
from tests.ui.pages.summing import a_record


def test_whole_sets_are_told_in_sets():
    assert done_words(a_record(), 0) == "2 of 2 sets"


def test_a_set_cut_short_is_told_in_repetitions():
    assert done_words(a_record(), 1) == "36 of 40 reps"


def test_a_hold_cut_short_is_told_in_seconds():
    first, second, *others = a_record().sets
    cut = replace(second, seconds=12.0, status=SetStatus.PARTIAL)

    assert done_words(a_record(sets=(first, cut, *others)), 0) == "42 of 60 s"


def test_what_was_skipped_is_no_set_at_all():
    skipped = tuple(replace(one, status=SetStatus.SKIPPED) for one in a_record().sets)

    assert done_words(a_record(sets=skipped), 1) == "0 of 4 sets"
