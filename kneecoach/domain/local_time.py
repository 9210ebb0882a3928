"""Local times told apart and added to by the time that really passes, also while a clock is put forward or back.

Two times of one zone are otherwise compared by what its clock shows, which goes through an hour twice in autumn.
"""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import TypeVar

Entry = TypeVar("Entry")


def utc(at: datetime) -> datetime:
    """The instant of an aware time, to be compared with others."""
    return at.astimezone(UTC)


def later(at: datetime, by: timedelta) -> datetime:
    """An aware time so much later, on the same clock."""
    return (utc(at) + by).astimezone(at.tzinfo)


def by_instant(entries: Collection[Entry], of: Callable[[Entry], datetime]) -> list[Entry]:
    """The entries by their aware times, the earliest first."""
    times = [of(entry) for entry in entries]
    # Times of one zone compare fast, by its clock: right but for the hour that comes twice
    one_clock = len({time.tzinfo for time in times}) <= 1 and not any(time.fold for time in times)
    return sorted(entries, key=of if one_clock else lambda entry: utc(of(entry)))
