"""A made-up runner with a week behind her, for pictures and measurements."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from kneecoach.coaching import people
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.person import Began, Country, HurtingFor, Person
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage import diary, sessions
from kneecoach.storage.database import Store, open_store

SATURDAY = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)


def a_runner(**more) -> Person:
    answers = {
        "name": "Jana Weber",
        "birth_year": 1985,
        "knee": Side.LEFT,
        "hurting_for": HurtingFor.WEEKS,
        "began": Began.GRADUALLY,
        "worst_pain": 4,
        "country": Country.EUROPE,
        "cancer_history": False,
        "safety_accepted": True,
    }
    return Person(uuid4(), **answers | more)


def a_session_of(
    person: Person, routine_id: str, at: datetime, *, before: int, after: int | None, done: int | None = None
) -> SessionRecord:
    """All of a routine, or its first `done` sets; without `after` it was left open."""
    routine = load_routines()[routine_id]
    timeline = plan(routine, load_exercises())
    sets = tuple(
        SetRecord(
            uuid4(), one.index, one.exercise.id, one.number, one.side, one.dosage.reps, one.work_s, SetStatus.DONE
        )
        for one in timeline.sets[:done]
    )
    return SessionRecord(
        uuid4(),
        person.id,
        routine,
        Side.LEFT,
        at,
        ended_at=None if after is None else at + timedelta(seconds=timeline.seconds),
        status=SessionStatus.OPEN if after is None else SessionStatus.COMPLETED,
        pain_before=before,
        pain_after=after,
        sets=sets,
        position=min(len(sets), len(timeline.sets) - 1),
    )


def fill(store: Store, now: datetime = SATURDAY, *, sore: bool = True, **more) -> Person:
    """Three sessions this week and, when sore, a pain entry yesterday whose place the check-in asks about."""
    person = people.introduce(store, a_runner(**more), {}, now - timedelta(days=30))
    yesterday = now - timedelta(days=1)
    entry = PainEntry(uuid4(), yesterday, 3, Side.LEFT, ("pes_anserine",), PainPhase.AFTER_RUN)
    with store.begin() as tx:
        for days, routine, before, after in ((5, "warm-up", 3, 3), (4, "short-warm-up", 3, 2), (2, "warm-up", 2, 2)):
            record = a_session_of(person, routine, now - timedelta(days=days), before=before, after=after)
            _keep(tx, record)
        if sore:
            diary.add_pain(tx, person.id, entry)
    return person


def leave_open(store: Store, person: Person, at: datetime, *, done: int = 6) -> SessionRecord:
    """A session that stopped in the set after `done`."""
    record = a_session_of(person, "warm-up", at, before=3, after=None, done=done)
    with store.begin() as tx:
        _keep(tx, record)
    return record


def _keep(tx, record: SessionRecord) -> None:
    sessions.add(tx, replace(record, sets=(), status=SessionStatus.OPEN, ended_at=None, pain_after=None))
    for one in record.sets:
        sessions.keep_set(tx, record.id, one)
    sessions.set_position(tx, record.id, record.position)
    if record.ended_at is not None:
        sessions.close(tx, record.id, record.status, record.ended_at)
        sessions.replace(tx, record.id, pain_after=record.pain_after)


def used_folder(folder: Path, now: datetime = SATURDAY) -> None:
    """A data folder with all of it."""
    store = open_store(folder)
    fill(store, now)
    store.close()
