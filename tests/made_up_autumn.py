"""A made-up autumn of a runner: eight weeks of pain, runs and mornings, so that several rules have something to say."""

from datetime import datetime, timedelta
from uuid import uuid4

from kneecoach.coaching import diary, mornings
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.person import Person
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import people
from kneecoach.storage.database import Store

PLACE = (Side.LEFT, ("pes_anserine",))
RUNS = (
    (56, 5_000, 2, 3, 2), (53, 5_200, 1, 2, 1), (49, 5_000, 2, 4, 3), (46, 5_000, 2, 2, 2), (42, 5_400, 2, 3, 2),
    (39, 5_400, 1, 2, 1), (35, 5_500, 2, 4, 2), (32, 5_500, 1, 2, 1), (28, 5_800, 2, 5, 3), (25, 4_000, 1, 2, 1),
    (21, 5_800, 2, 4, 2), (18, 5_000, 1, 2, 1), (14, 6_000, 2, 4, 2), (11, 5_000, 1, 2, 1), (9, 6_000, 1, 3, 1),
    (7, 5_500, 2, 4, 2), (4, 5_000, 1, 2, 1), (2, 6_200, 2, 3, 3),
)  # fmt: skip
"""Days ago, metres, and the pain before, at most and an hour after; every other one on the road."""
SORE_MORNINGS = {48: 2, 27: 3, 13: 2}


def fill_autumn(store: Store, now: datetime) -> Person:
    """Up to this morning."""
    with store.begin() as tx:
        person = people.current(tx)
    assert person is not None, "a runner was made up before"
    shoe = Shoe(uuid4(), "Ghost 15", start_m=690_000, first_day=(now - timedelta(days=200)).date())
    diary.keep_shoe(store, person.id, shoe)
    for number, (days, metres, before, most, after) in enumerate(RUNS):
        at = now - timedelta(days=days, hours=1)
        surface = Surface.TRAIL if number % 2 else Surface.ROAD
        run = Run(
            uuid4(), at, metres, metres * 374 // 1_000, RunKind.EASY, surface, shoe=shoe.id, pain_before=before,
            pain_max=most, pain_60=after, limp=False, painkiller=False,
        )  # fmt: skip
        diary.log_run(store, person.id, run, at + timedelta(minutes=100), PLACE)
    for days in range(56, -1, -1):
        at = (now - timedelta(days=days)).replace(hour=7, minute=30)
        check = MorningCheck(uuid4(), at.date(), at, SORE_MORNINGS.get(days, 1), swelling=Amount.NONE, night=False)
        mornings.answer(store, person.id, check, at, PLACE)
    sore = PainEntry(uuid4(), now - timedelta(days=3), 3, *PLACE, PainPhase.STAIRS)
    diary.log_pain(store, person.id, sore, sore.at)
    return person
