"""Reading run files one after another, so that whoever shows them stays alive between two."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs import sources
from kneecoach.exchange.runs.archives import ZIP, Archive, FolderArchive, opened_zip
from kneecoach.exchange.runs.found import Outcome, Refused
from kneecoach.exchange.runs.judging import Judge
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_UNZIPPED, TOO_BIG, UNPACKS_TO_TOO_MUCH, Cancelled
from kneecoach.exchange.runs.one_file import OneFile
from kneecoach.exchange.runs.pace import Pace
from kneecoach.exchange.runs.sources import content_of, shown

RUN_FILES = frozenset({".gpx", ".tcx", ".fit", ".csv", ".gz"})
LITTER = ("__MACOSX/", ".")
NOTHING = "There is no run file in it."


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
            if stream.read(len(ZIP)) == ZIP:
                with opened_zip(stream) as archive:
                    yield from self._archive(archive, name, zipped=True)
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
        files = [file for file in archive.names if not file.startswith(LITTER)]
        self.pace.expect(len(files))
        found, left = False, MAX_UNZIPPED
        for file in files:
            label = f"{name}: {shown(file)}" if zipped else shown(file)
            self.pace.begin(label)
            for outcome, size in self._member(archive, file, label):
                left -= size
                if zipped and left < 0:
                    raise InvalidInput(UNPACKS_TO_TOO_MUCH)
                if not isinstance(outcome, Refused) or _looks_like_a_run(file):
                    found = True
                    yield outcome
        if not found:
            raise InvalidInput(NOTHING)

    def _member(self, archive: Archive, file: str, label: str) -> Iterator[tuple[Outcome, int]]:
        """What a file of an archive holds, with the bytes that it took, told once."""
        try:
            with archive.opened(file) as stream:
                content = content_of(stream, self.pace.cancelled)
        except InvalidInput as error:
            yield Refused(label, str(error)), 0
            return
        size = len(content)
        for outcome in self._files.outcomes(content, label):
            yield outcome, size
            size = 0


def _looks_like_a_run(file: str) -> bool:
    """A picture beside the runs is no bad run file."""
    return Path(file).suffix.casefold() in RUN_FILES
