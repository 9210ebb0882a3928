"""Runs as a table of our own: one row each, `at` and `km` needed, every other column if there is something to say.

| column | what stands in it |
| --- | --- |
| at | start, ISO 8601; without an offset it is meant where the reader lives |
| km or miles | distance, with a decimal point or comma |
| time or minutes | h:mm:ss, or minutes |
| kind, surface, onset | the words of `RunKind`, `Surface`, `Onset` |
| climb_m, effort, pain_before, pain_max, pain_after, pain_60 | whole numbers |
| limp, stopped_early, painkiller | yes or no |
| shoe | the name of the pair |
| note, source, digest, id, entered | as the diary has them; `id` and `digest` let a second import find nothing new |
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum
from typing import NoReturn, TypeVar
from uuid import UUID, uuid4

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.run_input import refuse_unlikely
from kneecoach.exchange.runs.numbers import number, seconds_of
from kneecoach.exchange.safe_cells import restored

COLUMNS = (
    *("at", "km", "time", "kind", "surface", "climb_m", "shoe", "effort"),
    *("pain_before", "pain_max", "pain_after", "pain_60", "onset", "limp", "stopped_early", "painkiller"),
    *("note", "source", "digest", "id", "entered"),
)
OTHER_COLUMNS = frozenset({"miles", "minutes"})
METRES_PER_MILE = 1_609.344
A_HEADER = "Name the columns in the first line, like at,km,minutes, and write at like 2026-11-21T07:30."
YES_OR_NO = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
Member = TypeVar("Member", bound=Enum)
Meaning = TypeVar("Meaning")


def is_own(header: Sequence[str]) -> bool:
    """Whether a header has the columns that a run needs."""
    titles = {_title(cell) for cell in header}
    return "at" in titles and bool(titles & {"km", "miles"})


def what_is_missing(header: Sequence[str]) -> str:
    """What to say of a table that is nobody's: the column that a run needs, and a header that would do."""
    titles = {_title(cell) for cell in header}
    wanted = [name for name, there in (("at", "at" in titles), ("km", titles & {"km", "miles"})) if not there]
    return f"This table has no column {' and no column '.join(wanted)}. {A_HEADER}"


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of the table, by the titles of its columns."""

    cells: Mapping[str, str]

    @classmethod
    def of(cls, header: Sequence[str], row: Sequence[str]) -> "OwnRow":
        """`InvalidInput` when a title stands twice or means nothing here."""
        titles = [_title(cell) for cell in header]
        if len(set(titles)) < len(titles):
            raise InvalidInput("A column stands in it twice.")
        if unknown := [title for title in titles if title not in COLUMNS and title not in OTHER_COLUMNS]:
            raise InvalidInput(f"KneeCoach does not know the column {unknown[0][:40]!r}.")
        return cls({title: restored(cell).strip() for title, cell in zip(titles, row, strict=False)})

    @property
    def shoe(self) -> str:
        """The name of the shoes."""
        return self.cells.get("shoe", "")

    def run(self, zone: tzinfo, source: str) -> Run:
        """The run; `InvalidInput` says what in the row can't be. One that has an id was kept here as it is."""
        run = Run(
            id=self._id(),
            at=self._moment("at", zone) or _missing("at"),
            distance_m=self._metres(),
            seconds=self._seconds(),
            kind=self._word("kind", RunKind),
            surface=self._word("surface", Surface),
            climb_m=self._whole("climb_m"),
            effort=self._whole("effort"),
            pain_before=self._whole("pain_before"),
            pain_max=self._whole("pain_max"),
            pain_after=self._whole("pain_after"),
            pain_60=self._whole("pain_60"),
            onset=self._word("onset", Onset),
            limp=self._yes_or_no("limp"),
            stopped_early=self._yes_or_no("stopped_early"),
            painkiller=self._yes_or_no("painkiller"),
            note=self.cells.get("note", ""),
            source=self.cells.get("source", source),
            digest=self.cells["digest"] if "digest" in self.cells else self._digest(),
            entered=self._moment("entered", zone),
        )
        if not self.cells.get("id"):
            refuse_unlikely(run.distance_m, run.seconds)
        return run

    def _id(self) -> UUID:
        text = self.cells.get("id", "")
        try:
            return UUID(text) if text else uuid4()
        except ValueError:
            raise InvalidInput("Its id is none that KneeCoach gave.") from None

    def _digest(self) -> str:
        return hashlib.sha256("\x1f".join(self.cells.values()).encode("utf-8", "surrogatepass")).hexdigest()

    def _moment(self, title: str, zone: tzinfo) -> datetime | None:
        text = self.cells.get(title, "")
        if not text:
            return None
        try:
            at = datetime.fromisoformat(text)
            if at.tzinfo is None:
                return at.replace(tzinfo=zone)
            home = at.astimezone(zone)
        except (ValueError, OverflowError):
            raise InvalidInput(f"{title} is a date with a time, like 2026-11-21T07:30.") from None
        return home if home.utcoffset() == at.utcoffset() else at

    def _metres(self) -> int:
        km, miles = number(self.cells.get("km", ""), "km"), number(self.cells.get("miles", ""), "miles")
        if km is None and miles is None:
            _missing("km")
        return round((miles or 0) * METRES_PER_MILE if km is None else km * 1_000)

    def _seconds(self) -> int | None:
        span = seconds_of(self.cells.get("time", ""), "time")
        minutes = number(self.cells.get("minutes", ""), "minutes")
        seconds = span if span is not None or minutes is None else 60 * minutes
        return None if seconds is None else round(seconds)

    def _whole(self, title: str) -> int | None:
        value = number(self.cells.get(title, ""), title)
        if value is None:
            return None
        if value != int(value):
            raise InvalidInput(f"{title} is a whole number.")
        return int(value)

    def _yes_or_no(self, title: str) -> bool | None:
        return self._meaning(title, YES_OR_NO)

    def _word(self, title: str, kind: type[Member]) -> Member | None:
        return self._meaning(title, {str(member.value): member for member in kind})

    def _meaning(self, title: str, words: Mapping[str, Meaning]) -> Meaning | None:
        text = self.cells.get(title, "").casefold()
        if text and text not in words:
            raise InvalidInput(f"{title} is one of: {', '.join(words)}.")
        return words.get(text)


def _missing(title: str) -> NoReturn:
    raise InvalidInput(f"The cell under {title} is empty.")


def _title(cell: str) -> str:
    return cell.strip().casefold().replace(" ", "_")
