"""The commands of the diary: `diary`, `log`, `shoes`, `bin`, `undo`, `export`, and what is put right of `sessions`."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from kneecoach.coaching import diary
from kneecoach.coaching.cautions import said_back
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.diary_files import Form, as_text, export
from kneecoach.domain.activity import Activity
from kneecoach.domain.diary import Binned, Entry, How, kind_of
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Person, Units
from kneecoach.domain.run import Run
from kneecoach.domain.screening import may_start
from kneecoach.domain.session_record import SessionRecord
from kneecoach.exchange.diary_entries import ENTRY_TYPES, document
from kneecoach.storage import diary as diary_table
from kneecoach.storage import runs, sessions
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal import import_runs, log_entries
from kneecoach.terminal.arguments import which_was_taken
from kneecoach.terminal.commands import Command
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_lines import ShoeNames, row_of, type_of, words_of
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import Document, dumped, session_document
from kneecoach.terminal.listing import SHORT_ID, show_table
from kneecoach.terminal.log_flag import state
from kneecoach.terminal.plan import plan
from kneecoach.terminal.printable import visible
from kneecoach.terminal.shoes import shoes

NOTHING = "Nothing in the diary yet. `kneecoach log pain` and `kneecoach log run` note the first entry."
NOTHING_THEN = "Nothing in the diary on these days."
EMPTY_BIN = "The bin is empty."
ANSWERED_ONLY = "Signs and injuries are never deleted: `kneecoach log` answers them as gone or seen."
DELETED = "Deleted: {words}. `kneecoach undo` puts it back, for 30 days."
CORRECTED = "Corrected: {words}. `kneecoach undo` takes that back, for 30 days."
BACK = "Put back as it was: {words}."
ALL_UNDONE = (
    "Nothing is left to undo. `kneecoach bin` lists what was undone; `kneecoach bin restore ID` brings it back."
)
NO_SUCH = "There is nothing with the id {id}."
SEVERAL = "The id {id} is of several: give more of its letters."
PRINTED = Path("-")

Found = TypeVar("Found", bound=Entry | Binned)

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
        record = read_record(store, person.id, now)
        opened = [entry for entry in record.flags if entry.id not in before]
        names = _shoe_names(store, person)
        warned = said_back(store, person.id, entries[0], now)
        if terminal.json:
            noted = [document(entry, names) | {"cautions": list(warned)} for entry in entries]
            terminal.document(dumped([*noted, *(document(entry, names) for entry in opened)]))
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
        sentence = may_start(record, now).sentence
        if _tells_pain(entries[0]) and sentence not in warned:
            terminal.say(sentence)
    return 0


def _tells_pain(entry: Entry) -> bool:
    """Whether it says something that decides if a session may start."""
    return not isinstance(entry, Ice | Activity) and (not isinstance(entry, Run) or bool(entry.highest_pain))


def show_diary(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`diary`; reads beside an open window. Without a type the list has all, the document all but sessions."""
    if options.doing == "delete":
        return _delete(options, folder, terminal, _entries)
    wanted = options.type or (ENTRY_TYPES if terminal.json else None)
    with closing(open_to_read(folder)) as store:
        person = reader(store, options)
        entries = _entries(store, person, options.since, options.until) if person else []
        names = _shoe_names(store, person) if person else {}
        found = [entry for entry in entries if wanted is None or type_of(entry) in wanted]
        documents = [_document(store, entry, names) for entry in found] if terminal.json else []
    if terminal.json:
        terminal.document(dumped(documents))
    elif found:
        units = person.units if person else Units.KM
        show_table(terminal, ("When", "What", "Said", "Id"), [row_of(entry, names, units) for entry in found])
    else:
        terminal.say(NOTHING_THEN if options.since or options.until or options.type else NOTHING)
    return 0


