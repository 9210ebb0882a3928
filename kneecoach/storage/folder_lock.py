"""One data folder, one KneeCoach: a lock the system itself takes back when the program dies."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

from kneecoach.domain.errors import AlreadyOpen
from kneecoach.storage.folder import file_faults, make_folder

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

NAME = "kneecoach.lock"
IN_USE = "KneeCoach is already open on this data folder: use that window, or close it first."


class FolderLock:
    """Held from `acquire` to `release`. The file stays behind: its being there means nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the folder, making it if need be; `AlreadyOpen` when another has it, `DiskTrouble` from the disk."""
        make_folder(self._folder)
        with file_faults(), ExitStack() as undo:
            file = os.open(self._folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            undo.callback(os.close, file)
            try:
                _lock(file)
            except BlockingIOError as error:
                raise AlreadyOpen(IN_USE) from error
            undo.pop_all()
        self._file = file

    def release(self) -> None:
        """Let the folder go; closing the file is what does it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock(file: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
