"""The ice timer's diary: what it must know before it starts, and what it keeps minute by minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.coaching import diary as entries
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import diary, mornings, people
from kneecoach.storage.database import Store

LOOK_BACK = timedelta(days=1)


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


def keep(store: Store, person_id: UUID, ice: Ice) -> Ice:
    """Keep how long the ice has been on by now, over what was kept of it before; it is told while it happens."""
    return entries.log_ice(store, person_id, ice, ice.at)
