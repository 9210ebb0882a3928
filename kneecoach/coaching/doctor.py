"""The facts for a doctor, read from what was entered; also from answers of a check-in that is not kept yet."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kneecoach.coaching.advice import read_log
from kneecoach.coaching.check_in import record_of
from kneecoach.domain.doctor_facts import DoctorFacts, Told, doctor_facts
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.finding import Record
from kneecoach.storage import mornings, plans
from kneecoach.storage.database import Store


def facts(
    store: Store,
    person_id: UUID,
    now: datetime,
    *,
    record: Record | None = None,
    exercises: Mapping[str, Exercise] | None = None,
) -> DoctorFacts:
    """As they stand at `now` (aware). `record` stands in place of what is kept, with answers that are not kept yet."""
    with store.begin() as tx:
        known = record_of(tx, person_id) if record is None else record
        told = Told(
            record=known,
            log=read_log(tx, person_id, now, known, exercises or {}),
            supports=mornings.supports(tx, person_id),
            plan=plans.plan(tx, person_id),
            novelties=plans.novelties(tx, person_id),
        )
    return doctor_facts(told, now)
