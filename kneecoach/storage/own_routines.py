"""Routines of one's own and favourites, as they are now."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, Update, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.own_routine import DeletedRoutine, OwnRoutine
from kneecoach.storage.database import Transaction
from kneecoach.storage.letting_go import let_go
from kneecoach.storage.own_rows import deleted_of, own_if_understood, own_of, own_row
from kneecoach.storage.rows import instant, understood
from kneecoach.storage.tables.routines import favourite as _favourite
from kneecoach.storage.tables.routines import own_routine as _own
from kneecoach.storage.told_rows import oldest


def own_routines(tx: Transaction) -> tuple[OwnRoutine, ...]:
    """Every one that is not deleted and can be understood, by name however it is capitalised."""
    found = [own for row in _there(tx) if (own := own_if_understood(row)) is not None]
    return tuple(sorted(found, key=lambda own: (own.routine.name.casefold(), own.id)))


def not_understood(tx: Transaction) -> tuple[tuple[str, str], ...]:
    """Id and name of those that are there, not deleted, and can't be read."""
    found = [(row["id"], row["name"]) for row in _there(tx) if own_if_understood(row) is None]
    return tuple(sorted(found, key=lambda one: one[1].casefold()))


def own_routine(tx: Transaction, routine_id: str) -> OwnRoutine | None:
    """The one with this id, unless it is deleted."""
    one = select(_own).where(_own.c.id == routine_id, _own.c.deleted_at.is_(None))
    row = tx.execute(one).mappings().first()
    return understood(own_of, row) if row else None


def deleted(tx: Transaction, now: datetime) -> tuple[DeletedRoutine, ...]:
    """Those that can be had back at `now` (aware) and can be understood, the latest first, in its zone."""
    kept = select(_own).where(_own.c.deleted_at >= oldest(now)).order_by(_own.c.deleted_at.desc(), _own.c.id)
    found = (deleted_of(row, now.tzinfo) for row in tx.execute(kept).mappings())
    return tuple(one for one in found if one is not None)


def keep_own(tx: Transaction, own: OwnRoutine) -> None:
    """Keep it, new or changed."""
    row = own_row(own)
    tx.execute(insert(_own).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def delete_own(tx: Transaction, routine_id: str, at: datetime) -> None:
    """Mark it as deleted at `at` (aware), and let go for good of what was deleted more than 30 days before that."""
    tx.execute(_one(routine_id).values(deleted_at=instant(at)))
    let_go(tx, _own.c.deleted_at, at)


def restore_own(tx: Transaction, routine_id: str) -> bool:
    """Have a deleted one back, as long as it is kept; whether it is."""
    tx.execute(_one(routine_id).values(deleted_at=None))
    return tx.execute(select(_own.c.id).where(_own.c.id == routine_id)).first() is not None


def favourites(tx: Transaction) -> frozenset[str]:
    """The ids of the routines with a star; one of them may be deleted."""
    return frozenset(tx.execute(select(_favourite.c.routine)).scalars())


def add_favourite(tx: Transaction, routine_id: str) -> None:
    """Give it a star; twice is fine."""
    tx.execute(insert(_favourite).on_conflict_do_nothing(), {"routine": routine_id})


def remove_favourite(tx: Transaction, routine_id: str) -> None:
    """Take its star away."""
    tx.execute(delete(_favourite).where(_favourite.c.routine == routine_id))


def _there(tx: Transaction) -> Sequence[RowMapping]:
    return tx.execute(select(_own).where(_own.c.deleted_at.is_(None))).mappings().all()


def _one(routine_id: str) -> Update:
    return update(_own).where(_own.c.id == routine_id)
