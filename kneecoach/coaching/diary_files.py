"""The diary as a file: written whole for the person, and taken in again without anything standing in it twice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from uuid import UUID

from kneecoach.coaching.diary_intake import Intake, goes_along, is_derived
from kneecoach.coaching.imports import TakenIn, taken
from kneecoach.coaching.kinds import counted
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.diary import day_of
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Beginning
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.told_version import ToldVersion
from kneecoach.exchange import diary_file
from kneecoach.exchange.diary_file import Kept, Read, type_of
from kneecoach.exchange.diary_writing import write_whole
from kneecoach.exchange.runs import sources
from kneecoach.exchange.runs.limits import RUN_ENDINGS
from kneecoach.storage import bin_imports, whole_diary
from kneecoach.storage.database import Store
from kneecoach.storage.told_versions import told_versions

DAY = timedelta(days=1)
NO_ENDING = "Give the file a name that ends in .json or .csv."


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

    `taken` is the whole import that it came with, to take that back by; None when nothing was kept.
    """

    new: Mapping[str, int]
    duplicates: int
    taken: TakenIn | None = field(default=None, repr=False, compare=False)

    @property
    def counts(self) -> tuple[str, ...]:
        """ "12 pain entries", "1 run": what of it is new, kind by kind."""
        return tuple(counted(what, count) for what, count in self.new.items())


def as_text(
    store: Store, person: UUID, form: Form, now: datetime, since: date | None = None, until: date | None = None
) -> str:
    """The diary from one local day to another, both included, with the sessions, shoes and answers beside it.

    With it goes what was told before changes on a later day, as far as the bin has it at `now` (aware). What was moved
    is of each of the days that were told of it.
    """
    with store.begin() as tx:
        told = told_versions(tx, person, now)
        there = _between(whole_diary.everything(tx, person), told, since, until)
    chosen = {value.id for value in there}
    values = [*there, *(_by_now(one, now) for one in told if one.value.id in chosen)]
    return diary_file.as_json(values) if form is Form.JSON else diary_file.as_csv(values)


def _by_now(version: ToldVersion, now: datetime) -> ToldVersion:
    """The same, changed by `now` where a clock that was ahead says later: elsewhere nobody reads what is of later.

    It stays on another day than it was told, so that it warns there as it does here.
    """
    if utc(version.at) <= utc(now):
        return version
    at = now.astimezone(version.at.tzinfo)
    return replace(version, at=later(at, -DAY) if at.date() == version.told_on else at)


def export(
    store: Store, person: UUID, path: Path, now: datetime, since: date | None = None, until: date | None = None
) -> None:
    """Write it under this name, whole or not at all; `InvalidInput` or `DiskTrouble` when that can't be."""
    write_whole(path, as_text(store, person, form_of(path), now, since, until))


def is_diary(path: Path) -> bool:
    """Whether this is a file of the diary, by content; False for what can't be read."""
    try:
        with sources.opened(path) as stream:
            return diary_file.is_diary(sources.start_of(stream))
    except InvalidInput:
        return False


def sorted_out(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The diaries among these, also those that lie in a folder of them, and what else is to be read."""
    diaries: list[Path] = []
    others: list[Path] = []
    for path in paths:
        inside = _inside(path)
        found = [path] if inside is None and path.suffix.casefold() not in RUN_ENDINGS and is_diary(path) else []
        if inside is not None:
            found = [one for one in inside if diary_file.is_named_as_diary(one.name) and is_diary(one)]
        diaries += found
        if not found or len(found) < len(inside or found):
            others.append(path)
    return diaries, others


def _inside(folder: Path) -> list[Path] | None:
    """What lies in a folder to be seen; None for a file, and for a folder that can't be looked into."""
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith(".")) if folder.is_dir() else None
    except OSError:
        return None


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
    (came,) = keep_all(store, person, [found], now, dry=dry)
    if isinstance(came, InvalidInput):
        raise came
    return came


def keep_all(
    store: Store, person: UUID, files: Sequence[Sequence[Read]], now: datetime, *, dry: bool = False
) -> list[Brought | InvalidInput]:
    """Keep what is new of several files, one after the other: each whole, or why nothing of it can be.

    What stands in two of them comes with the first. All of it is one import, to be taken back in one step.
    """
    came: list[Brought | InvalidInput] = []
    added: list[Kept] = []
    with store.begin() as tx:
        intake = Intake(tx, person, now)
        for found in files:
            try:
                part = intake.judged(found)
                if not dry:
                    whole_diary.add(tx, person, part.added)
            except InvalidInput as error:
                came.append(error)
                continue
            intake.remember(part)
            added += part.added
            new = Counter(type_of(value) for value in part.added if not goes_along(value))
            came.append(Brought(dict(new), part.duplicates))
        if dry or not added:
            return came
        brought = _brought(added)
        taken_in = taken(brought, bin_imports.keep(tx, person, brought, now))
    return [replace(one, taken=taken_in) if isinstance(one, Brought) and one.new else one for one in came]


def _brought(added: Sequence[Kept]) -> dict[str, tuple[UUID, ...]]:
    """The ids, by what a file calls the kind; the pains that follow from another entry go and come with that."""
    there = {value.id for value in added}
    ids: dict[str, list[UUID]] = {}
    for value in added:
        if not is_derived(value):
            ids.setdefault(type_of(value), []).append(value.id)
        elif value.of not in there:
            ids.setdefault("follows", []).append(value.id)
    return {what: tuple(some) for what, some in ids.items()}


def _between(values: Iterable[Kept], told: Iterable[ToldVersion], since: date | None, until: date | None) -> list[Kept]:
    there = list(values)
    if since is None and until is None:
        return there
    chosen = {value.id for value in there if not is_derived(value) and _is_within(value, since, until)}
    chosen |= {version.value.id for version in told if _is_within(version, since, until)}
    for value in there:
        if isinstance(value, SessionRecord) and value.id in chosen and value.check_in is not None:
            chosen.add(value.check_in)
    return [value for value in there if (value.of if is_derived(value) else value.id) in chosen]


def _is_within(value: Kept, since: date | None, until: date | None) -> bool:
    if isinstance(value, Shoe | Plan | Beginning):
        return True
    if isinstance(value, ToldVersion):
        return _is_within(value.value, since, until)
    if isinstance(value, WeeklyReview):
        day = value.week
    elif isinstance(value, Novelty):
        day = value.on
    else:
        day = value.at.date() if isinstance(value, CheckIn) else day_of(value)
    return (since is None or day >= since) and (until is None or day <= until)
