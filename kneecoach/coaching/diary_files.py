"""The diary as a file: written whole for the person, and taken in again without anything standing in it twice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from uuid import UUID

from kneecoach.coaching.diary_intake import Intake, is_derived
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.diary import day_of
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange import diary_file
from kneecoach.exchange.diary_file import Kept, Read, type_of
from kneecoach.exchange.diary_writing import write_whole
from kneecoach.exchange.runs import sources
from kneecoach.storage import diary_removal, whole_diary
from kneecoach.storage.database import Store

NO_ENDING = "Give the file a name that ends in .json or .csv."
ENTRIES = {
    "pain": "pain entries",
    "activity": "other activities",
    "morning": "mornings",
    "ice": "times of ice",
    "flag": "signs",
    "injury": "injuries",
    "support": "days of support",
    "review": "weekly reviews",
    "shoe": "pairs of shoes",
    "check_in": "check-ins",
    "changed": "changes",
}
"""What many of a kind are called, where that is not its name with an s."""
ONE = {
    "pain": "pain entry",
    "activity": "other activity",
    "ice": "time of ice",
    "flag": "sign",
    "support": "day of support",
    "review": "weekly review",
    "shoe": "pair of shoes",
    "changed": "change",
}
_LOOKED_AT = 4_096


class Form(Enum):
    """What a diary can be written as, by the ending of its file."""

    JSON = ".json"
    CSV = ".csv"


def form_of(path: Path) -> Form:
    """By the ending of the name; `InvalidInput` for any other."""
    try:
        return Form(path.suffix.casefold())
    except ValueError:
        raise InvalidInput(NO_ENDING) from None


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brought, by type ("run": 3), and how many entries of it were there already.

    `added` is what was kept, to take it back by; a dry run added nothing.
    """

    new: Mapping[str, int]
    duplicates: int
    added: Sequence[Kept] = field(default=(), repr=False, compare=False)

    @property
    def counts(self) -> tuple[str, ...]:
        """ "12 pain entries", "1 run": what of it is new, kind by kind."""
        return tuple(f"{count:,} {_kind(what, count)}" for what, count in self.new.items())


def as_text(store: Store, person: UUID, form: Form, since: date | None = None, until: date | None = None) -> str:
    """The diary from one local day to another, both included, with the sessions, shoes and answers beside it."""
    with store.begin() as tx:
        values = _between(whole_diary.everything(tx, person), since, until)
    return diary_file.as_json(values) if form is Form.JSON else diary_file.as_csv(values)


def export(store: Store, person: UUID, path: Path, since: date | None = None, until: date | None = None) -> None:
    """Write it under this name, whole or not at all; `InvalidInput` or `DiskTrouble` when that can't be."""
    write_whole(path, as_text(store, person, form_of(path), since, until))


def is_diary(path: Path) -> bool:
    """Whether this is a file of the diary, by content; False for what can't be read."""
    try:
        with sources.opened(path) as stream:
            return diary_file.is_diary(stream.read(_LOOKED_AT))
    except InvalidInput:
        return False


def take_in(store: Store, person: UUID, path: Path, now: datetime, *, dry: bool = False) -> Brought:
    """Keep what of the file is new, all of it or nothing; what is here already stays as it is here.

    With `dry` nothing is kept. `InvalidInput` in a sentence that names what of the file can't be.
    """
    return keep(store, person, read(path), now, dry=dry)


def read(path: Path) -> Sequence[Read]:
    """All that the file holds; `InvalidInput` names what of it can't be."""
    with sources.opened(path) as stream:
        return diary_file.read(sources.content_of(stream, lambda: False))


def keep(store: Store, person: UUID, found: Sequence[Read], now: datetime, *, dry: bool = False) -> Brought:
    """The same for what was read."""
    with store.begin() as tx:
        intake = Intake(tx, person, now)
        for one in found:
            intake.judge(one)
        added = intake.complete()
        if not dry:
            whole_diary.add(tx, person, added)
    new = Counter(type_of(value) for value in intake.new if not is_derived(value))
    return Brought(dict(new), intake.duplicates, () if dry else tuple(added))


def take_back(store: Store, person: UUID, added: Sequence[Kept]) -> int:
    """Delete what came in, in one go; how many entries of it stay because they were changed since, or are needed."""
    with store.begin() as tx:
        there = whole_diary.owners(tx)
        gone = diary_removal.take_back(tx, person, added)
    return sum(value.id in there and value.id not in gone for value in added if not is_derived(value))


def _between(values: Iterable[Kept], since: date | None, until: date | None) -> list[Kept]:
    there = list(values)
    if since is None and until is None:
        return there
    chosen = {value.id for value in there if not is_derived(value) and _is_within(value, since, until)}
    for value in there:
        if isinstance(value, SessionRecord) and value.id in chosen and value.check_in is not None:
            chosen.add(value.check_in)
    return [value for value in there if (value.of if is_derived(value) else value.id) in chosen]


def _is_within(value: Kept, since: date | None, until: date | None) -> bool:
    if isinstance(value, Shoe | Plan):
        return True
    if isinstance(value, WeeklyReview):
        day = value.week
    elif isinstance(value, Novelty):
        day = value.on
    else:
        day = value.at.date() if isinstance(value, CheckIn) else day_of(value)
    return (since is None or day >= since) and (until is None or day <= until)


def _kind(what: str, count: int) -> str:
    if count == 1:
        return ONE.get(what, what.replace("_", "-"))
    return ENTRIES.get(what, f"{what}s")
