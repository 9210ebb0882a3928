"""A record and a log as they stood at many moments, put in order once."""

from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar

from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.response import is_sharp
from kneecoach.domain.finding import Record
from kneecoach.domain.lately import lately
from kneecoach.domain.local_time import by_instant, utc
from kneecoach.domain.pain import PainEntry

Entry = TypeVar("Entry")


class _Ordered(Generic[Entry]):
    """Entries by their instants, which are worked out once."""

    def __init__(self, entries: Collection[Entry], of: Callable[[Entry], datetime]) -> None:
        self._entries = tuple(by_instant(entries, of))
        self._instants = [utc(of(entry)) for entry in self._entries]

    def until(self, instant: datetime) -> tuple[Entry, ...]:
        return self._entries[: bisect_right(self._instants, instant)]


class Cuts:
    """`record` and `log` as `record_at` and `log_at` would give them for moments (aware) from `first` up to `now`.

    Of the record only what the red flags can see from `first` on is left.
    """

    def __init__(self, record: Record, log: TrainingLog, first: datetime, now: datetime) -> None:
        record = lately(record, first)
        self._few = replace(record, pains=(), check_ins=())
        self._said = _Ordered(record.pains, lambda one: one.at)
        self._check_ins = _Ordered(record.check_ins, lambda one: one.at)
        self._log = whole = log_at(now, log)
        self._runs = _Ordered(whole.runs, lambda one: one.at)
        self._sessions = _Ordered(whole.sessions, lambda one: one.started_at)
        self._activities = _Ordered(whole.activities, lambda one: one.at)
        self._ices = _Ordered(whole.ices, lambda one: one.at)
        self._pains = _Ordered(whole.pains, lambda one: one.at)
        self._earlier_pains = _Ordered(whole.earlier_pains, lambda one: one.at)
        self._sharp = _Ordered([one for one in whole.pains if is_sharp(one)], lambda one: one.at)
        self._mornings = [check.on for check in whole.mornings]

    def record(self, at: datetime) -> Record:
        """What was logged by then, with what was answered on a later day open still."""
        instant = utc(at)
        few = record_at(self._few, at)
        return replace(few, pains=self._said.until(instant), check_ins=self._check_ins.until(instant))

    def log(self, at: datetime) -> TrainingLog:
        """What was trained by then."""
        instant = utc(at)
        return replace(
            self._log,
            now=at,
            runs=self._runs.until(instant),
            mornings=self._log.mornings[: bisect_right(self._mornings, at.date())],
            sessions=self._sessions.until(instant),
            activities=self._activities.until(instant),
            ices=self._ices.until(instant),
            pains=self._pains.until(instant),
            earlier_pains=self._earlier_pains.until(instant),
        )

    def sharp(self, at: datetime) -> tuple[PainEntry, ...]:
        """The pains of it that R10 reads."""
        return self._sharp.until(utc(at))
