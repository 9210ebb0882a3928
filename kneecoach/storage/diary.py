"""Pain, check-ins, flags and injuries of one person. Every list comes back the earliest first, before `until`."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import diary_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.statements import insert_or_replace, window

_KEEP_PAIN = insert_or_replace(tables.diary.pain_entry)


def add_pain(tx: Transaction, person: UUID, entry: PainEntry) -> None:
    """Keep a pain entry."""
    tx.execute(insert(tables.diary.pain_entry), diary_rows.pain_row(entry, person))


def keep_pain(tx: Transaction, person: UUID, entry: PainEntry) -> None:
    """Keep a pain entry; the same id again only changes the score, and so may be said as often as it takes."""
    add = upsert(tables.diary.pain_entry).values(diary_rows.pain_row(entry, person))
    tx.execute(add.on_conflict_do_update(index_elements=["id"], set_={"score": add.excluded.score}))


def keep_pain_entry(tx: Transaction, person: UUID, entry: PainEntry) -> None:
    """Keep a pain entry, new or changed in any part."""
    tx.execute(_KEEP_PAIN, diary_rows.pain_row(entry, person))


def keep_pain_entries(tx: Transaction, person: UUID, entries: Iterable[PainEntry]) -> None:
    """Keep many at once."""
    if rows := [diary_rows.pain_row(entry, person) for entry in entries]:
        tx.execute(_KEEP_PAIN, rows)


def pains(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[PainEntry, ...]:
    """The pain entries of a person, also those that follow from another entry."""
    rows = tx.execute(window(tables.diary.pain_entry, person, since, until)).mappings()
    return tuple(understood(diary_rows.pain_of, row) for row in rows)


def pain(tx: Transaction, entry_id: UUID) -> PainEntry | None:
    """The pain entry with this id, if there is one."""
    row = (
        tx.execute(select(tables.diary.pain_entry).where(tables.diary.pain_entry.c.id == str(entry_id)))
        .mappings()
        .first()
    )
    return understood(diary_rows.pain_of, row) if row else None


def pains_of(tx: Transaction, entry_id: UUID) -> tuple[PainEntry, ...]:
    """The pain entries that follow from a run, a session or a morning check."""
    table = tables.diary.pain_entry
    rows = tx.execute(select(table).where(table.c.of == str(entry_id)).order_by(table.c.at)).mappings()
    return tuple(understood(diary_rows.pain_of, row) for row in rows)


def last_located(tx: Transaction, person: UUID) -> PainEntry | None:
    """The latest pain entry that names a place on the knee map."""
    table = tables.diary.pain_entry
    last = select(table).where(table.c.person == str(person), table.c.regions != "[]").order_by(table.c.at.desc())
    row = tx.execute(last.limit(1)).mappings().first()
    return understood(diary_rows.pain_of, row) if row else None


def add_check_in(tx: Transaction, person: UUID, check_in: CheckIn) -> None:
    """Keep a check-in; the entries that follow from it are kept beside it by whoever saves it."""
    tx.execute(insert(tables.sessions.check_in), diary_rows.check_in_row(check_in, person))


def check_ins(tx: Transaction, person: UUID) -> tuple[CheckIn, ...]:
    """All check-ins of a person."""
    return tuple(
        understood(diary_rows.check_in_of, row)
        for row in tx.execute(window(tables.sessions.check_in, person)).mappings()
    )


def check_in(tx: Transaction, check_in_id: UUID) -> CheckIn | None:
    """The check-in that a session names."""
    table = tables.sessions.check_in
    row = tx.execute(select(table).where(table.c.id == str(check_in_id))).mappings().first()
    return understood(diary_rows.check_in_of, row) if row else None


def add_flag(tx: Transaction, person: UUID, entry: FlagEntry) -> None:
    """Keep a flag."""
    tx.execute(insert(tables.diary.flag_entry), diary_rows.flag_row(entry, person))


def close_flag(tx: Transaction, flag_id: UUID, closed: Closed | None) -> None:
    """Keep the answer to a flag, None for none. What may not close it is refused by `FlagEntry`: build that first."""
    table = tables.diary.flag_entry
    tx.execute(update(table).where(table.c.id == str(flag_id)), diary_rows.closing_row(closed))


def flags(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[FlagEntry, ...]:
    """The flags of a person, open and closed."""
    rows = tx.execute(window(tables.diary.flag_entry, person, since, until)).mappings()
    return tuple(understood(diary_rows.flag_of, row) for row in rows)


def add_injury(tx: Transaction, person: UUID, injury: Injury) -> None:
    """Keep an injury."""
    tx.execute(insert(tables.diary.injury), diary_rows.injury_row(injury, person))


def replace_injury(tx: Transaction, person: UUID, injury: Injury) -> None:
    """Keep what was learnt about an injury since."""
    table = tables.diary.injury
    tx.execute(update(table).where(table.c.id == str(injury.id)), diary_rows.injury_row(injury, person))


def close_injury(tx: Transaction, injury_id: UUID, closed: Closed | None) -> None:
    """Keep the answer to an injury."""
    table = tables.diary.injury
    tx.execute(update(table).where(table.c.id == str(injury_id)), diary_rows.closing_row(closed))


def injuries(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[Injury, ...]:
    """The injuries of a person, open and closed."""
    rows = tx.execute(window(tables.diary.injury, person, since, until)).mappings()
    return tuple(understood(diary_rows.injury_of, row) for row in rows)
