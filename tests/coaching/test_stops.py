"""A stop of R11 or R13 eases every session, wherever one is started, until something logged later answers it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, mornings, people, play
from kneecoach.coaching.check_in import answer_flag, note_flags, read_record, save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage import sessions
from tests.builders import A_DAY, PERSON_ID, a_session_record, a_set_record

DAY = timedelta(days=1)
NOW = A_DAY + timedelta(hours=3)
ALL_NO = Answered(1, tuple((family, False) for family in Family))


def a_run(days_ago=1, **more):
    return Run(uuid4(), NOW - days_ago * DAY, 5_000, 1_800, **more)


def ran(store, days_ago=1, **more):
    return diary.log_run(store, PERSON_ID, a_run(days_ago, **more), NOW)


def woke(store, days_ago, pain, swelling=None):
    at = A_DAY - days_ago * DAY
    mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), at.date(), at, pain, swelling=swelling), NOW)


def stops(store, now=NOW):
    return [one.rule for one in read_record(store, PERSON_ID, now).stops]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"pain_max": 5, "limp": False}, []),
        ({"pain_max": 6, "limp": False}, ["R11"]),
        ({"pain_max": 0, "limp": True}, ["R11"]),
        ({}, []),
    ],
)
def test_a_red_run_stops_and_an_amber_one_does_not(store, said, found):
    ran(store, **said)

    assert stops(store) == found


def test_a_later_run_answers_it_and_one_under_a_painkiller_does_not(store):
    ran(store, 4, limp=True)
    ran(store, 3, pain_max=1, limp=False, painkiller=True)
    assert stops(store) == ["R11"]

    ran(store, 2, pain_max=1, limp=False)

    assert stops(store) == []


@pytest.mark.parametrize("days", [59, 61, 399, 401, 3_000])
def test_time_alone_answers_no_run(store, days):
    ran(store, days, limp=True)

    assert stops(store) == ["R11"]


@pytest.mark.parametrize(
    ("pain", "swelling", "found"), [(1, None, []), (2, None, []), (3, None, ["R13"]), (1, Amount.LITTLE, ["R13"])]
)
def test_a_morning_two_above_the_usual_or_with_swelling_stops(store, pain, swelling, found):
    for days_ago in (3, 4, 5):
        woke(store, days_ago, 1)
    ran(store, 1)

    woke(store, 0, pain, swelling)

    assert stops(store) == found


@pytest.mark.parametrize("days", [10, 61, 401])
def test_a_morning_stays_until_one_that_is_as_usual(store, days):
    ran(store, days + 1)
    woke(store, days, 0, Amount.LITTLE)
    assert stops(store) == ["R13"]

    woke(store, 0, 0, Amount.NONE)

    assert stops(store) == []


def test_the_usual_of_before_the_days_that_are_read_first_still_counts(store):
    for days_ago in (66, 65, 64):
        woke(store, days_ago, 4)
    ran(store, 62)
    woke(store, 61, 5)
    woke(store, 58, 0, Amount.NONE)
    ran(store, 1)
    woke(store, 0, 1, Amount.LITTLE)

    assert stops(store) == ["R13"]


def test_a_morning_after_a_session_that_hurt_is_judged_too(store):
    hurt = a_set_record(0, pain=3)
    with store.begin() as tx:
        sessions.add(tx, a_session_record(started_at=NOW - DAY, person=PERSON_ID, pain_before=0, sets=(hurt,)))

    woke(store, 0, 2)

    assert stops(store) == ["R13"]


def test_it_is_told_in_the_units_of_the_person(store):
    people.change_person(store, PERSON_ID, units=Units.MILES)
    ran(store, limp=True)

    (stop,) = read_record(store, PERSON_ID, NOW).stops

    assert "3.1 miles" in stop.because[0]


def test_a_record_without_a_moment_reads_none(store):
    ran(store, limp=True)

    assert read_record(store, PERSON_ID).stops == ()
    assert read_record(store, None, NOW).stops == ()


@pytest.fixture
def limping(store):
    ran(store, limp=True)
    return store


def test_the_check_in_the_start_and_going_on_are_all_eased(limping):
    check_in, permission = save_check_in(limping, PERSON_ID, ALL_NO, NOW)
    routine = load_routines()["warm-up"]
    session = play.start(
        limping,
        read_record(limping, PERSON_ID).person,
        plan(routine, load_exercises(), first=Side.LEFT),
        now=NOW,
        check_in=check_in,
    )
    left = play.offered(limping, read_record(limping, PERSON_ID).person)

    assert permission.verdict is Verdict.EASIER
    assert play.permission_of(limping, PERSON_ID, NOW).title == "Go easier today, and leave the run."
    assert play.resume(limping, left, load_exercises(), NOW).id == session.id


def test_the_answer_to_a_sign_leaves_the_stop(limping):
    (entry,) = note_flags(limping, PERSON_ID, [Flag.LOCKED], NOW)
    save_check_in(limping, PERSON_ID, ALL_NO, NOW)

    permission = answer_flag(limping, PERSON_ID, entry.id, Closed(Closing.GONE, NOW.date()), NOW)

    assert permission.verdict is Verdict.EASIER


def test_what_is_answered_keeps_the_stop_in_what_is_judged(limping):
    record = read_record(limping, PERSON_ID, NOW)

    assert may_start(replace(record, check_ins=()), NOW).notes == record.stops
