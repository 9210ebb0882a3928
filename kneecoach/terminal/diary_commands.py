"""The commands of the diary: `diary`, `log`, `shoes`, `bin`, `undo`, `export`, and what is put right of `sessions`."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from kneecoach.coaching import diary
from kneecoach.coaching.cautions import said_back
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.diary_files import Form, as_text, export
from kneecoach.domain.diary import Entry, kind_of
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Person, Units
from kneecoach.domain.session_record import SessionRecord
from kneecoach.exchange.diary_entries import ENTRY_TYPES, document
from kneecoach.storage import sessions
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal import log_entries
from kneecoach.terminal.arguments import which_was_taken
from kneecoach.terminal.bin_commands import show_bin, undo
from kneecoach.terminal.commands import Command
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_entries import entry_document, found, shoe_names, tell
from kneecoach.terminal.diary_lines import row_of, type_of
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.listing import show_table
from kneecoach.terminal.log_flag import state
from kneecoach.terminal.plan import plan
from kneecoach.terminal.printable import visible
from kneecoach.terminal.shoes import shoes

NOTHING = "Nothing in the diary yet. `kneecoach log pain` and `kneecoach log run` note the first entry."
NOTHING_THEN = "Nothing in the diary on these days."
ANSWERED_ONLY = "Signs and injuries are never deleted: `kneecoach log` answers them as gone or seen."
DELETED = "Deleted: {words}. `kneecoach undo` puts it back, for 30 days."
CORRECTED = "Corrected: {words}. `kneecoach undo` takes that back, for 30 days."
NOTHING_TO_CORRECT = "Say what is to be corrected: --pain-before, --pain-after, --effort or --note."
SAID_ALREADY = "The diary says that already, so nothing was changed."
PRINTED = Path("-")

_LOGS: dict[str, Callable[[Store, UUID, argparse.Namespace, datetime], Entry | Sequence[Injury]]] = {
    "pain": log_entries.log_pain,
    "run": log_entries.log_run,
    "activity": log_entries.log_activity,
    "morning": log_entries.log_morning,
    "ice": log_entries.log_ice,
    "injury": log_entries.log_injury,
}


def note(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`log` of everything but flags."""
    now = terminal.wall()
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        before = {entry.id for entry in read_record(store, person.id).flags}
        logged = _LOGS[options.doing](store, person.id, options, now)
        entries = list(logged) if isinstance(logged, Sequence) else [logged]
        opened = [entry for entry in read_record(store, person.id).flags if entry.id not in before]
        names = shoe_names(store, person)
        warned = said_back(store, person.id, entries[0], now)
        if terminal.json:
            noted = [document(entry, names) | {"cautions": list(warned)} for entry in (*entries, *opened)]
            terminal.document(dumped(noted))
            return 0
        for entry in entries:
            _, name, words, short = row_of(entry, names, person.units)
            terminal.say(f"{name} {short}: {visible(words)}.")
        if options.at is not None and (which := which_was_taken(options.at, now)):
            terminal.say(which)
        for flag in opened:
            terminal.say(f"{flag.flag.value}: {state(flag)}.")
        for sentence in warned:
            terminal.say(sentence)
    return 0


def show_diary(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`diary`; reads beside an open window. Without a type the list has all, the document all but sessions."""
    if options.doing == "delete":
        return _delete(options, folder, terminal, _entries)
    wanted = options.type or (ENTRY_TYPES if terminal.json else None)
    with closing(open_to_read(folder)) as store:
        person = reader(store, options)
        entries = _entries(store, person, options.since, options.until) if person else []
        names = shoe_names(store, person) if person else {}
        there = [entry for entry in entries if wanted is None or type_of(entry) in wanted]
        documents = [entry_document(store, entry, names) for entry in there] if terminal.json else []
    if terminal.json:
        terminal.document(dumped(documents))
    elif there:
        units = person.units if person else Units.KM
        show_table(terminal, ("When", "What", "Said", "Id"), [row_of(entry, names, units) for entry in there])
    else:
        terminal.say(NOTHING_THEN if options.since or options.until or options.type else NOTHING)
    return 0


def put_sessions_right(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`sessions correct` and `sessions delete`."""
    if options.doing == "delete":
        return _delete(options, folder, terminal, _played)
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        record = found(options.id, _played(store, person))
        said = {
            "pain_before": options.pain_before,
            "pain_after": options.pain_after,
            "effort": log_entries.effort(options.effort),
            "note": options.note,
        }
        wanted = {name: value for name, value in said.items() if value is not None}
        if not wanted:
            raise InvalidInput(NOTHING_TO_CORRECT)
        corrected = replace(record, **wanted)
        if corrected == record:
            raise InvalidInput(SAID_ALREADY)
        diary.change_session(store, person.id, corrected, terminal.wall())
        tell(terminal, store, person, corrected, CORRECTED)
    return 0


def write_diary(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`export diary`; reads beside an open window."""
    with closing(open_to_read(folder)) as store:
        person, now = reader(store, options) or Person(uuid4()), terminal.wall()
        if options.to == PRINTED:
            terminal.document(as_text(store, person.id, Form.JSON, now, options.since, options.until).rstrip("\n"))
            return 0
        export(store, person.id, options.to, now, options.since, options.until)
    if terminal.json:
        terminal.document(dumped({"exported": str(options.to)}))
    else:
        terminal.say(f"The diary is in {visible(str(options.to))}.")
    return 0


def _delete(
    options: argparse.Namespace, folder: Path, terminal: Terminal, read: Callable[[Store, Person], Sequence[Entry]]
) -> int:
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        entry = found(options.id, read(store, person))
        if isinstance(entry, FlagEntry | Injury):
            raise InvalidInput(ANSWERED_ONLY)
        diary.delete(store, person.id, kind_of(entry), entry.id, terminal.wall())
        tell(terminal, store, person, entry, DELETED)
    return 0


def _entries(store: Store, person: Person, since: date | None = None, until: date | None = None) -> list[Entry]:
    """What the diary lists: a pain that follows from a run stands with the run."""
    entries = diary.read_diary(store, person.id, since, until).entries
    return [entry for entry in entries if not (isinstance(entry, PainEntry) and entry.of is not None)]


def _played(store: Store, person: Person) -> Sequence[SessionRecord]:
    with store.begin() as tx:
        return sessions.sessions(tx, None, person.id)


DIARY_COMMANDS: dict[str, Command] = {
    "log": note,
    "diary": show_diary,
    "sessions": put_sessions_right,
    "shoes": shoes,
    "plan": plan,
    "bin": show_bin,
    "undo": undo,
    "export": write_diary,
}
