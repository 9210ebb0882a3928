"""The check-in: what was answered, kept whole or not at all, and what may start after it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from kneecoach.coaching.stops import stops_of
from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.ahead import reopened
from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Flag, FlagEntry
from kneecoach.domain.lately import LATELY, is_enough, swelling_settled
from kneecoach.domain.local_time import later
from kneecoach.domain.screening import Permission, last_good, may_start
from kneecoach.storage import diary, far_back, people
from kneecoach.storage.database import Store, Transaction
from kneecoach.storage.told_before import pains_told_before

LOG_THE_PLACE = "Soreness over bone is found in the diary: log where it hurts, how large it is, and how sore to touch."


def read_record(
    store: Store, person_id: UUID | None, now: datetime | None = None, *, stops: bool = True, whole: bool = False
) -> Record:
    """Everything this person has logged that decides whether a session may start; empty for nobody.

    What is judged needs `now` (aware): of that moment are what was told before it was changed, and the stops, which
    take longer; what was answered after it is open. Years that the red flags can't see any more
    at `now` are left out, unless it has to be `whole`. Without `now` there are all entries and nothing else.
    """
    with store.begin() as tx:
        return record_of(tx, person_id, now, stops=stops, whole=whole)


def record_of(
    tx: Transaction,
    person_id: UUID | None,
    now: datetime | None = None,
    *,
    stops: bool = True,
    whole: bool = False,
    present: datetime | None = None,
) -> Record:
    """The same, inside a transaction that goes on. `present` is what the clock says where `now` is a day of before."""
    if person_id is None:
        return Record()
    record = Record(
        stops=() if now is None or not stops else stops_of(tx, person_id, now, present),
        person=people.person(tx, person_id),
        flags=diary.flags(tx, person_id),
        injuries=diary.injuries(tx, person_id),
        zones=profile_of(tx, person_id).zones,
        earlier=() if now is None else pains_told_before(tx, person_id, now),
    )
    found = None if now is None or whole else _lately(tx, person_id, record, now)
    if found is None:
        found = replace(record, pains=diary.pains(tx, person_id), check_ins=diary.check_ins(tx, person_id))
    return found if now is None else reopened(found, present or now)


def _lately(tx: Transaction, person_id: UUID, record: Record, now: datetime) -> Record | None:
    """The record with what the red flags can see at `now`; None where they may see all of it."""
    since = later(now, -LATELY)
    pains = far_back.pains_lately(tx, person_id, since)
    read = replace(record, pains=pains, check_ins=far_back.check_ins_lately(tx, person_id, since))
    if not is_enough(read, since, now):
        return None
    if swelling_settled(read, since, now):
        return read
    known = {pain.id: pain for pain in (*pains, *far_back.swellings_before(tx, person_id, since))}
    return replace(read, pains=tuple(known.values()))


def save_check_in(store: Store, person_id: UUID, answered: Answered, now: datetime) -> tuple[CheckIn, Permission]:
    """Keep a check-in with its flags, injury, pain entries and the answers to what was open, in one transaction.

    `InvalidInput` when a yes does not say what it is, or an open flag can't be answered like that; nothing is kept
    then.
    """
    with store.begin() as tx:
        record = record_of(tx, person_id, now)
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


def note_flags(store: Store, person_id: UUID, flags: Iterable[Flag], at: datetime) -> tuple[FlagEntry, ...]:
    """Open these flags, all in one transaction; one that is open already stays as it is, and is given back."""
    flags = tuple(dict.fromkeys(flags))
    if Flag.BONE_SORE in flags:
        raise InvalidInput(LOG_THE_PLACE)
    noted = []
    with store.begin() as tx:
        known = {entry.flag: entry for entry in diary.flags(tx, person_id) if entry.is_open}
        for flag in flags:
            entry = known.get(flag)
            if entry is None:
                entry = FlagEntry(uuid4(), flag, at)
                diary.add_flag(tx, person_id, entry)
            noted.append(entry)
    return tuple(noted)


def answer_flag(store: Store, person_id: UUID, flag_id: UUID, closed: Closed, now: datetime) -> Permission:
    """Answer one open flag or injury without a check-in; `InvalidInput` when there is none, or not like that."""
    return answer_flags(store, person_id, (flag_id,), closed, now)


def answer_flags(
    store: Store, person_id: UUID, flag_ids: Collection[UUID], closed: Closed, now: datetime
) -> Permission:
    """The same for several, all of them or none."""
    with store.begin() as tx:
        record = record_of(tx, person_id, now, stops=False)
        closings = tuple((flag_id, closed) for flag_id in flag_ids)
        entries = entries_of(Answered(closings=closings, asked=False), record, now)
        if len(entries.closed_flags) + len(entries.changed_injuries) + len(entries.flags) < len(flag_ids):
            raise InvalidInput("There is no open flag or injury with that number.")
        for entry in entries.flags:
            diary.add_flag(tx, person_id, entry)
        for entry in entries.closed_flags:
            diary.close_flag(tx, entry.id, closed)
        for injury in entries.changed_injuries:
            diary.close_injury(tx, injury.id, closed)
        return may_start(record_of(tx, person_id, now), now)


def good_check_in(store: Store, person_id: UUID, now: datetime) -> CheckIn | None:
    """The check-in of the last two hours that was asked and answered whole; None when it is time to ask."""
    return last_good(read_record(store, person_id), now)
