"""Reading run files one after another, so that whoever shows them stays alive between two."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_file import is_named_as_diary
from kneecoach.exchange.runs import sources
from kneecoach.exchange.runs.archives import ZIP, Archive, FolderArchive, opened_zip
from kneecoach.exchange.runs.found import ALSO_HOLDS, OfADiary, Outcome, Refused
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
DATA, NAMED = ".json", 5
"""What may be a damaged diary, and up to how many of those are told of by name."""
NOTHING = "There is no run file in it."
HIDDEN = "It is hidden."
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
        found, left = False, MAX_UNZIPPED
        passed_over: list[Refused] = []
        for file in files:
            label = f"{name}: {shown(file)}" if zipped else shown(file)
            if PurePosixPath(file).name.startswith("."):
                self.pace.begin(label)
                passed_over.append(Refused(label, HIDDEN))
                continue
            for outcome, size in self._member(archive, file, label, zipped=zipped):
                left -= size
                if zipped and left < 0:
                    raise InvalidInput(UNPACKS_TO_TOO_MUCH)
                if isinstance(outcome, OfADiary):
                    found = True
                    # Whoever chose the folder has taken it out and goes about it first
                    if not zipped and is_named_as_diary(file):
                        continue
                    yield Refused(outcome.file, outcome.why)
                elif isinstance(outcome, Refused) and _suffix(file) in PASSED_OVER:
                    passed_over.append(outcome)
                else:
                    found = True
                    yield outcome
        for folder in archive.folders:
            found = True
            yield Refused(shown(folder), FOLDER_INSIDE)
        yield from _passed_over(passed_over, name, alone=not found)

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


def _passed_over(passed_over: list[Refused], name: str, *, alone: bool) -> Iterator[Refused]:
    """What lay beside the runs, by number and ending; a few that may be damaged by name. `alone` when there is no run.

    `InvalidInput` when there was nothing to tell of at all.
    """
    data = [one for one in passed_over if _suffix(one.file) == DATA and one.why != HIDDEN]
    if len(data) <= NAMED:
        yield from data
        passed_over = [one for one in passed_over if one not in data]
        alone = alone and not data
    kinds = Counter("hidden" if one.why == HIDDEN else _suffix(one.file) for one in passed_over)
    told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0])))
    if alone:
        raise InvalidInput(f"{NOTHING[:-1]}, only {told}." if told else NOTHING)
    if told:
        count = len(passed_over)
        what = "1 file that is no run" if count == 1 else f"{count:,} files that are no runs"
        yield Refused(name, f"{ALSO_HOLDS} {what}: {told}.")


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.casefold()


def _is_litter(file: str) -> bool:
    """What a computer leaves in every folder, and nobody put there."""
    parts = PurePosixPath(file).parts
    return parts[0] == "__MACOSX" or parts[-1] in LITTER or parts[-1].startswith("._")
