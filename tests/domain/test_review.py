"""When a week is looked back at."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.review import last_week, week_of_review

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-10-25T17:59:59", None),
        ("2026-10-25T18:00", date(2026, 10, 19)),
        ("2026-10-25T23:59", date(2026, 10, 19)),
        ("2026-10-26T00:00", date(2026, 10, 19)),
        ("2026-10-31T23:59", date(2026, 10, 19)),
        ("2026-11-01T00:00", None),
        ("2026-11-01T18:00", date(2026, 10, 26)),
        ("2027-01-01T12:00", date(2026, 12, 21)),
    ],
)
def test_it_is_offered_from_sunday_evening_until_the_next_sunday(now, monday):
    assert week_of_review(datetime.fromisoformat(now).replace(tzinfo=BERLIN)) == monday


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-10-24T12:00", date(2026, 10, 12)),
        ("2026-10-25T17:59", date(2026, 10, 12)),
        ("2026-10-25T18:00", date(2026, 10, 19)),
    ],
)
def test_it_can_always_be_opened_for_the_last_week_that_is_over(now, monday):
    assert last_week(datetime.fromisoformat(now).replace(tzinfo=BERLIN)) == monday
