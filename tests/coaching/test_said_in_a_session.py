"""What hurt in a session is on the person's record at once, and decides what may start next."""

from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import play
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainPhase, Quality
from kneecoach.domain.screening import Verdict
from kneecoach.storage import diary
from kneecoach.storage.database import open_store
from tests.builders import A_DAY, PERSON_ID, a_person, a_timeline, at, exercises_of
from tests.builders import play as let_run
from tests.coaching.stories import FIRST_SET_DONE, LATER, TWO_SETS, begun, full, kept


def pains(store):
    with store.begin() as tx:
        return diary.pains(tx, PERSON_ID)


def checked_in(store, *, pain=1):
    with store.begin() as tx:
        diary.add_check_in(tx, PERSON_ID, CheckIn(UUID(int=9), A_DAY, pain=pain))


def test_a_score_said_in_the_middle_of_a_set_is_on_disk_before_the_set_ends(store, folder):
    session = begun(store)
    let_run(session, 100, 120)

    play.keep(store, session, session.say_pain(at(120), 4, sharp=True), LATER)
    store.close()

    with closing(open_store(folder)) as next_start:
        (entry,) = pains(next_start)
    assert (entry.at, entry.score, entry.side) == (LATER, 4, Side.LEFT)
    assert (entry.phase, entry.qualities) == (PainPhase.EXERCISE, (Quality.SHARP,))


def test_a_high_score_said_in_a_session_leaves_the_calm_down_day_only(store):
    checked_in(store)
    session = begun(store)
    before = play.permission_of(store, PERSON_ID, A_DAY).verdict

    play.keep(store, session, session.say_pain(at(101), 7), LATER)

    assert before is not Verdict.CALM_ONLY
    assert play.permission_of(store, PERSON_ID, LATER).verdict is Verdict.CALM_ONLY


def test_the_same_score_handed_in_again_is_one_entry_and_another_one_is_another(store):
    session = begun(store)
    once = session.say_pain(at(101), 4)
    play.keep(store, session, once, A_DAY)

    play.keep(store, session, [*once, *session.say_pain(at(102), 4)], LATER)

    assert [entry.at for entry in pains(store)] == [A_DAY, LATER]


def test_a_score_that_a_full_disk_refused_is_kept_once_when_there_is_room(store):
    session = begun(store)
    said = session.say_pain(at(101), 6)
    full(store)
    filling = [event for second in range(102, 900) for event in session.say_pain(at(second), second % 10)]
    with pytest.raises(DiskTrouble):
        play.keep(store, session, [*said, *filling], A_DAY)
    assert pains(store) == ()

    full(store, pages=1_000_000)
    play.keep(store, session, said, A_DAY)

    assert [entry.score for entry in pains(store)] == [6]


def test_a_rehearsal_and_a_session_of_nobody_say_nothing_about_a_knee(store):
    rehearsal = begun(store, speed=60.0)
    play.keep(store, rehearsal, rehearsal.say_pain(at(101), 9), A_DAY)
    play.finish(store, rehearsal.id, pain_after=9, now=LATER)
    nobodys = play.start(store, None, a_timeline(*TWO_SETS), now=A_DAY)

    play.keep(store, nobodys, [*nobodys.advance(at(1)), *nobodys.say_pain(at(1), 9)], A_DAY)
    play.finish(store, nobodys.id, pain_after=9, now=LATER)

    assert pains(store) == ()


def test_the_pain_after_a_session_is_on_the_record_and_can_be_put_right(store):
    checked_in(store)
    session = begun(store)
    play.keep(store, session, session.end(at(101)), A_DAY)

    play.finish(store, session.id, pain_after=8, now=LATER)
    first = play.permission_of(store, PERSON_ID, LATER).verdict
    play.finish(store, session.id, pain_after=2, now=LATER + timedelta(minutes=1))

    assert first is Verdict.CALM_ONLY
    assert [(entry.at, entry.score, entry.phase) for entry in pains(store)] == [(LATER, 2, PainPhase.EXERCISE)]
    assert kept(store, session.id).pain_after == 2


def test_the_pain_after_a_session_told_some_days_later_is_of_its_day(store):
    session = begun(store)
    play.keep(store, session, session.end(at(101)), A_DAY)

    play.finish(store, session.id, pain_after=3, now=A_DAY + timedelta(days=2))

    assert [entry.at for entry in pains(store)] == [A_DAY]


def test_a_score_said_before_a_set_is_still_its_score_when_the_session_is_put_aside_and_gone_on_with(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, FIRST_SET_DONE), A_DAY)
    play.keep(store, session, session.say_pain(at(FIRST_SET_DONE), 5), A_DAY)
    play.keep(store, session, session.put_aside(at(FIRST_SET_DONE + 1)), A_DAY)
    record = play.offered(store, a_person())

    resumed = play.resume(store, record, exercises_of(record.routine), LATER)
    play.keep(store, resumed, [*resumed.resume(at(0)), *let_run(resumed, 0, 25)], LATER)

    assert [done.pain for done in kept(store, session.id).sets] == [None, 5]
