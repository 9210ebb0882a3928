"""How single values of a diary are written as plain JSON, and read again without believing any of it.

A reader raises `ValueError` or `TypeError` for what is no such value; whoever knows the entry makes a sentence of it.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing
from kneecoach.domain.pain import MAX_NOTE

Document: TypeAlias = dict[str, Any]

FIRST_YEAR, LAST_YEAR = 1900, 2999
MOST = 1_000_000_000
METRES_PER_KM, SECONDS_PER_MINUTE = 1_000, 60


class Cell(Enum):
    """How a value stands in a table: only TEXT is never unknown, an empty cell of another kind is."""

    TEXT = "text"
    WORD = "word"
    NUMBER = "number"
    YES_NO = "yes or no"
    WORDS = "words"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute of a value, the keys it stands under, and the way there (`write` gives a value for each key)."""

    attribute: str
    cells: Mapping[str, Cell]
    write: Callable[[Any], tuple[Any, ...]]
    read: Callable[..., Any]


def written(fields: Iterable[Field], value: object) -> Document:
    """The attributes of a value by their keys; unknown is None."""
    document: Document = {}
    for field in fields:
        document |= zip(field.cells, field.write(getattr(value, field.attribute)), strict=True)
    return document


def read(fields: Iterable[Field], document: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes again; `InvalidInput` names the first key that can't be believed. A missing key is unknown."""
    if not isinstance(document, Mapping):
        raise TypeError
    values: dict[str, Any] = {}
    for field in fields:
        try:
            values[field.attribute] = field.read(*(document.get(key) for key in field.cells))
        except (ValueError, TypeError, KeyError, OverflowError):
            raise InvalidInput(f"“{next(iter(field.cells))}” is missing or can't be understood.") from None
    return values


def text(name: str, key: str | None = None, *, most: int = MAX_NOTE) -> Field:
    """Words of the person, "" when there are none."""
    return Field(
        name,
        {key or name: Cell.TEXT},
        lambda value: (value,),
        lambda plain: "" if plain is None else checked_text(plain, most),
    )


def whole(name: str) -> Field:
    """A whole number."""
    return Field(name, {name: Cell.NUMBER}, lambda value: (value,), checked_whole)


def seconds(name: str) -> Field:
    """A number of seconds."""
    return Field(name, {name: Cell.NUMBER}, lambda value: (tidy(value),), lambda plain: float(checked_number(plain)))


def yes_no(name: str) -> Field:
    """Yes or no."""
    return Field(name, {name: Cell.YES_NO}, lambda value: (value,), checked_bool)


def word(name: str, kind: type[Enum]) -> Field:
    """A member of a closed set."""
    return Field(name, {name: Cell.WORD}, lambda member: (member.value,), kind)


def words(name: str, kind: type[Enum] | None = None, key: str | None = None) -> Field:
    """Several members, or ids that the domain checks."""
    plain: Callable[[Any], Any] = (lambda one: one) if kind is None else (lambda one: one.value)
    meant: Callable[[Any], Any] = checked_text if kind is None else kind
    return Field(
        name,
        {key or name: Cell.WORDS},
        lambda members: ([plain(one) for one in members],),
        lambda told: () if told is None else tuple(meant(one) for one in checked_list(told)),
    )


def an_id(name: str, key: str | None = None) -> Field:
    """An id."""
    return Field(name, {key or name: Cell.WORD}, lambda value: (str(value),), lambda plain: UUID(checked_text(plain)))


def listed(name: str, fields: Sequence[Field], make: Callable[..., Any]) -> Field:
    """Several values of a kind, each as a document of its own."""
    return Field(
        name,
        {name: Cell.JSON},
        lambda values: ([written(fields, value) for value in values],),
        lambda told: tuple(make(**read(fields, one)) for one in checked_list(told)),
    )


def pairs(name: str) -> Field:
    """Numbers by the index of a set."""
    return Field(
        name,
        {name: Cell.JSON},
        lambda value: ([[index, tidy(number)] for index, number in value],),
        lambda told: (
            () if told is None else tuple((checked_whole(one), checked_number(two)) for one, two in checked_list(told))
        ),
    )


def day(name: str) -> Field:
    """A day of the calendar."""
    return Field(name, {name: Cell.WORD}, lambda value: (value.isoformat(),), checked_day)


def moment(name: str, key: str, zone: str) -> Field:
    """An aware time as ISO text with its offset, and the name of its zone beside it."""
    return Field(name, {key: Cell.WORD, zone: Cell.WORD}, lambda at: (at.isoformat(), _zone_of(at)), checked_moment)


def closing() -> Field:
    """The answer that closed a flag or an injury."""

    def read_closed(how: object, on: object) -> Closed | None:
        return None if how is None and on is None else Closed(Closing(how), checked_day(on))

    return Field(
        "closed",
        {"closed": Cell.WORD, "closed_on": Cell.WORD},
        lambda closed: (None, None) if closed is None else (closed.how.value, closed.on.isoformat()),
        read_closed,
    )


def metres(name: str, key: str) -> Field:
    """Metres, written as kilometres."""
    return Field(
        name,
        {key: Cell.NUMBER},
        lambda value: (tidy(value / METRES_PER_KM),),
        lambda km: round(checked_number(km) * METRES_PER_KM),
    )


def minutes(name: str, key: str) -> Field:
    """Whole seconds, written as minutes: a thousandth of one is enough to find them again."""
    return Field(
        name,
        {key: Cell.NUMBER},
        lambda value: (tidy(round(value / SECONDS_PER_MINUTE, 3)),),
        lambda plain: round(checked_number(plain) * SECONDS_PER_MINUTE),
    )


def maybe(field: Field) -> Field:
    """The same, or None for what is not known."""
    nothing = (None,) * len(field.cells)
    return Field(
        field.attribute,
        field.cells,
        lambda value: nothing if value is None else field.write(value),
        lambda *told: None if told[0] is None else field.read(*told),
    )


def checked_text(plain: object, most: int = MAX_NOTE) -> str:
    """Text of at most so many characters."""
    if not isinstance(plain, str) or len(plain) > most:
        raise ValueError
    return plain


def checked_list(plain: object) -> list[Any]:
    """A list."""
    if not isinstance(plain, list):
        raise TypeError
    return plain


def checked_document(plain: object) -> Document:
    """A document of its own."""
    if not isinstance(plain, dict):
        raise TypeError
    return plain


def checked_whole(plain: object) -> int:
    """A whole number that any column takes."""
    if isinstance(plain, bool) or not isinstance(plain, int) or abs(plain) > MOST:
        raise ValueError
    return plain


def checked_number(plain: object) -> float:
    """A number, whole or not, as it stands."""
    if isinstance(plain, bool) or not isinstance(plain, int | float) or not math.isfinite(plain) or abs(plain) > MOST:
        raise ValueError
    return plain


def checked_day(plain: object) -> date:
    """A day of a year that somebody lives in."""
    found = date.fromisoformat(checked_text(plain))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError
    return found


def checked_moment(plain: object, zone: object = None) -> datetime:
    """The time in its zone; with its offset alone when this computer sees the zone differently or not at all."""
    at = datetime.fromisoformat(checked_text(plain))
    if at.tzinfo is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError
    if zone is None:
        return at
    name = checked_text(zone)
    try:
        local = at.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at
    return local if local.utcoffset() == at.utcoffset() else at


def tidy(value: float) -> float:
    """A whole number without its point."""
    return int(value) if value == int(value) else value


def checked_bool(plain: object) -> bool:
    """Yes or no, and nothing that only passes for it."""
    if not isinstance(plain, bool):
        raise TypeError
    return plain


def _zone_of(at: datetime) -> str | None:
    return at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else None
