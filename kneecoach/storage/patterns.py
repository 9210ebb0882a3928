"""What R20 last found of one person, with the runs that it read."""

import json
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.advice.pattern import Looked, again
from kneecoach.domain.finding import Finding
from kneecoach.storage import tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row, understood


def looked(tx: Transaction, person: UUID) -> Looked | None:
    """What was found when it was last looked for; None when it never was."""
    table = tables.runs.pattern
    row = tx.execute(select(table).where(table.c.person == str(person))).mappings().first()
    return understood(_looked_of, row) if row else None


def keep(tx: Transaction, person: UUID, looked: Looked) -> None:
    """In place of what was kept before."""
    told = _text(looked.found)
    row = {"person": str(person), "runs": looked.runs, "found": told}
    add = insert(tables.runs.pattern).values(row)
    tx.execute(add.on_conflict_do_update(index_elements=["person"], set_={"runs": looked.runs, "found": told}))


def _text(found: Finding | None) -> str:
    told = None if found is None else {"values": found.values, "entries": [str(one) for one in found.entries]}
    return json.dumps(told)


def _looked_of(row: Row) -> Looked:
    told = json.loads(row["found"])
    if told is None:
        return Looked(row["runs"])
    return Looked(row["runs"], again(dict(told["values"]), tuple(UUID(one) for one in told["entries"])))
