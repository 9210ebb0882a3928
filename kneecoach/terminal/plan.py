"""`kneecoach plan`: one goal, the days of the week, how it began and what changed."""

import argparse
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from kneecoach.coaching import people as people_verbs
from kneecoach.coaching import plans
from kneecoach.coaching.plans import Background
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.person import Began, Person, Units
from kneecoach.domain.plan import Plan, PlannedDay, Use
from kneecoach.domain.run_input import distance_m, distance_words
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_arguments import WEEK_DAYS
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import Document, dumped
from kneecoach.terminal.printable import visible

NOBODY = Background(None, None, (), ())
NOT_SAID = "not said"
NO_SUCH_USE = "A day is for {uses}."
NO_SUCH_THING = "What changed is one of {things}."
NO_SUCH_ID = "Nothing that changed has the id {id}."
METRES_PER_KM = 1_000
SHORT_ID = 8
Kind = TypeVar("Kind", Use, NewThing)
_BEGAN = {Began.INCIDENT: "with an incident", Began.GRADUALLY: "gradually"}


def plan(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`plan`; without a change it reads beside an open window."""
    if options.doing is None:
        with closing(open_to_read(folder)) as store:
            person = reader(store, options)
            _show(plans.read(store, person.id) if person is not None else NOBODY, terminal)
        return 0
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        _CHANGES[options.doing](store, person, options, terminal.wall())
        _show(plans.read(store, person.id), terminal)
    return 0


def _goal(store: Store, person: Person, options: argparse.Namespace, now: datetime) -> None:
    _keep(store, person.id, replace(_now(store, person.id, now), goal=" ".join(options.text.split())), now)


def _day(store: Store, person: Person, options: argparse.Namespace, now: datetime) -> None:
    metres = None if options.km is None else distance_m(options.km, person.units)
    day = PlannedDay(_members(Use, options.uses, NO_SUCH_USE.format(uses=_words(Use))), metres)
    known = _now(store, person.id, now)
    days = list(known.days)
    days[WEEK_DAYS.index(options.name)] = day
    _keep(store, person.id, replace(known, days=tuple(days)), now)


def _began(store: Store, person: Person, options: argparse.Namespace, _now: datetime) -> None:
    people_verbs.change_person(store, person.id, began=Began(options.began))


def _changed(store: Store, person: Person, options: argparse.Namespace, now: datetime) -> None:
    things = _members(NewThing, options.things, NO_SUCH_THING.format(things=_words(NewThing)))
    plans.keep_novelty(store, person.id, Novelty(uuid4(), options.on or now.date(), now, things, options.note), now)


def _forget(store: Store, person: Person, options: argparse.Namespace, now: datetime) -> None:
    wanted = options.id.strip().casefold()
    found = [one for one in plans.read(store, person.id).novelties if str(one.id).startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise InvalidInput(NO_SUCH_ID.format(id=visible(options.id)))
    plans.forget_novelty(store, person.id, found[0].id, now)


_CHANGES: dict[str, Callable[[Store, Person, argparse.Namespace, datetime], None]] = {
    "goal": _goal,
    "day": _day,
    "began": _began,
    "changed": _changed,
    "forget": _forget,
}


def _now(store: Store, person: UUID, now: datetime) -> Plan:
    return replace(plans.read(store, person).plan or Plan(uuid4(), now), at=now)


def _keep(store: Store, person: UUID, changed: Plan, now: datetime) -> None:
    plans.keep_plan(store, person, changed, now)


def _members(kind: type[Kind], told: list[str], sentence: str) -> tuple[Kind, ...]:
    try:
        return tuple(kind(word) for word in dict.fromkeys(told))
    except ValueError:
        raise InvalidInput(sentence) from None


def _words(kind: type[Use] | type[NewThing]) -> str:
    return ", ".join(member.value for member in kind)


def _show(background: Background, terminal: Terminal) -> None:
    if terminal.json:
        terminal.document(dumped(_document(background)))
        return
    found, person = background.plan, background.person
    units = person.units if person is not None else Units.KM
    terminal.say(f"Goal: {visible(found.goal) if found is not None and found.goal else NOT_SAID}")
    began = person.began if person is not None else None
    terminal.say(f"It began: {NOT_SAID if began is None else _BEGAN[began]}")
    for name, day in zip(WEEK_DAYS, found.days if found is not None else (PlannedDay(),) * len(WEEK_DAYS), strict=True):
        terminal.say(f"  {name.capitalize():<10} {_day_words(day, units)}".rstrip())
    for one in background.novelties:
        said = ", ".join([*(thing.value.replace("_", " ") for thing in one.things), *([one.note] if one.note else [])])
        terminal.say(f"Changed {one.on.isoformat()}: {visible(said)}  ({str(one.id)[:SHORT_ID]})")


def _day_words(day: PlannedDay, units: Units) -> str:
    said = ", ".join(use.value for use in day.uses)
    return f"{said} ({distance_words(day.distance_m, units)})" if day.distance_m else said


def _document(background: Background) -> Document:
    found, person = background.plan, background.person
    days = found.days if found is not None else (PlannedDay(),) * len(WEEK_DAYS)
    return {
        "goal": found.goal if found is not None and found.goal else None,
        "began": person.began.value if person is not None and person.began is not None else None,
        "days": [
            {
                "day": name,
                "uses": [use.value for use in day.uses],
                "km": None if day.distance_m is None else day.distance_m / METRES_PER_KM,
            }
            for name, day in zip(WEEK_DAYS, days, strict=True)
        ],
        "changed": [
            {
                "id": str(one.id),
                "on": one.on.isoformat(),
                "things": [thing.value for thing in one.things],
                "note": one.note,
            }
            for one in background.novelties
        ],
    }
