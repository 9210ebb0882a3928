"""Returning to running: where a person stands, whether the stage may be done today, and what was done of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from kneecoach.coaching.check_in import record_of
from kneecoach.coaching.stops import changed_runs
from kneecoach.coaching.thresholds import profile_of
from kneecoach.coaching.told import told
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.ready import Condition, blocking, failing
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.returning import (
    BREAK_DAYS,
    Attempt,
    Stage,
    Standing,
    Step,
)
from kneecoach.domain.advice.stage_course import stage_course
from kneecoach.domain.advice.stage_session import run_id, run_of, stage_of, stage_routine, told_id
from kneecoach.domain.advice.stage_words import not_due_words, not_ready_words, return_finding, too_sore_words
from kneecoach.domain.advice.told_ahead import with_known
from kneecoach.domain.advice.words import by_limits
from kneecoach.domain.entry_pains import pains_of_run
from kneecoach.domain.errors import NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.routine import Routine
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Permission, Verdict, may_start
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.storage import diary, mornings, runs, sessions
from kneecoach.storage.database import Store, Transaction
from kneecoach.storage.told_before import told_before

READ_DAYS = 400
"""Longer than the stages take anyone; what lies before is not read."""


@dataclass(frozen=True, slots=True)
class Returning:
    """Everything that is known of it at `now`.

    `attempts` are those of this course, `others` the other runs, each with the earliest first. `stop` is the one of
    `stops` that leaves no room for a stage; `profile` are the limits it was judged by.
    """

    now: datetime
    permission: Permission
    standing: Standing
    attempts: tuple[Attempt, ...]
    finding: Finding
    conditions: tuple[Condition, ...]
    left: int
    profile: Profile
    last_run: date | None = None
    others: tuple[Attempt, ...] = ()
    stop: Finding | None = None

    @property
    def offered(self) -> bool:
        """Whether to speak of it without being asked: a course goes on, or the last run is long ago."""
        if self.attempts and self.standing.step is not Step.DONE:
            return True
        return self.last_run is not None and (self.now.date() - self.last_run).days > BREAK_DAYS

    @property
    def stopped(self) -> bool:
        """Whether a red flag, or a pain that stops everything, leaves no room for a run."""
        return self.permission.verdict <= Verdict.CALM_ONLY

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What other rules say of leaving the run; the safer word comes first, and the stage after it."""
        return stops_in(self.permission)

    @property
    def failing(self) -> Condition | None:
        """The first condition that is not met today."""
        return failing(self.conditions)

    @property
    def ready(self) -> bool:
        """Whether the stage may be started today, as far as the diary knows: the check-in is still to come."""
        kept = self.stopped or self.stop is not None or self.failing is not None
        return not kept and self.standing.from_day <= self.now.date()

    @property
    def refusal(self) -> str:
        """Why the stage can't be started today, where it can't."""
        return not_ready_words(self.standing, self.failing, self.now.date(), self.stop)


def stops_in(permission: Permission) -> tuple[Finding, ...]:
    """Those of other rules, without the red flags."""
    return tuple(one for one in permission.findings if one.level is Level.STOP and one.urgency is None)


def where(store: Store, person_id: UUID | None, now: datetime, present: datetime | None = None) -> Returning:
    """Where a person stands at `now` (aware), with what decided it.

    `present` is what the clock says where `now` is a day of before.
    """
    with store.begin() as tx:
        return _where(tx, person_id, now, present)


def refuse_unready(tx: Transaction, person_id: UUID | None, routine: Routine, now: datetime) -> None:
    """`NotAllowed` in a sentence when this routine is a stage that may not be done now; nothing for any other one."""
    stage = stage_of(routine)
    if stage is None:
        return
    found = _where(tx, person_id, now, now)
    if stage.number > found.standing.stage.number:
        raise NotAllowed(not_due_words(found.standing))
    if not found.ready:
        raise NotAllowed(found.refusal)
    pain = found.permission.pain
    if stage.run_min and (pain is None or pain > found.profile.green_max):
        raise NotAllowed(too_sore_words(pain, found.profile))


