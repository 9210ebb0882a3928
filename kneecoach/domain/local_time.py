"""Local times told apart and added to by the time that really passes, also while a clock is put forward or back.

Two times of one zone are otherwise compared by what its clock shows, which goes through an hour twice in autumn.
"""

from datetime import UTC, datetime, timedelta


def utc(at: datetime) -> datetime:
    """The instant of an aware time, to be compared with others."""
    return at.astimezone(UTC)


def later(at: datetime, by: timedelta) -> datetime:
    """An aware time so much later, on the same clock."""
    return (utc(at) + by).astimezone(at.tzinfo)
