"""Undo in the diary: at once, after a restart, again and again, and of sessions with their sets."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import diary, play
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.errors import DiskTrouble, InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import people, sessions
from kneecoach.storage.database import open_store
from tests.builders import A_DAY, PERSON_ID, SESSION_ID, a_person, a_session_record, a_set_record, at
from tests.coaching.stories import LATER, begun, full, kept

AN_HOUR = timedelta(hours=1)
NOW = A_DAY + 4 * AN_HOUR
PLACE = (Side.LEFT, ("medial_joint_line",))
A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320, pain_before=1, pain_max=3)
DONE = {"status": SessionStatus.COMPLETED, "ended_at": A_DAY + AN_HOUR}


def listed(store):
    return diary.read_diary(store, PERSON_ID).entries


def pains(store):
    return [entry for entry in listed(store) if isinstance(entry, PainEntry)]


@pytest.fixture
def played(store):
    """A session that has ended, with two sets."""
    record = a_session_record(sets=(a_set_record(0), a_set_record(1)), pain_after=2, **DONE)
    with store.begin() as tx:
        sessions.add(tx, record)
    return record


def test_a_deletion_is_undone_at_once_and_the_run_is_whole(store):
    diary.log_run(store, PERSON_ID, A_RUN, NOW, PLACE)
    before = listed(store)

    undo = diary.delete(store, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    assert listed(store) == ()

    assert diary.put_back(store, undo, NOW) is None
    assert listed(store) == before
    assert diary.place_of(store, A_RUN.id) == PLACE


def test_a_deletion_and_a_change_are_undone_after_a_restart(folder):
    other = replace(A_RUN, id=UUID(int=2), at=A_DAY + AN_HOUR)
    with closing(open_store(folder)) as store:
        with store.begin() as tx:
            people.add(tx, a_person())
        for run in (A_RUN, other):
            diary.log_run(store, PERSON_ID, run, NOW, PLACE)
        before = listed(store)
        diary.delete(store, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
        diary.change_run(store, PERSON_ID, replace(other, pain_max=9), NOW + AN_HOUR, PLACE)

    with closing(open_store(folder)) as store:
        binned = diary.binned(store, PERSON_ID, NOW + 700 * AN_HOUR)
        for one in binned:
            diary.put_back(store, one.id, NOW + 700 * AN_HOUR)

        assert [one.how for one in binned] == [How.EDITED, How.DELETED]
        assert listed(store) == before


def test_a_change_is_undone_and_redone(store):
    run = diary.log_run(store, PERSON_ID, A_RUN, NOW, PLACE)
    old = listed(store)
    undo = diary.change_run(store, PERSON_ID, replace(run, pain_max=7, pain_before=None), NOW, PLACE)
    new = listed(store)

    for wanted in (old, new, old):
        undo = diary.put_back(store, undo, NOW)
        assert listed(store) == wanted


def test_on_a_full_disk_it_stays_in_the_bin_and_comes_back_later(store):
    long = replace(A_RUN, note="x" * 2_000)
    diary.log_run(store, PERSON_ID, long, NOW)
    undo = diary.delete(store, PERSON_ID, Kind.RUN, long.id, NOW)
    full(store)
    with suppress(DiskTrouble):
        for number in range(2, 30):
            diary.log_run(store, PERSON_ID, replace(long, id=UUID(int=number)), NOW)
    before = listed(store)

    with pytest.raises(DiskTrouble, match="full"):
        diary.put_back(store, undo, NOW)
    between = listed(store)
    full(store, pages=1_000_000)
    diary.put_back(store, undo, NOW)

    assert between == before
    assert len(listed(store)) == len(before) + 3


def test_after_thirty_days_there_is_no_way_back(store):
    diary.log_run(store, PERSON_ID, A_RUN, NOW)
    undo = diary.delete(store, PERSON_ID, Kind.RUN, A_RUN.id, NOW)

    with pytest.raises(InvalidInput, match="no longer in the bin"):
        diary.put_back(store, undo, NOW + timedelta(days=30, seconds=1))

    diary.put_back(store, undo, NOW + timedelta(days=30))
    assert len(listed(store)) == 3


def test_what_is_not_there_can_not_be_deleted(store):
    for kind in Kind:
        with pytest.raises(InvalidInput, match="no such entry"):
            diary.delete(store, PERSON_ID, kind, UUID(int=1), NOW)


def test_a_session_is_deleted_with_its_pains_and_comes_back_with_its_sets(store):
    session = begun(store)
    play.keep(store, session, session.say_pain(at(101), 4), A_DAY)
    play.finish(store, session.id, pain_after=2, effort=5, now=LATER)
    before = listed(store)
    assert [entry.score for entry in pains(store)] == [4, 2]

    undo = diary.delete(store, PERSON_ID, Kind.SESSION, session.id, LATER)
    assert listed(store) == ()
    diary.put_back(store, undo, LATER)

    assert listed(store) == before
    assert kept(store, session.id).effort == 5


def test_a_session_that_goes_on_is_neither_deleted_nor_corrected(store):
    session = begun(store)

    with pytest.raises(InvalidInput, match="still goes on"):
        diary.delete(store, PERSON_ID, Kind.SESSION, session.id, LATER)
    with pytest.raises(InvalidInput, match="still goes on"):
        diary.change_session(store, PERSON_ID, replace(kept(store, session.id), effort=3), LATER)


def test_a_corrected_session_keeps_what_was_said_in_it(store):
    session = begun(store)
    play.keep(store, session, session.say_pain(at(101), 4), A_DAY)
    play.finish(store, session.id, pain_after=2, note="fine", now=LATER)
    old, record = listed(store), kept(store, session.id)

    changed = replace(record, pain_before=1, pain_after=3, effort=6, note="not so fine")
    undo = diary.change_session(store, PERSON_ID, changed, LATER + 100 * AN_HOUR)

    assert kept(store, session.id) == changed
    assert [(entry.score, entry.at) for entry in pains(store)] == [(4, A_DAY), (3, LATER)]
    diary.put_back(store, undo, LATER)
    assert listed(store) == old


def test_only_what_was_said_and_done_of_a_session_is_corrected(store, played):
    other = a_set_record(7, id=UUID(int=99))
    changed = replace(
        played,
        sets=(replace(played.sets[0], reps=4, seconds=1.0, status=SetStatus.PARTIAL), other),
        first_side=Side.RIGHT,
    )

    undo = diary.change_session(store, PERSON_ID, changed, NOW)

    record = kept(store, SESSION_ID)
    assert record == replace(played, sets=(changed.sets[0], played.sets[1]))
    diary.put_back(store, undo, NOW)
    assert kept(store, SESSION_ID) == played


def test_pain_after_a_session_that_is_said_first_in_the_diary_is_of_its_end(store, played):
    diary.change_session(store, PERSON_ID, replace(played, pain_after=5), NOW)

    assert [(entry.score, entry.at, entry.of) for entry in pains(store)] == [(5, A_DAY + AN_HOUR, SESSION_ID)]


def test_pain_after_a_session_that_is_taken_back_is_unknown_again(store, played):
    diary.change_session(store, PERSON_ID, replace(played, pain_after=5), NOW)

    diary.change_session(store, PERSON_ID, replace(played, pain_after=None), NOW)

    assert pains(store) == []
    assert kept(store, SESSION_ID).pain_after is None


def test_a_rehearsal_says_nothing_about_the_knee(store):
    record = a_session_record(rehearsal=True, **DONE)
    with store.begin() as tx:
        sessions.add(tx, record)

    diary.change_session(store, PERSON_ID, replace(record, pain_after=5), NOW)

    assert listed(store) == ()


def test_a_session_that_nobody_knows_can_not_be_corrected(store):
    with pytest.raises(InvalidInput, match="no such entry"):
        diary.change_session(store, PERSON_ID, a_session_record(**DONE), NOW)
