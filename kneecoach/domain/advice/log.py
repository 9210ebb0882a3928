"""What the rules of training read of one person, put in order once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from kneecoach.domain.activity import Activity
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.ice import Ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SetStatus
from kneecoach.domain.shoe import Shoe

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """Everything up to the moment that is judged, the earliest first; rehearsals are not among the sessions.

    `warm_ups` and `strength` are the ids of routines of that use; `exercises` knows those of the sessions.
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

    @property
    def today(self) -> date:
        """The person's local day."""
        return self.now.date()

    def run_days(self) -> set[date]:
        """The local days with a run."""
        return {run.at.date() for run in self.runs}

    def runs_between(self, first: date, last: date) -> list[Run]:
        """The runs of these local days, both included, the earliest first."""
        found: list[Run] = []
        for run in reversed(self.runs):
            day = run.at.date()
            # A local day may lie a day beside the order of the instants
            if day < first - 2 * DAY:
                break
            if first <= day <= last:
                found.append(run)
        return found[::-1]

    def worked(self, first: date, last: date) -> Iterator[SessionRecord]:
        """The sessions of these local days in which something was done."""
        for session in self.sessions:
            if first <= session.started_at.date() <= last and _worked(session):
                yield session


def log_at(now: datetime, log: TrainingLog) -> TrainingLog:
    """The same log as it stood at `now`: what is later is left out."""
    instant = utc(now)
    return TrainingLog(
        now=now,
        runs=tuple(sorted((one for one in log.runs if utc(one.at) <= instant), key=lambda one: utc(one.at))),
        mornings=tuple(sorted((one for one in log.mornings if one.on <= now.date()), key=lambda one: one.on)),
        sessions=tuple(
            sorted(
                (one for one in log.sessions if not one.rehearsal and utc(one.started_at) <= instant),
                key=lambda one: utc(one.started_at),
            )
        ),
        activities=tuple(one for one in log.activities if utc(one.at) <= instant),
        ices=tuple(sorted((one for one in log.ices if utc(one.at) <= instant), key=lambda one: utc(one.at))),
        pains=tuple(sorted((one for one in log.pains if utc(one.at) <= instant), key=lambda one: utc(one.at))),
        shoes=log.shoes,
        warm_ups=log.warm_ups,
        strength=log.strength,
        exercises=log.exercises,
    )


def masked(runs: tuple[Run, ...]) -> set[UUID]:
    """R24: the runs whose pain a painkiller may have hidden."""
    return {run.id for run in runs if run.painkiller}


def _worked(session: SessionRecord) -> bool:
    return any(done.status is not SetStatus.SKIPPED for done in session.sets)
