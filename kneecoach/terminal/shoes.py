"""`kneecoach shoes`: the pairs, how far each has gone, and what that says."""

import argparse
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

from kneecoach.coaching import diary
from kneecoach.coaching.shoes import ShoeGone, gone
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Person, Units
from kneecoach.domain.run_input import distance_m, distance_words
from kneecoach.domain.shoe import MAX_START_M, Shoe, Wear
from kneecoach.storage import runs
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import Document, dumped
from kneecoach.terminal.listing import show_table
from kneecoach.terminal.log_entries import shoe_named

NO_SHOES = "No shoes yet. `kneecoach shoes add NAME` adds the pair that you run in."
NO_NAME = "Give the shoes a name."
FUTURE_DAY = "That day is in the future."
RETIRED = "These shoes are retired already."
TWICE = "There are shoes of that name already."
HINTS = {Wear.FINE: "", Wear.INFO: "check the sole", Wear.CAUTION: "many change by now"}
METRES_PER_KM = 1_000


def shoes(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`shoes`; the list reads beside an open window."""
    if options.doing is None:
        with closing(open_to_read(folder)) as store:
            person = reader(store, options)
            _show(store, person, terminal)
        return 0
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        (_add if options.doing == "add" else _retire)(store, person.id, options, terminal)
        _show(store, person, terminal)
    return 0


def _add(store: Store, person: UUID, options: argparse.Namespace, terminal: Terminal) -> None:
    name = options.name.strip()
    if not name:
        raise InvalidInput(NO_NAME)
    with store.begin() as tx:
        known = {shoe.name.strip().casefold() for shoe in runs.shoes(tx, person) if shoe.retired is None}
    if name.casefold() in known:
        raise InvalidInput(TWICE)
    start_m = 0 if options.km.strip() in {"", "0", "0.0"} else distance_m(options.km, Units.KM, most_m=MAX_START_M)
    if options.first_day is not None and options.first_day > terminal.wall().date():
        raise InvalidInput(FUTURE_DAY)
    diary.keep_shoe(store, person, Shoe(uuid4(), name, start_m, options.first_day))


def _retire(store: Store, person: UUID, options: argparse.Namespace, terminal: Terminal) -> None:
    today = terminal.wall().date()
    shoe = shoe_named(store, person, options.name)
    if shoe.retired is not None:
        raise InvalidInput(RETIRED)
    if options.on is not None and options.on > today:
        raise InvalidInput(FUTURE_DAY)
    diary.retire_shoe(store, person, shoe.id, options.on or today)


def _show(store: Store, person: Person | None, terminal: Terminal) -> None:
    there = () if person is None else gone(store, person.id)
    units = person.units if person is not None else Units.KM
    if terminal.json:
        terminal.document(dumped([_document(one.shoe, one.metres) for one in there]))
    elif there:
        rows = [_row(one, units) for one in there]
        show_table(terminal, ("Name", "Gone so far", "First day", "Retired", "Hint"), rows)
    else:
        terminal.say(NO_SHOES)


def _document(shoe: Shoe, metres: int) -> Document:
    return {
        "id": str(shoe.id),
        "name": shoe.name,
        "start_km": shoe.start_m / METRES_PER_KM,
        "km": metres / METRES_PER_KM,
        "first_day": shoe.first_day and shoe.first_day.isoformat(),
        "retired": shoe.retired and shoe.retired.isoformat(),
    }


def _row(one: ShoeGone, units: Units) -> tuple[str, ...]:
    shoe = one.shoe
    days = ("" if day is None else day.isoformat() for day in (shoe.first_day, shoe.retired))
    return shoe.name, distance_words(one.metres, units), *days, "" if shoe.retired else HINTS[one.wear()]
