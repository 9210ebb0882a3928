"""The diary of ice: what the timer must know before it starts and keeps minute by minute, and what is told later."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.coaching import diary as entries
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Finding
from kneecoach.domain.ice import Ice
from kneecoach.domain.ice_guard import at_once, before_ice, run_after_ice
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import diary, mornings, people
from kneecoach.storage.database import Store

LOOK_BACK = timedelta(days=1)
ON_ALREADY = "There was ice on the knee then already: {minutes} minutes from {at}."


@dataclass(frozen=True, slots=True)
class BeforeIce:
    """The `last` cooling of the past day, the pain that was last placed, and whether who may not ice was asked."""

    last: Ice | None
    pain: PainEntry | None
    asked: bool


def before(store: Store, person_id: UUID, now: datetime) -> BeforeIce:
    """What is known at `now` (aware)."""
    with store.begin() as tx:
        person = people.person(tx, person_id)
        done = mornings.ices(tx, person_id, now - LOOK_BACK, now)
        return BeforeIce(done[-1] if done else None, diary.last_located(tx, person_id), bool(person and person.may_ice))


def log(store: Store, person_id: UUID, ice: Ice, now: datetime) -> Ice:
    """Keep a cooling that is told later; `InvalidInput` when another one was on at that time."""
    if (other := at_once(ice, around(store, person_id, ice.at))) is not None:
        raise InvalidInput(ON_ALREADY.format(minutes=other.minutes, at=f"{other.at:%H:%M}"))
    return entries.log_ice(store, person_id, ice, now)


def cautions(store: Store, person_id: UUID, ice: Ice) -> tuple[Finding, ...]:
    """What rule R21 says of a cooling of the diary."""
    earlier = [one for one in around(store, person_id, ice.at) if one.id != ice.id and utc(one.at) <= utc(ice.at)]
    return before_ice(ice.minutes, ice.at, cloth=ice.cloth, last=earlier[-1] if earlier else None)


def around(store: Store, person_id: UUID, at: datetime) -> tuple[Ice, ...]:
    """The coolings of the day before `at` (aware) and the day after, the earliest first."""
    with store.begin() as tx:
        return mornings.ices(tx, person_id, later(at, -LOOK_BACK), later(at, LOOK_BACK))


def run_caution(store: Store, person_id: UUID, at: datetime) -> Finding | None:
    """What rule R21 says of a run that starts at `at` (aware)."""
    return run_after_ice(at, around(store, person_id, at))


def keep(store: Store, person_id: UUID, ice: Ice) -> Ice:
    """Keep how long the ice has been on by now, over what was kept of it before; it is told while it happens."""
    return entries.log_ice(store, person_id, ice, ice.at)
