"""What a person wants and plans, how the pain began, and what changed: said, corrected and taken back."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kneecoach.coaching.told import IN_THE_FUTURE, refuse_future
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Injury
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Person
from kneecoach.domain.plan import Plan
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, people, plans
from kneecoach.storage.database import Store

NO_SUCH_CHANGE = "That is not among what changed."


@dataclass(frozen=True, slots=True)
class Background:
    """All of it for one person. `novelties` and `injuries` come the newest first."""

    person: Person | None
    plan: Plan | None
    novelties: tuple[Novelty, ...]
    injuries: tuple[Injury, ...]


def read(store: Store, person_id: UUID) -> Background:
    """What was said so far."""
    with store.begin() as tx:
        return Background(
            people.person(tx, person_id),
            plans.plan(tx, person_id),
            plans.novelties(tx, person_id)[::-1],
            diary.injuries(tx, person_id)[::-1],
        )


def keep_plan(store: Store, person_id: UUID, plan: Plan, now: datetime) -> Plan | None:
    """Keep the goal and the week; what was planned before, None for the first time, to undo it with."""
    refuse_future(plan.at, now)
    with store.begin() as tx:
        before = plans.plan(tx, person_id)
        plans.keep_plan(tx, person_id, plan if before is None else replace(plan, id=before.id))
    return before


def put_plan_back(store: Store, person_id: UUID, before: Plan | None) -> None:
    """Undo `keep_plan`: the plan of before, or none."""
    with store.begin() as tx:
        if before is None:
            plans.forget_plan(tx, person_id)
        else:
            plans.keep_plan(tx, person_id, before)


def keep_novelty(store: Store, person_id: UUID, novelty: Novelty, now: datetime) -> UUID | None:
    """Keep what changed, new or corrected; the id to have it back with as it was before, None for a new one."""
    refuse_future(novelty.at, now)
    if novelty.on > now.date():
        raise InvalidInput(IN_THE_FUTURE)
    with store.begin() as tx:
        kept = None
        if plans.novelty(tx, person_id, novelty.id) is not None:
            kept = bin_table.before_edit(tx, person_id, Kind.NOVELTY, novelty.id, now)
        plans.keep_novelty(tx, person_id, novelty)
    return kept


def forget_novelty(store: Store, person_id: UUID, novelty_id: UUID, now: datetime) -> UUID:
    """Move what changed into the bin, for 30 days; the id to have it back with. `InvalidInput` for no such entry."""
    with store.begin() as tx:
        if plans.novelty(tx, person_id, novelty_id) is None:
            raise InvalidInput(NO_SUCH_CHANGE)
        return bin_table.remove(tx, person_id, Kind.NOVELTY, novelty_id, now)
