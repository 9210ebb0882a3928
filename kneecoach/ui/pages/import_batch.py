"""One import before anything of it is kept: what was read, what is to come in, and what was said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from kneecoach.coaching.imports import Chosen, Measured, Pair, Sorted
from kneecoach.domain.local_time import utc
from kneecoach.domain.run import Run, RunKind
from kneecoach.exchange.runs.found import Found, NotARun, Refused

ALL_OPEN = 6
"""Up to so many new runs stand open; of more only the latest do."""
LATELY = timedelta(days=7)
MOST_OPEN = 30


class Answer(Enum):
    """What becomes of a run that is, or may be, there already."""

    LEAVE = "leave"
    TAKE = "take"
    MEASURE = "measure"


@dataclass(slots=True, eq=False)
class NewRun:
    """A run that comes in while it is ticked, with what was said of it; None stays unknown."""

    found: Found
    run: Run
    instant: datetime
    ticked: bool = True
    kind: RunKind | None = None
    pain: int | None = None
    effort: int | None = None

    def told(self) -> Found:
        run = replace(self.run, kind=self.kind, pain_max=self.pain, effort=self.effort)
        return replace(self.found, entry=run)


@dataclass(slots=True, eq=False)
class Doubtful:
    """A run that is there already (`sure`), or may be."""

    pair: Pair
    sure: bool
    answer: Answer = Answer.LEAVE


@dataclass(slots=True)
class ImportBatch:
    """Grows while files are read."""

    new: list[NewRun] = field(default_factory=list)
    skipped: list[Doubtful] = field(default_factory=list)
    unsure: list[Doubtful] = field(default_factory=list)
    left_out: list[Refused | NotARun] = field(default_factory=list)
    """In the order of reading."""
    with_others: bool = False

    def add(self, told: Sorted) -> None:
        """What was read next, told apart."""
        for found in told.new:
            if isinstance(found.entry, Run):
                self.new.append(NewRun(found, found.entry, utc(found.entry.at), kind=found.entry.kind))
        self.skipped += [Doubtful(pair, sure=True) for pair in told.skipped]
        self.unsure += [Doubtful(pair, sure=False) for pair in told.unsure]
        self.left_out += told.left_out

    def clear(self) -> None:
        """Nothing of it is to come in."""
        for part in (self.new, self.skipped, self.unsure, self.left_out):
            part.clear()

    def others(self) -> list[NotARun]:
        return [one for one in self.left_out if isinstance(one, NotARun)]

    def in_order(self) -> list[NewRun]:
        """The new runs, the earliest first."""
        return sorted(self.new, key=lambda one: one.instant)

    def asked(self, now: datetime, *, lately: bool) -> list[NewRun]:
        """Those of which pain and effort are asked, the earliest first: all of a few, of many the latest."""
        there = self.in_order()
        if len(there) <= ALL_OPEN:
            return there
        if lately:
            there = [one for one in there if utc(now) - one.instant <= LATELY]
        return there[-MOST_OPEN:]

    def ticked(self) -> list[NewRun]:
        return [one for one in self.new if one.ticked]

    def coming_runs(self) -> Iterator[Run]:
        """Every run that would be made; not those that only take a measured distance."""
        yield from (one.run for one in self.new if one.ticked)
        yield from (one.pair.run for one in self._doubts() if one.answer is Answer.TAKE)

    def measured(self) -> int:
        return sum(one.answer is Answer.MEASURE for one in self._doubts())

    def activities(self) -> int:
        return len(self.others()) if self.with_others else 0

    def is_empty(self) -> bool:
        """Whether nothing was read at all."""
        return not (self.new or self.skipped or self.unsure or self.left_out)

    def brings_nothing(self) -> bool:
        """Whether nothing would be kept."""
        return not any(self.coming_runs()) and not self.measured() and not self.activities()

    def chosen(self) -> Chosen:
        """What is to be kept."""
        coming = [one.told() for one in self.ticked()]
        coming += [one.pair.found for one in self._doubts() if one.answer is Answer.TAKE]
        if self.with_others:
            coming += [Found(one.activity, one.file) for one in self.others()]
        return Chosen(coming, list(self._measures()))

    def _doubts(self) -> Iterable[Doubtful]:
        yield from self.skipped
        yield from self.unsure

    def _measures(self) -> Iterator[Measured]:
        taken: set[UUID] = set()
        for one in self._doubts():
            # Two files of one run: the first that was chosen
            if one.answer is Answer.MEASURE and one.pair.other.id not in taken:
                taken.add(one.pair.other.id)
                yield Measured(one.pair.other.id, one.pair.run)
