"""The diary: in order, one person's alone, and closed only by an answer."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import diary, people
from tests.builders import A_DAY, PERSON_ID, a_person

AN_HOUR = timedelta(hours=1)
BO = UUID(int=77)
SEEN = Closed(Closing.SEEN, date(2026, 1, 2))


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.add(tx, a_person(id=BO))
        yield tx


def test_entries_come_back_the_earliest_first(tx):
    for number in (2, 0, 1):
        diary.add_pain(tx, PERSON_ID, PainEntry(UUID(int=number), A_DAY + number * AN_HOUR, number))

    assert [entry.score for entry in diary.pains(tx, PERSON_ID)] == [0, 1, 2]
    assert diary.pains(tx, BO) == ()


def test_a_check_in_is_found_by_its_number(tx):
    for number in (2, 3, 1):
        diary.add_check_in(tx, PERSON_ID, CheckIn(UUID(int=number), A_DAY + number * AN_HOUR, pain=number))

    assert diary.check_in(tx, UUID(int=1)).pain == 1
    assert diary.check_in(tx, UUID(int=9)) is None


def test_a_flag_is_open_until_it_is_answered(tx):
    for number, flag in enumerate([Flag.LOCKED, Flag.LIMP]):
        diary.add_flag(tx, PERSON_ID, FlagEntry(UUID(int=number), flag, A_DAY))

    diary.close_flag(tx, UUID(int=0), SEEN)

    assert [(entry.flag, entry.is_open) for entry in diary.flags(tx, PERSON_ID)] == [
        (Flag.LOCKED, False),
        (Flag.LIMP, True),
    ]


def test_an_injury_is_closed_like_a_flag(tx):
    diary.add_injury(tx, PERSON_ID, Injury(UUID(int=1), A_DAY, A_DAY, pop=True))

    diary.close_injury(tx, UUID(int=1), SEEN)

    assert diary.injuries(tx, PERSON_ID) == (Injury(UUID(int=1), A_DAY, A_DAY, pop=True, closed=SEEN),)


def test_an_entry_belongs_to_someone(tx):
    with pytest.raises(IntegrityError):
        diary.add_pain(tx, UUID(int=99), PainEntry(UUID(int=1), A_DAY, 1))
