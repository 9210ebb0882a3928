"""One warning sign or injury answered from the diary, and the answer taken back."""

from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import answers
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.storage import diary
from tests.builders import A_DAY, PERSON_ID

LATER = A_DAY.date() + timedelta(days=2)
A_SIGN = FlagEntry(UUID(int=1), Flag.CATCHES, A_DAY)
AN_INJURY = Injury(UUID(int=2), A_DAY, A_DAY, Mechanism.TWIST)


@pytest.fixture
def told(store):
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, A_SIGN)
        diary.add_injury(tx, PERSON_ID, AN_INJURY)
    return store


def kept(store):
    with store.begin() as tx:
        return *diary.flags(tx, PERSON_ID), *diary.injuries(tx, PERSON_ID)


@pytest.mark.parametrize("entry", [A_SIGN, AN_INJURY], ids=["sign", "injury"])
def test_an_answer_closes_its_entry_alone_and_is_taken_back(told, entry):
    answers.answer(told, entry, Closed(Closing.SEEN, LATER))
    assert {one.id: one.is_open for one in kept(told)}[entry.id] is False
    assert sum(one.is_open for one in kept(told)) == 1

    answers.take_back(told, entry)

    assert kept(told) == (A_SIGN, AN_INJURY)


def test_an_emergency_is_not_gone_and_stays_open(store):
    sign = FlagEntry(UUID(int=3), Flag.FOOT_COLD_PALE, A_DAY)
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, sign)

    with pytest.raises(InvalidInput):
        answers.answer(store, sign, Closed(Closing.GONE, LATER))

    assert kept(store) == (sign,)
