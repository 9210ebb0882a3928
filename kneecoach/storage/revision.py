"""What lies in a data folder, looked at with the standard library alone and without changing a byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kneecoach.domain.errors import CannotStart, TooNew
from kneecoach.storage import disk
from kneecoach.storage.folder import file_faults

DATABASE = "kneecoach.db"
APPLICATION_ID = 0x4B6E6565
"""Written into the file's head, so that a file says whose it is: "Knee"."""
SIGN = "PRAGMA application_id = 1265526117"
REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision this version knows, oldest first."""
NEWEST = REVISIONS[-1]
TABLES = frozenset(
    {
        "activity",
        "alembic_version",
        "bin",
        "check_in",
        "favourite",
        "flag_entry",
        "ice",
        "injury",
        "morning",
        "morning_wave",
        "novelty",
        "once_answer",
        "own_routine",
        "pain_entry",
        "pattern",
        "person",
        "routine_version",
        "run",
        "session",
        "session_set",
        "settings",
        "shoe",
        "support",
        "thresholds",
        "week_plan",
        "weekly_review",
    }
)
"""What a file of the newest revision holds."""

FOREIGN = "The file kneecoach.db in the data folder was not made by KneeCoach: move it away, or choose another folder."
TOO_NEW = "This data was written by a newer KneeCoach: install that version. Nothing was changed."


def revision_of(folder: Path) -> str | None:
    """The revision of the database in `folder`; None when there is none yet, or only the start of one.

    `TooNew` for a revision this version does not know; `CannotStart` for a file that is damaged or of another
    program, and when the folder is a file.
    """
    path = folder / DATABASE
    with file_faults():
        try:
            if path.stat().st_size == 0:
                return None
        except FileNotFoundError:
            return None
    with disk.faults(), closing(open_still(path)) as connection:
        return _revision(connection)


def open_still(path: Path) -> sqlite3.Connection:
    """A connection for a short look that leaves nothing behind.

    Where no log lies beside the file nobody has it open, and it can be read as one that never changes. An ordinary
    reader would leave an empty log and shared memory, which it may not remove.
    """
    return open_read_only(path) if _log(path).exists() else _connect(path, "?mode=ro&immutable=1")


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that can't write but sees what others write.

    In a folder that is read-only the shared memory beside the file can't be made: then it is read as one that never
    changes, which is right while there is nothing in a log.
    """
    connection = _connect(path, "?mode=ro")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        connection.close()
        if _log(path).exists() and _log(path).stat().st_size:
            raise
        connection = _connect(path, "?mode=ro&immutable=1")
    return connection


def _connect(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(path.absolute().as_uri() + how, uri=True, isolation_level=None, check_same_thread=False)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _revision(connection: sqlite3.Connection) -> str | None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if application not in (0, APPLICATION_ID) or (tables and application != APPLICATION_ID):
        raise CannotStart(FOREIGN)
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise CannotStart(disk.DAMAGED)
    versions = [version for (version,) in connection.execute("SELECT version_num FROM alembic_version")]
    if len(versions) != 1:
        raise CannotStart(disk.DAMAGED)
    if versions[0] not in REVISIONS:
        raise TooNew(TOO_NEW)
    if versions[0] == NEWEST and not tables >= TABLES:
        raise CannotStart(disk.DAMAGED)
    return str(versions[0])
