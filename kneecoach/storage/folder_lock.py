"""One data folder, one KneeCoach: a lock the system itself takes back when the program dies."""

import os
import sys
from pathlib import Path

from kneecoach.domain.errors import AlreadyOpen
from kneecoach.storage.disk import file_trouble

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

NAME = "kneecoach.lock"
IN_USE = "KneeCoach is already open on this data folder: use that window, or close it first."


class FolderLock:
    """Held from `acquire` to `release`. The file stays behind: its being there means nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the folder, or say who has it (`AlreadyOpen`) or what the disk says (`DiskTrouble`)."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise file_trouble(error) from error
        try:
            _lock(file)
        except (BlockingIOError, PermissionError) as error:
            os.close(file)
            raise AlreadyOpen(IN_USE) from error
        except OSError as error:
            os.close(file)
            raise file_trouble(error) from error
        self._file = file

    def release(self) -> None:
        """Let the folder go; closing the file is what does it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock(file: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
