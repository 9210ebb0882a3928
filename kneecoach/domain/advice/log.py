"""What the rules of training read of one person, put in order once."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from kneecoach.domain.activity import Activity
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.ice import Ice
from kneecoach.domain.local_time import Entry, by_instant, utc
from kneecoach.domain.morning import USUAL_DAYS, MorningCheck, usual_morning
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SetStatus
from kneecoach.domain.shoe import Shoe

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """Everything up to the moment that is judged, the earliest first; rehearsals are not among the sessions.

    `warm_ups` and `strength` are the ids of routines of that use; `exercises` knows those of the sessions.
    `earlier` has, by the id of a run, what was told of it before it was changed on a later day; so have the other two,
    of mornings and sessions; `earlier_pains` has it of pains, each with its id. `known` is the same log as far as it
    had been told by the clock's now; None where that is all of it.
    """

    now: datetime
    runs: tuple[Run, ...] = ()
    mornings: tuple[MorningCheck, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    activities: tuple[Activity, ...] = ()
    ices: tuple[Ice, ...] = ()
    pains: tuple[PainEntry, ...] = ()
    shoes: tuple[Shoe, ...] = ()
    warm_ups: Collection[str] = ()
    strength: Collection[str] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    earlier: Mapping[UUID, tuple[Run, ...]] = field(default_factory=dict)
    earlier_mornings: Mapping[UUID, tuple[MorningCheck, ...]] = field(default_factory=dict)
    earlier_sessions: Mapping[UUID, tuple[SessionRecord, ...]] = field(default_factory=dict)
    earlier_pains: tuple[PainEntry, ...] = ()
    known: "TrainingLog | None" = None

    @property
    def today(self) -> date:
        """The person's local day."""
        return self.now.date()

    def run_days(self) -> set[date]:
        """The local days with a run."""
        return {run.at.date() for run in self.runs}

    def runs_between(self, first: date, last: date) -> list[Run]:
        """The runs of these local days, both included, the earliest first."""
        return _between(self.runs, _day_of_run, first, last)

    def pains_between(self, first: date, last: date) -> list[PainEntry]:
        """The pain entries of these local days, both included, the earliest first."""
        return _between(self.pains, _day_of_pain, first, last)

    def worked(self, first: date, last: date) -> list[SessionRecord]:
        """The sessions of these local days in which something was done, the earliest first."""
        return [one for one in _between(self.sessions, _day_of_session, first, last) if _worked(one)]

    def usual_morning(self, day: date) -> Fraction | None:
        """The usual morning before `day`; None while it is not known."""
        start = bisect_left(self.mornings, day - USUAL_DAYS * DAY, key=_day_of_morning)
        end = bisect_left(self.mornings, day, key=_day_of_morning)
        mornings = self.mornings[start:end]
        if self.earlier_mornings:
            mornings = tuple(replace(one, pain=self._lowest(one)) for one in mornings)
        return usual_morning(mornings, day)

    def _lowest(self, check: MorningCheck) -> int:
        """What was raised on a later day makes no other morning usual."""
        return min([check.pain, *(one.pain for one in self.earlier_mornings.get(check.id, ()))])


def log_at(now: datetime, log: TrainingLog) -> TrainingLog:
    """The same log as it stood at `now`: what is later is left out."""
    mornings = sorted((check for check in log.mornings if check.on <= now.date()), key=_day_of_morning)
    return replace(
        log,
        now=now,
        runs=_until(now, log.runs, lambda one: one.at),
        mornings=tuple(mornings),
        sessions=_until(now, [one for one in log.sessions if not one.rehearsal], lambda one: one.started_at),
        activities=_until(now, log.activities, lambda one: one.at),
        ices=_until(now, log.ices, lambda one: one.at),
        pains=_until(now, log.pains, lambda one: one.at),
        earlier_pains=_until(now, log.earlier_pains, lambda one: one.at),
        known=None if log.known is None else log_at(now, log.known),
    )


def _until(now: datetime, entries: Collection[Entry], of: Callable[[Entry], datetime]) -> tuple[Entry, ...]:
    found = by_instant(entries, of)
    return tuple(found[: bisect_right(found, utc(now), key=lambda entry: utc(of(entry)))])


def _between(entries: Sequence[Entry], of: Callable[[Entry], date], first: date, last: date) -> list[Entry]:
    found: list[Entry] = []
    for entry in reversed(entries):
        day = of(entry)
        # The order is that of the instants; a local day may lie two beside it
        if day < first - 2 * DAY:
            break
        if first <= day <= last:
            found.append(entry)
    return found[::-1]


def _day_of_run(run: Run) -> date:
    return run.at.date()


def _day_of_pain(entry: PainEntry) -> date:
    return entry.at.date()


def _day_of_session(session: SessionRecord) -> date:
    return session.started_at.date()


def _day_of_morning(check: MorningCheck) -> date:
    return check.on


def _worked(session: SessionRecord) -> bool:
    return any(done.status is not SetStatus.SKIPPED for done in session.sets)
