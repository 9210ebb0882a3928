"""The bin: what was deleted or edited, as its rows were, to be had back for 30 days."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, insert, select, text

from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.diary import Binned, Removable
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.storage import diary_rows, morning_rows, plan_rows, run_rows, tables
from kneecoach.storage.bin_content import IMPORT, NOT_KEPT, Content, bin_row, rows_of, write
from kneecoach.storage.database import Transaction
from kneecoach.storage.letting_go import let_go
from kneecoach.storage.rows import Row, moment_of, understood
from kneecoach.storage.session_rows import sessions_of
from kneecoach.storage.told_rows import KINDS, first_told_on, oldest, was_told_longer

NO_SUCH_ENTRY = "There is no such entry in the diary."
STILL_OPEN = "This session still goes on. End it first."
THERE_ALREADY = "That entry is in the diary already."
NOT_THERE = "The entry that was changed is no longer in the diary. Put it back first."

_TABLES: dict[Kind, Table] = {
    Kind.PAIN: tables.diary.pain_entry,
    Kind.RUN: tables.runs.run,
    Kind.ACTIVITY: tables.runs.activity,
    Kind.MORNING: tables.mornings.morning,
    Kind.ICE: tables.mornings.ice,
    Kind.SUPPORT: tables.mornings.support,
    Kind.SESSION: tables.sessions.session,
    Kind.NOVELTY: tables.plans.novelty,
}
_READ: dict[Kind, Callable[[Row], Removable]] = {
    Kind.PAIN: diary_rows.pain_of,
    Kind.RUN: run_rows.run_of,
    Kind.ACTIVITY: run_rows.activity_of,
    Kind.MORNING: morning_rows.check_of,
    Kind.ICE: morning_rows.ice_of,
    Kind.SUPPORT: morning_rows.support_of,
    Kind.NOVELTY: plan_rows.novelty_of,
}
_ADD = insert(tables.binned.bin_entry)


def remove(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Move an entry with all that follows from it into the bin, at `at` (aware); the id to have it back with.

    `InvalidInput` when the person has no such entry, and for a session that still goes on.
    """
    kept = _put_in(tx, person, kind, entry, at, How.DELETED)
    _take_away(tx, kind, entry)
    return kept


