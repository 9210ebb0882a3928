"""What the bin knows of entries that were changed on a later day than they were told; no SQL but one statement.

It needs the standard library alone, since the first paint reads it too.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from kneecoach.domain.bin_kind import KEPT_DAYS, How, Kind
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.local_time import later
from kneecoach.domain.pain import PainEntry
from kneecoach.storage.diary_rows import pain_of
from kneecoach.storage.rows import Row, instant, moment_in, moment_of, understood

_KINDS = (Kind.PAIN, Kind.RUN, Kind.MORNING, Kind.SESSION)
_OF = {Kind.PAIN: "pain_entry"}
EDITS = (
    "SELECT * FROM bin WHERE person = :person AND at >= :oldest "
    f"AND how = '{How.EDITED.value}' AND kind IN ({', '.join(repr(kind.value) for kind in _KINDS)}) AND ("
    "EXISTS (SELECT 1 FROM run WHERE run.id = bin.entry) "
    "OR EXISTS (SELECT 1 FROM morning WHERE morning.id = bin.entry) "
    "OR EXISTS (SELECT 1 FROM session WHERE session.id = bin.entry) "
    "OR EXISTS (SELECT 1 FROM pain_entry WHERE pain_entry.id = bin.entry)) ORDER BY at"
)
"""The changes of entries that are in the diary still: what was deleted was taken back openly."""


def oldest(now: datetime) -> str:
    """What lies in the bin for longer than this is let go."""
    return instant(later(now, -timedelta(days=KEPT_DAYS)))


def told_longer(rows: Iterable[Row]) -> Iterator[Row]:
    """Of these, the earliest first, what was put into the bin on a later local day than it was told.

    What took the place of something is told when it does: a slip on a later day that is put right on that day counts as
    little as one on the first. What is damaged is left out.
    """
    replaced: dict[str, date] = {}
    for row in rows:
        try:
            day = understood(_put_in_on, row)
            told = replaced.get(row["entry"]) or understood(_told_on, row)
        except CannotStart:
            continue
        replaced[row["entry"]] = day
        if day > told:
            yield row


def _put_in_on(row: Row) -> date:
    return moment_of(row["at"], row["zone"]).date()


def _told_on(row: Row) -> date:
    kind = Kind(row["kind"])
    (entry, *_) = json.loads(row["content"])[_OF.get(kind, kind.value)]
    if kind is Kind.SESSION:
        ended = entry["ended_at"]
        told = moment_of(ended, entry["ended_zone"]) if ended else moment_of(entry["started_at"], entry["started_zone"])
    else:
        told = (None if kind is Kind.MORNING else moment_in(entry, "entered")) or moment_of(entry["at"], entry["zone"])
    return told.date()


def pains_before(rows: Iterable[Row]) -> tuple[PainEntry, ...]:
    """The pain entries of these changes, as they were told; what can't be understood is left out."""
    found: list[PainEntry] = []
    for row in told_longer(rows):
        try:
            found += [understood(pain_of, one) for one in json.loads(row["content"]).get("pain_entry", ())]
        except CannotStart:
            continue
    return tuple(found)
