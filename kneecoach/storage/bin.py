"""The bin: what was deleted or edited, as its rows were, to be had back for 30 days."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError, InterfaceError, ProgrammingError

from kneecoach.domain.diary import Binned, How, Kind, Removable
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.local_time import later
from kneecoach.domain.own_routine import KEPT_DAYS
from kneecoach.storage import diary_rows, morning_rows, run_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.disk import DAMAGED
from kneecoach.storage.rows import Row, dumped, instant, moment_of, understood, zone_name
from kneecoach.storage.session_rows import sessions_of

Content = Mapping[str, Sequence[Row]]

NO_SUCH_ENTRY = "There is no such entry in the diary."
STILL_OPEN = "This session still goes on. End it first."
NOT_KEPT = "That is no longer in the bin."
THERE_ALREADY = "That entry is in the diary already."
NOT_THERE = "The entry that was changed is no longer in the diary. Put it back first."
PLACE_TAKEN = "There is another answer for that day by now. Delete it first."

_TABLES: dict[Kind, Table] = {
    Kind.PAIN: tables.pain_entry,
    Kind.RUN: tables.run,
    Kind.ACTIVITY: tables.activity,
    Kind.MORNING: tables.morning,
    Kind.ICE: tables.ice,
    Kind.SUPPORT: tables.support,
    Kind.SESSION: tables.session,
}
_READ: dict[Kind, Callable[[Row], Removable]] = {
    Kind.PAIN: diary_rows.pain_of,
    Kind.RUN: run_rows.run_of,
    Kind.ACTIVITY: run_rows.activity_of,
    Kind.MORNING: morning_rows.check_of,
    Kind.ICE: morning_rows.ice_of,
    Kind.SUPPORT: morning_rows.support_of,
}
_ADD = insert(tables.bin_entry)
_AT_ONCE = 500
_TAKEN = "SQLITE_CONSTRAINT_UNIQUE"


def remove(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Move an entry with all that follows from it into the bin, at `at` (aware); the id to have it back with.

    `InvalidInput` when the person has no such entry, and for a session that still goes on.
    """
    kept = _put_in(tx, person, kind, entry, at, How.DELETED)
    _take_away(tx, kind, entry)
    return kept


def remove_all(tx: Transaction, person: UUID, kind: Kind, entries: Sequence[UUID], at: datetime) -> None:
    """Move many runs or activities into the bin at once; those that are gone already are passed over."""
    table, follows = _TABLES[kind], tables.pain_entry
    tx.execute(delete(tables.bin_entry).where(tables.bin_entry.c.at < _oldest(at)))
    for start in range(0, len(entries), _AT_ONCE):
        ids = [str(entry) for entry in entries[start : start + _AT_ONCE]]
        found = _rows(tx, table, table.c.id.in_(ids) & (table.c.person == str(person)))
        if not found:
            continue
        contents: dict[str, dict[str, list[dict[str, Any]]]] = {row["id"]: {table.name: [row]} for row in found}
        for pain in _rows(tx, follows, follows.c.of.in_(list(contents))):
            contents[pain["of"]].setdefault(follows.name, []).append(pain)
        rows = [_bin_row(person, kind, UUID(entry), at, How.DELETED, content) for entry, content in contents.items()]
        tx.execute(_ADD, rows)
        tx.execute(delete(follows).where(follows.c.of.in_(list(contents))))
        tx.execute(delete(table).where(table.c.id.in_(list(contents))))


