"""Zips and folders that hold run files: looked through before anything in them is read."""

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs import sources
from kneecoach.exchange.runs.limits import (
    MAX_BYTES,
    MAX_DIRECTORY_BYTES,
    MAX_ENTRIES,
    MAX_STRAVA_ENTRIES,
    MAX_UNZIPPED,
    TOO_BIG,
    UNPACK_IT,
    UNPACKS_TO_TOO_MUCH,
)

ZIP = b"PK"
TABLE = "activities.csv"
DAMAGED = "The zip is damaged. Copy it again."
UNSAFE = "It holds a name that leads outside the archive, so none of it is read."
MISSING = "It is not in the archive."
_DRIVE = re.compile(r"[A-Za-z]:")
_END, _END_BYTES, _ZIP64_PLACE, _ZIP64_PLACE_BYTES, _COMMENT_BYTES = b"PK\x05\x06", 22, b"PK\x06\x07", 20, 0xFFFF
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What damage ends in: the library has no error of its own for each
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error, ValueError)


class Archive(Protocol):
    """A zip or a folder: files by name, with forward slashes."""

    @property
    def names(self) -> Sequence[str]:
        """The files that may hold runs: for a folder those that lie in it directly."""

    @property
    def folders(self) -> Sequence[str]:
        """The folders in a folder, which are not looked into."""

    @property
    def table(self) -> str | None:
        """The name of Strava's table of activities; None when this is no export of Strava."""

    def opened(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file in it; `InvalidInput` when it is not there or can't be read."""


class ZipArchive:
    """A zip that was looked through: no name in it leads outside, and what it unpacks to is within the limits."""

    folders: Sequence[str] = ()

    def __init__(self, zipped: zipfile.ZipFile, size: int) -> None:
        self._zipped = zipped
        self._entries = {entry.filename: entry for entry in zipped.infolist() if not entry.is_dir()}
        self.table = next((name for name in self._entries if _is_table(name)), None)
        self._look_through(zipped.infolist(), size)

    @property
    def names(self) -> Sequence[str]:
        return list(self._entries)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        entry = self._entries.get(name)
        if entry is None:
            raise InvalidInput(MISSING)
        if entry.file_size > MAX_BYTES:
            raise InvalidInput(TOO_BIG)
        try:
            with self._zipped.open(entry) as stream:
                yield stream  # type: ignore[misc]  # a binary stream in all but name
        except (*_BROKEN, OSError):
            raise InvalidInput("It is damaged inside the zip. Copy the zip again.") from None

    def _look_through(self, entries: list[zipfile.ZipInfo], size: int) -> None:
        most = MAX_ENTRIES if self.table is None else MAX_STRAVA_ENTRIES
        if len(entries) > most:
            raise InvalidInput(f"The zip holds more than {most:,} files. {UNPACK_IT}")
        if len({entry.filename for entry in entries}) < len(entries):
            raise InvalidInput("The zip holds two files of the same name.")
        for entry in entries:
            if _leads_outside(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
                raise InvalidInput(UNSAFE)
            if entry.flag_bits & 0x1:
                raise InvalidInput("The zip is locked with a password. Unpack it first.")
            if entry.compress_type not in _READABLE:
                raise InvalidInput("The zip is packed in an unusual way. Unpack it first.")
        if self.table is None and size > MAX_BYTES:
            raise InvalidInput(f"The zip is larger than {MAX_BYTES // 1_000_000} MB. {UNPACK_IT}")
        if self.table is None and sum(entry.file_size for entry in entries) > MAX_UNZIPPED:
            raise InvalidInput(UNPACKS_TO_TOO_MUCH)


@contextmanager
def opened_zip(stream: BinaryIO) -> Iterator[ZipArchive]:
    """The zip in a stream; `InvalidInput` when it is damaged, too big or not safe."""
    size = stream.seek(0, os.SEEK_END)
    if _directory_bytes(stream, size) > MAX_DIRECTORY_BYTES:
        raise InvalidInput(f"The zip holds more than {MAX_STRAVA_ENTRIES:,} files.")
    try:
        zipped = zipfile.ZipFile(stream)
    except (*_BROKEN, OSError):
        raise InvalidInput(DAMAGED) from None
    with zipped:
        yield ZipArchive(zipped, size)


def _directory_bytes(stream: BinaryIO, size: int) -> int:
    """How long the list of contents says it is, before a library takes it into memory."""
    stream.seek(max(0, size - _END_BYTES - _COMMENT_BYTES - _ZIP64_PLACE_BYTES))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise InvalidInput(DAMAGED)
    place = tail[max(0, at - _ZIP64_PLACE_BYTES) : at]
    (length,) = struct.unpack_from("<I", tail, at + 12)
    if place.startswith(_ZIP64_PLACE):
        stream.seek(min(size, struct.unpack_from("<Q", place, 8)[0]))
        end = stream.read(48)
        if len(end) < 48:  # noqa: PLR2004 - up to and with the length
            raise InvalidInput(DAMAGED)
        (length,) = struct.unpack_from("<Q", end, 40)
    return int(length)


class FolderArchive:
    """An unpacked export, or a folder of run files; nothing is followed out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            inside = sorted((entry.name, entry.is_dir()) for entry in folder.iterdir())
        except OSError:
            raise InvalidInput("This computer does not let KneeCoach look into the folder.") from None
        self.names: Sequence[str] = [name for name, is_folder in inside if not is_folder]
        self.folders: Sequence[str] = [name for name, is_folder in inside if is_folder and not name.startswith(".")]
        self.table = next((name for name in self.names if _is_table(name)), None)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        path = self._folder / name
        try:
            inside = not _leads_outside(name) and path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, ValueError, RuntimeError):
            inside = False
        if not inside:
            raise InvalidInput("It leads outside the folder, so it is not read.")
        with sources.opened(path) as stream:
            # A zip has limits of its own
            if stream.read(len(ZIP)) != ZIP and stream.seek(0, os.SEEK_END) > MAX_BYTES:
                raise InvalidInput(TOO_BIG)
            stream.seek(0)
            yield stream


def _is_table(name: str) -> bool:
    parts = name.split("/")
    return parts[-1].casefold() == TABLE and len(parts) <= 2  # noqa: PLR2004 - at the top or in the one folder of it


def _leads_outside(name: str) -> bool:
    slashed = name.replace("\\", "/")
    return slashed.startswith("/") or ".." in PurePosixPath(slashed).parts or bool(_DRIVE.match(name))
