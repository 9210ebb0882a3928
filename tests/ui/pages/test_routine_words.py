"""What the list says of a routine."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kneecoach.domain.equipment import to_bring
from kneecoach.domain.session_record import SetStatus
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.ui.pages import routine_words as say
from tests.builders import A_DAY, a_routine, a_session_record, a_set_record, counted, timed

EXERCISES, ROUTINES = load_exercises(), load_routines()
TODAY = A_DAY.date()


@pytest.mark.parametrize(
    ("routine", "needs", "room"),
    [
        ("warm-up", "Roller, tube", "Mat, 2 m to the side"),
        ("strength-day", "Chair, wall", "Mat"),
        ("flexibility-day", "Roller, chair, step, wall", "Mat"),
        ("calm-down", "Wall", "Mat"),
    ],
)
def test_what_a_routine_needs_is_said_in_few_words(routine, needs, room):
    names = to_bring(ROUTINES[routine], EXERCISES)

    assert say.things_line(names) == needs
    assert say.room_line(ROUTINES[routine], EXERCISES) == room


def test_a_routine_of_lunges_needs_nothing_but_room():
    lunges = replace(ROUTINES["warm-up"], items=ROUTINES["warm-up"].items[-1:])

    assert say.things_line(to_bring(lunges, EXERCISES)) == "No equipment"
    assert say.room_line(lunges, EXERCISES) == "Room to stand"


@pytest.mark.parametrize(
    ("done", "today", "said"),
    [
        (2, TODAY, "Today, all sets"),
        (1, date(2025, 11, 25), "Yesterday, 1 of 2 sets"),
        (2, date(2025, 11, 27), "Monday, all sets"),
        (2, date(2025, 12, 20), "24 November, all sets"),
        (2, date(2026, 1, 20), "24 November 2025, all sets"),
    ],
)
def test_when_it_was_last_done_and_how_much_of_it(done, today, said):
    sets = [a_set_record(index, status=SetStatus.DONE if index < done else SetStatus.PARTIAL) for index in range(2)]
    record = a_session_record(id=UUID(int=1), routine=a_routine(counted(10)), sets=tuple(sets))

    assert say.last_done(record, today) == said
    assert say.last_done(None, today) == "Not yet"


def test_when_it_was_edited_is_short():
    assert say.edited_on(date(2025, 11, 12), TODAY) == "Edited 12 Nov"
    assert say.edited_on(date(2024, 11, 12), TODAY) == "Edited 12 Nov 2024"


@pytest.mark.parametrize(
    ("dosage", "said"),
    [
        (ROUTINES["warm-up"].items[0].dosage, "One pass every 3 s"),
        (timed(25, sets=2, rest_s=10), "Rest 10 s"),
        (timed(25, sets=1, rest_s=10), ""),
        (counted(10, sets=2, rest_s=0), ""),
    ],
)
def test_the_rest_or_the_pace_stands_beside_the_dose(dosage, said):
    assert say.rest_line(dosage) == said


def test_lengths_are_minutes_and_seconds():
    assert [say.clock(seconds) for seconds in (0, 59.6, 145, 3_600)] == ["0:00", "1:00", "2:25", "60:00"]


def test_what_is_left_out_is_said_where_it_starts():
    assert say.start_without(["Foam roller", "Loop tube"]) == "Start without roller and tube"