def put_sessions_right(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`sessions correct` and `sessions delete`."""
    if options.doing == "delete":
        return _delete(options, folder, terminal, _played)
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        record = _found(options.id, _played(store, person))
        said = {
            "pain_before": options.pain_before,
            "pain_after": options.pain_after,
            "effort": log_entries.effort(options.effort),
            "note": options.note,
        }
        record = replace(record, **{name: value for name, value in said.items() if value is not None})
        diary.change_session(store, person.id, record, terminal.wall())
        _tell(terminal, store, person, record, CORRECTED)
    return 0


def show_bin(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`bin` and `bin restore`."""
    if options.doing == "restore":
        return undo(options, folder, terminal)
    with closing(open_to_read(folder)) as store:
        person = reader(store, options)
        binned = diary.binned(store, person.id, terminal.wall()) if person else ()
        names = _shoe_names(store, person) if person else {}
        documents = [_bin_document(store, one, names) for one in binned] if terminal.json else []
    if terminal.json:
        terminal.document(dumped(documents))
    elif binned:
        units = person.units if person else Units.KM
        rows = [
            (
                f"{one.at:%Y-%m-%d %H:%M}",
                one.how.value,
                f"{type_of(one.value)}: {words_of(one.value, names, units)}",
                str(one.id)[:SHORT_ID],
            )
            for one in binned
        ]
        show_table(terminal, ("When", "How", "What", "Id"), rows)
    else:
        terminal.say(EMPTY_BIN)
    return 0


def undo(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`undo`, of what was deleted, changed or imported last, and `bin restore` of something else."""
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        binned = diary.binned(store, person.id, terminal.wall())
        if options.command == "undo" and import_runs.undone(store, person.id, binned, terminal):
            return 0
        if not binned:
            raise InvalidInput(EMPTY_BIN)
        chosen = _latest(binned) if options.command == "undo" else _found(options.id, binned)
        diary.put_back(store, chosen.id, terminal.wall())
        _tell(terminal, store, person, chosen.value, BACK)
    return 0


def _latest(binned: Iterable[Binned]) -> Binned:
    """What was deleted or changed last, not what an undo took back: undoing again goes further back."""
    done = next((one for one in binned if one.how is not How.UNDONE), None)
    if done is None:
        raise InvalidInput(ALL_UNDONE)
    return done


def write_diary(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`export diary`; reads beside an open window."""
    with closing(open_to_read(folder)) as store:
        person = reader(store, options) or Person(uuid4())
        if options.to == PRINTED:
            terminal.document(as_text(store, person.id, Form.JSON, options.since, options.until).rstrip("\n"))
            return 0
        export(store, person.id, options.to, options.since, options.until)
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
        entry = _found(options.id, read(store, person))
        if isinstance(entry, FlagEntry | Injury):
            raise InvalidInput(ANSWERED_ONLY)
        diary.delete(store, person.id, kind_of(entry), entry.id, terminal.wall())
        _tell(terminal, store, person, entry, DELETED)
    return 0


def _found(start: str, there: Iterable[Found]) -> Found:
    wanted = start.strip().casefold()
    found = [one for one in there if wanted and str(one.id).startswith(wanted)]
    if len(found) != 1:
        raise InvalidInput((SEVERAL if found else NO_SUCH).format(id=visible(start)))
    return found[0]


def _entries(store: Store, person: Person, since: date | None = None, until: date | None = None) -> list[Entry]:
    """What the diary lists: a pain that follows from a run stands with the run."""
    entries = diary.read_diary(store, person.id, since, until).entries
    return [entry for entry in entries if not (isinstance(entry, PainEntry) and entry.of is not None)]


def _played(store: Store, person: Person) -> Sequence[SessionRecord]:
    with store.begin() as tx:
        return sessions.sessions(tx, None, person.id)


def _tell(terminal: Terminal, store: Store, person: Person, entry: Entry, sentence: str) -> None:
    names = _shoe_names(store, person)
    if terminal.json:
        terminal.document(dumped([_document(store, entry, names)]))
    else:
        words = f"{type_of(entry)}, {words_of(entry, names, person.units)}"
        terminal.say(sentence.format(words=visible(words)))


def _document(store: Store, entry: Entry, names: ShoeNames) -> Document:
    if not isinstance(entry, SessionRecord):
        return document(entry, names)
    with store.begin() as tx:
        check_in = diary_table.check_in(tx, entry.check_in) if entry.check_in else None
    known = {check_in.id: check_in} if check_in else {}
    more = {"type": type_of(entry), "at": entry.started_at.isoformat(), "effort": entry.effort, "note": entry.note}
    return more | session_document(entry, known)


def _bin_document(store: Store, binned: Binned, names: ShoeNames) -> Document:
    return {
        "id": str(binned.id),
        "at": binned.at.isoformat(),
        "how": binned.how.value,
        "entry": _document(store, binned.value, names),
    }


def _shoe_names(store: Store, person: Person) -> dict[UUID, str]:
    with store.begin() as tx:
        return {shoe.id: shoe.name for shoe in runs.shoes(tx, person.id)}


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
