"""Pain, check-ins, flags and injuries of one person. Every list comes back the earliest first."""

from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood


def add_pain(tx: Transaction, person: UUID, entry: PainEntry) -> None:
    """Keep a pain entry."""
    tx.execute(insert(tables.pain_entry), rows.pain_row(entry, person))


def keep_pain(tx: Transaction, person: UUID, entry: PainEntry) -> None:
    """Keep a pain entry; the same id again only changes the score, and so may be said as often as it takes."""
    add = upsert(tables.pain_entry).values(rows.pain_row(entry, person))
    tx.execute(add.on_conflict_do_update(index_elements=["id"], set_={"score": add.excluded.score}))


def pains(tx: Transaction, person: UUID) -> tuple[PainEntry, ...]:
    """All pain entries of a person."""
    return tuple(understood(rows.pain_of, row) for row in _all(tx, tables.pain_entry, person))


def add_check_in(tx: Transaction, person: UUID, check_in: CheckIn) -> None:
    """Keep a check-in; the entries that follow from it are kept beside it by whoever saves it."""
    tx.execute(insert(tables.check_in), rows.check_in_row(check_in, person))


def check_ins(tx: Transaction, person: UUID) -> tuple[CheckIn, ...]:
    """All check-ins of a person."""
    return tuple(understood(rows.check_in_of, row) for row in _all(tx, tables.check_in, person))


def check_in(tx: Transaction, check_in_id: UUID) -> CheckIn | None:
    """The check-in that a session names."""
    table = tables.check_in
    row = tx.execute(select(table).where(table.c.id == str(check_in_id))).mappings().first()
    return understood(rows.check_in_of, row) if row else None


def add_flag(tx: Transaction, person: UUID, entry: FlagEntry) -> None:
    """Keep a flag."""
    tx.execute(insert(tables.flag_entry), rows.flag_row(entry, person))


def close_flag(tx: Transaction, flag_id: UUID, closed: Closed) -> None:
    """Keep the answer to a flag. What may not close it is refused by `FlagEntry`: build that first."""
    table = tables.flag_entry
    tx.execute(update(table).where(table.c.id == str(flag_id)), rows.closing_row(closed))


def flags(tx: Transaction, person: UUID) -> tuple[FlagEntry, ...]:
    """All flags of a person, open and closed."""
    return tuple(understood(rows.flag_of, row) for row in _all(tx, tables.flag_entry, person))


def add_injury(tx: Transaction, person: UUID, injury: Injury) -> None:
    """Keep an injury."""
    tx.execute(insert(tables.injury), rows.injury_row(injury, person))


def replace_injury(tx: Transaction, person: UUID, injury: Injury) -> None:
    """Keep what was learnt about an injury since."""
    table = tables.injury
    tx.execute(update(table).where(table.c.id == str(injury.id)), rows.injury_row(injury, person))


def close_injury(tx: Transaction, injury_id: UUID, closed: Closed) -> None:
    """Keep the answer to an injury."""
    table = tables.injury
    tx.execute(update(table).where(table.c.id == str(injury_id)), rows.closing_row(closed))


def injuries(tx: Transaction, person: UUID) -> tuple[Injury, ...]:
    """All injuries of a person, open and closed."""
    return tuple(understood(rows.injury_of, row) for row in _all(tx, tables.injury, person))


def _all(tx: Transaction, table: Table, person: UUID) -> Any:
    return tx.execute(select(table).where(table.c.person == str(person)).order_by(table.c.at)).mappings()
