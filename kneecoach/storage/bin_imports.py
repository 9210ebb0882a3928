"""Imports of the last 30 days, kept in the bin as what each of them brought: taken back, and had again, as a whole."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, delete, func, insert, select, update

from kneecoach.domain.diary import How, Kind
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary_rows, run_rows, tables
from kneecoach.storage.bin_content import IMPORT, NOT_KEPT, bin_row, oldest, portions, rows_of, write
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row, dumped, instant, moment_of, understood, zone_name
from kneecoach.storage.tables import bin_entry

Brought = Mapping[str, Sequence[UUID]]
"""Ids by what they are of: runs, activities, edits (of the bin) and shoes."""

_READ: dict[Table, Callable[[Row], object]] = {
    tables.shoe: run_rows.shoe_of,
    tables.run: run_rows.run_of,
    tables.activity: run_rows.activity_of,
    tables.pain_entry: diary_rows.pain_of,
}


def keep(tx: Transaction, person: UUID, brought: Brought, at: datetime) -> UUID:
    """Note what an import brought `at` that moment (aware); the id to find it by."""
    row = bin_row(person, IMPORT, uuid4(), at, How.EDITED, {IMPORT: [_written(brought)]})
    tx.execute(insert(bin_entry), row)
    return UUID(row["id"])


def listed(
    tx: Transaction, person: UUID, now: datetime, *, gone: bool = False
) -> tuple[tuple[UUID, datetime, Brought], ...]:
    """The imports that can be taken back at `now` (aware), or with `gone` those that were, the newest first.

    What can't be understood is left out.
    """
    # Not the rows of a whole import, when one wants to know how many there are
    brought = func.json_extract(bin_entry.c.content, f"$.{IMPORT}").label(IMPORT)
    kept = select(bin_entry.c.id, bin_entry.c.at, bin_entry.c.zone, brought).where(
        bin_entry.c.person == str(person), bin_entry.c.kind == IMPORT
    )
    kept = kept.where(bin_entry.c.at >= oldest(now), bin_entry.c.how == _how(gone=gone).value)
    found = []
    for row in tx.execute(kept.order_by(bin_entry.c.at.desc())).mappings():
        try:
            found.append(understood(_what, row))
        except CannotStart:
            continue
    return tuple(found)


def take_back(tx: Transaction, person: UUID, kept: UUID, now: datetime) -> None:
    """Take away what is still there of an import, at `now` (aware); it lies in the bin as one, to be had again.

    What took a measured distance is as it was before. `InvalidInput` when it is kept no longer, or was taken back.
    """
    content = _content(tx, person, kept, now, gone=False)
    brought = understood(_ids, content)
    tx.execute(delete(bin_entry).where(bin_entry.c.at < oldest(now)))
    runs = _taken(tx, person, tables.run, brought["runs"])
    activities = _taken(tx, person, tables.activity, brought["activities"])
    gone = [row["id"] for row in (*runs, *activities)]
    pains = [row for some in portions(gone) for row in rows_of(tx, tables.pain_entry, tables.pain_entry.c.of.in_(some))]
    _delete(tx, tables.pain_entry, pains)
    _delete(tx, tables.run, runs)
    _delete(tx, tables.activity, activities)
    undone = _each(tx, brought["edits"], now)
    shoes = _unworn(tx, brought["shoes"], kept)
    _delete(tx, tables.shoe, shoes)
    rows = {"run": runs, "activity": activities, "pain_entry": pains, "shoe": shoes}
    _note(tx, kept, now, {IMPORT: [_written(brought | {"edits": undone})], **rows}, gone=True)


def put_back(tx: Transaction, person: UUID, kept: UUID, now: datetime) -> None:
    """Have an import again that was taken back, with all that was said of it since it first came.

    What has come in again by another way stays as it is. `InvalidInput` when it is kept no longer, or was not taken.
    """
    content = _content(tx, person, kept, now, gone=True)
    brought = understood(_ids, content)
    back: dict[str, list[Row]] = {}
    there: set[str] = set()
    for table, read in _READ.items():
        rows = content.get(table.name, ())
        for row in rows:
            understood(read, row)
        there |= _there(tx, table, [row["id"] for row in rows])
        back[table.name] = [row for row in rows if row["id"] not in there and row.get("of") not in there]
    write(tx, back)
    _note(tx, kept, now, {IMPORT: [_written(brought | {"edits": _each(tx, brought["edits"], now)})]}, gone=False)


def _content(tx: Transaction, person: UUID, kept: UUID, now: datetime, *, gone: bool) -> dict[str, Any]:
    wanted = (bin_entry.c.id == str(kept)) & (bin_entry.c.person == str(person)) & (bin_entry.c.kind == IMPORT)
    wanted &= (bin_entry.c.at >= oldest(now)) & (bin_entry.c.how == _how(gone=gone).value)
    content = tx.execute(select(bin_entry.c.content).where(wanted)).scalar()
    if content is None:
        raise InvalidInput(NOT_KEPT)
    found: dict[str, Any] = json.loads(content)
    return found


def _note(tx: Transaction, kept: UUID, now: datetime, content: Mapping[str, Sequence[Row]], *, gone: bool) -> None:
    values = {"at": instant(now), "zone": zone_name(now), "how": _how(gone=gone).value, "content": dumped(content)}
    tx.execute(update(bin_entry).where(bin_entry.c.id == str(kept)).values(values))


def _how(*, gone: bool) -> How:
    return How.UNDONE if gone else How.EDITED


def _each(tx: Transaction, edits: Iterable[UUID], now: datetime) -> tuple[UUID, ...]:
    """Have each back as it was; the ids to undo that with."""
    undone: list[UUID | None] = []
    for edit in edits:
        # Deleted since, or put back by hand: there is nothing to measure back
        with suppress(InvalidInput):
            undone.append(bin_table.put_back(tx, edit, now))
    return tuple(one for one in undone if one is not None)


def _taken(tx: Transaction, person: UUID, table: Table, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    mine = table.c.person == str(person)
    return [row for some in portions(ids) for row in rows_of(tx, table, mine & table.c.id.in_(some))]


def _delete(tx: Transaction, table: Table, rows: Sequence[Row]) -> None:
    for some in portions(row["id"] for row in rows):
        tx.execute(delete(table).where(table.c.id.in_(some)))


def _there(tx: Transaction, table: Table, ids: Sequence[str]) -> set[str]:
    return {
        one for some in portions(ids) for one in tx.execute(select(table.c.id).where(table.c.id.in_(some))).scalars()
    }


def _unworn(tx: Transaction, shoes: Iterable[UUID], kept: UUID) -> list[dict[str, Any]]:
    """Those of the pairs that nothing names any more: no run, and nothing in the bin, which may be put back."""
    found = []
    for shoe in map(str, shoes):
        worn = select(tables.run.c.id).where(tables.run.c.shoe == shoe)
        binned = select(bin_entry.c.id).where(bin_entry.c.id != str(kept), bin_entry.c.content.contains(shoe))
        named = binned.where(bin_entry.c.kind.in_((Kind.RUN.value, IMPORT)))
        if not any(tx.execute(one.limit(1)).first() for one in (worn, named)):
            found += rows_of(tx, tables.shoe, tables.shoe.c.id == shoe)
    return found


def _written(brought: Brought) -> dict[str, list[str]]:
    return {what: [str(one) for one in ids] for what, ids in brought.items()}


def _what(row: Row) -> tuple[UUID, datetime, Brought]:
    return UUID(row["id"]), moment_of(row["at"], row["zone"]), _ids({IMPORT: json.loads(row[IMPORT])})


def _ids(content: Mapping[str, Sequence[Row]]) -> dict[str, tuple[UUID, ...]]:
    (brought,) = content[IMPORT]
    return {what: tuple(UUID(one) for one in ids) for what, ids in brought.items()}
