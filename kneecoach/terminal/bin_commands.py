"""`kneecoach bin` and `undo`: what was deleted, changed or imported in the last 30 days, and the way back."""

import argparse
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path
from uuid import UUID

from kneecoach.coaching import diary, imports
from kneecoach.coaching.imports import Imported
from kneecoach.domain.bin_kind import How
from kneecoach.domain.diary import Binned
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.local_time import utc
from kneecoach.domain.person import Units
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_entries import entry_document, found, shoe_names, tell
from kneecoach.terminal.diary_lines import ShoeNames, type_of, words_of
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import Document, dumped
from kneecoach.terminal.listing import SHORT_ID, show_table

EMPTY_BIN = "The bin is empty."
BACK = "Put back as it was: {words}."
TAKEN_BACK = (
    "The import of {when} was taken back: {what}. `kneecoach bin restore {id}` brings it in again, for 30 days."
)
IN_AGAIN = "The import that was taken back {when} is in again: {what}. `kneecoach undo` takes it back."
ALL_UNDONE = (
    "Nothing is left to undo. `kneecoach bin` lists what was undone; `kneecoach bin restore ID` brings it back."
)
Lying = Binned | Imported


def show_bin(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`bin` and `bin restore`."""
    if options.doing == "restore":
        return undo(options, folder, terminal)
    with closing(open_to_read(folder)) as store:
        person = reader(store, options)
        there = _lying(store, person.id, terminal.wall()) if person else ()
        names = shoe_names(store, person) if person else {}
        documents = [_document(store, one, names) for one in there] if terminal.json else []
    if terminal.json:
        terminal.document(dumped(documents))
    elif there:
        units = person.units if person else Units.KM
        rows = [(_when(one), _how(one), _what(one, names, units), str(one.id)[:SHORT_ID]) for one in there]
        show_table(terminal, ("When", "How", "What", "Id"), rows)
    else:
        terminal.say(EMPTY_BIN)
    return 0


def undo(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`undo`, of what was deleted, changed or imported last, and `bin restore` of something else."""
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        now = terminal.wall()
        there = _lying(store, person.id, now)
        if not there:
            raise InvalidInput(EMPTY_BIN)
        chosen = _latest(there) if options.command == "undo" else found(options.id, there)
        if isinstance(chosen, Binned):
            diary.put_back(store, chosen.id, now)
            tell(terminal, store, person, chosen.value, BACK)
            return 0
        if chosen.gone:
            imports.put_back(store, person.id, chosen.id, now)
        else:
            imports.undo(store, person.id, chosen.taken, now)
        _tell_of_import(terminal, chosen)
    return 0


def _lying(store: Store, person: UUID, now: datetime) -> Sequence[Lying]:
    """All that can be undone or had again, the newest first; an import stands before what its measuring changed."""
    came = [*imports.imported(store, person, now), *imports.taken_back(store, person, now)]
    measured = _measured(came)
    binned = diary.binned(store, person, now)
    there = [one for one in binned if one.id not in measured], came, [one for one in binned if one.id in measured]
    return sorted(chain(*there), key=lambda one: utc(one.at), reverse=True)


def _measured(there: Iterable[Lying]) -> set[UUID]:
    return {edit for one in there if isinstance(one, Imported) for edit in one.taken.edits}


def _latest(there: Sequence[Lying]) -> Lying:
    """What was done last, not what an undo took back: undoing again goes further back."""
    measured = _measured(there)
    for one in there:
        undone = one.gone if isinstance(one, Imported) else one.how is How.UNDONE
        if not undone and one.id not in measured:
            return one
    raise InvalidInput(ALL_UNDONE)


def _when(one: Lying) -> str:
    return f"{one.at:%Y-%m-%d %H:%M}"


def _how(one: Lying) -> str:
    if isinstance(one, Binned):
        return one.how.value
    return "taken back" if one.gone else "imported"


def _what(one: Lying, names: ShoeNames, units: Units) -> str:
    if isinstance(one, Binned):
        return f"{type_of(one.value)}: {words_of(one.value, names, units)}"
    return f"import: {one.taken.words}"


def _counts(one: Imported) -> Document:
    """How many runs and activities, and where it was a diary how many of what else."""
    counts: Document = {"runs": len(one.taken.runs) + len(one.taken.edits), "activities": len(one.taken.activities)}
    return counts | {"others": dict(one.taken.others)} if one.taken.others else counts


def _document(store: Store, one: Lying, names: ShoeNames) -> Document:
    entry = entry_document(store, one.value, names) if isinstance(one, Binned) else {"type": "import"} | _counts(one)
    return {"id": str(one.id), "at": one.at.isoformat(), "how": _how(one), "entry": entry}


def _tell_of_import(terminal: Terminal, one: Imported) -> None:
    if terminal.json:
        terminal.document(dumped({"put_back" if one.gone else "taken_back": _counts(one)}))
    else:
        sentence = IN_AGAIN if one.gone else TAKEN_BACK
        terminal.say(sentence.format(when=_when(one), what=one.taken.words, id=str(one.id)[:SHORT_ID]))
