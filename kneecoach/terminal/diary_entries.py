"""An entry of the diary, found by the beginning of its id and told in words or as a document."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID

from kneecoach.domain.diary import Entry
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Person
from kneecoach.domain.session_record import SessionRecord
from kneecoach.exchange.diary_entries import document
from kneecoach.storage import diary, runs
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_lines import ShoeNames, type_of, words_of
from kneecoach.terminal.json_documents import Document, dumped, session_document
from kneecoach.terminal.printable import visible

NO_SUCH = "There is nothing with the id {id}."
SEVERAL = "The id {id} is of several: give more of its letters."


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> UUID: ...


Found = TypeVar("Found", bound=Named)


def found(start: str, there: Iterable[Found]) -> Found:
    """The one whose id begins so; `InvalidInput` for none and for several."""
    wanted = start.strip().casefold()
    fitting = [one for one in there if wanted and str(one.id).startswith(wanted)]
    if len(fitting) != 1:
        raise InvalidInput((SEVERAL if fitting else NO_SUCH).format(id=visible(start)))
    return fitting[0]


def tell(terminal: Terminal, store: Store, person: Person, entry: Entry | Novelty, sentence: str) -> None:
    """What became of an entry, in a `sentence` that has room for its words."""
    names = shoe_names(store, person)
    if terminal.json:
        terminal.document(dumped([entry_document(store, entry, names)]))
    else:
        words = f"{type_of(entry)}, {words_of(entry, names, person.units)}"
        terminal.say(sentence.format(words=visible(words)))


def entry_document(store: Store, entry: Entry | Novelty, names: ShoeNames) -> Document:
    """As `--json` prints it; a session with its check-in."""
    if not isinstance(entry, SessionRecord):
        return document(entry, names)
    with store.begin() as tx:
        check_in = diary.check_in(tx, entry.check_in) if entry.check_in else None
    known = {check_in.id: check_in} if check_in else {}
    more = {"type": type_of(entry), "at": entry.started_at.isoformat(), "effort": entry.effort, "note": entry.note}
    return more | session_document(entry, known)


def shoe_names(store: Store, person: Person) -> dict[UUID, str]:
    """The pairs that a person has or had."""
    with store.begin() as tx:
        return {shoe.id: shoe.name for shoe in runs.shoes(tx, person.id)}
