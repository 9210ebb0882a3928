"""Imports of the last 30 days, kept in the bin as what each of them brought: taken back, and had again, as a whole."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, Table, delete, func, insert, select, update

from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.person import Began
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary_rows, morning_rows, people, plan_rows, run_rows, tables
from kneecoach.storage.bin_content import IMPORT, NOT_KEPT, bin_row, portions, rows_of, write
from kneecoach.storage.database import Transaction
from kneecoach.storage.letting_go import let_go
from kneecoach.storage.rows import Row, dumped, instant, moment_of, understood, zone_name
from kneecoach.storage.session_rows import sessions_of, set_of
from kneecoach.storage.tables.binned import bin_entry
from kneecoach.storage.told_rows import oldest

Brought = Mapping[str, Sequence[UUID]]
"""Ids by what they are of.

Of files of runs: runs, activities, edits (of the bin) and shoes; of a diary: what it calls each kind, and `follows`,
the pains that came alone, of an entry that was here, and `told`, the rows of the bin that came with their entries.
"""

_TABLES: dict[str, Table] = {
    "runs": tables.runs.run,
    "activities": tables.runs.activity,
    "run": tables.runs.run,
    "activity": tables.runs.activity,
    "session": tables.sessions.session,
    "morning": tables.mornings.morning,
    "ice": tables.mornings.ice,
    "support": tables.mornings.support,
    "review": tables.plans.weekly_review,
    "plan": tables.plans.week_plan,
    "changed": tables.plans.novelty,
    "flag": tables.diary.flag_entry,
    "injury": tables.diary.injury,
    "pain": tables.diary.pain_entry,
    "follows": tables.diary.pain_entry,
    "told": bin_entry,
}
_NAMED = (
    (("shoes", "shoe"), tables.runs.shoe, tables.runs.run.c.shoe),
    (("check_in",), tables.sessions.check_in, tables.sessions.session.c.check_in),
)
"""What other entries name, and where they do: it stays as long as one does."""
_ONCE = {
    tables.mornings.morning: "day",
    tables.mornings.support: "day",
    tables.plans.weekly_review: "week",
    tables.plans.week_plan: "person",
}
"""Of which there is one for each day, week or person."""
_READ: dict[Table, Callable[[Row], object]] = {
    tables.runs.shoe: run_rows.shoe_of,
    tables.sessions.check_in: diary_rows.check_in_of,
    tables.runs.run: run_rows.run_of,
    tables.runs.activity: run_rows.activity_of,
    tables.mornings.morning: morning_rows.check_of,
    tables.mornings.ice: morning_rows.ice_of,
    tables.mornings.support: morning_rows.support_of,
    tables.plans.weekly_review: morning_rows.review_of,
    tables.plans.week_plan: plan_rows.plan_of,
    tables.plans.novelty: plan_rows.novelty_of,
    tables.diary.flag_entry: diary_rows.flag_of,
    tables.diary.injury: diary_rows.injury_of,
    tables.diary.pain_entry: diary_rows.pain_of,
    tables.sessions.session_set: set_of,
    bin_entry: lambda row: (Kind(row["kind"]), How(row["how"]), json.loads(row["content"])),
}
BEGAN = "began"
"""What a diary calls the answer on how it began, which is the person's and no row of a table."""
_Rows = dict[str, list[dict[str, Any]]]


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

    What took a measured distance is as it was before, and what was changed since goes as it is now. `InvalidInput`
    when it is kept no longer, or was taken back.
    """
    content = _content(tx, person, kept, now, gone=False)
    brought = understood(_ids, content)
    let_go(tx, bin_entry.c.at, now)
    rows = _all_of(tx, person, brought)
    for name in ("session_set", *rows):
        _delete(tx, tables.shared.metadata.tables[name], rows[name])
    undone = _each(tx, brought.get("edits", ()), now)
    for whats, table, naming in _NAMED:
        came = [one for what in whats for one in brought.get(what, ())]
        rows[table.name] = _unnamed(tx, person, came, naming, kept)
        _delete(tx, table, rows[table.name])
    if BEGAN in brought:
        rows[BEGAN] = _unsaid(tx, person)
    written = _written(brought | {"edits": undone} if "edits" in brought else brought)
    _note(tx, kept, now, {IMPORT: [written], **rows}, gone=True)


def put_back(tx: Transaction, person: UUID, kept: UUID, now: datetime) -> None:
    """Have an import again that was taken back, with all that was said of it since it first came.

    What has come in again by another way stays as it is, and so does another answer of the same day. `InvalidInput`
    when it is kept no longer, or was not taken.
    """
    content = _content(tx, person, kept, now, gone=True)
    brought = understood(_ids, content)
    _believe_sessions(tx, content)
    there: set[str] = set()
    for table, read in (*_READ.items(), (tables.sessions.session, dict)):
        rows = content.get(table.name, ())
        for row in rows:
            understood(read, row)
        there |= _there(tx, table, [row["id"] for row in rows]) | _answered(tx, person, table, rows)
    back = {
        table.name: [row for row in content.get(table.name, ()) if there.isdisjoint(_marks(row))]
        for table in (*_READ, tables.sessions.session)
    }
    write(tx, back)
    _say_again(tx, person, content.get(BEGAN, ()))
    written = _written(brought | {"edits": _each(tx, brought["edits"], now)} if "edits" in brought else brought)
    _note(tx, kept, now, {IMPORT: [written]}, gone=False)


def _unsaid(tx: Transaction, person: UUID) -> list[dict[str, Any]]:
    """How it began, as it is now, once nobody has said it any more."""
    known = people.person(tx, person)
    if known is None or known.began is None:
        return []
    people.keep_began(tx, person, None)
    return [{BEGAN: known.began.value}]


def _say_again(tx: Transaction, person: UUID, rows: Sequence[Row]) -> None:
    known = people.person(tx, person)
    for row in rows:
        began = understood(lambda kept: Began(kept[BEGAN]), row)
        if known is not None and known.began is None:
            people.keep_began(tx, person, began)


def _all_of(tx: Transaction, person: UUID, brought: Brought) -> _Rows:
    """The rows that are still there, with the sets of the sessions and every pain that follows from any."""
    rows: _Rows = {}
    for what, table in _TABLES.items():
        rows.setdefault(table.name, []).extend(_taken(tx, person, table, brought.get(what, ())))
    ids = [row["id"] for some in rows.values() for row in some]
    pain, of = tables.diary.pain_entry, tables.diary.pain_entry.c.of
    follow = [row for some in portions(ids) for row in rows_of(tx, pain, of.in_(some))]
    rows[pain.name] = list({row["id"]: row for row in (*rows[pain.name], *follow)}.values())
    sets, session = tables.sessions.session_set, tables.sessions.session_set.c.session
    played = portions(row["id"] for row in rows["session"])
    return rows | {sets.name: [row for some in played for row in rows_of(tx, sets, session.in_(some))]}


def _believe_sessions(tx: Transaction, content: Mapping[str, Sequence[Row]]) -> None:
    """`CannotStart` for damage: a session is read with the routine that was played."""
    sessions = content.get("session", ())
    version = tables.routines.routine_version
    digests = {str(row.get("routine")) for row in sessions}
    played = [row for some in portions(digests) for row in rows_of(tx, version, version.c.digest.in_(some))]
    understood(lambda rows: sessions_of(rows, played, ()), sessions)


def _marks(row: Row) -> set[str]:
    """By which of its ids a row stays out: its own, and those of what it is a part of."""
    return {str(row.get(name)) for name in ("id", "of", "session")}


def _answered(tx: Transaction, person: UUID, table: Table, rows: Sequence[Row]) -> set[str]:
    """Those of the rows whose place another answer has by now."""
    if not rows or table not in _ONCE:
        return set()
    place = table.c[_ONCE[table]]
    taken = set(tx.execute(select(place).where(table.c.person == str(person))).scalars())
    return {row["id"] for row in rows if row[place.name] in taken}


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


def _unnamed(
    tx: Transaction, person: UUID, came: Sequence[UUID], naming: Column[Any], kept: UUID
) -> list[dict[str, Any]]:
    """Those that nothing names any more: no entry, and nothing in the bin, which may be put back."""
    (key,) = naming.foreign_keys
    table = key.column.table
    named = _named_in_bin(tx, person, naming, kept) if came else set()
    for some in portions(came):
        named |= set(tx.execute(select(naming).where(naming.in_(some)).distinct()).scalars())
    return [row for row in _taken(tx, person, table, came) if row["id"] not in named]


def _named_in_bin(tx: Transaction, person: UUID, naming: Column[Any], kept: UUID) -> set[str]:
    """What lies there can be had back only while what it names is there, or lies there with it."""
    others = select(bin_entry.c.content).where(bin_entry.c.person == str(person), bin_entry.c.id != str(kept))
    name, who = naming.name, naming.table.name
    named: set[str] = set()
    for content in map(json.loads, tx.execute(others).scalars()):
        own = {row["id"] for row in content.get(name, ())}
        named |= {row[name] for row in content.get(who, ()) if row.get(name) is not None} - own
    return named


def _written(brought: Brought) -> dict[str, list[str]]:
    return {what: [str(one) for one in ids] for what, ids in brought.items()}


def _what(row: Row) -> tuple[UUID, datetime, Brought]:
    return UUID(row["id"]), moment_of(row["at"], row["zone"]), _ids({IMPORT: json.loads(row[IMPORT])})


def _ids(content: Mapping[str, Sequence[Row]]) -> dict[str, tuple[UUID, ...]]:
    (brought,) = content[IMPORT]
    return {what: tuple(UUID(one) for one in ids) for what, ids in brought.items()}
