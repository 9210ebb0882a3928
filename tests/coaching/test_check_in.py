"""A check-in kept in one transaction, and what may start after it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching.check_in import answer_flag, good_check_in, read_record, save_check_in
from kneecoach.domain.answered import Answered, NewInjury
from kneecoach.domain.check_in import Family, Mark
from kneecoach.domain.companions import Asks
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, Mechanism
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.storage import diary, people
from kneecoach.storage.database import open_store
from tests.builders import PERSON_ID, a_person
from tests.screening import ALL_NO, NOW, a_flag, an_injury, day_ago

A_FALL = NewInjury(0, Mechanism.FALL, pop=False, snap=False, bruise=False, fast_swelling=False)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    with store.begin() as tx:
        people.add(tx, a_person())
    yield store
    store.close()


def test_a_check_in_and_all_that_follows_from_it_comes_back_from_disk(store):
    answered = Answered(
        pain=3,
        answers=tuple((family, family in (Family.INJURY, Family.WEIGHT)) for family in Family),
        ticked=(Flag.LIMP,),
        marks=(Mark(Side.LEFT, "pes_anserine", 2),),
        injury=A_FALL,
        birth_year=1990,
    )

    check_in, permission = save_check_in(store, PERSON_ID, answered, NOW)

    record = read_record(store, PERSON_ID)
    assert record.check_ins == (check_in,)
    assert [entry.flag for entry in record.flags] == [Flag.LIMP]
    assert [injury.mechanism for injury in record.injuries] == [Mechanism.FALL]
    assert [pain.regions for pain in record.pains] == [("pes_anserine",)]
    assert record.person.birth_year == 1990
    assert permission == may_start(record, NOW)
    assert permission.verdict is Verdict.CALM_ONLY


def test_a_refused_check_in_keeps_nothing(store):
    with pytest.raises(InvalidInput):
        save_check_in(store, PERSON_ID, Answered(pain=3, answers=((Family.SWELLING, True),)), NOW)

    assert read_record(store, PERSON_ID).check_ins == ()


def test_open_flags_and_injuries_are_answered_with_it(store):
    flag, injury = a_flag(Flag.LIMP, 3), an_injury(2, told_days=1, pop=None)
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, flag)
        diary.add_injury(tx, PERSON_ID, injury)
    visit = Closed(Closing.SEEN, day_ago(1))

    save_check_in(
        store,
        PERSON_ID,
        Answered(pain=1, answers=ALL_NO, closings=((flag.id, visit),), signs=((injury.id, Asks.POP, True),)),
        NOW,
    )

    record = read_record(store, PERSON_ID)
    assert record.flags[0].closed == visit
    assert record.injuries[0].pop is True
    assert record.injuries[0].is_open


def test_a_flag_or_an_injury_can_be_answered_alone(store):
    flag, injury = a_flag(Flag.LIMP, 3), an_injury(2, told_days=1)
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, flag)
        diary.add_injury(tx, PERSON_ID, injury)
    gone = Closed(Closing.GONE, NOW.date())

    answer_flag(store, PERSON_ID, flag.id, gone, NOW)
    permission = answer_flag(store, PERSON_ID, injury.id, gone, NOW)

    record = read_record(store, PERSON_ID)
    assert (record.flags[0].closed, record.injuries[0].closed) == (gone, gone)
    assert [found.title for found in permission.findings] == ["Gone, but have it looked at."]
    assert record.check_ins == ()


def test_what_is_not_open_cannot_be_answered(store):
    with pytest.raises(InvalidInput, match="no open flag"):
        answer_flag(store, PERSON_ID, uuid4(), Closed(Closing.GONE, NOW.date()), NOW)


def test_a_check_in_can_be_relied_on_for_two_hours(store):
    check_in, _ = save_check_in(store, PERSON_ID, Answered(pain=1, answers=ALL_NO), NOW)

    assert good_check_in(store, PERSON_ID, NOW + timedelta(hours=2)) == check_in
    assert good_check_in(store, PERSON_ID, NOW + timedelta(hours=2, minutes=1)) is None


def test_nobody_has_an_empty_record(store):
    assert read_record(store, None) == Record()
