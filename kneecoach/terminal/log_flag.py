"""`kneecoach log flag`: note red flags, or answer the open ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from kneecoach.coaching.check_in import answer_flag, read_record
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.domain.known import open_flags
from kneecoach.domain.person import Person
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital
from kneecoach.domain.screening import may_start
from kneecoach.storage import diary, people
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped, flag_document
from kneecoach.terminal.printable import visible

FUTURE = "That time is in the future."


@dataclass(frozen=True, slots=True)
class FlagWish:
    """What was asked for: note the flags, or answer them as gone or seen on a day; `at` None is now."""

    names: Sequence[str]
    gone: bool = False
    seen: date | None = None
    at: datetime | None = None


def log_flag(store: Store, wish: FlagWish, terminal: Terminal, *, person: Person | None = None) -> int:
    """Note or answer all of the flags, or none of them when one can't be."""
    flags = list(dict.fromkeys(flag_named(name) for name in wish.names))
    now = terminal.wall()
    at = wish.at or now
    if at > now or (wish.seen is not None and wish.seen > now.date()):
        raise InvalidInput(FUTURE)
    if person is None:
        with store.begin() as tx:
            person = people.ensure(tx)
    if wish.gone or wish.seen is not None:
        closed = Closed(Closing.GONE, at.date()) if wish.seen is None else Closed(Closing.SEEN, wish.seen)
        entries = _answered(store, person, flags, closed, now)
    else:
        entries = [FlagEntry(uuid4(), flag, at) for flag in flags]
        with store.begin() as tx:
            for entry in entries:
                diary.add_flag(tx, person.id, entry)
    _tell(store, person, entries, terminal)
    return 0


def flag_named(name: str) -> Flag:
    """The flag of this name; `InvalidInput` lists the names there are."""
    for flag in Flag:
        if flag.value == name.strip().casefold().replace("-", "_"):
            return flag
    raise InvalidInput(f"There is no flag called {visible(name)}. There are: {', '.join(flag.value for flag in Flag)}.")


def _answered(store: Store, person: Person, flags: Sequence[Flag], closed: Closed, now: datetime) -> list[FlagEntry]:
    record = read_record(store, person.id)
    for flag in flags:
        if not open_flags(record, flag):
            raise InvalidInput(f"{capital(FLAG_NAMES[flag])} ({flag.value}) is not noted as open.")
    # Building each answer first refuses all of them when one is not possible
    after = [replace(entry, closed=closed) for entry in open_flags(record, *flags)]
    for entry in after:
        answer_flag(store, person.id, entry.id, closed, now)
    return after


def _tell(store: Store, person: Person, entries: Sequence[FlagEntry], terminal: Terminal) -> None:
    if terminal.json:
        terminal.document(dumped([flag_document(entry) for entry in entries]))
        return
    for entry in entries:
        state = "open until it is gone or seen by a clinician" if entry.closed is None else entry.closed.how.value
        terminal.say(f"{entry.flag.value}: {state}.")
    terminal.say(may_start(read_record(store, person.id), terminal.wall()).sentence)
