"""A whole diary as one file, JSON or CSV, and read again; which of the two is told by content."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.diary import Entry
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Beginning
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import SupportUsed
from kneecoach.domain.told_version import ToldVersion
from kneecoach.exchange import diary_table
from kneecoach.exchange.diary_entries import SHAPES, ShoeNames, document
from kneecoach.exchange.diary_played import (
    CHECK_IN,
    ROUTINE,
    SESSION,
    check_in_document,
    routine_document,
    session_document,
    session_of,
)
from kneecoach.exchange.diary_shapes import Document
from kneecoach.exchange.diary_told import NO_SUCH_ENTRY, TOLD, told_document, told_of
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_ROWS
from kneecoach.exchange.strict_json import decoded

MARK = "kneecoach-diary"
VERSION, TOLD_VERSION = 1, 2
"""A file says the second where it holds what was told before changes; without that, the first still reads it."""
MEGABYTES = MAX_BYTES // 1_000_000
TOO_MUCH = f"The diary takes more than {MEGABYTES} MB, which can't be read back. Export it in parts by its dates."
TOO_LARGE = f"It is larger than {MEGABYTES} MB, and no diary of KneeCoach is."
TOO_MANY = f"It holds more than {MAX_ROWS:,} entries."
NO_DIARY = "It is no diary of KneeCoach."
TOO_NEW = "It was written by a newer KneeCoach. Update this one first."
TWICE = "It stands in the file twice."
_LOOKED_AT = 4_096
_SHAPES = {shape.type: shape for shape in (*SHAPES.values(), CHECK_IN)}
_TYPES = [*_SHAPES, SESSION.type, TOLD.type]

Kept: TypeAlias = Entry | Shoe | WeeklyReview | CheckIn | Plan | Novelty | Beginning | ToldVersion
"""What a diary file holds."""


@dataclass(frozen=True, slots=True)
class Read:
    """Something of the file, and `where` it stands in it: "Line 12 (run)"."""

    where: str
    value: Kept


def as_json(values: Iterable[Kept]) -> str:
    """One JSON document, an entry a line; `InvalidInput` when it would be too large to be read back."""
    there = list(values)
    version = TOLD_VERSION if any(isinstance(one, ToldVersion) for one in there) else VERSION
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in _documents(there))
    return _within(f'{{"format": "{MARK}", "version": {version}, "entries": [\n{lines}\n]}}\n')


def as_csv(values: Iterable[Kept]) -> str:
    """One table, a row each, which no spreadsheet computes anything of; `InvalidInput` as for `as_json`."""
    return _within(diary_table.written(_documents(values)))


def is_diary(start: bytes) -> bool:
    """Whether a file that begins like this is meant as a diary of ours."""
    text = start[:_LOOKED_AT].decode("utf-8-sig", "replace").lstrip()
    if text.startswith("{"):
        return f'"{MARK}"' in text
    return diary_table.is_own(text.splitlines()[0] if text else "")


def is_named_as_diary(name: str) -> bool:
    """Whether a file of this name may be one, packed or not."""
    return name.casefold().removesuffix(".gz").endswith((".json", ".csv"))


def read(content: bytes) -> tuple[Read, ...]:
    """All of it; `InvalidInput` in a sentence that names the entry or the line which can't be believed."""
    if len(content) > MAX_BYTES:
        raise InvalidInput(TOO_LARGE)
    if not is_diary(content):
        raise InvalidInput(NO_DIARY)
    is_table = not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    placed = list(diary_table.documents(content) if is_table else _entries(decoded(content)))
    if len(placed) > MAX_ROWS:
        raise InvalidInput(TOO_MANY)
    found = tuple(_believed(placed))
    _refuse_alone(found)
    return found


def type_of(value: Kept) -> str:
    """What the file calls it: "run"."""
    if isinstance(value, SessionRecord):
        return SESSION.type
    if isinstance(value, ToldVersion):
        return TOLD.type
    return CHECK_IN.type if isinstance(value, CheckIn) else SHAPES[type(value)].type


def _documents(values: Iterable[Kept]) -> Iterator[Document]:
    there = list(values)
    names: ShoeNames = {value.id: value.name for value in there if isinstance(value, Shoe)}
    told: set[Routine] = set()
    for value in there:
        played = value.value if isinstance(value, ToldVersion) else value
        if isinstance(played, SessionRecord) and played.routine not in told:
            told.add(played.routine)
            yield routine_document(played.routine)
        if isinstance(value, SessionRecord):
            yield session_document(value)
        elif isinstance(value, ToldVersion):
            yield told_document(value)
        elif isinstance(value, CheckIn):
            yield check_in_document(value)
        else:
            yield document(value, names)


def _within(text: str) -> str:
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise InvalidInput(TOO_MUCH)
    return text


def _entries(content: Any) -> Iterator[tuple[str, Document]]:
    if not isinstance(content, dict) or content.get("format") != MARK or not isinstance(content.get("entries"), list):
        raise InvalidInput(NO_DIARY)
    if content.get("version") not in (VERSION, TOLD_VERSION):
        raise InvalidInput(TOO_NEW)
    for number, entry in enumerate(content["entries"], start=1):
        if not isinstance(entry, dict):
            raise InvalidInput(f"Entry {number} can't be understood.")
        yield f"Entry {number}", entry


def _believed(placed: Sequence[tuple[str, Document]]) -> Iterator[Read]:
    routines: dict[str, Routine] = {}
    # A spreadsheet may have sorted them behind the sessions
    for where, told in placed:
        if told.get("type") == ROUTINE.type:
            with _said_of(where, ROUTINE.type):
                routines[str(told.get("id"))] = ROUTINE.value(told)
    known: set[object] = set()
    for where, told in placed:
        name = told.get("type")
        if name == ROUTINE.type:
            continue
        if name not in _TYPES:
            raise InvalidInput(f"{where} is of a kind that KneeCoach does not know.")
        with _said_of(where, name):
            value = _value_of(name, told, routines)
            _refuse_twice(value, known)
        yield Read(f"{where} ({name})", value)


def _value_of(name: str, told: Document, routines: Mapping[str, Routine]) -> Kept:
    if name == SESSION.type:
        return session_of(told, routines)
    value: Kept = told_of(told, routines) if name == TOLD.type else _SHAPES[name].value(told)
    return value


def _refuse_alone(found: Sequence[Read]) -> None:
    """What was told before comes with what it was changed to."""
    there = {(type(one.value), one.value.id) for one in found}
    for one in found:
        if isinstance(one.value, ToldVersion) and (type(one.value.value), one.value.value.id) not in there:
            raise InvalidInput(f"{one.where}: {NO_SUCH_ENTRY}")


@contextmanager
def _said_of(where: str, name: str) -> Iterator[None]:
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput(f"{where} ({name}): {error}") from None


def _refuse_twice(value: Kept, known: set[object]) -> None:
    marks: list[object] = [value.id]
    if isinstance(value, SessionRecord):
        marks += [done.id for done in value.sets]
    if isinstance(value, MorningCheck | SupportUsed | WeeklyReview):
        marks.append((type(value), value.week if isinstance(value, WeeklyReview) else value.on))
    if isinstance(value, Plan | Beginning):
        marks.append(type(value))
    if len(set(marks)) < len(marks) or not known.isdisjoint(marks):
        raise InvalidInput(TWICE)
    known.update(marks)
