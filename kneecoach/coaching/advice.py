"""What the rules say of a person's record."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kneecoach.coaching.check_in import record_of
from kneecoach.domain.advice.engine import findings
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.pattern import pattern
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.finding import Finding, Record
from kneecoach.exchange.catalogue import STRENGTH_DAY, WARM_UPS
from kneecoach.storage import mornings, runs, sessions, settings
from kneecoach.storage.database import Store, Transaction


def advise(
    store: Store, person_id: UUID, now: datetime, profile: Profile, exercises: Mapping[str, Exercise]
) -> list[Finding]:
    """Every finding that is open at `now` (aware), the gravest first, R20 among them: that one takes a while."""
    with store.begin() as tx:
        record = record_at(record_of(tx, person_id), now)
        log = read_log(tx, person_id, now, record, exercises)
    shared = pattern(log_at(now, log), profile)
    return findings(record, log, now, profile, patterns=[] if shared is None else [shared])


def read_log(
    tx: Transaction, person_id: UUID, now: datetime, record: Record, exercises: Mapping[str, Exercise]
) -> TrainingLog:
    """All that was trained and how it went; the pains are those of the record."""
    return TrainingLog(
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
    )
