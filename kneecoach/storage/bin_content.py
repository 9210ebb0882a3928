"""What lies in the bin: rows of other tables by their table, as JSON, and their way back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Table, insert, select
from sqlalchemy.exc import IntegrityError, InterfaceError, ProgrammingError

from kneecoach.domain.bin_kind import How
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.storage import tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.disk import DAMAGED
from kneecoach.storage.rows import Row, dumped, instant, zone_name

Content = Mapping[str, Sequence[Row]]

IMPORT = "import"
"""The kind of what a whole import brought; no entry of the diary has it."""
NOT_KEPT = "That is no longer in the bin."
PLACE_TAKEN = "There is another answer for that day by now. Delete it first."
_TAKEN = "SQLITE_CONSTRAINT_UNIQUE"
_AT_ONCE = 500


def bin_row(person: UUID, kind: str, entry: UUID, at: datetime, how: How, content: Content) -> dict[str, str]:
    """A row of the bin under an id of its own."""
    return {
        "id": str(uuid4()),
        "person": str(person),
        "at": instant(at),
        "zone": zone_name(at),
        "how": how.value,
        "kind": kind,
        "entry": str(entry),
        "content": dumped(content),
    }


def rows_of(tx: Transaction, table: Table, where: ColumnElement[bool]) -> list[dict[str, Any]]:
    """As the table has them."""
    return [dict(row) for row in tx.execute(select(table).where(where)).mappings()]


def portions(ids: Iterable[UUID | str]) -> Iterator[list[str]]:
    """The ids as text, no more at once than a statement can name."""
    wanted = [str(one) for one in ids]
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def write(tx: Transaction, content: Content) -> None:
    """Put the rows back; `InvalidInput` when another one stands in their place, `CannotStart` for damage."""
    # In the order of the tables, so that a session is there before its sets
    for table in tables.shared.metadata.sorted_tables:
        if rows := content.get(table.name):
            try:
                tx.execute(insert(table), [dict(row) for row in rows])
            except IntegrityError as error:
                if getattr(error.orig, "sqlite_errorname", None) != _TAKEN:
                    raise CannotStart(DAMAGED) from error
                raise InvalidInput(PLACE_TAKEN) from error
            # A value that no column takes; a disk that refuses is none of these, and says so itself
            except (InterfaceError, ProgrammingError) as error:
                raise CannotStart(DAMAGED) from error
