"""The morning after: what is asked, what it closes, and what its answer leaves."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import diary, mornings
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import sessions
from tests.builders import PERSON_ID, a_session_record, a_set_record

BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)
EVENING = datetime(2026, 11, 20, 18, tzinfo=BERLIN)
BREAKFAST = datetime(2026, 11, 21, 8, tzinfo=BERLIN)
NEXT = BREAKFAST.date()
PLACE = (Side.LEFT, ("medial_joint_line",))
A_RUN = Run(UUID(int=1), EVENING, 6_000)


def a_check(days=0, pain=1, **more):
    told = BREAKFAST + days * DAY
    return MorningCheck(UUID(int=100 + days), told.date(), told, pain, **more)


def ran(store, **more):
    diary.log_run(store, PERSON_ID, replace(A_RUN, **more), EVENING + DAY)


def played(store, **more):
    record = a_session_record(started_at=EVENING, status=SessionStatus.COMPLETED, ended_at=EVENING, **more)
    with store.begin() as tx:
        sessions.add(tx, record)
    return record


def follows(store):
    return [entry for entry in diary.read_diary(store, PERSON_ID).entries if isinstance(entry, PainEntry)]


def test_nothing_is_asked_of_somebody_who_did_nothing(store):
    assert mornings.due(store, PERSON_ID, BREAKFAST) is None


def test_the_morning_after_a_run_closes_it(store):
    ran(store)
    ran(store, id=UUID(int=2), at=EVENING - 2 * DAY)

    due = mornings.due(store, PERSON_ID, BREAKFAST)

    assert due == mornings.Due(NEXT, (replace(A_RUN, entered=EVENING + DAY),), None, (), default_profile())


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"pain_before": 1}, True),
        ({"pain_after": 1}, True),
        ({"pains": ((0, 2),)}, True),
        ({"sets": (a_set_record(0, pain=1),)}, True),
        ({}, False),
        ({"pain_before": 0, "pain_after": 0, "sets": (a_set_record(0, pain=0),)}, False),
        ({"pain_after": 3, "rehearsal": True}, False),
    ],
)
def test_a_session_is_asked_about_when_it_hurt(store, said, asked):
    played(store, **said)

    due = mornings.due(store, PERSON_ID, BREAKFAST)

    assert (due is not None) is asked


def test_run_and_session_of_a_day_are_closed_together_in_their_order(store):
    ran(store, at=EVENING + timedelta(minutes=30))
    session = played(store, pain_after=2)

    due = mornings.due(store, PERSON_ID, BREAKFAST)

    assert [entry.id for entry in due.closes] == [session.id, A_RUN.id]


@pytest.mark.parametrize(
    ("hours", "asked"),
    [(-4.01, False), (-4, True), (4, True), (27.98, True), (28, False), (48, False)],
)
def test_it_is_asked_from_four_in_the_morning_until_noon_of_the_next_day(store, hours, asked):
    ran(store)

    due = mornings.due(store, PERSON_ID, BREAKFAST + timedelta(hours=hours))

    assert (due.morning if due else None) == (NEXT if asked else None)


def test_put_off_it_is_asked_once_more(store):
    ran(store)

    mornings.wave(store, PERSON_ID, NEXT)
    assert mornings.due(store, PERSON_ID, BREAKFAST) is not None
    mornings.wave(store, PERSON_ID, NEXT)

    assert mornings.due(store, PERSON_ID, BREAKFAST) is None
    assert follows(store) == []


def test_an_answer_closes_it_and_a_deleted_answer_opens_it_again(store):
    ran(store)
    check = mornings.answer(store, PERSON_ID, a_check(), BREAKFAST)
    assert mornings.due(store, PERSON_ID, BREAKFAST) is None

    diary.delete(store, PERSON_ID, Kind.MORNING, check.id, BREAKFAST)

    assert mornings.due(store, PERSON_ID, BREAKFAST) is not None
    assert follows(store) == []


def test_the_usual_morning_and_the_week_come_with_the_question(store):
    ran(store)
    for days, pain in ((-9, 0), (-8, 4), (-7, 1), (-4, 6), (-1, 9)):
        mornings.answer(store, PERSON_ID, a_check(days, pain), BREAKFAST)

    due = mornings.due(store, PERSON_ID, BREAKFAST)

    # Usual is what it was before the day of the run
    assert due.usual == 4
    assert [check.pain for check in due.week] == [1, 6, 9]


def test_the_week_of_yesterdays_morning_ends_before_it(store):
    ran(store)
    for days, pain in ((-9, 0), (-8, 4), (-7, 1), (-4, 6), (-1, 9), (1, 7)):
        mornings.answer(store, PERSON_ID, a_check(days, pain), BREAKFAST + DAY)

    due = mornings.due(store, PERSON_ID, BREAKFAST + DAY)

    assert (due.morning, due.usual) == (NEXT, 4)
    assert [check.pain for check in due.week] == [1, 6, 9]


def test_an_answer_leaves_a_pain_entry_with_its_swelling_at_the_place(store):
    check = mornings.answer(store, PERSON_ID, a_check(swelling=Amount.LITTLE, night=True), BREAKFAST, PLACE, 4)

    assert [(entry.score, entry.phase, entry.swelling, entry.regions, entry.of) for entry in follows(store)] == [
        (4, PainPhase.NIGHT, None, PLACE[1], check.id),
        (1, PainPhase.MORNING, Amount.LITTLE, PLACE[1], check.id),
    ]
    assert diary.place_of(store, check.id) == PLACE


def test_an_answer_that_is_given_again_replaces_the_first_and_can_be_undone(store):
    first = mornings.answer(store, PERSON_ID, a_check(pain=3), BREAKFAST, PLACE)
    before = diary.read_diary(store, PERSON_ID).entries

    second = mornings.answer(store, PERSON_ID, replace(a_check(pain=0), id=UUID(int=9)), BREAKFAST + timedelta(hours=1))

    assert second == replace(first, pain=0)
    assert [(entry.score, entry.regions) for entry in follows(store)] == [(0, ())]
    (kept,) = diary.binned(store, PERSON_ID, BREAKFAST + DAY)
    diary.put_back(store, kept.id, BREAKFAST + DAY)
    assert diary.read_diary(store, PERSON_ID).entries == before


@pytest.mark.parametrize(("on", "at"), [(1, timedelta(0)), (0, timedelta(microseconds=1))])
def test_a_morning_that_has_not_come_is_not_answered(store, on, at):
    check = MorningCheck(UUID(int=1), NEXT + on * DAY, BREAKFAST + at, 1)

    with pytest.raises(InvalidInput, match="in the future"):
        mornings.answer(store, PERSON_ID, check, BREAKFAST)

    assert diary.read_diary(store, PERSON_ID).entries == ()


@pytest.mark.parametrize(
    ("ran_at", "asked_at", "morning"),
    [
        ("2026-03-28T18:00", "2026-03-29T04:00", "2026-03-29"),
        ("2026-10-24T23:59", "2026-10-25T04:00", "2026-10-25"),
        ("2026-10-24T18:00", "2026-10-26T11:59", "2026-10-25"),
        ("2028-02-28T18:00", "2028-02-29T08:00", "2028-02-29"),
        ("2026-12-31T23:30", "2027-01-01T08:00", "2027-01-01"),
    ],
)
def test_a_run_before_a_special_night_is_asked_about_the_next_morning(store, ran_at, asked_at, morning):
    start, now = (datetime.fromisoformat(text).replace(tzinfo=BERLIN) for text in (ran_at, asked_at))
    diary.log_run(store, PERSON_ID, replace(A_RUN, at=start), now)

    assert mornings.due(store, PERSON_ID, now).morning == date.fromisoformat(morning)


def test_a_run_in_the_evening_at_home_is_asked_about_in_the_morning_far_away(store):
    ran(store)
    auckland = datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Pacific/Auckland"))

    assert mornings.due(store, PERSON_ID, auckland).morning == NEXT


def test_the_usual_morning_is_that_before_the_day_of_the_run(store):
    for days, pain in ((-7, 5), (-3, 1), (-2, 1), (-1, 9)):
        mornings.answer(store, PERSON_ID, a_check(days, pain), BREAKFAST)
    ran(store)

    # The 9 is of the morning of the run itself, which the rule leaves out; it is shown all the same
    due = mornings.due(store, PERSON_ID, BREAKFAST)
    assert (due.usual, [check.pain for check in due.week]) == (1, [5, 1, 1, 9])
    mornings.answer(store, PERSON_ID, a_check(-8, 5), BREAKFAST)

    assert mornings.due(store, PERSON_ID, BREAKFAST).usual == 3
