"""The look back at a week: two questions, kept as they are answered. Words and scales are our own."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from kneecoach.domain.errors import InvalidInput

MAX_SURE = 10
REVIEW_FROM = time(18)
SUNDAY = 6
_DAY, WEEK = timedelta(days=1), timedelta(days=7)


class Change(Enum):
    """How the knee is, compared with the week before."""

    MUCH_WORSE = "much_worse"
    WORSE = "worse"
    BIT_WORSE = "bit_worse"
    SAME = "same"
    BIT_BETTER = "bit_better"
    BETTER = "better"
    MUCH_BETTER = "much_better"


@dataclass(frozen=True, slots=True)
class WeeklyReview:
    """One for each week; `week` is its Monday, `at` when it was told (aware). `sure` is 0 to 10; None is not answered.

    `sure` says how sure the person is to run next week as planned.
    """

    id: UUID
    week: date
    at: datetime
    change: Change | None = None
    sure: int | None = None

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise InvalidInput("A week starts on a Monday.")
        if self.sure is not None and (isinstance(self.sure, bool) or not 0 <= self.sure <= MAX_SURE):
            raise InvalidInput("How sure you are is a whole number from 0 to 10.")


def week_of_review(now: datetime) -> date | None:
    """The Monday of the week that is looked back at, from Sunday evening until the next Sunday; None on that day."""
    today, at = now.date(), now.timetz().replace(tzinfo=None)
    monday = today - today.weekday() * _DAY
    if today.weekday() == SUNDAY:
        return monday if at >= REVIEW_FROM else None
    return monday - WEEK


def last_week(now: datetime) -> date:
    """The Monday of the newest week that can be looked back at: on Sunday before the evening, that of the last one."""
    week = week_of_review(now)
    return week if week is not None else now.date() - WEEK - SUNDAY * _DAY
