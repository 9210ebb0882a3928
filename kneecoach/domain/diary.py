"""What a diary holds: everything of one person that has a moment, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TypeAlias
from uuid import UUID

from kneecoach.domain.activity import Activity
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.flag import FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed

Entry: TypeAlias = PainEntry | Run | Activity | MorningCheck | Ice | FlagEntry | Injury | SupportUsed | SessionRecord
Removable: TypeAlias = PainEntry | Run | Activity | MorningCheck | Ice | SupportUsed | SessionRecord | Novelty
"""Flags and injuries are answered, never deleted."""


_KINDS: dict[type[Removable], Kind] = {
    PainEntry: Kind.PAIN,
    Run: Kind.RUN,
    Activity: Kind.ACTIVITY,
    MorningCheck: Kind.MORNING,
    Ice: Kind.ICE,
    SupportUsed: Kind.SUPPORT,
    SessionRecord: Kind.SESSION,
    Novelty: Kind.NOVELTY,
}


def kind_of(entry: Removable) -> Kind:
    """Which kind an entry is of."""
    return _KINDS[type(entry)]


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin: the entry as it was before it was deleted or edited `at` that moment (aware)."""

    id: UUID
    at: datetime
    how: How
    kind: Kind
    entry_id: UUID
    value: Removable


@dataclass(frozen=True, slots=True)
class Diary:
    """The entries of one person over some days, the earliest first. Pain entries that follow from another entry
    (`of`) are among them: what lists entries leaves them to that one.
    """

    entries: tuple[Entry, ...] = ()

    def of_day(self, day: date) -> tuple[Entry, ...]:
        """The entries of one local day."""
        return tuple(entry for entry in self.entries if day_of(entry) == day)


def moment_of_entry(entry: Entry | Novelty) -> datetime:
    """When it was: the start of what lasts. A morning check is at the moment it was told."""
    return entry.started_at if isinstance(entry, SessionRecord) else entry.at


def instant_of(entry: Entry) -> datetime:
    """The same in UTC: what entries are put in order by."""
    return utc(moment_of_entry(entry))


def day_of(entry: Entry | Novelty) -> date:
    """The person's local day that the entry belongs to."""
    return entry.on if isinstance(entry, MorningCheck | SupportUsed | Novelty) else moment_of_entry(entry).date()


def told_later(entry: Entry) -> bool:
    """Whether it was entered on a later local day than it was: marked so wherever it is listed."""
    if isinstance(entry, MorningCheck):
        return entry.at.date() > entry.on
    entered = getattr(entry, "entered", None)
    return entered is not None and entered.astimezone(moment_of_entry(entry).tzinfo).date() > day_of(entry)


@dataclass(frozen=True, slots=True)
class DayShown:
    """What the calendar shows of a local day: the highest pain said, None when none was, and the metres run."""

    day: date
    pain: int | None = None
    run_m: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A month in numbers. `pain_entries` of them have `pain_sum` together: the mean is theirs to round."""

    runs: int = 0
    run_m: int = 0
    pain_entries: int = 0
    pain_sum: int = 0

    @property
    def average_pain(self) -> Fraction | None:
        """The mean of the pain entries; None without any: never 0."""
        return Fraction(self.pain_sum, self.pain_entries) if self.pain_entries else None


def days_shown(entries: Iterable[Entry]) -> dict[date, DayShown]:
    """The days on which there is something for the calendar to show."""
    shown: dict[date, DayShown] = {}
    for entry in entries:
        day = day_of(entry)
        before = shown.get(day, DayShown(day))
        if isinstance(entry, PainEntry):
            highest = entry.score if before.pain is None else max(before.pain, entry.score)
            shown[day] = DayShown(day, highest, before.run_m)
        elif isinstance(entry, Run):
            shown[day] = DayShown(day, before.pain, before.run_m + entry.distance_m)
    return shown


def period_of(entries: Iterable[Entry]) -> Period:
    """Runs and pain of the entries together."""
    found = list(entries)
    runs = [entry.distance_m for entry in found if isinstance(entry, Run)]
    pains = [entry.score for entry in found if isinstance(entry, PainEntry)]
    return Period(len(runs), sum(runs), len(pains), sum(pains))