def keep_attempt(tx: Transaction, session_id: UUID, now: datetime) -> None:
    """Keep the run that a session was, when it was one of a stage; it has just ended."""
    record, person = sessions.session(tx, session_id), sessions.counts_for(tx, session_id)
    run = None if record is None or person is None else run_of(record)
    if run is None or person is None:
        return
    run = told(run, now)
    runs.keep_run(tx, person, run)
    diary.keep_pain_entries(tx, person, _until(pains_of_run(run), now))


def adopt(store: Store, person_id: UUID, run: Run, stage: Stage) -> None:
    """A run of the diary was a time at this stage, done without the timer.

    The session that says so has no sets: nobody counted them.
    """
    session = SessionRecord(
        id=told_id(run.id),
        person=person_id,
        routine=stage_routine(stage),
        first_side=Side.LEFT,
        started_at=run.at,
        ended_at=later(run.at, timedelta(seconds=run.seconds or 0)),
        status=SessionStatus.STOPPED if run.stopped_early else SessionStatus.COMPLETED,
        pain_before=run.pain_before,
    )
    with store.begin() as tx:
        if sessions.session(tx, session.id) is None:
            sessions.add(tx, session)


def run_of_session(store: Store, session_id: UUID) -> Run | None:
    """The run that a session of a stage was; None when nothing was done, or when it was deleted."""
    with store.begin() as tx:
        return runs.run(tx, run_id(session_id))


def told_by_runs(played: Iterable[SessionRecord], ran: Collection[Run]) -> list[SessionRecord]:
    """The sessions without those of a stage whose run is there: a list shows the run, once."""
    runs_known = {run.id for run in ran} | {told_id(run.id) for run in ran}
    return [one for one in played if stage_of(one.routine) is None or not runs_known & {one.id, run_id(one.id)}]


def run_named(store: Store, known: UUID) -> Run | None:
    """The run of an attempt."""
    with store.begin() as tx:
        return runs.run(tx, known)


def _where(tx: Transaction, person_id: UUID | None, now: datetime, present: datetime | None) -> Returning:
    profile = profile_of(tx, person_id)
    whole = record_of(tx, person_id, now, whole=True, present=present)
    record = record_at(whole, now)
    log = log_at(now, with_known(_log(tx, person_id, record, now), present or now))
    found = stage_course(log, profile, record.check_ins)
    # What is dated later warns, but not of a day of before
    permission = may_start(record if present is not None and now < present else whole, now)
    return Returning(
        now=now,
        permission=permission,
        standing=found.standing,
        attempts=found.attempts,
        finding=by_limits(return_finding(found.standing, found.attempts, profile, found.others), profile),
        conditions=found.conditions,
        left=found.left,
        last_run=found.last_run,
        others=found.others,
        stop=blocking(stops_in(permission), found.conditions, log.known or log, profile),
        profile=profile,
    )


def _log(tx: Transaction, person_id: UUID | None, record: Record, now: datetime) -> TrainingLog:
    if person_id is None:
        return TrainingLog(now)
    first = now.date() - timedelta(days=READ_DAYS)
    since = datetime.combine(first, time(), UTC)
    before = told_before(tx, person_id, now)
    return TrainingLog(
        now=now,
        runs=tuple({run.id: run for run in (*changed_runs(tx, before), *runs.runs(tx, person_id, since))}.values()),
        mornings=mornings.checks(tx, person_id, first),
        sessions=sessions.sessions(tx, first, person_id),
        pains=record.pains,
        earlier=before.runs,
        earlier_mornings=before.mornings,
        earlier_sessions=before.sessions,
        earlier_pains=record.earlier,
    )


def _until(entries: tuple[PainEntry, ...], now: datetime) -> tuple[PainEntry, ...]:
    """An hour after its end may not have come yet when the pain is said."""
    return tuple(replace(entry, at=min(entry.at, now.astimezone(entry.at.tzinfo), key=utc)) for entry in entries)
