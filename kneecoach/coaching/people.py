"""What a person tells about themselves: at first run, in Settings, and that a clinician has seen the knee."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.domain.person import Person
from kneecoach.domain.settings import Settings
from kneecoach.storage import diary, people
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import Store

ONCE = (Flag.NIGHT_PAIN, Flag.CONSTANT_PAIN, Flag.WEIGHT_LOSS, Flag.NEW_LUMP)
"""Asked once at first run and again in Settings; the fifth question, cancer before, is kept with the person."""


def introduce(store: Store, person: Person, flags: Collection[Flag], now: datetime) -> Person:
    """Keep the answers of first run. Each flag answered yes becomes an open entry.

    Someone whom the terminal made, without asking anything, keeps their id and with it their sessions.
    """
    with store.begin() as tx:
        known = people.current(tx)
        if known is None:
            people.add(tx, person)
        else:
            person = replace(person, id=known.id)
            people.replace(tx, person)
        for flag in flags:
            diary.add_flag(tx, person.id, FlagEntry(uuid4(), flag, now))
    return person


def change_person(store: Store, person: Person) -> None:
    """Keep changed answers."""
    with store.begin() as tx:
        people.replace(tx, person)


def seen(store: Store, person: Person) -> Person:
    """Keep that a clinician has looked at a long-standing or severe pain."""
    person = replace(person, seen_by_clinician=True)
    change_person(store, person)
    return person


def note_flag(store: Store, person_id: UUID, flag: Flag, now: datetime) -> FlagEntry:
    """Open a flag, unless it is open already: then that entry."""
    with store.begin() as tx:
        open_already = [entry for entry in diary.flags(tx, person_id) if entry.flag is flag and entry.is_open]
        if open_already:
            return open_already[0]
        entry = FlagEntry(uuid4(), flag, now)
        diary.add_flag(tx, person_id, entry)
    return entry


def end_flag(store: Store, person_id: UUID, flag: Flag, now: datetime, how: Closing = Closing.GONE) -> None:
    """Close every open entry of this flag on the day of `now`: gone, or ticked by mistake.

    `InvalidInput` for a flag that can't be answered like that; then nothing is closed.
    """
    closed = Closed(how, now.date())
    with store.begin() as tx:
        for entry in diary.flags(tx, person_id):
            if entry.flag is flag and entry.is_open:
                diary.close_flag(tx, replace(entry, closed=closed).id, closed)


def change_settings(store: Store, **changes: Any) -> Settings:
    """Keep these fields of `Settings` and leave the others as they are on disk; all of them as they are then."""
    with store.begin() as tx:
        settings = replace(settings_table.read(tx), **changes)
        settings_table.write(tx, settings)
    return settings


def say_lacking(store: Store, name: str, *, lacking: bool) -> None:
    """Keep that the person has no equipment of this name, or has it after all."""
    with store.begin() as tx:
        settings = settings_table.read(tx)
        others = tuple(other for other in settings.lacking if other != name)
        settings_table.write(tx, replace(settings, lacking=(*others, name) if lacking else others))
