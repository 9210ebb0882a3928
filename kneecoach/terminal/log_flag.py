"""`kneecoach log flag`: note red flags, or answer the open ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kneecoach.coaching.cautions import standing
from kneecoach.coaching.check_in import answer_flags, note_flags, read_record
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import URGENCY, Closed, Closing, Flag, FlagEntry, Urgency
from kneecoach.domain.local_time import utc
from kneecoach.domain.person import Person
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital
from kneecoach.domain.red_flags_bone import answerable
from kneecoach.domain.red_flags_gone import waits_for_visit
from kneecoach.exchange.diary_entries import document
from kneecoach.storage import people
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible

FUTURE = "That time is in the future."
OPEN = "open until it is gone or seen by a clinician"
EMERGENCY_OPEN = "open until it is seen by a clinician, or answered at a check-in as ticked by mistake"


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
    if utc(at) > utc(now) or (wish.seen is not None and wish.seen > now.date()):
        raise InvalidInput(FUTURE)
    if person is None:
        with store.begin() as tx:
            person = people.ensure(tx)
    entries: Sequence[FlagEntry]
    if wish.gone or wish.seen is not None:
        closed = Closed(Closing.GONE, now.date()) if wish.seen is None else Closed(Closing.SEEN, wish.seen)
        entries = _answered(store, person, flags, closed, wish.at, now)
    else:
        entries = note_flags(store, person.id, flags, at)
    _tell(store, person, entries, terminal)
    return 0


def flag_named(name: str) -> Flag:
    """The flag of this name; `InvalidInput` lists the names there are."""
    for flag in Flag:
        if flag.value == name.strip().casefold().replace("-", "_"):
            return flag
    raise InvalidInput(f"There is no flag called {visible(name)}. There are: {', '.join(flag.value for flag in Flag)}.")


def _answered(
    store: Store, person: Person, flags: Sequence[Flag], closed: Closed, at: datetime | None, now: datetime
) -> Sequence[FlagEntry]:
    record = read_record(store, person.id, now, stops=False)
    waiting = answerable(record, now)
    if closed.how is Closing.SEEN:
        known = {entry.flag for entry in waiting}
        waiting += [entry for entry in record.flags if entry.flag not in known and waits_for_visit(entry, now)]
    for flag in flags:
        if flag not in {entry.flag for entry in waiting}:
            raise InvalidInput(f"{capital(FLAG_NAMES[flag])} ({flag.value}) is not noted as open.")
    entries = [entry for entry in waiting if entry.flag in flags]
    for entry in entries:
        if at is not None and utc(at) < utc(entry.at):
            raise InvalidInput(f"{capital(FLAG_NAMES[entry.flag])} ({entry.flag.value}) was noted after that time.")
    answer_flags(store, person.id, [entry.id for entry in entries], closed, now)
    return [replace(entry, closed=closed) for entry in entries]


def _tell(store: Store, person: Person, entries: Sequence[FlagEntry], terminal: Terminal) -> None:
    told = standing(store, person.id, terminal.wall())
    if terminal.json:
        terminal.document(dumped([document(entry, {}) | {"cautions": list(told)} for entry in entries]))
        return
    for entry in entries:
        terminal.say(f"{entry.flag.value}: {state(entry)}.")
    for sentence in told:
        terminal.say(sentence)


def state(entry: FlagEntry) -> str:
    """Whether it is open and until when, or how it was answered."""
    if entry.closed is not None:
        return entry.closed.how.value
    return EMERGENCY_OPEN if URGENCY[entry.flag] is Urgency.EMERGENCY else OPEN
