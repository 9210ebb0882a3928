"""A long break, after which the stages of returning to running begin anew."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from kneecoach.domain.advice.returning import BREAK_DAYS, Attempt


def course(attempts: Sequence[Attempt], run_days: Collection[Sequence[date]], today: date) -> tuple[Attempt, ...]:
    """The attempts since the last break of more than `BREAK_DAYS` without a run of any kind, the earliest first.

    `run_days` has the days that were told of each run. Where a change of a day leaves open whether there was a break,
    there was one: then the stages begin anew. One that was moved stays, for what it warns of.
    """
    runs = [*run_days, *(one.days for one in attempts)]
    sure = sorted(told[0] for told in runs if len(told) == 1)
    moved = [told for told in runs if len(told) > 1]
    days = sorted({today, *(day for told in runs for day in told)}, reverse=True)
    began = next((day for day in days if not _goes_on(day, sure) and not _may_go_on(day, moved)), date.min)
    since = (
        one if one.days[0] >= began else replace(one, dated=False) for one in attempts if one.told or one.on >= began
    )
    return tuple(sorted(since, key=lambda one: one.on))


def _goes_on(day: date, sure: Sequence[date]) -> bool:
    """Whether one of these days lies so shortly before that there was no break."""
    place = bisect_left(sure, day)
    return bool(place) and (day - sure[place - 1]).days <= BREAK_DAYS


def _may_go_on(day: date, moved: Collection[Sequence[date]]) -> bool:
    """The same for runs that were moved: whatever was told of one of them, it lies there."""
    return any(all(0 < (day - one).days <= BREAK_DAYS for one in told) for told in moved)
