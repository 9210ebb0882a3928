"""Plans of the week, and what changed, to flat rows and back; no SQL here."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.plan import Plan, PlannedDay, Use
from kneecoach.storage.rows import Row, dumped, instant, moment_of, plain, zone_name


def plan_row(plan: Plan, person: UUID) -> dict[str, Any]:
    """A plan as the columns of `week_plan`."""
    days = [{"uses": [use.value for use in day.uses], "distance_m": day.distance_m} for day in plan.days]
    return {
        "id": str(plan.id),
        "person": str(person),
        "at": instant(plan.at),
        "zone": zone_name(plan.at),
        "goal": plain(plan.goal),
        "days": dumped(days),
    }


def plan_of(row: Row) -> Plan:
    """The plan again."""
    days = (PlannedDay(tuple(Use(use) for use in day["uses"]), day["distance_m"]) for day in json.loads(row["days"]))
    return Plan(UUID(row["id"]), moment_of(row["at"], row["zone"]), row["goal"], tuple(days))


def novelty_row(novelty: Novelty, person: UUID) -> dict[str, Any]:
    """What changed as the columns of `novelty`."""
    return {
        "id": str(novelty.id),
        "person": str(person),
        "day": novelty.on.isoformat(),
        "at": instant(novelty.at),
        "zone": zone_name(novelty.at),
        "things": dumped([thing.value for thing in novelty.things]),
        "note": plain(novelty.note),
    }


def novelty_of(row: Row) -> Novelty:
    """What changed again."""
    return Novelty(
        id=UUID(row["id"]),
        on=date.fromisoformat(row["day"]),
        at=moment_of(row["at"], row["zone"]),
        things=tuple(NewThing(thing) for thing in json.loads(row["things"])),
        note=row["note"],
    )
