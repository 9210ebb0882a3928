"""A knee's record as it stood at an earlier moment."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from kneecoach.domain.finding import Record
from kneecoach.domain.flag import FlagEntry, Injury
from kneecoach.domain.local_time import utc

Answerable = TypeVar("Answerable", FlagEntry, Injury)


def record_at(record: Record, now: datetime) -> Record:
    """What was logged by `now` (aware); what was answered on a later day is open still."""
    instant = utc(now)
    return replace(
        record,
        flags=tuple(open_until(one, now) for one in record.flags if utc(one.at) <= instant),
        injuries=tuple(open_until(one, now) for one in record.injuries if utc(one.at) <= instant),
        pains=tuple(one for one in record.pains if utc(one.at) <= instant),
        earlier=tuple(one for one in record.earlier if utc(one.at) <= instant),
        check_ins=tuple(one for one in record.check_ins if utc(one.at) <= instant),
    )


def open_until(entry: Answerable, now: datetime) -> Answerable:
    """The entry without an answer of a later day than that of `now` (aware), here and where it was logged."""
    if entry.closed is None or entry.closed.on <= now.date():
        return entry
    # On the way west, what was answered today may be of tomorrow
    return replace(entry, closed=None) if entry.closed.on > now.astimezone(entry.at.tzinfo).date() else entry
