"""Imports of the last 30 days, kept in the bin as what each of them brought, to be taken back as a whole."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select

from kneecoach.domain.diary import How
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.local_time import later
from kneecoach.domain.own_routine import KEPT_DAYS
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row, dumped, instant, moment_of, understood, zone_name
from kneecoach.storage.tables import bin_entry

IMPORT = "import"
"""The kind of such a row; no entry of the diary has it."""
Brought = Mapping[str, Sequence[UUID]]
"""Ids by what they are of."""


def keep(tx: Transaction, person: UUID, brought: Brought, at: datetime) -> UUID:
    """Note what an import brought `at` that moment (aware); the id to find it by."""
    row = {
        "id": str(uuid4()),
        "person": str(person),
        "at": instant(at),
        "zone": zone_name(at),
        "how": How.EDITED.value,
        "kind": IMPORT,
        "entry": str(uuid4()),
        "content": dumped({IMPORT: [{what: [str(one) for one in ids] for what, ids in brought.items()}]}),
    }
    tx.execute(insert(bin_entry), row)
    return UUID(row["id"])


def listed(tx: Transaction, person: UUID, now: datetime) -> tuple[tuple[UUID, datetime, Brought], ...]:
    """The imports that can be taken back at `now` (aware), the newest first; what can't be understood is left out."""
    oldest = instant(later(now, -timedelta(days=KEPT_DAYS)))
    kept = select(bin_entry).where(bin_entry.c.person == str(person), bin_entry.c.at >= oldest)
    rows = tx.execute(kept.where(bin_entry.c.kind == IMPORT).order_by(bin_entry.c.at.desc())).mappings().all()
    found = []
    for row in rows:
        try:
            found.append(understood(_what, row))
        except CannotStart:
            continue
    return tuple(found)


def let_go(tx: Transaction, kept: UUID) -> None:
    """It was taken back."""
    tx.execute(delete(bin_entry).where(bin_entry.c.id == str(kept), bin_entry.c.kind == IMPORT))


def _what(row: Row) -> tuple[UUID, datetime, Brought]:
    (brought,) = json.loads(row["content"])[IMPORT]
    ids = {what: tuple(UUID(one) for one in some) for what, some in brought.items()}
    return UUID(row["id"]), moment_of(row["at"], row["zone"]), ids
