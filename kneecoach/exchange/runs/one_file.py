"""The content of one file, whatever it is, as runs, activities and refusals."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_file import is_diary
from kneecoach.exchange.runs import strava, tables
from kneecoach.exchange.runs.archives import MISSING, Archive
from kneecoach.exchange.runs.contents import UNKNOWN, Format, format_of
from kneecoach.exchange.runs.fit import read_fit
from kneecoach.exchange.runs.found import Found, OfADiary, Outcome, Refused
from kneecoach.exchange.runs.gpx import read_gpx
from kneecoach.exchange.runs.judging import Judge, refuse_future
from kneecoach.exchange.runs.own_table import OwnRow, is_own, what_is_missing
from kneecoach.exchange.runs.pace import Pace
from kneecoach.exchange.runs.recording import Recording
from kneecoach.exchange.runs.sources import NOT_THERE, content_of, shown, start_of
from kneecoach.exchange.runs.strava_words import is_strava
from kneecoach.exchange.runs.tcx import read_tcx

READERS = {Format.GPX: read_gpx, Format.TCX: read_tcx, Format.FIT: read_fit}
MORE_NEEDED = "The table says too little about it, and its file is not here."
DIARY = "It is a diary of KneeCoach. Import it by itself, unpacked, under a name that ends in .json or .csv."
OF_THE_TABLE = "Distance and time are those of the table."


class OneFile:
    """Turns content into outcomes; a refusal of one activity leaves the others alone."""

    def __init__(self, judge: Judge, pace: Pace) -> None:
        self.pace = pace
        self._judge = judge

    def outcomes(self, content: bytes, name: str) -> Iterator[Outcome]:
        """What an unpacked file holds."""
        if is_diary(content):
            yield OfADiary(name, DIARY)
            return
        try:
            kind = format_of(content)
            if kind is Format.TABLE:
                yield from self._table(content, name)
                return
            recordings = READERS[kind](content, self.pace.cancelled)
        except InvalidInput as error:
            yield Refused(name, str(error))
            return
        digest = hashlib.sha256(content).hexdigest()
        refused: set[Outcome] = set()
        for recording in recordings:
            outcome = self._judged(recording, name, digest)
            if outcome not in refused:
                yield outcome
            if isinstance(outcome, Refused):
                refused.add(outcome)

    def strava(self, table: bytes, name: str, archive: Archive | None) -> Iterator[Outcome]:
        """The rows of Strava's table; `InvalidInput` when it is not sound, before the first comes out."""
        looked = strava.survey(self.pace.watching(tables.rows(io.BytesIO(table))))
        self.pace.expect(looked.rows)
        rows = tables.rows(io.BytesIO(table))
        next(rows, None)
        for line, row in rows:
            file = looked.file(row)
            label = shown(file) if file else f"{name}, line {line}"
            self.pace.begin(label)
            asked: list[str] = []

            def read_file(file: str, asked: list[str] = asked) -> list[Recording]:
                asked.append(file)
                return self._read_named(file, archive)

            try:
                recordings = strava.recordings(row, looked, read_file)
            except InvalidInput as error:
                yield Refused(label, str(error))
                continue
            for recording in recordings:
                outcome = self._judged(recording, label, strava.row_digest(row))
                if isinstance(outcome, Found) and file and not asked:
                    outcome = replace(outcome, remark=_remark(file, archive))
                yield outcome

    def _table(self, content: bytes, name: str) -> Iterator[Outcome]:
        header = next(tables.rows(io.BytesIO(content)), (0, []))[1]
        if is_strava(header):
            self.pace.done -= 1
            yield from self.strava(content, name, None)
        elif is_own(header):
            yield from self._own(content, name)
        else:
            raise InvalidInput(what_is_missing(header))

    def _own(self, content: bytes, name: str) -> Iterator[Outcome]:
        (_, header), *rows = tables.rows(io.BytesIO(content))
        OwnRow.of(header, [])
        for line, row in rows:
            try:
                told = OwnRow.of(header, row)
                run = told.run(self._judge.zone, name)
                refuse_future(run.at, self._judge.now)
                yield Found(run, name, told.shoe)
            except InvalidInput as error:
                yield Refused(f"{name}, line {line}", str(error))

    def _judged(self, recording: Recording, name: str, digest: str) -> Outcome:
        try:
            return self._judge.judged(recording, name, digest)
        except InvalidInput as error:
            return Refused(name, str(error))

    def _read_named(self, file: str, archive: Archive | None) -> list[Recording]:
        """The recordings of a file that the table names, from beside the table."""
        if archive is None or archive.table is None:
            raise InvalidInput(MORE_NEEDED)
        with archive.opened(_beside(archive.table, file)) as stream:
            content = content_of(stream, self.pace.cancelled)
        kind = format_of(content)
        if kind is Format.TABLE:
            raise InvalidInput(UNKNOWN)
        return READERS[kind](content, self.pace.cancelled)


def _beside(table: str, file: str) -> str:
    return str(PurePosixPath(table).parent / file)


def _remark(file: str, archive: Archive | None) -> str:
    """What is amiss with a file that the table can do without, by a look at its beginning; "" for nothing.

    One that is not there at all was left out on purpose.
    """
    if archive is None or archive.table is None:
        return ""
    try:
        with archive.opened(_beside(archive.table, file)) as stream:
            if format_of(start_of(stream)) is Format.TABLE:
                raise InvalidInput(UNKNOWN)
    except InvalidInput as error:
        return "" if str(error) in (MISSING, NOT_THERE) else f"{error} {OF_THE_TABLE}"
    return ""
