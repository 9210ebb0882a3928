"""What one diary file brought, taken away again: the rows that are still as they came in, and no others."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Column, delete, select

from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage import tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row
from kneecoach.storage.session_rows import routine_row, session_row, set_row
from kneecoach.storage.whole_diary import KINDS, Kept

_AT_ONCE = 500
_NAMED = ((tables.shoe, tables.run.c.shoe), (tables.check_in, tables.session.c.check_in))
"""What other entries name, and where they do."""


def take_back(tx: Transaction, person: UUID, values: Sequence[Kept]) -> frozenset[UUID]:
    """Delete those of the values that nobody changed since they were added; which they were.

    What somebody changed stays with the pains that follow from it and with the shoes or the check-in that it names.
    """
    going = _untouched(tx, person, values)
    _spare_followed(tx, values, going)
    binned = _named_in_bin(tx, person)
    for table, naming in _NAMED:
        going[table] -= binned | _named_by_others(tx, naming, going[table], going[naming.table])
    for table in (tables.session, *(table for _, table, _ in reversed(KINDS))):
        for some in _portions(going[table]):
            tx.execute(delete(table).where(table.c.id.in_(some)))
    return frozenset(UUID(one) for ids in going.values() for one in ids)


def _untouched(tx: Transaction, person: UUID, values: Sequence[Kept]) -> dict[Any, set[str]]:
    going: dict[Any, set[str]] = {}
    for kind, table, row_of in KINDS:
        came = {str(value.id): row_of(value, person) for value in values if isinstance(value, kind)}
        going[table] = {row["id"] for row in _rows(tx, table.c.id, came) if _is_as(row, came[row["id"]])}
    played = {str(value.id): value for value in values if isinstance(value, SessionRecord)}
    sets: dict[str, list[Row]] = {}
    for row in _rows(tx, tables.session_set.c.session, played):
        sets.setdefault(row["session"], []).append(row)
    going[tables.session] = {
        row["id"]
        for row in _rows(tx, tables.session.c.id, played)
        if _is_as_played(row, sets.get(row["id"], []), replace(played[row["id"]], person=person))
    }
    return going


def _is_as_played(row: Row, sets: Sequence[Row], came: SessionRecord) -> bool:
    done = {str(one.id): set_row(one, came.id) for one in came.sets}
    return (
        _is_as(row, session_row(came, routine_row(came.routine)["digest"]))
        and {one["id"] for one in sets} == set(done)
        and all(_is_as(one, done[one["id"]]) for one in sets)
    )


def _is_as(row: Row, came: Row) -> bool:
    return all(row[name] == value for name, value in came.items())


def _spare_followed(tx: Transaction, values: Sequence[Kept], going: dict[Any, set[str]]) -> None:
    """An entry of which another pain was told since stays, and what stays keeps its pains."""
    came = {str(value.id) for value in values}
    pains = list(_rows(tx, tables.pain_entry.c.of, came))
    followed = {row["of"] for row in pains if row["id"] not in going[tables.pain_entry]}
    for ids in going.values():
        ids.difference_update(followed)
    leaving = set().union(*going.values())
    going[tables.pain_entry] -= {row["id"] for row in pains if row["of"] not in leaving}


def _named_by_others(tx: Transaction, naming: Column[Any], named: set[str], going: set[str]) -> set[str]:
    return {row[naming.name] for row in _rows(tx, naming, named) if row["id"] not in going}


def _named_in_bin(tx: Transaction, person: UUID) -> set[str]:
    """What lies there can be had back only while what it names is there."""
    kept = select(tables.bin_entry.c.content).where(tables.bin_entry.c.person == str(person))
    return {
        row[name]
        for (content,) in tx.execute(kept)
        for rows in json.loads(content).values()
        for row in rows
        for name in ("shoe", "check_in")
        if row.get(name) is not None
    }


def _rows(tx: Transaction, column: Column[Any], wanted: Any) -> Iterator[Row]:
    for some in _portions(wanted):
        yield from tx.execute(select(column.table).where(column.in_(some))).mappings()


def _portions(wanted: Any) -> Iterator[list[str]]:
    ids = sorted(wanted)
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
