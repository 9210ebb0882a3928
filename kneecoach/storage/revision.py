"""What lies in a data folder, looked at with the standard library alone and without changing a byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kneecoach.domain.errors import CannotStart, TooNew
from kneecoach.storage import disk

DATABASE = "kneecoach.db"
APPLICATION_ID = 0x4B6E6565
"""Written into the file's head, so that a file says whose it is: "Knee"."""
SIGN = "PRAGMA application_id = 1265526117"
REVISIONS = ("0001",)
"""Every revision this version knows, oldest first."""
NEWEST = REVISIONS[-1]

FOREIGN = "The file kneecoach.db in the data folder was not made by KneeCoach: move it away, or choose another folder."
TOO_NEW = "This data was written by a newer KneeCoach: install that version. Nothing was changed."
NOT_A_FOLDER = "The data folder is a file: choose another folder with --data-dir."


def revision_of(folder: Path) -> str | None:
    """The revision of the database in `folder`; None when there is none yet, or only the start of one.

    `TooNew` for a revision this version does not know; `CannotStart` for a file that is damaged or of another
    program, and when the folder is a file.
    """
    path = folder / DATABASE
    try:
        if folder.exists() and not folder.is_dir():
            raise CannotStart(NOT_A_FOLDER)
        if not path.exists() or path.stat().st_size == 0:
            return None
    except OSError as error:
        raise disk.file_trouble(error) from error
    try:
        with closing(open_read_only(path)) as connection:
            return _revision(connection)
    except sqlite3.Error as error:
        trouble = disk.sql_trouble(error)
        if trouble is None:
            raise
        raise trouble from error


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that can't write.

    Where even the shared memory beside the file may not be made (a folder that is read-only), the file is read as
    one that never changes; that is right only while no log lies beside it.
    """
    uri = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = sqlite3.connect(uri + "&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    return connection


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
    return str(versions[0])
