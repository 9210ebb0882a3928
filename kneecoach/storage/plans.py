"""The plan of the week of one person, and what changed for the knee."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select

from kneecoach.domain.novelty import Novelty
from kneecoach.domain.plan import Plan
from kneecoach.storage import plan_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.statements import days, insert_or_replace

_KEEP_PLAN = insert_or_replace(tables.plans.week_plan)
_KEEP_NOVELTY = insert_or_replace(tables.plans.novelty)


def plan(tx: Transaction, person: UUID) -> Plan | None:
    """The one plan of a person; None before anything was said."""
    table = tables.plans.week_plan
    row = tx.execute(select(table).where(table.c.person == str(person))).mappings().first()
    return understood(plan_rows.plan_of, row) if row else None


def keep_plan(tx: Transaction, person: UUID, plan: Plan) -> None:
    """Keep a plan, new or changed; there is one for each person."""
    tx.execute(_KEEP_PLAN, plan_rows.plan_row(plan, person))


def forget_plan(tx: Transaction, person: UUID) -> None:
    """Nothing was ever planned."""
    tx.execute(delete(tables.plans.week_plan).where(tables.plans.week_plan.c.person == str(person)))


def novelties(
    tx: Transaction, person: UUID, since: date | None = None, until: date | None = None
) -> tuple[Novelty, ...]:
    """What changed, by its local day, the earliest first; before `until`."""
    rows = tx.execute(days(tables.plans.novelty.c.day, person, since, until)).mappings()
    return tuple(understood(plan_rows.novelty_of, row) for row in rows)


def novelty(tx: Transaction, person: UUID, novelty_id: UUID) -> Novelty | None:
    """What changed under this id, if the person has such an entry."""
    table = tables.plans.novelty
    one = select(table).where(table.c.id == str(novelty_id), table.c.person == str(person))
    row = tx.execute(one).mappings().first()
    return understood(plan_rows.novelty_of, row) if row else None


def keep_novelty(tx: Transaction, person: UUID, novelty: Novelty) -> None:
    """Keep something that changed, new or corrected."""
    tx.execute(_KEEP_NOVELTY, plan_rows.novelty_row(novelty, person))
