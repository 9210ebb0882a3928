"""Routines of one's own: kept whole, deleted for a while, and favourites beside them."""

from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from sqlalchemy import select, update

from kneecoach.domain.bin_kind import KEPT_DAYS
from kneecoach.domain.own_routine import DeletedRoutine, copy_of
from kneecoach.domain.session_record import SessionStatus
from kneecoach.storage import own_routines, people, sessions
from kneecoach.storage.database import open_in_memory
from kneecoach.storage.rows import dumped
from kneecoach.storage.session_rows import dosage_object
from kneecoach.storage.tables.routines import own_routine
from tests.builders import A_DAY, PERSON_ID, a_person, a_routine, a_session_record, counted
from tests.storage import values

HARMS = (
    {"items": '{"a":1}'},
    {"items": "[]"},
    {"items": "[[1,2]]"},
    {"items": dumped([[["roll", "bridge"], dosage_object(counted())]])},
    {"edited_zone": "x"},
    {"edited_at": "0001-01-01T00:00:00Z", "edited_zone": "-05:00"},
)
A_MONTH = timedelta(days=KEPT_DAYS)


@pytest.fixture(scope="module")
def always():
    with closing(open_in_memory()) as store:
        yield store


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        yield tx


def an_own(number=1, **more):
    return copy_of(a_routine(counted(10), **more), UUID(int=number), A_DAY)


@given(values.some_own_routines)
def test_a_routine_of_ones_own_comes_back_equal(always, own):
    with always.begin() as tx:
        own_routines.keep_own(tx, own)
        back = own_routines.own_routine(tx, own.id)
        tx.rollback()

    assert back == own
    assert back.edited_at.isoformat() == own.edited_at.isoformat()


def test_they_are_listed_by_name(tx):
    for number, name in enumerate(["hotel", "Attic", "Beach"]):
        own_routines.keep_own(tx, an_own(number, name=name))

    assert [own.routine.name for own in own_routines.own_routines(tx)] == [
        "Attic (mine)",
        "Beach (mine)",
        "hotel (mine)",
    ]


@pytest.mark.parametrize("harm", HARMS)
def test_a_row_that_no_routine_can_come_from_is_passed_over_and_kept(tx, harm):
    own_routines.keep_own(tx, an_own(1, name="Whole"))
    own_routines.keep_own(tx, an_own(2, name="Harmed"))
    tx.execute(update(own_routine).where(own_routine.c.name == "Harmed (mine)").values(harm))

    seen = own_routines.own_routines(tx), own_routines.not_understood(tx)

    assert [own.routine.name for own in seen[0]] == ["Whole (mine)"]
    assert [name for _, name in seen[1]] == ["Harmed (mine)"]
    assert len(tx.execute(select(own_routine)).all()) == 2


def test_a_deleted_one_is_gone_and_can_be_had_back(tx):
    own = an_own()
    own_routines.keep_own(tx, own)

    own_routines.delete_own(tx, own.id, A_DAY)
    assert (own_routines.own_routines(tx), own_routines.own_routine(tx, own.id)) == ((), None)
    own_routines.restore_own(tx, own.id)

    assert own_routines.own_routines(tx) == (own,)


@pytest.mark.parametrize(("after", "still_there"), [(A_MONTH, True), (A_MONTH + timedelta(seconds=1), False)])
def test_after_thirty_days_a_deleted_one_is_let_go(tx, after, still_there):
    own_routines.keep_own(tx, an_own())

    own_routines.delete_own(tx, an_own().id, A_DAY)

    assert (own_routines.deleted(tx, A_DAY + after) != ()) is still_there


@pytest.mark.parametrize(("days", "still_there"), [((31, 32), True), ((400, 401), True), ((31, 32, 33, 34), False)])
def test_a_deleted_one_leaves_the_file_when_others_were_deleted_on_three_days_since(tx, days, still_there):
    for number, day in enumerate((0, *days)):
        own_routines.keep_own(tx, an_own(number))
        own_routines.delete_own(tx, an_own(number).id, A_DAY + timedelta(days=day))

    assert own_routines.restore_own(tx, an_own(0).id) is still_there


def test_all_that_can_be_had_back_are_told_the_latest_first(tx):
    owns = [an_own(number) for number in (1, 2, 3, 4)]
    for own in owns:
        own_routines.keep_own(tx, own)
    deleted = [(owns[0], A_DAY), (owns[1], A_DAY + timedelta(seconds=1)), (owns[2], A_DAY + A_MONTH)]

    for own, at in deleted:
        own_routines.delete_own(tx, own.id, at)
    later = A_DAY + A_MONTH + timedelta(seconds=1)

    assert own_routines.deleted(tx, later) == tuple(DeletedRoutine(own, at) for own, at in reversed(deleted[1:]))


def test_a_deleted_row_that_no_routine_can_come_from_is_passed_over(tx):
    own_routines.keep_own(tx, an_own(1))
    own_routines.delete_own(tx, an_own(1).id, A_DAY)
    tx.execute(update(own_routine).values(items="[]"))

    assert own_routines.deleted(tx, A_DAY) == ()


def test_a_star_is_given_and_taken_and_twice_is_fine(tx):
    for _ in range(2):
        own_routines.add_favourite(tx, "warm-up")
    own_routines.add_favourite(tx, "calm-down")
    own_routines.remove_favourite(tx, "calm-down")
    own_routines.remove_favourite(tx, "never had one")

    assert own_routines.favourites(tx) == {"warm-up"}


def test_the_last_time_a_routine_was_done_is_found_over_its_versions(tx):

    people.add(tx, a_person())
    ended = {"status": SessionStatus.COMPLETED, "ended_at": A_DAY}
    played = [
        a_session_record(id=UUID(int=1), routine=a_routine(version=1), **ended),
        a_session_record(id=UUID(int=2), routine=a_routine(version=2), started_at=A_DAY + timedelta(hours=1), **ended),
        a_session_record(id=UUID(int=3), started_at=A_DAY + timedelta(hours=2), rehearsal=True, **ended),
        a_session_record(id=UUID(int=4), started_at=A_DAY + timedelta(hours=3)),
        a_session_record(id=UUID(int=5), started_at=A_DAY + timedelta(hours=4), routine=a_routine(id="other"), **ended),
    ]
    for record in played:
        sessions.add(tx, record)

    assert sessions.last_of(tx, "a-routine", PERSON_ID).id == UUID(int=2)
    assert sessions.last_of(tx, "a-routine", None) is None
    assert sessions.last_of(tx, "never", PERSON_ID) is None
