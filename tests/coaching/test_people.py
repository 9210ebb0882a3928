"""What a person tells about themselves is kept whole, and can be answered again."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import people
from kneecoach.coaching.check_in import note_flags, read_record
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.once import ONCE, OnceAnswer
from kneecoach.domain.person import Units
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import diary
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import open_in_memory
from tests.builders import A_DAY
from tests.made_up import a_runner

LUMP = Flag.NEW_LUMP


@pytest.fixture
def store():
    opened = open_in_memory()
    yield opened
    opened.close()


def flags_of(store, person):
    with store.begin() as tx:
        return diary.flags(tx, person.id)


def open_of(store, person):
    return [entry.flag for entry in flags_of(store, person) if entry.is_open]


def once_of(store, person):
    with store.begin() as tx:
        return {flag: answer.yes for flag, answer in people_table.once_answers(tx, person.id).items()}


def current(store):
    with store.begin() as tx:
        return people_table.current(tx)


def test_first_run_keeps_the_person_and_opens_a_flag_for_each_yes(store):
    answers = {Flag.NIGHT_PAIN: True, Flag.CONSTANT_PAIN: False, Flag.NEW_LUMP: True}

    person = people.introduce(store, a_runner(), answers, A_DAY)

    assert current(store) == person
    assert once_of(store, person) == answers
    assert [(entry.flag, entry.at, entry.is_open) for entry in flags_of(store, person)] == [
        (Flag.NIGHT_PAIN, A_DAY, True),
        (Flag.NEW_LUMP, A_DAY, True),
    ]


def test_someone_whom_the_terminal_made_keeps_their_id(store):
    with store.begin() as tx:
        made = people_table.ensure(tx)

    person = people.introduce(store, a_runner(), {}, A_DAY)

    assert person.id == made.id
    assert current(store).name == "Jana Weber"
    with store.begin() as tx:
        assert len(people_table.people(tx)) == 1


def test_having_been_seen_is_kept(store):
    person = people.introduce(store, a_runner(), {}, A_DAY)

    people.seen(store, person)

    assert current(store).seen_by_clinician


def test_a_changed_answer_leaves_the_others_as_they_are_on_disk(store):
    person = people.introduce(store, a_runner(), {}, A_DAY)
    people.change_person(store, person.id, units=Units.MILES)

    people.change_person(store, person.id, knee=None)

    assert current(store) == replace(person, units=Units.MILES, knee=None)


def test_nobody_can_be_changed_who_is_not_kept(store):
    with pytest.raises(InvalidInput, match="not kept here"):
        people.change_person(store, UUID(int=9), name="Bo")


STEPS = [
    # what was said before, what is said now, whether the sign is open then, and after taking it back
    ((), True, True, False),
    ((), False, False, False),
    ((False,), True, True, False),
    ((True,), False, True, True),
    ((True,), True, True, True),
    ((True, False), True, True, True),
    ((True, False), False, True, True),
]


@pytest.mark.parametrize(("before", "now", "is_open", "open_again"), STEPS)
def test_a_yes_opens_its_sign_a_no_closes_none_and_both_can_be_taken_back(store, before, now, is_open, open_again):
    person = people.introduce(store, a_runner(), {}, A_DAY)
    for day, yes in enumerate(before):
        people.answer_once(store, person.id, OnceAnswer(LUMP, yes, A_DAY + timedelta(days=day)))
    was = once_of(store, person)
    later = A_DAY + timedelta(days=7)

    change = people.answer_once(store, person.id, OnceAnswer(LUMP, now, later))
    said, stands = once_of(store, person), open_of(store, person)
    people.take_back_once(store, person.id, change, later)

    assert (said, stands) == ({LUMP: now}, [LUMP] if is_open else [])
    assert once_of(store, person) == was
    assert open_of(store, person) == ([LUMP] if open_again else [])


def test_a_sign_is_open_once_however_often_it_is_said(store):
    person = people.introduce(store, a_runner(), {}, A_DAY)
    (noted,) = note_flags(store, person.id, (LUMP,), A_DAY)

    people.answer_once(store, person.id, OnceAnswer(LUMP, yes=True, at=A_DAY + timedelta(days=1)))

    assert flags_of(store, person) == (noted,)


def test_taking_back_a_yes_leaves_what_was_answered_since(store):
    person = people.introduce(store, a_runner(), {}, A_DAY)
    change = people.answer_once(store, person.id, OnceAnswer(LUMP, yes=True, at=A_DAY))
    closed = Closed(Closing.SEEN, A_DAY.date())
    with store.begin() as tx:
        diary.close_flag(tx, change.opened, closed)

    people.take_back_once(store, person.id, change, A_DAY)

    (entry,) = flags_of(store, person)
    assert entry.closed == closed


@pytest.mark.parametrize("flag", ONCE)
@pytest.mark.parametrize("noted", [False, True])
def test_a_no_changes_nothing_about_what_may_start(store, flag, noted):
    person = people.introduce(store, a_runner(), {flag: True} if noted else {}, A_DAY)
    before = may_start(read_record(store, person.id), A_DAY)

    people.answer_once(store, person.id, OnceAnswer(flag, yes=False, at=A_DAY))

    assert may_start(read_record(store, person.id), A_DAY) == before
    assert before.verdict is (Verdict.CALM_ONLY if noted else Verdict.EASIER)


def test_settings_are_kept_and_those_not_named_stay_as_they_are(store):
    people.change_settings(store, theme=Theme.DARK, before_run="strength-day")

    people.change_settings(store, volume=3)

    with store.begin() as tx:
        assert settings_table.read(tx) == Settings(theme=Theme.DARK, volume=3, before_run="strength-day")
