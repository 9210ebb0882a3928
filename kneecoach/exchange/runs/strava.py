"""Strava's export: `activities.csv` in any language, and the files named in it for what it does not say."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import RunKind
from kneecoach.exchange.runs.dates import is_day_first, utc_moment
from kneecoach.exchange.runs.numbers import number, seconds_of
from kneecoach.exchange.runs.recording import Recording, Sport
from kneecoach.exchange.runs.sports import sport_of, surface_of
from kneecoach.exchange.runs.strava_words import Column, columns_of, names_an_activity_file

Rows: TypeAlias = Iterator[tuple[int, list[str]]]
ReadFile: TypeAlias = Callable[[str], list[Recording]]
FASTEST_M_PER_S = 12.0
"""No person covers a whole run faster: the figure was in metres."""
UNSURE = {Sport.UNKNOWN, Sport.OTHER}
"""Not said, or said in a word that is not known: the file may know better."""
YES = {"1", "1.0", "1,0", "true"}
KIND_OF_WORKOUT = {"1": RunKind.RACE, "2": RunKind.LONG}
AMERICAN = (" am", " pm", "\u202fam", "\u202fpm")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first look through the table tells: where its columns are, how it writes dates, and how long it is."""

    columns: dict[Column, tuple[int, ...]]
    day_first: bool
    rows: int

    def file(self, row: Sequence[str]) -> str:
        """The name of the file that a row speaks of, as it stands there."""
        return _cell(row, self.columns.get(Column.FILE, ()))


def survey(rows: Rows) -> Survey:
    """Look through the whole table; `InvalidInput` when it is not sound, before anything of it has come in."""
    header = next(rows, (0, []))[1]
    columns = columns_of(header)
    file_columns: set[int] = set()
    count, day_first, american = 0, None, False
    dates = columns.get(Column.DATE, ())
    for count, (_, row) in enumerate(rows, start=1):  # noqa: B007 - the last count is wanted
        if Column.FILE not in columns:
            file_columns |= {place for place, cell in enumerate(row) if names_an_activity_file(cell)}
        if dates and day_first is None and (text := _cell(row, dates)):
            day_first = is_day_first(text)
            american |= text.casefold().endswith(AMERICAN)
    if len(file_columns) == 1:
        columns[Column.FILE] = tuple(file_columns)
    if not columns:
        raise InvalidInput("KneeCoach does not understand the headers of this table, and it names no files.")
    return Survey(columns, not american if day_first is None else day_first, count)


def recordings(row: Sequence[str], looked: Survey, read_file: ReadFile) -> list[Recording]:
    """What a row says, with what its file adds where the row says too little.

    `InvalidInput` when both together are not enough. Several recordings only where the file alone knows them.
    """
    said, file = _said(row, looked), looked.file(row)
    far_enough = said.distance_m or said.sport is not Sport.RUN
    if not file or (said.start and said.seconds and far_enough and said.sport not in UNSURE):
        return [said]
    read = read_file(file)
    if len(read) > 1:
        return read
    return [_together(said, one) for one in read]


def row_digest(row: Sequence[str]) -> str:
    """What tells a row from any other, as the digest of a file does."""
    return hashlib.sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).hexdigest()


def _together(said: Recording, read: Recording) -> Recording:
    """The table before the file: Strava has the person's corrections."""
    return Recording(
        start=said.start or read.start,
        sport=read.sport if said.sport in UNSURE and read.sport is not Sport.UNKNOWN else said.sport,
        distance_m=said.distance_m or read.distance_m,
        seconds=said.seconds or read.seconds,
        climb_m=read.climb_m if said.climb_m is None else said.climb_m,
        surface=said.surface or read.surface,
        kind=said.kind,
        name=said.name or read.name,
        note=said.note or read.note,
        shoe=said.shoe,
    )


def _said(row: Sequence[str], looked: Survey) -> Recording:
    def cell(column: Column) -> str:
        return _cell(row, looked.columns.get(column, ()))

    kind = cell(Column.TYPE)
    seconds = seconds_of(cell(Column.MOVING), "moving time") or seconds_of(cell(Column.ELAPSED), "elapsed time")
    return Recording(
        start=_start(cell(Column.DATE), looked),
        sport=sport_of(kind) if kind else Sport.UNKNOWN,
        distance_m=_metres(row, looked.columns.get(Column.DISTANCE, ()), seconds),
        seconds=seconds,
        climb_m=number(cell(Column.CLIMB), "climb"),
        surface=surface_of(kind),
        kind=_kind(cell(Column.RACE), cell(Column.LONG_RUN), cell(Column.WORKOUT)),
        name=cell(Column.NAME),
        note=cell(Column.DESCRIPTION),
        shoe=cell(Column.GEAR),
    )


def _cell(row: Sequence[str], places: Sequence[int]) -> str:
    """The last of the cells that is filled: where a header stands twice, the exact value comes later."""
    return next((row[place].strip() for place in reversed(places) if place < len(row) and row[place].strip()), "")


def _start(text: str, looked: Survey) -> datetime | None:
    try:
        return utc_moment(text, day_first=looked.day_first) if text else None
    except InvalidInput:
        # In a language that is not known: the file knows
        return None


def _metres(row: Sequence[str], places: Sequence[int], seconds: float | None) -> float | None:
    """Metres; a table with one column of distances may have it in kilometres or in metres."""
    value = number(_cell(row, places), "distance")
    if value is None or len(places) > 1:
        return value
    return 1_000 * value if not seconds or 1_000 * value <= FASTEST_M_PER_S * seconds else value


def _kind(race: str, long_run: str, workout: str) -> RunKind | None:
    if race.casefold() in YES:
        return RunKind.RACE
    if long_run.casefold() in YES:
        return RunKind.LONG
    return KIND_OF_WORKOUT.get(workout.partition(".")[0])
