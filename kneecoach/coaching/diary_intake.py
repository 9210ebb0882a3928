"""What of a diary file is new here: judged entry by entry, inside one transaction."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeGuard, TypeVar
from uuid import UUID

from kneecoach.coaching.diary import pains_said
from kneecoach.coaching.told import IN_THE_FUTURE
from kneecoach.domain.activity import Activity
from kneecoach.domain.bin_kind import KEPT_DAYS
from kneecoach.domain.entry_pains import pains_of_morning
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Beginning
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.same_run import NEAR_START, SAME_START, Likeness, closest, same_activity
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed
from kneecoach.domain.told_version import TellsOf, ToldVersion
from kneecoach.exchange.diary_file import Kept, Read
from kneecoach.storage import mornings, plans, runs, whole_diary
from kneecoach.storage.database import Transaction

SOMEBODY_ELSES = "It is in the diary of somebody else here."
ANOTHER_SESSION = "One of its sets belongs to another session here."
NO_SHOES = "It names shoes that are not in the file."
NOT_IN_ORDER = "It ended before it began."
_EAST = timedelta(hours=14)
"""Somewhere it is this much later: whoever travels west arrives before the day that was lived there already."""


Near = TypeVar("Near", Run, Activity)


def is_derived(value: Kept) -> TypeGuard[PainEntry]:
    """Whether it is a pain that follows from another entry: it comes and goes with that."""
    return isinstance(value, PainEntry) and value.of is not None


def goes_along(value: Kept) -> bool:
    """Whether it comes with another entry, and is not counted beside that."""
    return is_derived(value) or isinstance(value, ToldVersion)


@dataclass(frozen=True, slots=True)
class Part:
    """What one file brings: all that is to be added, and how many of its entries were there already."""

    added: Sequence[Kept]
    duplicates: int


class Intake:
    """Tells what is new for a person from what the diary has already, by id and by content, file by file."""

    def __init__(self, tx: Transaction, person: UUID, now: datetime) -> None:
        self._tx, self._person, self._now = tx, person, now
        self._owners = whole_diary.owners(tx)
        # Asked of the store one by one, the runs of ten years would take longer than all the rest
        self._runs: dict[int, list[Run]] = {}
        for run in runs.runs(tx, person):
            self._runs.setdefault(_half_hour(run), []).append(run)
        # What files before brought, which in a dry run is not in the store
        self._activities: dict[int, list[Activity]] = {}
        self._answers: set[tuple[type, object]] = set()

    def judged(self, found: Sequence[Read]) -> Part:
        """All that is new of one file; `InvalidInput` names the entry that can't come in."""
        new: list[Read] = []
        left: set[UUID] = set()
        duplicates = 0
        for read in found:
            if self._knows(read):
                left.add(read.value.id)
                duplicates += not goes_along(read.value)
            else:
                new.append(read)
        return Part(self._complete(new, left), duplicates)

    def remember(self, part: Part) -> None:
        """It came in: the next file is judged beside it."""
        for value in part.added:
            self._owners[value.id] = self._person
            if isinstance(value, SessionRecord):
                self._owners |= dict.fromkeys((done.id for done in value.sets), self._person)
            elif isinstance(value, Run):
                self._runs.setdefault(_half_hour(value), []).append(value)
            elif isinstance(value, Activity):
                self._activities.setdefault(_half_hour(value), []).append(value)
            elif (place := _place(value)) is not None:
                self._answers.add(place)

    def _knows(self, read: Read) -> bool:
        value = read.value
        ids = [value.id, *(done.id for done in value.sets)] if isinstance(value, SessionRecord) else [value.id]
        owners = {self._owners[one] for one in ids if one in self._owners}
        try:
            _refuse_future(value, self._now)
            if owners - {self._person}:
                raise InvalidInput(SOMEBODY_ELSES)
            if owners and value.id not in self._owners:
                raise InvalidInput(ANOTHER_SESSION)
        except InvalidInput as error:
            raise InvalidInput(f"{read.where}: {error}") from None
        return bool(owners) or self._is_here(value)

    def _complete(self, new: Sequence[Read], left: Set[UUID]) -> list[Kept]:
        """The pains that a run or a morning says of itself are there with it."""
        known = {entry for entry, owner in self._owners.items() if owner == self._person}
        come = {read.value.id for read in new}
        known |= come
        added: list[Kept] = []
        for read in new:
            value = read.value
            if is_derived(value) and value.of in left:
                continue
            if isinstance(value, ToldVersion) and (value.value.id not in come or self._let_go(value)):
                continue
            if isinstance(value, Run) and value.shoe is not None and value.shoe not in known:
                raise InvalidInput(f"{read.where}: {NO_SHOES}")
            added.append(_unlinked(value, known))
        told = {value.of for value in added if is_derived(value)}
        return [*added, *(pain for value in added if value.id not in told for pain in self._pains_of(value))]

    def _let_go(self, version: ToldVersion) -> bool:
        """Whether the bin would not keep it any more."""
        return utc(version.at) < utc(self._now) - timedelta(days=KEPT_DAYS)

    def _is_here(self, value: Kept) -> bool:
        """By content: a run or an activity at the same time, or the one answer of a day or a week."""
        tx, person = self._tx, self._person
        match value:
            case Run():
                return closest(value, _near(self._runs, value))[0] is Likeness.SAME
            case Activity():
                since, until = later(value.at, -SAME_START), later(value.at, 2 * SAME_START)
                near_by = (*runs.activities(tx, person, since, until), *_near(self._activities, value))
                return any(same_activity(value, one) for one in near_by)
        return _place(value) in self._answers or self._only_one(value) is not None

    def _only_one(self, value: Kept) -> Kept | None:
        """What stands where this would stand, of that which is there once: for a day, a week or the person."""
        tx, person = self._tx, self._person
        match value:
            case MorningCheck():
                return mornings.check_on(tx, person, value.on)
            case SupportUsed():
                return mornings.support_on(tx, person, value.on)
            case WeeklyReview():
                return mornings.review_of(tx, person, value.week)
            case Plan():
                return plans.plan(tx, person)
            case Beginning():
                return whole_diary.beginning(tx, person)
        return None

    def _pains_of(self, value: Kept) -> tuple[PainEntry, ...]:
        if isinstance(value, Run):
            return pains_said(value, self._now)
        return pains_of_morning(value) if isinstance(value, MorningCheck) else ()