def before_edit(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Put a copy of an entry as it is into the bin and take away the pain entries that follow from it.

    Whoever calls this writes the new state and what follows from that. `InvalidInput` as for `remove`.
    """
    kept = copy(tx, person, kind, entry, at)
    tx.execute(delete(tables.pain_entry).where(tables.pain_entry.c.of == str(entry)))
    return kept


def copy(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime) -> UUID:
    """Put a copy of an entry as it is into the bin, before a change that leaves its pains as they are."""
    return _put_in(tx, person, kind, entry, at, How.EDITED)


def put_back(tx: Transaction, bin_id: UUID, now: datetime) -> UUID | None:
    """Have a deleted entry back, or an edited one as it was before.

    Gives the id under which the present state of an edited one lies in the bin in turn; None for a deleted one.
    `InvalidInput` when it is kept no longer, when what was edited is gone, or when its day has another answer by now.
    """
    table = tables.bin_entry
    kept = select(table).where(table.c.id == str(bin_id), table.c.at >= _oldest(now))
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
        now_in_bin = _put_in(tx, person, kind, entry, now, again)
        _take_away(tx, kind, entry)
    elif there:
        raise InvalidInput(THERE_ALREADY)
    _write(tx, content)
    tx.execute(delete(table).where(table.c.id == str(bin_id)))
    return now_in_bin


def listed(tx: Transaction, person: UUID, now: datetime) -> tuple[Binned, ...]:
    """What the person can have back at `now` (aware), the newest first; what can't be understood is left out."""
    table = tables.bin_entry
    kept = select(table).where(table.c.person == str(person), table.c.at >= _oldest(now))
    rows = tx.execute(kept.order_by(table.c.at.desc())).mappings().all()
    found = (_binned(tx, row) for row in rows)
    return tuple(binned for binned in found if binned is not None)


def _put_in(tx: Transaction, person: UUID, kind: Kind, entry: UUID, at: datetime, how: How) -> UUID:
    content = _content(tx, person, kind, entry)
    tx.execute(delete(tables.bin_entry).where(tables.bin_entry.c.at < _oldest(at)))
    row = _bin_row(person, kind, entry, at, how, content)
    tx.execute(_ADD, row)
    return UUID(row["id"])


def _bin_row(person: UUID, kind: Kind, entry: UUID, at: datetime, how: How, content: Content) -> dict[str, str]:
    return {
        "id": str(uuid4()),
        "person": str(person),
        "at": instant(at),
        "zone": zone_name(at),
        "how": how.value,
        "kind": kind.value,
        "entry": str(entry),
        "content": dumped(content),
    }


def _content(tx: Transaction, person: UUID, kind: Kind, entry: UUID) -> dict[str, list[dict[str, Any]]]:
    table = _TABLES[kind]
    found = _rows(tx, table, (table.c.id == str(entry)) & (table.c.person == str(person)))
    if not found:
        raise InvalidInput(NO_SUCH_ENTRY)
    content = {table.name: found}
    if kind is Kind.SESSION:
        if found[0]["status"] == "open":
            raise InvalidInput(STILL_OPEN)
        content["session_set"] = _rows(tx, tables.session_set, tables.session_set.c.session == str(entry))
    if follows := _rows(tx, tables.pain_entry, tables.pain_entry.c.of == str(entry)):
        content["pain_entry"] = [*content.get("pain_entry", []), *follows]
    return content


def _rows(tx: Transaction, table: Table, where: ColumnElement[bool]) -> list[dict[str, Any]]:
    return [dict(row) for row in tx.execute(select(table).where(where)).mappings()]


def _take_away(tx: Transaction, kind: Kind, entry: UUID) -> None:
    tx.execute(delete(tables.pain_entry).where(tables.pain_entry.c.of == str(entry)))
    tx.execute(delete(_TABLES[kind]).where(_TABLES[kind].c.id == str(entry)))


def _write(tx: Transaction, content: Content) -> None:
    # In the order of the tables, so that a session is there before its sets
    for table in tables.metadata.sorted_tables:
        if rows := content.get(table.name):
            try:
                tx.execute(insert(table), [dict(row) for row in rows])
            except IntegrityError as error:
                if getattr(error.orig, "sqlite_errorname", None) != _TAKEN:
                    raise CannotStart(DAMAGED) from error
                raise InvalidInput(PLACE_TAKEN) from error
            # A value that no column takes; a disk that refuses is none of these, and says so itself
            except (InterfaceError, ProgrammingError) as error:
                raise CannotStart(DAMAGED) from error


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


def _value(tx: Transaction, kind: Kind, content: Content) -> Removable:
    """The entry; `CannotStart` when it, or a pain entry that follows from it, can't be understood."""
    for row in content.get("pain_entry", ()):
        understood(diary_rows.pain_of, row)
    if kind is not Kind.SESSION:
        return understood(_READ[kind], content[_TABLES[kind].name][0])
    (session,) = content["session"]
    version = tables.routine_version
    played = tx.execute(select(version).where(version.c.digest == session["routine"])).mappings().all()
    sets = sorted(content["session_set"], key=lambda done: done["idx"])
    return understood(lambda one: sessions_of([one], played, sets)[0], session)


def _oldest(now: datetime) -> str:
    return instant(later(now, -timedelta(days=KEPT_DAYS)))
