"""What the disk or the database file can do to us, each as one sentence; our own mistakes are not among them."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kneecoach.domain.errors import CannotStart, DiskTrouble

FULL = "The disk is full: free some space, then press Try again. Everything saved before is safe."
READ_ONLY = (
    "KneeCoach may not write in its data folder: allow it, or choose another with --data-dir, then try again. "
    "Everything saved before is safe."
)
REFUSED = (
    "The disk refused to read or write: check the disk or the connection to it, then try again. "
    "Everything saved before is safe."
)
BUSY = "Another program is using KneeCoach's data file: close it, then try again. Everything saved before is safe."
DAMAGED = (
    "KneeCoach's data file is damaged and was left as it is: copy the data folder to a safe place before you do "
    "anything else."
)

_TROUBLES = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_IOERR: REFUSED,
    sqlite3.SQLITE_NOLFS: REFUSED,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
}
_DAMAGES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def sql_trouble(error: BaseException | None) -> CannotStart | None:
    """What the person should know about an error of the driver; None when the fault is ours and may crash."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGES:
        return CannotStart(DAMAGED)
    return DiskTrouble(_TROUBLES[code]) if code in _TROUBLES else None


def file_trouble(error: OSError) -> DiskTrouble:
    """What the person should know about an error of the file system."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskTrouble(FULL)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return DiskTrouble(READ_ONLY)
    return DiskTrouble(REFUSED)


@contextmanager
def faults() -> Iterator[None]:
    """Turns what the driver says of the disk into the sentence for it; what is our own fault passes and crashes."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = sql_trouble(error)
        if trouble is None:
            raise
        raise trouble from error
