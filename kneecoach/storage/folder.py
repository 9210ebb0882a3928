"""The data folder and its files, made for their owner only and known to the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kneecoach.domain.errors import CannotStart
from kneecoach.storage import disk

NOT_A_FOLDER = "The data folder is a file: choose another folder with --data-dir."


def make_folder(folder: Path) -> None:
    """The data folder, for its owner only; a folder that already holds other things keeps its rights."""
    with file_faults():
        if folder.exists() and not folder.is_dir():
            raise CannotStart(NOT_A_FOLDER)
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
            sync_folder(folder.parent)
        elif (mode := folder.stat().st_mode & 0o777) & 0o077 and not any(folder.iterdir()):
            folder.chmod(mode & 0o700)


def make_file(path: Path) -> None:
    """An empty file for its owner only; SQLite gives the log and the shared memory of a file the same rights."""
    with file_faults():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))
        path.chmod(0o600)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on disk, as a sync of a file does for its content."""
    if os.name == "nt":  # pragma: no cover
        return
    with file_faults():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def file_faults() -> Iterator[None]:
    """Turns what the file system says into the sentence for it."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotStart(NOT_A_FOLDER) from error
    except OSError as error:
        raise disk.file_trouble(error) from error
