"""A count that was put right: what stood there before lies in the bin, as after every other correction."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneecoach.coaching import diary, play
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import sessions
from tests.builders import A_DAY, PERSON_ID, SESSION_ID, a_session_record, a_set_record
from tests.coaching.stories import LATER, kept

SETS = (a_set_record(0, reps=6, status=SetStatus.PARTIAL), a_set_record(1))


def keep(store, **more):
    fields = {"sets": SETS, "status": SessionStatus.COMPLETED, "ended_at": A_DAY + timedelta(minutes=9)}
    with store.begin() as tx:
        sessions.add(tx, a_session_record(**fields | more))


def pains(store):
    return [entry for entry in diary.read_diary(store, PERSON_ID).entries if not hasattr(entry, "sets")]


def test_the_session_as_it_was_can_be_had_back_with_its_pains(store):
    keep(store)
    play.finish(store, SESSION_ID, pain_after=3, now=LATER)
    before, said = kept(store, SESSION_ID), pains(store)

    play.correct_set(store, SESSION_ID, 0, 10, LATER)

    assert pains(store) == said != []
    (one,) = diary.binned(store, PERSON_ID, LATER)
    assert (one.kind, one.how, one.entry_id, one.value) == (Kind.SESSION, How.EDITED, SESSION_ID, before)
    again = diary.put_back(store, one.id, LATER)
    assert (kept(store, SESSION_ID), pains(store)) == (before, said)
    diary.put_back(store, again, LATER)
    assert kept(store, SESSION_ID).sets[0].reps == 10


def test_the_same_count_again_changes_nothing(store):
    keep(store)

    play.correct_set(store, SESSION_ID, 0, 6, LATER)

    assert diary.binned(store, PERSON_ID, LATER) == ()


@pytest.mark.parametrize(
    "more",
    [{"person": None}, {"rehearsal": True}, {"status": SessionStatus.OPEN, "ended_at": None}],
    ids=["nobody's", "rehearsal", "going on"],
)
def test_what_the_diary_does_not_show_is_corrected_without_the_bin(store, more):
    keep(store, **more)

    corrected = play.correct_set(store, SESSION_ID, 0, 9, LATER)

    assert corrected == replace(SETS[0], reps=9, status=corrected.status)
    assert diary.binned(store, PERSON_ID, LATER) == ()