def before_edit(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Put a copy of an entry as it is into the bin and take away the pain entries that follow from it.

    Whoever calls this writes the new state and what follows from that. `InvalidInput` as for `remove`.
    """
    kept = copy(tx, person, kind, entry, at)
    tx.execute(delete(tables.diary.pain_entry).where(tables.diary.pain_entry.c.of == str(entry)))
    return kept


def copy(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Put a copy of an entry as it is into the bin, before a change that leaves its pains as they are."""
    return _put_in(tx, person, kind, entry, at, How.EDITED)


def put_back(tx: Transaction, bin_id: UUID, now: datetime) -> UUID | None:
    """Have a deleted entry back, or an edited one as it was before.

    Gives the id under which the present state of an edited one lies in the bin in turn; None for a deleted one.
    `InvalidInput` when it is kept no longer, when what was edited is gone, or when its day has another answer by now.
    """
    table = tables.binned.bin_entry
    kept = select(table).where(table.c.id == str(bin_id), table.c.at >= oldest(now))
    row = tx.execute(kept).mappings().first()
    if row is None:
        raise InvalidInput(NOT_KEPT)
    kind, entry, person, content = understood(_what, row)
    _value(tx, kind, content)
    there = tx.execute(select(_TABLES[kind].c.id).where(_TABLES[kind].c.id == str(entry))).first() is not None
    now_in_bin = None
    if row["how"] != How.DELETED.value:
        if not there:
            raise InvalidInput(NOT_THERE)
        # So that undoing again goes further back, and not forth to what was just undone
        again = How.EDITED if row["how"] == How.UNDONE.value else How.UNDONE
        now_in_bin = _put_in(tx, person, kind, entry, now, again, told_again=_still_told_on(row))
        _take_away(tx, kind, entry)
    elif there:
        raise InvalidInput(THERE_ALREADY)
    write(tx, content)
    tx.execute(delete(table).where(table.c.id == str(bin_id)))
    return now_in_bin


def listed(tx: Transaction, person: UUID, now: datetime) -> tuple[Binned, ...]:
    """The entries that a person can have back at `now` (aware), the newest first; imports lie beside them.

    What can't be understood is left out.
    """
    table = tables.binned.bin_entry
    kept = select(table).where(table.c.person == str(person), table.c.kind != IMPORT, table.c.at >= oldest(now))
    rows = tx.execute(kept.order_by(table.c.at.desc())).mappings().all()
    found = (_binned(tx, row) for row in rows)
    return tuple(binned for binned in found if binned is not None)


def _put_in(
    tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime, how: How, told_again: str | None = None
) -> UUID:
    """`told_again` is when what takes its place was told, where that was not now."""
    content = _content(tx, person, kind, entry)
    let_go(tx, tables.binned.bin_entry.c.at, at)
    row = bin_row(person, kind.value, entry, at, how, content)
    told_on = _told_on(tx, kind, entry, row["content"])
    tx.execute(_ADD, row | {"told_on": told_on, "next_told_on": told_again or at.date().isoformat()})
    return UUID(row["id"])


def _told_on(tx: Transaction, kind: Kind, entry: UUID, content: str) -> str | None:
    """When what stands in the diary now was told: what it took the place of last knows."""
    if kind not in KINDS:
        return None
    table = tables.binned.bin_entry
    before = select(table.c.next_told_on).where(table.c.entry == str(entry), table.c.how != How.DELETED.value)
    known = tx.execute(before.order_by(table.c.at.desc(), text("rowid DESC")).limit(1)).scalar()
    return known or first_told_on(kind, content).isoformat()


def _still_told_on(row: Row) -> str | None:
    """When what is had back was told, if it stood there when a day was over; None for a slip of one day."""
    if row["kind"] not in {kind.value for kind in KINDS} or not understood(was_told_longer, row):
        return None
    return row["told_on"] or first_told_on(Kind(row["kind"]), row["content"]).isoformat()


def _content(tx: Transaction, person: UUID, kind: Kind, entry: UUID) -> dict[str, list[dict[str, Any]]]:
    table = _TABLES[kind]
    found = rows_of(tx, table, (table.c.id == str(entry)) & (table.c.person == str(person)))
    if not found:
        raise InvalidInput(NO_SUCH_ENTRY)
    content = {table.name: found}
    if kind is Kind.SESSION:
        if found[0]["status"] == "open":
            raise InvalidInput(STILL_OPEN)
        content["session_set"] = rows_of(
            tx, tables.sessions.session_set, tables.sessions.session_set.c.session == str(entry)
        )
    if follows := rows_of(tx, tables.diary.pain_entry, tables.diary.pain_entry.c.of == str(entry)):
        content["pain_entry"] = [*content.get("pain_entry", []), *follows]
    return content


def _take_away(tx: Transaction, kind: Kind, entry: UUID) -> None:
    tx.execute(delete(tables.diary.pain_entry).where(tables.diary.pain_entry.c.of == str(entry)))
    tx.execute(delete(_TABLES[kind]).where(_TABLES[kind].c.id == str(entry)))


def _what(row: Row) -> tuple[Kind, UUID, UUID, Content]:
    content = json.loads(row["content"])
    kind = Kind(row["kind"])
    content[_TABLES[kind].name][0]["id"]
    return kind, UUID(row["entry"]), UUID(row["person"]), content


def _binned(tx: Transaction, row: Row) -> Binned | None:
    try:
        kind, entry, _, content = understood(_what, row)
        at = understood(lambda kept: moment_of(kept["at"], kept["zone"]), row)
        return Binned(UUID(row["id"]), at, How(row["how"]), kind, entry, _value(tx, kind, content))
    except CannotStart:
        return None


def value_of(tx: Transaction, row: Row) -> Removable:
    """The entry of a row of the bin, as it was; `CannotStart` when it can't be understood."""
    kind, _, _, content = understood(_what, row)
    return _value(tx, kind, content)


def _value(tx: Transaction, kind: Kind, content: Content) -> Removable:
    """The entry; `CannotStart` when it, or a pain entry that follows from it, can't be understood."""
    for row in content.get("pain_entry", ()):
        understood(diary_rows.pain_of, row)
    if kind is not Kind.SESSION:
        return understood(_READ[kind], content[_TABLES[kind].name][0])
    (session,) = content["session"]
    version = tables.routines.routine_version
    played = tx.execute(select(version).where(version.c.digest == session["routine"])).mappings().all()
    sets = sorted(content["session_set"], key=lambda done: done["idx"])
    return understood(lambda one: sessions_of([one], played, sets)[0], session)