def _half_hour(value: Run | Activity) -> int:
    return int(value.at.timestamp() // NEAR_START.total_seconds())


def _near(there: Mapping[int, Sequence[Near]], value: Run | Activity) -> Iterator[Near]:
    for half_hour in (-1, 0, 1):
        yield from there.get(_half_hour(value) + half_hour, ())


def _place(value: Kept) -> tuple[type, object] | None:
    """Where it stands, of which there is one for a day, a week or the person; None for all else."""
    match value:
        case MorningCheck() | SupportUsed():
            return type(value), value.on
        case WeeklyReview():
            return WeeklyReview, value.week
        case Plan() | Beginning():
            return type(value), None
    return None


def _unlinked(value: Kept, known: set[UUID]) -> Kept:
    """Without a link to what is nowhere."""
    if is_derived(value) and value.of not in known:
        return replace(value, of=None)
    if isinstance(value, SessionRecord):
        return _naming(value, known)
    return replace(value, value=_naming(value.value, known)) if isinstance(value, ToldVersion) else value


def _naming(value: TellsOf, known: set[UUID]) -> TellsOf:
    if isinstance(value, SessionRecord) and value.check_in not in known:
        return replace(value, check_in=None)
    return replace(value, shoe=None) if isinstance(value, Run) and value.shoe not in known else value


def _refuse_future(value: Kept, now: datetime) -> None:
    latest_day = (utc(now) + _EAST).date()
    if any(utc(at) > utc(now) for at in _moments(value)) or max(_days(value), default=date.min) > latest_day:
        raise InvalidInput(IN_THE_FUTURE)
    if isinstance(value, ToldVersion):
        for told in (value.value, *value.follows):
            _refuse_future(told, now)
    if isinstance(value, SessionRecord) and value.ended_at is not None and utc(value.ended_at) < utc(value.started_at):
        raise InvalidInput(NOT_IN_ORDER)


def _moments(value: Kept) -> Iterator[datetime]:
    for name in ("at", "started_at", "ended_at", "entered"):
        if (at := getattr(value, name, None)) is not None:
            yield at


def _days(value: Kept) -> Iterator[date]:
    closed = getattr(value, "closed", None)
    for day in (getattr(value, "on", None), getattr(value, "week", None), closed and closed.on):
        if day is not None:
            yield day
