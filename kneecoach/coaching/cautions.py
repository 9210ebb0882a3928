"""What is said back of an entry at the moment it is kept, in the same sentences in window and terminal."""

from datetime import datetime
from uuid import UUID

from kneecoach.coaching import ice
from kneecoach.coaching.check_in import read_record
from kneecoach.domain.diary import Entry
from kneecoach.domain.finding import Finding
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain_gate import STOP_THEN, Gate, run_gate
from kneecoach.domain.run import Run
from kneecoach.domain.screening import warning_of
from kneecoach.storage.database import Store


def said_back(store: Store, person: UUID, entry: Entry, now: datetime) -> tuple[str, ...]:
    """All of it, the ice first; often nothing."""
    if isinstance(entry, Ice):
        found = ice.cautions(store, person, entry)
    else:
        run_found = ice.run_caution(store, person, entry.at) if isinstance(entry, Run) else None
        found = () if run_found is None else (run_found,)
    return (*(_words(one) for one in found), *of_its_pain(store, person, entry, now))


def of_its_pain(store: Store, person: UUID, entry: Entry, now: datetime) -> tuple[str, ...]:
    """What its pain or its limp means now; in an emergency the last of it are the numbers to call."""
    red = isinstance(entry, Run) and run_gate(entry.pain_max, entry.limp) is Gate.RED
    permission = warning_of(read_record(store, person), entry.id, now)
    after = (permission.sentence, *permission.numbers) if permission is not None else ()
    return (STOP_THEN, *after) if red else after


def _words(found: Finding) -> str:
    return f"{found.title}. {found.text}"
