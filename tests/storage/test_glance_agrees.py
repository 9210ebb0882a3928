"""The statements that exist twice say the same: the glance and the store read one file alike."""

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kneecoach.domain.ahead import reopened
from kneecoach.domain.finding import Record
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.session_record import SessionStatus
from kneecoach.storage import diary, own_routines, people, plans, sessions, thresholds
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import open_store
from kneecoach.storage.glance import SHOWN, Glance, glance
from tests.storage import values

FEW = 3
LAST_OF_ALL = datetime(2200, 1, 1, tzinfo=UTC)


def lists_of(strategy, most=FEW):
    return st.lists(strategy, max_size=most, unique_by=lambda value: value.id)


some_records = st.fixed_dictionaries(
    {
        "people": lists_of(values.some_people),
        "settings": values.some_settings,
        "pains": lists_of(values.some_pain),
        "flags": lists_of(values.some_flags | values.gone_flags),
        "injuries": lists_of(values.some_injuries),
        "check_ins": lists_of(values.some_check_ins),
        "plans": lists_of(values.some_plans, most=1),
        "limits": st.lists(values.some_chosen, max_size=2),
        "own": lists_of(values.some_own_routines),
        "stars": st.sets(st.integers(0, FEW)),
        "sessions": lists_of(values.some_sessions, most=6),
        # Days between the sessions, so that some lie within the fourteen days and some before
        "gaps": st.lists(st.integers(0, 12), min_size=6, max_size=6),
    }
)


def keep(tx, known):
    """Every person's, so that the glance has to choose; nobody's when there is none."""
    for own in known["own"]:
        own_routines.keep_own(tx, own)
    for number in known["stars"]:
        own_routines.add_favourite(tx, known["own"][number].id if number < len(known["own"]) else "warm-up")
    before_run = known["own"][0].id if known["own"] else "warm-up"
    settings_table.write(tx, replace(known["settings"], before_run=before_run))
    for person in known["people"]:
        people.add(tx, person)
    whose = [person.id for person in known["people"]] or [None]
    for number, session in enumerate(known["sessions"]):
        started_at = known["sessions"][0].started_at + timedelta(days=sum(known["gaps"][:number]))
        sessions.add(tx, replace(session, person=whose[number % 2 % len(whose)], started_at=started_at))
    if not known["people"]:
        return
    kept = (
        ("pains", diary.add_pain),
        ("flags", diary.add_flag),
        ("injuries", diary.add_injury),
        ("check_ins", diary.add_check_in),
        ("plans", plans.keep_plan),
        ("limits", thresholds.keep),
    )
    for name, add in kept:
        for number, value in enumerate(known[name]):
            add(tx, whose[number % 2 % len(whose)], value)


def read_by_the_store(tx):
    person = people.current(tx)
    known = Record()
    if person is not None:
        known = Record(
            person=person,
            flags=diary.flags(tx, person.id),
            injuries=diary.injuries(tx, person.id),
            pains=diary.pains(tx, person.id),
            check_ins=diary.check_ins(tx, person.id),
            zones=chosen.profile.zones if (chosen := thresholds.chosen(tx, person.id)) else Zones(),
        )
    played = [one for one in sessions.sessions(tx) if one.person == (person.id if person else None)]
    stars, before_run = own_routines.favourites(tx), settings_table.read(tx).before_run
    latest = max((utc(one.started_at) for one in played), default=None)
    return Glance(
        person=person,
        settings=settings_table.read(tx),
        record=reopened(known, LAST_OF_ALL),
        last_sessions=tuple(
            one for one in played if latest - utc(one.started_at) <= SHOWN or one.status is SessionStatus.OPEN
        ),
        open_session=sessions.open_session(tx, person.id if person else None),
        favourites=stars,
        plan=plans.plan(tx, person.id) if person is not None else None,
        own_routines=tuple(own for own in own_routines.own_routines(tx) if own.id in {*stars, before_run}),
    )


# Shrinking would write hundreds of databases to the disk
@settings(max_examples=12, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(some_records, st.integers(0, FEW))
def test_the_glance_sees_what_the_store_reads(known, chosen):
    with tempfile.TemporaryDirectory() as folder:
        with closing(open_store(Path(folder))) as store, store.begin() as tx:
            keep(tx, known)
            if known["people"]:
                people.make_current(tx, known["people"][chosen % len(known["people"])].id)

        seen = glance(Path(folder), LAST_OF_ALL)

        with closing(open_store(Path(folder))) as store, store.begin() as tx:
            read = read_by_the_store(tx)
    for field in ("person", "settings", "record", "last_sessions", "open_session", "favourites", "plan"):
        assert getattr(seen, field) == getattr(read, field)
    assert {own.id: own for own in seen.own_routines} == {own.id: own for own in read.own_routines}
