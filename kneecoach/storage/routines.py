"""Routines as they were played, each version kept for good."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.routine import Routine
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.session_rows import routine_of, routine_row
from kneecoach.storage.tables.routines import routine_version as _version

_KEEP = insert(_version).on_conflict_do_nothing(index_elements=["digest"])


def keep_version(tx: Transaction, routine: Routine) -> str:
    """Keep this very routine, once however often it is played, and answer with the key of its version."""
    row = routine_row(routine)
    tx.execute(_KEEP, row)
    return str(row["digest"])


def versions(tx: Transaction, routine_id: str) -> tuple[Routine, ...]:
    """Every version of a routine that was ever played, the lowest number first."""
    played = select(_version).where(_version.c.routine == routine_id).order_by(_version.c.version)
    return tuple(understood(routine_of, row) for row in tx.execute(played).mappings())
