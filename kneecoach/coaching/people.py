"""What a person tells about themselves: at first run, in Settings, and that a clinician has seen the knee."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.domain.once import OnceAnswer
from kneecoach.domain.person import Person
from kneecoach.domain.settings import Settings
from kneecoach.storage import diary, people
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import Store, Transaction


@dataclass(frozen=True, slots=True)
class OnceChange:
    """What answering a question did, for taking it back: the answer `before` it and the entry that it opened."""

    flag: Flag
    before: OnceAnswer | None
    opened: UUID | None


def introduce(store: Store, person: Person, answers: Mapping[Flag, bool], now: datetime) -> Person:
    """Keep the answers of first run; `answers` are those to the questions asked once, without the ones left open.

    Someone whom the terminal made, without asking anything, keeps their id and with it their sessions.
    """
    with store.begin() as tx:
        known = people.current(tx)
        if known is None:
            people.add(tx, person)
        else:
            person = replace(person, id=known.id)
            people.replace(tx, person)
        for flag, yes in answers.items():
            _answer(tx, person.id, OnceAnswer(flag, yes, now))
    return person


def change_person(store: Store, person_id: UUID, **changes: Any) -> Person:
    """Keep these fields of a person and leave the others as they are on disk; the person as it is then."""
    with store.begin() as tx:
        person = people.person(tx, person_id)
        if person is None:
            raise InvalidInput("This person is not kept here any more.")
        person = replace(person, **changes)
        people.replace(tx, person)
    return person


def seen(store: Store, person: Person) -> Person:
    """Keep that a clinician has looked at a long-standing or severe pain."""
    return change_person(store, person.id, seen_by_clinician=True)


def answer_once(store: Store, person_id: UUID, answer: OnceAnswer) -> OnceChange:
    """Keep a no or a yes. A yes opens its flag unless it is open; a no closes nothing."""
    with store.begin() as tx:
        return _answer(tx, person_id, answer)


def take_back_once(store: Store, person_id: UUID, change: OnceChange, now: datetime) -> None:
    """The answer before it, or none; the entry that it opened, if still open, was a mistake. All others stay."""
    with store.begin() as tx:
        if change.before is None:
            people.forget_once(tx, person_id, change.flag)
        else:
            people.keep_once(tx, person_id, change.before)
        if any(entry.id == change.opened and entry.is_open for entry in diary.flags(tx, person_id)):
            assert change.opened is not None, "an entry has an id"
            diary.close_flag(tx, change.opened, Closed(Closing.MISTAKE, now.date()))


def _answer(tx: Transaction, person_id: UUID, answer: OnceAnswer) -> OnceChange:
    before = people.once_answers(tx, person_id).get(answer.flag)
    people.keep_once(tx, person_id, answer)
    open_already = any(entry.flag is answer.flag and entry.is_open for entry in diary.flags(tx, person_id))
    if not answer.yes or open_already:
        return OnceChange(answer.flag, before, None)
    entry = FlagEntry(uuid4(), answer.flag, answer.at)
    diary.add_flag(tx, person_id, entry)
    return OnceChange(answer.flag, before, entry.id)


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
