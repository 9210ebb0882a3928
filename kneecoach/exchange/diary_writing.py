"""A file for the person, written whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from kneecoach.domain.errors import DiskTrouble, InvalidInput

A_FOLDER = "That is a folder. Give the file a name, too."
NO_FOLDER = "There is no such folder to write the file in."
FULL = "The disk is full: the file was not written. Free some space, or choose another place."
NOT_ALLOWED = "This computer does not let KneeCoach write there. Choose another place."
REFUSED = "The disk refused to take the file: it was not written. Choose another place."
NO_NAME = "A file can't be called that."
_WHY = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: NOT_ALLOWED,
}


def write_whole(path: Path, text: str) -> None:
    """Put the text on disk, as `put_whole` does."""
    put_whole(path, text.encode("utf-8", "replace"))


def put_whole(path: Path, content: bytes) -> None:
    """Put it on disk under this name, readable by its owner only; what was there before stays until it is.

    `InvalidInput` where no file can be, `DiskTrouble` when the disk refuses: then everything is as it was.
    """
    try:
        path = path.resolve()
        if path.is_dir():
            raise InvalidInput(A_FOLDER)
        if path.exists() and not path.is_file():
            # A device or a pipe can't be put in place of itself
            path.write_bytes(content)
            return
        _put(path, content)
    except (FileNotFoundError, NotADirectoryError):
        raise InvalidInput(NO_FOLDER) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise InvalidInput(NO_NAME) from None
        raise DiskTrouble(_WHY.get(error.errno or 0, REFUSED)) from error
    except ValueError:
        raise InvalidInput(NO_NAME) from None


def _put(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{uuid4().hex}.part")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
