"""The limits that a physio has set for a person."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.advice.chosen import Chosen
from kneecoach.storage import tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.threshold_rows import chosen_of, chosen_row


def chosen(tx: Transaction, person: UUID) -> Chosen | None:
    """What was chosen for this person; None where KneeCoach's own limits hold."""
    table = tables.people.thresholds
    row = tx.execute(select(table).where(table.c.person == str(person))).mappings().first()
    return understood(chosen_of, row) if row else None


def keep(tx: Transaction, person: UUID, chosen: Chosen) -> None:
    """In place of what was chosen before."""
    row = chosen_row(chosen, person)
    changed = {name: value for name, value in row.items() if name != "person"}
    add = insert(tables.people.thresholds).values(row)
    tx.execute(add.on_conflict_do_update(index_elements=["person"], set_=changed))


def forget(tx: Transaction, person: UUID) -> None:
    """Back to KneeCoach's own limits."""
    tx.execute(delete(tables.people.thresholds).where(tables.people.thresholds.c.person == str(person)))
