"""Who plays: what can be kept about a person, and whom their country calls."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.person import EMERGENCY_NUMBERS, Country, Person, first_side


@pytest.mark.parametrize(
    "answer",
    [
        {"name": "x" * 200},
        {"name": ""},
        {"birth_year": 1900},
        {"birth_year": 2100},
        {"worst_pain": 0},
        {"worst_pain": 10},
    ],
)
def test_the_last_answer_that_still_makes_sense_is_kept(answer):
    person = Person(uuid4(), **answer)

    assert {field: getattr(person, field) for field in answer} == answer


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"name": "x" * 201}, "A name has at most 200 characters."),
        ({"birth_year": 1899}, "The year of birth has four digits, such as 1985."),
        ({"birth_year": 2101}, "The year of birth has four digits, such as 1985."),
        ({"worst_pain": -1}, "Pain is a whole number from 0 to 10."),
        ({"worst_pain": 11}, "Pain is a whole number from 0 to 10."),
    ],
)
def test_the_first_answer_past_it_is_refused_in_a_sentence(answer, sentence):
    with pytest.raises(InvalidInput) as refused:
        Person(uuid4(), **answer)

    assert str(refused.value) == sentence


def test_nothing_is_known_of_somebody_who_answered_nothing():
    person = Person(uuid4())

    assert (person.birth_year, person.knee, person.worst_pain, person.cancer_history) == (None,) * 4
    assert not person.safety_accepted


def test_what_differs_between_two_answers_is_named_and_nothing_else():
    before = Person(uuid4(), name="Ada", knee=Side.LEFT)

    assert replace(before, knee=None, cancer_history=False).unlike(before) == {"knee": None, "cancer_history": False}
    assert before.unlike(before) == {}


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        (Country.UNKNOWN, ("112", "999", "911")),
        (Country.UNITED_KINGDOM, ("999",)),
        (Country.SWITZERLAND, ("144", "112")),
    ],
)
def test_a_country_has_its_own_emergency_number(country, numbers):
    assert Person(uuid4(), country=country).emergency_numbers == numbers


def test_no_country_is_left_without_a_number_to_call():
    assert EMERGENCY_NUMBERS.keys() == set(Country)
    assert all(number.isdigit() for numbers in EMERGENCY_NUMBERS.values() for number in numbers)
    assert all(EMERGENCY_NUMBERS.values())


@pytest.mark.parametrize(
    ("knee", "side"),
    [(None, Side.LEFT), (Side.LEFT, Side.LEFT), (Side.RIGHT, Side.RIGHT), (Side.BOTH, Side.LEFT)],
)
def test_the_sore_side_begins_and_the_left_when_it_is_both_or_was_not_said(knee, side):
    assert first_side(Person(uuid4(), knee=knee)) is side
    assert first_side(None) is Side.LEFT
