"""When something was told: never before it happened, and said so when it was later."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from kneecoach.domain.activity import Activity
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.ice import Ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.support import SupportUsed
from kneecoach.storage.bin import NO_SUCH_ENTRY

IN_THE_FUTURE = "That time is in the future."
AT_ONCE = timedelta(minutes=1)
"""What is told so soon was told at once: nothing is kept of it."""

Told = TypeVar("Told", PainEntry, Run, Activity, Ice, SupportUsed)
Found = TypeVar("Found")


def told(entry: Told, now: datetime) -> Told:
    """The entry as told at `now` (aware); `InvalidInput` when it is of the future."""
    refuse_future(entry.at, now)
    return replace(entry, entered=now if utc(now) - utc(entry.at) > AT_ONCE else None)


def changed(entry: Told, before: Told, now: datetime) -> Told:
    """The entry as changed at `now`: it was told when it was told first, which may be later than its new time."""
    refuse_future(entry.at, now)
    first = before.entered or before.at
    return replace(entry, entered=first if utc(first) - utc(entry.at) > AT_ONCE else None)


def refuse_future(at: datetime, now: datetime) -> None:
    """`InvalidInput` for a moment after `now`."""
    if utc(at) > utc(now):
        raise InvalidInput(IN_THE_FUTURE)


def there(found: Found | None) -> Found:
    """What was looked for; `InvalidInput` when the diary has no such entry."""
    if found is None:
        raise InvalidInput(NO_SUCH_ENTRY)
    return found
