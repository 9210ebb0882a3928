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

KINDS = (Kind.PAIN, Kind.RUN, Kind.MORNING, Kind.SESSION)
"""What the rules read as it was told."""
_OF = {Kind.PAIN: "pain_entry"}
EDITS = (
    "SELECT * FROM bin WHERE person = :person AND at >= :oldest "
    f"AND how <> '{How.DELETED.value}' AND kind IN ({', '.join(repr(kind.value) for kind in KINDS)}) AND ("
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
    """Of these, what was put into the bin on another local day than it was told; what is damaged is left out."""
    for row in rows:
        try:
            if understood(was_told_longer, row):
                yield row
        except CannotStart:
            continue


def was_told_longer(row: Row) -> bool:
    """Whether it was put into the bin on another local day than it was told.

    That is a later one. By a clock that was ahead when it was told it may be an earlier one, and counts all the same.
    """
    # What a version before revision 0004 put in does not say when
    told = date.fromisoformat(row["told_on"]) if row["told_on"] else first_told_on(Kind(row["kind"]), row["content"])
    return moment_of(row["at"], row["zone"]).date() != told


def first_told_on(kind: Kind, content: str) -> date:
    """The local day on which an entry was logged, of its rows as the bin has them."""
    (entry, *_) = json.loads(content)[_OF.get(kind, kind.value)]
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
