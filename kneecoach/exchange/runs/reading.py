"""Reading run files one after another, so that whoever shows them stays alive between two."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs import sources
from kneecoach.exchange.runs.archives import ZIP, Archive, FolderArchive, opened_zip
from kneecoach.exchange.runs.found import ALSO_HOLDS, Outcome, Refused
from kneecoach.exchange.runs.judging import Judge
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_UNZIPPED, TOO_BIG, UNPACKS_TO_TOO_MUCH, Cancelled
from kneecoach.exchange.runs.one_file import OneFile
from kneecoach.exchange.runs.pace import Pace
from kneecoach.exchange.runs.sources import content_of, shown

PASSED_OVER = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".svg", ".bmp", ".tif", ".tiff"),
        *(".mp4", ".mov", ".avi", ".m4v", ".mp3", ".m4a", ".wav"),
        *(".txt", ".md", ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods"),
        *(".htm", ".html", ".json", ".js", ".css", ".log", ".ini", ".db"),
    }
)
"""What lies beside runs and is told of by number; everything else that can't be read is told of by name."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
NOTHING = "There is no run file in it."
FOLDER_INSIDE = "It is a folder inside the folder. Choose it by itself."


def read_files(
    paths: Iterable[Path],
    *,
    zone: tzinfo,
    now: datetime,
    others: bool = False,
    progress: Callable[[int, int | None, str], None] = lambda _done, _total, _name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """What the files, folders and archives hold, in their order, each as soon as it is read.

    Nothing is written and nothing is raised for a bad file: it comes out as `Refused`. With `others`, activities come
    out as `Found` too, otherwise as `NotARun`. `progress` is told how many files are done, of how many as far as that
    is known by then, and the name of the next. Once `cancelled` says so, nothing more comes out.
    """
    there = list(paths)
    reading = _Reading(OneFile(Judge(zone, now, others), Pace(len(there), progress, cancelled)))
    try:
        for path in there:
            yield from reading.path(path)
        reading.pace.end()
    except Cancelled:
        return


class _Reading:
    """One call of `read_files`."""

    def __init__(self, files: OneFile) -> None:
        self.pace = files.pace
        self._files = files

    def path(self, path: Path) -> Iterator[Outcome]:
        """What one path leads to."""
        name, before = shown(path.name), self.pace.done
        try:
            if path.is_dir():
                yield from self._archive(FolderArchive(path), name, zipped=False)
            else:
                yield from self._file(path, name)
        except InvalidInput as error:
            if self.pace.done == before:
                self.pace.begin(name)
            yield Refused(name, str(error))

    def _file(self, path: Path, name: str) -> Iterator[Outcome]:
        with sources.opened(path) as stream:
            if _is_zip(stream):
                yield from self._zip(stream, name)
                return
            if stream.seek(0, os.SEEK_END) > MAX_BYTES:
                raise InvalidInput(TOO_BIG)
            stream.seek(0)
            self.pace.begin(name)
            content = content_of(stream, self.pace.cancelled)
        yield from self._files.outcomes(content, name)

    def _archive(self, archive: Archive, name: str, *, zipped: bool) -> Iterator[Outcome]:
        if archive.table is not None:
            with archive.opened(archive.table) as stream:
                table = content_of(stream, self.pace.cancelled)
            yield from self._files.strava(table, name, archive)
            return
        files = [file for file in archive.names if not _is_litter(file)]
        self.pace.expect(len(files))
        found, passed_over, left = False, 0, MAX_UNZIPPED
        for file in files:
            label = f"{name}: {shown(file)}" if zipped else shown(file)
            if PurePosixPath(file).name.startswith("."):
                self.pace.begin(label)
                passed_over += 1
                continue
            for outcome, size in self._member(archive, file, label, zipped=zipped):
                left -= size
                if zipped and left < 0:
                    raise InvalidInput(UNPACKS_TO_TOO_MUCH)
                if isinstance(outcome, Refused) and PurePosixPath(file).suffix.casefold() in PASSED_OVER:
                    passed_over += 1
                else:
                    found = True
                    yield outcome
        for folder in archive.folders:
            found = True
            yield Refused(shown(folder), FOLDER_INSIDE)
        if not found:
            raise InvalidInput(NOTHING)
        if passed_over:
            what = "1 file that is no run" if passed_over == 1 else f"{passed_over:,} files that are no runs"
            yield Refused(name, f"{ALSO_HOLDS} {what}, like pictures, texts and hidden files.")

    def _member(self, archive: Archive, file: str, label: str, *, zipped: bool) -> Iterator[tuple[Outcome, int]]:
        """What a file of an archive holds, with the bytes that it took, told once; a zip in a folder is looked into."""
        before = self.pace.done
        try:
            with archive.opened(file) as stream:
                if not zipped and _is_zip(stream):
                    yield from ((outcome, 0) for outcome in self._zip(stream, label))
                    return
                self.pace.begin(label)
                content = content_of(stream, self.pace.cancelled)
        except InvalidInput as error:
            if self.pace.done == before:
                self.pace.begin(label)
            yield Refused(label, str(error)), 0
            return
        size = len(content)
        for outcome in self._files.outcomes(content, label):
            yield outcome, size
            size = 0

    def _zip(self, stream: BinaryIO, name: str) -> Iterator[Outcome]:
        with opened_zip(stream) as archive:
            yield from self._archive(archive, name, zipped=True)


def _is_zip(stream: BinaryIO) -> bool:
    start = stream.read(len(ZIP))
    stream.seek(0)
    return start == ZIP


def _is_litter(file: str) -> bool:
    """What a computer leaves in every folder, and nobody put there."""
    parts = PurePosixPath(file).parts
    return parts[0] == "__MACOSX" or parts[-1] in LITTER or parts[-1].startswith("._")
