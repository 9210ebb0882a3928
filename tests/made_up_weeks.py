"""The made-up runner's last two weeks: runs with their pain, warm-ups before them, and the mornings after."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from kneecoach.coaching import diary, mornings
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Person
from kneecoach.domain.run import Run, RunKind
from kneecoach.storage import people, sessions
from kneecoach.storage.database import Store
from tests.made_up import SATURDAY, a_session_of

PLACE = (Side.LEFT, ("pes_anserine",))
RUNS = ((0, 6_000, 2, 3, 2), (2, 6_200, 1, 3, 2), (4, 5_000, 1, 2, 1), (7, 6_200, 3, 4, 3), (9, 5_600, 2, 4, 3))
"""Days ago, metres, and the pain before, at most and an hour after."""
MORNINGS = ((1, 1), (2, 1), (3, 2), (4, 1), (5, 1), (6, 1), (7, 1))


def fill_weeks(store: Store, now: datetime = SATURDAY) -> Person:
    """Up to a run this evening; this morning was not answered."""
    with store.begin() as tx:
        person = people.current(tx)
    assert person is not None, "a runner was made up before"
    for days, metres, before, most, after in RUNS:
        at = now - timedelta(days=days, minutes=70)
        seconds = metres * 378 // 1_000
        run = Run(uuid4(), at, metres, seconds, RunKind.EASY, pain_before=before, pain_max=most, pain_60=after)
        diary.log_run(store, person.id, replace(run, pain_60=after if days else None), now, PLACE)
        warm_up = a_session_of(person, "warm-up", at - timedelta(minutes=40), before=3, after=2, done=15)
        with store.begin() as tx:
            sessions.add(tx, warm_up)
    for days, pain in MORNINGS:
        at = (now - timedelta(days=days)).replace(hour=7, minute=30)
        check = MorningCheck(uuid4(), at.date(), at, pain, stiff=False, swelling=Amount.NONE, night=False)
        mornings.answer(store, person.id, check, now, PLACE)
    at = now - timedelta(days=3)
    diary.log_activity(store, person.id, Activity(uuid4(), at, ActivityKind.STRENGTH, 25), now)
    return person
