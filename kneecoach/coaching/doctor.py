"""The facts for a doctor, read from what was entered; also from answers of a check-in that is not kept yet."""

from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.coaching.check_in import record_of
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.doctor_days import WEEK_DAYS, WEEKS
from kneecoach.domain.doctor_facts import DoctorFacts, Told, doctor_facts
from kneecoach.domain.finding import Record
from kneecoach.exchange.catalogue import STRENGTH_DAY, WARM_UPS
from kneecoach.storage import mornings, plans, runs, sessions, settings
from kneecoach.storage.database import Store, Transaction
from kneecoach.storage.told_before import told_before

READ = timedelta(days=WEEKS * WEEK_DAYS + 2)
"""The six weeks in any zone: what is older is not even read, so that ten years take no longer."""


def facts(
    store: Store, person_id: UUID, now: datetime, *, record: Record | None = None, present: datetime | None = None
) -> DoctorFacts:
    """As they stand at `now` (aware). `record` stands in place of what is kept, with answers that are not kept yet.

    `present` is what the clock says where `now` is a day of before.
    """
    with store.begin() as tx:
        known = record
        if known is None:
            known = record_of(tx, person_id, now, stops=False, whole=True, present=present)
        told = Told(
            record=known,
            log=_log(tx, person_id, now, known),
            supports=mornings.supports(tx, person_id, now - READ),
            plan=plans.plan(tx, person_id),
            novelties=plans.novelties(tx, person_id),
            # What is dated later warns, but not of a day of before
            ahead=None if present is not None and now < present else known,
        )
    return doctor_facts(told, now)


def _log(tx: Transaction, person: UUID, now: datetime, record: Record) -> TrainingLog:
    since, before = now - READ, told_before(tx, person, now)
    return TrainingLog(
        now=now,
        runs=runs.runs(tx, person, since),
        mornings=mornings.checks(tx, person, since.date()),
        sessions=sessions.sessions(tx, since.date(), person),
        activities=runs.activities(tx, person, since),
        ices=mornings.ices(tx, person, since),
        pains=record.pains,
        warm_ups=WARM_UPS | {settings.read(tx).before_run},
        strength=frozenset({STRENGTH_DAY}),
        earlier=before.runs,
        earlier_mornings=before.mornings,
    )
