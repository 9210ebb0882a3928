"""Doses and days as the window says them."""

from datetime import date

import pytest

from kneecoach.domain.dosage import Sides
from kneecoach.ui import words
from tests.builders import counted, timed

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("dosage", "said"),
    [
        (timed(60, sets=1), "1 × 60 s each side"),
        (timed(22.5, sets=2), "2 × 22.5 s each side"),
        (counted(10, sets=2), "2 × 10 each side"),
        (counted(12, sets=3, sides=Sides.BOTH), "3 × 12"),
    ],
)
def test_a_dose_is_said_with_its_sets_and_sides(dosage, said):
    assert words.dose(dosage, "each side") == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 21), "Today"),
        (date(2026, 11, 20), "Yesterday"),
        (date(2026, 11, 15), "Sunday"),
        (date(2026, 11, 14), "7 days ago"),
        (date(2026, 11, 9), "12 days ago"),
        (date(2026, 11, 23), "23 November"),
        (date(2027, 1, 2), "2 January 2027"),
    ],
)
def test_a_day_is_said_as_one_says_it(day, said):
    assert words.ago(day, TODAY) == said


def test_days_are_named_in_full_and_short():
    assert words.long_day(TODAY) == "Saturday 21 November"
    assert words.short_day(TODAY) == "Sat 21"


def test_minutes_know_their_singular():
    assert (words.minutes(1), words.minutes(12)) == ("1 minute", "12 minutes")


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_read_aloud(names, said):
    assert words.listed(names) == said


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Hotel room", "Hotel room"),
        ("Frühling 2", "Frühling 2"),
        ("\u202emoor", "\ufffdmoor"),
        ("a\u2067b\u2069\u200fc", "a\ufffdb\ufffd\ufffdc"),
        ("\u05d7\u05d5\u05dd", "\u2068\u05d7\u05d5\u05dd\u2069"),
        ("\u202e\u0628\u0628", "\u2068\ufffd\u0628\u0628\u2069"),
    ],
)
def test_a_name_can_not_turn_the_order_in_which_a_sentence_is_read(name, seen):
    assert words.named(name) == seen


def test_a_name_in_a_sentence_stands_in_quotation_marks_and_is_cut():
    assert words.quoted("Hotel room") == "“Hotel room”"
    assert words.quoted("x" * 40) == f"“{'x' * 40}”"
    assert words.quoted("x" * 41) == f"“{'x' * 39}…”"
    assert words.cut("Hotel room", 7) == "Hotel…"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("speechd, English", "This computer's voice, English"),
        ("espeak-ng, English", "espeak-ng, English"),
        ("", ""),
    ],
)
def test_a_voice_is_named_as_a_person_knows_it(told, said):
    assert words.voice_name(told) == said
