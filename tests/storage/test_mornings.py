"""Mornings, ice, what was used, and reviews: one for each day or week, found by it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.errors import CannotStart
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.storage import mornings, people
from tests.builders import A_DAY, PERSON_ID, a_person

DAY = timedelta(days=1)
TODAY = A_DAY.date()
MONDAY = TODAY - TODAY.weekday() * DAY
BO = UUID(int=77)


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.add(tx, a_person(id=BO))
        yield tx


def a_check(number, days=0, **more):
    return MorningCheck(UUID(int=number), TODAY + days * DAY, **{"at": A_DAY + days * DAY, "pain": 1} | more)


def test_mornings_are_in_the_order_of_their_days_whenever_they_were_told(tx):
    told_late, next_day = a_check(1, 0, at=A_DAY + 20 * DAY), a_check(2, 1)
    for check in (next_day, told_late):
        mornings.keep_check(tx, PERSON_ID, check)

    assert mornings.checks(tx, PERSON_ID) == (told_late, next_day)
    assert mornings.checks(tx, PERSON_ID, TODAY, TODAY + DAY) == (told_late,)
    assert mornings.checks(tx, PERSON_ID, TODAY + DAY) == (next_day,)
    assert mornings.check_on(tx, PERSON_ID, TODAY) == told_late
    assert mornings.check_on(tx, BO, TODAY) is None


def test_a_day_has_one_morning_for_each_person(tx):
    mornings.keep_check(tx, PERSON_ID, a_check(1))
    mornings.keep_check(tx, BO, a_check(2))

    with pytest.raises(IntegrityError):
        mornings.keep_check(tx, PERSON_ID, a_check(3))


def test_the_question_of_a_morning_is_put_off_once_and_once_more(tx):
    for morning in (TODAY, TODAY, TODAY + DAY):
        mornings.wave(tx, PERSON_ID, morning)

    assert mornings.waved(tx, PERSON_ID) == {TODAY: 2, TODAY + DAY: 1}
    assert mornings.waved(tx, BO) == {}


def test_ice_comes_back_in_order_and_by_its_number(tx):
    late, early = Ice(UUID(int=1), A_DAY + DAY, 20), Ice(UUID(int=2), A_DAY, 12, cloth=True)
    for ice in (late, early):
        mornings.keep_ice(tx, PERSON_ID, ice)

    assert mornings.ices(tx, PERSON_ID) == (early, late)
    assert mornings.ices(tx, PERSON_ID, until=A_DAY + DAY) == (early,)
    assert mornings.ice(tx, late.id) == late
    assert mornings.ice(tx, UUID(int=9)) is None


def test_what_was_used_is_said_once_for_each_day(tx):
    used = SupportUsed(UUID(int=1), A_DAY, (Support.SLEEVE,))
    mornings.keep_support(tx, PERSON_ID, used)

    assert mornings.support_on(tx, PERSON_ID, TODAY) == used
    assert mornings.support_on(tx, PERSON_ID, TODAY + DAY) is None
    assert mornings.supports(tx, PERSON_ID, A_DAY) == (used,)
    with pytest.raises(IntegrityError):
        mornings.keep_support(tx, PERSON_ID, SupportUsed(UUID(int=2), A_DAY + timedelta(minutes=1)))


def test_a_week_is_looked_back_at_once(tx):
    first, second = (
        WeeklyReview(UUID(int=number), MONDAY + number * 7 * DAY, A_DAY, Change.BETTER, 7) for number in (0, 1)
    )
    for review in (second, first):
        mornings.keep_review(tx, PERSON_ID, review)

    assert mornings.reviews(tx, PERSON_ID) == (first, second)
    assert mornings.reviews(tx, PERSON_ID, since=second.week) == (second,)
    assert mornings.review_of(tx, PERSON_ID, MONDAY) == first
    assert mornings.review_of(tx, PERSON_ID, date(2000, 1, 3)) is None
    with pytest.raises(IntegrityError):
        mornings.keep_review(tx, PERSON_ID, WeeklyReview(UUID(int=5), MONDAY, A_DAY))


@pytest.mark.parametrize(
    ("table", "harm", "read"),
    [
        ("morning", "day = 'Friday'", mornings.checks),
        ("morning", "swelling = 'huge'", mornings.checks),
        ("morning_wave", "morning = 'Friday'", mornings.waved),
        ("ice", "zone = 'nowhere'", mornings.ices),
        ("support", "used = '[\"crutch\"]'", mornings.supports),
        ("support", "used = '5'", mornings.supports),
        ("weekly_review", "change = 'great'", mornings.reviews),
    ],
)
def test_a_row_that_makes_no_sense_is_damage(tx, table, harm, read):
    mornings.keep_check(tx, PERSON_ID, a_check(1))
    mornings.wave(tx, PERSON_ID, TODAY)
    mornings.keep_ice(tx, PERSON_ID, Ice(UUID(int=1), A_DAY, 20))
    mornings.keep_support(tx, PERSON_ID, SupportUsed(UUID(int=1), A_DAY))
    mornings.keep_review(tx, PERSON_ID, WeeklyReview(UUID(int=1), MONDAY, A_DAY))
    tx.exec_driver_sql(f"UPDATE {table} SET {harm}")

    with pytest.raises(CannotStart, match="damaged"):
        read(tx, PERSON_ID)


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        ("morning", "pain = 11"),
        ("morning", "night = 2"),
        ("morning_wave", "times = 0"),
        ("ice", "minutes = 31"),
        ("support", "used = 'sleeve'"),
        ("weekly_review", "sure = 11"),
    ],
)
def test_the_database_itself_refuses_nonsense(tx, table, harm):
    mornings.keep_check(tx, PERSON_ID, a_check(1))
    mornings.wave(tx, PERSON_ID, TODAY)
    mornings.keep_ice(tx, PERSON_ID, Ice(UUID(int=1), A_DAY, 20))
    mornings.keep_support(tx, PERSON_ID, SupportUsed(UUID(int=1), A_DAY))
    mornings.keep_review(tx, PERSON_ID, WeeklyReview(UUID(int=1), MONDAY, A_DAY))

    with pytest.raises(IntegrityError):
        tx.exec_driver_sql(f"UPDATE {table} SET {harm}")
