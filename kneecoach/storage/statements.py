"""Statements that several tables share."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Select, Table, select
from sqlalchemy.dialects.sqlite import Insert, insert

from kneecoach.storage.rows import instant


def insert_or_replace(table: Table) -> Insert:
    """Keep a row; the same id again replaces all of it. Made once for a table: to build it takes longer than to run."""
    add = insert(table)
    changed = {column.name: add.excluded[column.name] for column in table.columns if not column.primary_key}
    return add.on_conflict_do_update(index_elements=["id"], set_=changed)


def window(table: Table, person: UUID, since: datetime | None = None, until: datetime | None = None) -> Select[Any]:
    """A person's rows by time, the earliest first: from `since` on and before `until` (both aware)."""
    chosen = select(table).where(table.c.person == str(person)).order_by(table.c.at)
    if since is not None:
        chosen = chosen.where(table.c.at >= instant(since))
    if until is not None:
        chosen = chosen.where(table.c.at < instant(until))
    return chosen


def days(day: Column[str], person: UUID, since: date | None = None, until: date | None = None) -> Select[Any]:
    """A person's rows by the local day in this column, the earliest first: from `since` on and before `until`."""
    table = day.table
    chosen = select(table).where(table.c.person == str(person)).order_by(day)
    if since is not None:
        chosen = chosen.where(day >= since.isoformat())
    if until is not None:
        chosen = chosen.where(day < until.isoformat())
    return chosen
