"""What the rules say of a person's record, what they wait for, and what they said before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kneecoach.coaching import patterns
from kneecoach.coaching.check_in import record_of
from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.advice.engine import findings
from kneecoach.domain.advice.history import WEEKS_12, Past, history
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.red_entries import entries_of
from kneecoach.domain.advice.stage_finding import stage_finding
from kneecoach.domain.advice.told_ahead import with_known
from kneecoach.domain.advice.waiting import Waiting, waiting
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.finding import Finding, Record
from kneecoach.exchange.catalogue import STRENGTH_DAY, WARM_UPS
from kneecoach.storage import mornings, runs, sessions, settings
from kneecoach.storage.database import Store, Transaction
from kneecoach.storage.told_before import told_before


@dataclass(frozen=True, slots=True)
class Advised:
    """What was found at `now` and is shown, the gravest first, with everything that was read for it.

    `profile` are the limits that the person's rules go by, `ahead` the record with what is dated after `now`.
    """

    now: datetime
    record: Record
    log: TrainingLog
    profile: Profile
    findings: tuple[Finding, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    ahead: Record | None = None


def advise(
    store: Store,
    person_id: UUID,
    now: datetime,
    exercises: Mapping[str, Exercise],
    *,
    present: datetime | None = None,
) -> list[Finding]:
    """Every finding that is open at `now` (aware), the gravest first, R20 among them: where it was not kept, that one
    takes a while. Those of the red flags name what they read, too. `present` is what the clock says where `now` is a
    day of before.
    """
    advised = read_advised(store, person_id, now, exercises, present=present)
    profile = advised.profile
    looked = patterns.kept(store, person_id, advised.log, profile) or patterns.look(advised.log, profile)
    found = with_patterns(advised, [] if looked.found is None else [looked.found]).findings
    return [replace(one, entries=entries_of(one, advised.record)) for one in found]


def read_advised(
    store: Store,
    person_id: UUID,
    now: datetime,
    exercises: Mapping[str, Exercise],
    *,
    patterns: Collection[Finding] = (),
    present: datetime | None = None,
) -> Advised:
    """All but R20, which takes long: `patterns` is what that last found."""
    with store.begin() as tx:
        whole = record_of(tx, person_id, now, stops=False, whole=True, present=present)
        record = record_at(whole, now)
        log = read_log(tx, person_id, now, record, exercises, present)
        profile = profile_of(tx, person_id)
    # What is dated later warns, but not of a day of before
    ahead = None if present is not None and now < present else whole
    waits = waiting(record, log.known or log, now, profile)
    return with_patterns(Advised(now, record, log, profile, waiting=waits, ahead=ahead), patterns)


def with_patterns(advised: Advised, patterns: Collection[Finding]) -> Advised:
    """The same with what R20 found, and with the stage of who is on the way back to running (R25)."""
    stage = stage_finding(log_at(advised.now, advised.log), advised.profile)
    told = [*patterns, *([] if stage is None else [stage])]
    found = findings(advised.ahead or advised.record, advised.log, advised.now, advised.profile, patterns=told)
    return replace(advised, findings=tuple(found))


def look_back(advised: Advised, days: int = WEEKS_12) -> tuple[Past, ...]:
    """What was found on these days before today, by the limits of today, and is over, the newest first.

    It takes a while.
    """
    return history(advised.record, advised.log, advised.now, advised.profile, days)


def read_log(
    tx: Transaction,
    person_id: UUID,
    now: datetime,
    record: Record,
    exercises: Mapping[str, Exercise],
    present: datetime | None = None,
) -> TrainingLog:
    """All that was trained and how it went; the pains are those of the record, `present` is as for `advise`."""
    before = told_before(tx, person_id, now)
    log = TrainingLog(
        now=now,
        runs=runs.runs(tx, person_id),
        mornings=mornings.checks(tx, person_id),
        sessions=sessions.sessions(tx, None, person_id),
        activities=runs.activities(tx, person_id),
        ices=mornings.ices(tx, person_id),
        pains=record.pains,
        shoes=runs.shoes(tx, person_id),
        warm_ups=WARM_UPS | {settings.read(tx).before_run},
        strength=frozenset({STRENGTH_DAY}),
        exercises=exercises,
        earlier=before.runs,
        earlier_mornings=before.mornings,
        earlier_sessions=before.sessions,
        earlier_pains=record.earlier,
    )
    return with_known(log, present or now)
