"""Runs, activities and shoes of one person. Every list comes back the earliest first, before `until`."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from kneecoach.domain.activity import Activity
from kneecoach.domain.local_time import later
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import run_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.statements import insert_or_replace, window

_KEEP_RUN = insert_or_replace(tables.runs.run)
_KEEP_ACTIVITY = insert_or_replace(tables.runs.activity)
_KEEP_SHOE = insert_or_replace(tables.runs.shoe)


def keep_run(tx: Transaction, person: UUID, run: Run) -> None:
    """Keep a run, new or changed."""
    tx.execute(_KEEP_RUN, run_rows.run_row(run, person))


def keep_runs(tx: Transaction, person: UUID, kept: Iterable[Run]) -> None:
    """Keep many at once: one by one, a thousand would hold up the window."""
    if rows := [run_rows.run_row(run, person) for run in kept]:
        tx.execute(_KEEP_RUN, rows)


def run(tx: Transaction, run_id: UUID) -> Run | None:
    """The run with this id, if there is one."""
    row = tx.execute(select(tables.runs.run).where(tables.runs.run.c.id == str(run_id))).mappings().first()
    return understood(run_rows.run_of, row) if row else None


def runs(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[Run, ...]:
    """The runs of a person."""
    rows = tx.execute(window(tables.runs.run, person, since, until)).mappings()
    return tuple(understood(run_rows.run_of, row) for row in rows)


def runs_near(tx: Transaction, person: UUID, at: datetime, within: timedelta) -> tuple[Run, ...]:
    """The runs that started at most `within` before or after `at`: those that may be the same one."""
    return runs(tx, person, later(at, -within), later(at, within + timedelta(microseconds=1)))


def last_run(tx: Transaction, person: UUID) -> Run | None:
    """The run that started last."""
    last = window(tables.runs.run, person).order_by(None).order_by(tables.runs.run.c.at.desc()).limit(1)
    row = tx.execute(last).mappings().first()
    return understood(run_rows.run_of, row) if row else None


def keep_activity(tx: Transaction, person: UUID, activity: Activity) -> None:
    """Keep an activity, new or changed."""
    tx.execute(_KEEP_ACTIVITY, run_rows.activity_row(activity, person))


def keep_activities(tx: Transaction, person: UUID, kept: Iterable[Activity]) -> None:
    """Keep many at once."""
    if rows := [run_rows.activity_row(activity, person) for activity in kept]:
        tx.execute(_KEEP_ACTIVITY, rows)


def activity(tx: Transaction, activity_id: UUID) -> Activity | None:
    """The activity with this id, if there is one."""
    row = (
        tx.execute(select(tables.runs.activity).where(tables.runs.activity.c.id == str(activity_id))).mappings().first()
    )
    return understood(run_rows.activity_of, row) if row else None


def activities(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[Activity, ...]:
    """The activities of a person."""
    rows = tx.execute(window(tables.runs.activity, person, since, until)).mappings()
    return tuple(understood(run_rows.activity_of, row) for row in rows)


def keep_shoe(tx: Transaction, person: UUID, shoe: Shoe) -> None:
    """Keep a pair of shoes, new or changed."""
    tx.execute(_KEEP_SHOE, run_rows.shoe_row(shoe, person))


def shoes(tx: Transaction, person: UUID) -> tuple[Shoe, ...]:
    """Every pair of a person: those in use before those that are retired, then by name however it is capitalised."""
    rows = tx.execute(select(tables.runs.shoe).where(tables.runs.shoe.c.person == str(person))).mappings()
    found = (understood(run_rows.shoe_of, row) for row in rows)
    return tuple(sorted(found, key=lambda shoe: (shoe.retired is not None, shoe.name.casefold(), shoe.id)))


def shoe_distances(tx: Transaction, person: UUID) -> Mapping[UUID, int]:
    """How many metres each pair has run here; what it had gone before (`start_m`) comes on top."""
    of_shoe = tables.runs.run.c.shoe
    owned = select(tables.runs.shoe.c.id).where(tables.runs.shoe.c.person == str(person))
    sums = select(of_shoe, func.sum(tables.runs.run.c.distance_m)).where(of_shoe.in_(owned)).group_by(of_shoe)
    return {understood(UUID, shoe): metres for shoe, metres in tx.execute(sums)}
