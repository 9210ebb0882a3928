"""A look at the whole database, as the doctor asks for it; nothing is changed."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kneecoach.storage.disk import faults
from kneecoach.storage.own_rows import own_if_understood
from kneecoach.storage.revision import DATABASE, NEWEST, open_read_only, revision_of

SOUND = "ok"


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found; `revision` is None when there is no database yet, `sqlite` the version of the library.

    `lost_routines` are the names of one's own routines that no routine can be read from.
    """

    revision: str | None
    newest: str
    problems: tuple[str, ...]
    sqlite: str
    lost_routines: tuple[str, ...] = ()


def examine(folder: Path) -> Examination:
    """Read every page of the database in `folder`. `CannotStart` and its kinds when it can't be opened."""
    found = revision_of(folder)
    problems: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    if found is not None:
        with faults(), closing(open_read_only(folder / DATABASE)) as connection:
            said = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(10)")]
            problems = tuple(line for line in said if line != SOUND)
            if found == NEWEST and not problems:
                lost = _lost_routines(connection)
    return Examination(found, NEWEST, problems, sqlite3.sqlite_version, lost)


def _lost_routines(connection: sqlite3.Connection) -> tuple[str, ...]:
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM own_routine WHERE deleted_at IS NULL ORDER BY name")
    return tuple(row["name"] for row in rows if own_if_understood(dict(row)) is None)
