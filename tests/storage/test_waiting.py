"""What waits when the window opens: the glance asks for the same morning as the store, and for a week with entries."""

from contextlib import closing
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import diary, mornings, reviews
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.storage import people, sessions
from kneecoach.storage.database import open_store
from kneecoach.storage.glance import glance
from tests.builders import PERSON_ID, a_person, a_session_record

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
SUNDAY = datetime(2026, 10, 25, 18, tzinfo=BERLIN)
"""The day on which the clocks went back."""


@pytest.fixture
def folder(tmp_path):
    with closing(open_store(tmp_path)) as store, store.begin() as tx:
        people.add(tx, a_person())
    return tmp_path


def stored(folder, keep):
    with closing(open_store(folder)) as store:
        return keep(store)


def ran(folder, at=SUNDAY, **more):
    stored(folder, lambda store: diary.log_run(store, PERSON_ID, Run(uuid4(), at, 5_000, **more), at))


def played(folder, **more):
    def add(store):
        with store.begin() as tx:
            sessions.add(tx, a_session_record(person=PERSON_ID, started_at=SUNDAY, **more))

    stored(folder, add)


def due_days(folder, hours=range(60)):
    """The morning that is asked for, hour by hour after that Sunday's run; the store must say the same."""
    days = []
    for hour in hours:
        now = (SUNDAY.astimezone(ZoneInfo("UTC")) + hour * HOUR).astimezone(BERLIN)
        due = stored(folder, lambda store, now=now: mornings.due(store, PERSON_ID, now))
        seen = glance(folder, now).waiting.morning
        assert seen == (due.morning if due else None)
        days.append((now.day, now.hour) if seen else None)
    return [one for one in days if one]


def test_a_run_is_asked_for_from_four_in_the_morning_until_noon_of_the_day_after(folder):
    ran(folder)

    asked = due_days(folder)

    assert (asked[0], asked[-1]) == ((26, 4), (27, 11))


def test_nothing_waits_without_a_person_or_without_a_run(folder, tmp_path_factory):
    empty = tmp_path_factory.mktemp("empty")
    stored(empty, lambda _store: None)

    assert glance(empty, SUNDAY).waiting == glance(folder, SUNDAY).waiting
    assert glance(folder, SUNDAY).waiting.morning is None


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"pain_before": 1}, True),
        ({"pain_before": 0}, False),
        ({}, False),
        ({"pain_after": 3, "rehearsal": True}, False),
    ],
)
def test_a_session_waits_only_when_it_hurt(folder, said, asked):
    played(folder, **said)

    assert bool(due_days(folder, range(14, 16))) is asked


def test_an_answer_and_a_second_not_now_end_the_waiting(folder):
    ran(folder)
    breakfast = SUNDAY + 14 * HOUR
    for left in (True, False):
        stored(folder, lambda store: mornings.wave(store, PERSON_ID, breakfast.date()))
        assert bool(due_days(folder, range(14, 15))) is left
    ran(folder, SUNDAY + 24 * HOUR)
    breakfast += 24 * HOUR
    assert glance(folder, breakfast).waiting.morning == breakfast.date()

    check = MorningCheck(UUID(int=1), breakfast.date(), breakfast, 0)
    stored(folder, lambda store: mornings.answer(store, PERSON_ID, check, breakfast))

    assert glance(folder, breakfast).waiting.morning is None


def test_a_week_with_something_in_it_waits_until_it_is_answered(folder):
    assert glance(folder, SUNDAY).waiting.week is None
    ran(folder, SUNDAY - HOUR)
    assert glance(folder, SUNDAY - HOUR).waiting.week is None
    assert glance(folder, SUNDAY).waiting.week == date(2026, 10, 19)
    assert glance(folder, SUNDAY + 7 * 24 * HOUR).waiting.week is None

    review = WeeklyReview(UUID(int=1), date(2026, 10, 19), SUNDAY)
    stored(folder, lambda store: reviews.keep(store, PERSON_ID, review, SUNDAY))

    assert glance(folder, SUNDAY).waiting.week is None


@pytest.mark.parametrize(("hour", "waits"), [(0, True), (-1, False)])
def test_a_week_begins_at_its_own_midnight(folder, hour, waits):
    ran(folder, datetime(2026, 10, 19, tzinfo=BERLIN) + hour * HOUR)

    assert (glance(folder, SUNDAY).waiting.week is not None) is waits
