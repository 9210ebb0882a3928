"""The check-in: what was answered, kept whole or not at all, and what may start after it."""

from datetime import datetime
from uuid import UUID

from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed
from kneecoach.domain.screening import Permission, last_good, may_start
from kneecoach.storage import diary, people
from kneecoach.storage.database import Store, Transaction


def read_record(store: Store, person_id: UUID | None) -> Record:
    """Everything this person has logged that decides whether a session may start; empty for nobody."""
    with store.begin() as tx:
        return record_of(tx, person_id)


def record_of(tx: Transaction, person_id: UUID | None) -> Record:
    """The same, inside a transaction that goes on."""
    if person_id is None:
        return Record()
    return Record(
        person=people.person(tx, person_id),
        flags=diary.flags(tx, person_id),
        injuries=diary.injuries(tx, person_id),
        pains=diary.pains(tx, person_id),
        check_ins=diary.check_ins(tx, person_id),
    )


def save_check_in(store: Store, person_id: UUID, answered: Answered, now: datetime) -> tuple[CheckIn, Permission]:
    """Keep a check-in with its flags, injury, pain entries and the answers to what was open, in one transaction.

    `InvalidInput` when a yes does not say what it is, or an open flag can't be answered like that; nothing is kept
    then.
    """
    with store.begin() as tx:
        record = record_of(tx, person_id)
        entries = entries_of(answered, record, now)
        diary.add_check_in(tx, person_id, entries.check_in)
        for entry in entries.flags:
            diary.add_flag(tx, person_id, entry)
        for injury in entries.injuries:
            diary.add_injury(tx, person_id, injury)
        for pain in entries.pains:
            diary.add_pain(tx, person_id, pain)
        closings = dict(answered.closings)
        for entry in entries.closed_flags:
            diary.close_flag(tx, entry.id, closings[entry.id])
        for injury in entries.changed_injuries:
            diary.replace_injury(tx, person_id, injury)
        if entries.person is not None:
            people.replace(tx, entries.person)
    return entries.check_in, may_start(entries.added_to(record), now)


def answer_flag(store: Store, person_id: UUID, flag_id: UUID, closed: Closed, now: datetime) -> Permission:
    """Answer one open flag or injury without a check-in; `InvalidInput` when there is none, or not like that."""
    with store.begin() as tx:
        record = record_of(tx, person_id)
        entries = entries_of(Answered(closings=((flag_id, closed),), asked=False), record, now)
        if not entries.closed_flags and not entries.changed_injuries:
            raise InvalidInput("There is no open flag or injury with that number.")
        for entry in entries.closed_flags:
            diary.close_flag(tx, entry.id, closed)
        for injury in entries.changed_injuries:
            diary.close_injury(tx, injury.id, closed)
        return may_start(record_of(tx, person_id), now)


def good_check_in(store: Store, person_id: UUID, now: datetime) -> CheckIn | None:
    """The check-in that a session may still rely on, given in the last two hours; None when it is time to ask."""
    return last_good(read_record(store, person_id), now)
