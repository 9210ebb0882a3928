"""The diary: log, correct, delete and have back, each in one transaction; the same for window and terminal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from uuid import UUID, uuid4

from kneecoach.coaching.play import pain_after_session
from kneecoach.coaching.returning import told_by_runs
from kneecoach.coaching.told import changed, refuse_future, there, told
from kneecoach.domain.activity import Activity
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.diary import Binned, DayShown, Diary, Entry, day_of, days_shown, instant_of
from kneecoach.domain.entry_pains import Place, pains_of_run
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry, Symptom
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import SupportUsed
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, mornings, runs, sessions
from kneecoach.storage.database import Store, Transaction

FOLLOWS = "This pain belongs to a run, a session or a morning. Change it there."
NOWHERE: Place = (None, ())
SYMPTOM_FLAGS = {
    Symptom.GIVES_WAY: Flag.GIVES_WAY,
    Symptom.HARD_TO_BEAR_WEIGHT: Flag.LIMP,
    Symptom.CATCHING_OR_LOCKING: Flag.CATCHES,
}
"""The symptoms that open a flag when they are told; taking one off again closes nothing."""

Reader: TypeAlias = Callable[[Transaction, UUID, datetime | None, datetime | None], Sequence[Entry]]
_BY_MOMENT: tuple[Reader, ...] = (
    diary.pains,
    diary.flags,
    diary.injuries,
    runs.runs,
    runs.activities,
    mornings.ices,
    mornings.supports,
)
_DAY = timedelta(days=1)
_FIRST_DAY, _LAST_DAY = date.min + _DAY, date.max - 3 * _DAY
"""Whoever asks for more is given all there is: a calendar ends before and after these."""


def log_pain(store: Store, person: UUID, entry: PainEntry, now: datetime) -> PainEntry:
    """Keep a pain entry. A symptom that is a red flag opens that flag, unless it is open."""
    entry = told(entry, now)
    with store.begin() as tx:
        diary.keep_pain_entry(tx, person, entry)
        _open_flags(tx, person, entry.symptoms, now)
    return entry


def change_pain(store: Store, person: UUID, entry: PainEntry, now: datetime) -> UUID:
    """Keep a pain entry as it is now, under the same id; the id to have the old one back with.

    Only a symptom that was not ticked before opens a flag. `InvalidInput` for one that follows from something else.
    """
    with store.begin() as tx:
        before = there(diary.pain(tx, entry.id))
        _refuse_following(before)
        kept = bin_table.before_edit(tx, person, Kind.PAIN, entry.id, now)
        diary.keep_pain_entry(tx, person, changed(entry, before, now))
        _open_flags(tx, person, tuple(name for name in entry.symptoms if name not in before.symptoms), now)
    return kept


def log_run(store: Store, person: UUID, run: Run, now: datetime, place: Place = NOWHERE) -> Run:
    """Keep a run with the pain entries that follow from it, which lie at `place`."""
    run = told(run, now)
    with store.begin() as tx:
        _keep_run(tx, person, run, place, now)
    return run


def change_run(store: Store, person: UUID, run: Run, now: datetime, place: Place = NOWHERE) -> UUID:
    """Keep a run as it is now, with its pains; the id to have the old one back with."""
    with store.begin() as tx:
        before = there(runs.run(tx, run.id))
        kept = bin_table.before_edit(tx, person, Kind.RUN, run.id, now)
        _keep_run(tx, person, changed(run, before, now), place, now)
    return kept


def log_activity(store: Store, person: UUID, activity: Activity, now: datetime) -> Activity:
    """Keep an activity."""
    activity = told(activity, now)
    with store.begin() as tx:
        runs.keep_activity(tx, person, activity)
    return activity


def change_activity(store: Store, person: UUID, activity: Activity, now: datetime) -> UUID:
    """Keep an activity as it is now; the id to have the old one back with."""
    with store.begin() as tx:
        before = there(runs.activity(tx, activity.id))
        kept = bin_table.before_edit(tx, person, Kind.ACTIVITY, activity.id, now)
        runs.keep_activity(tx, person, changed(activity, before, now))
    return kept


def log_ice(store: Store, person: UUID, ice: Ice, now: datetime) -> Ice:
    """Keep a cooling."""
    ice = told(ice, now)
    with store.begin() as tx:
        mornings.keep_ice(tx, person, ice)
    return ice


def change_ice(store: Store, person: UUID, ice: Ice, now: datetime) -> UUID:
    """Keep a cooling as it is now; the id to have the old one back with."""
    with store.begin() as tx:
        before = there(mornings.ice(tx, ice.id))
        kept = bin_table.before_edit(tx, person, Kind.ICE, ice.id, now)
        mornings.keep_ice(tx, person, changed(ice, before, now))
    return kept


def log_support(store: Store, person: UUID, support: SupportUsed, now: datetime) -> SupportUsed:
    """Keep what was used on a day.

    Said again for that day, it replaces the answer and keeps its id; that can be undone.
    """
    support = told(support, now)
    with store.begin() as tx:
        before = mornings.support_on(tx, person, support.on)
        if before is not None:
            support = replace(support, id=before.id)
            bin_table.before_edit(tx, person, Kind.SUPPORT, before.id, now)
        mornings.keep_support(tx, person, support)
    return support


def log_injury(store: Store, person: UUID, injury: Injury, now: datetime) -> Injury:
    """Keep an injury, as entered at `now`."""
    refuse_future(injury.at, now)
    injury = replace(injury, entered=now)
    with store.begin() as tx:
        diary.add_injury(tx, person, injury)
    return injury


def keep_shoe(store: Store, person: UUID, shoe: Shoe) -> None:
    """Keep a pair of shoes, new or changed."""
    with store.begin() as tx:
        runs.keep_shoe(tx, person, shoe)


def retire_shoe(store: Store, person: UUID, shoe_id: UUID, on: date) -> Shoe:
    """Use a pair no longer from a day on; its runs stay. `InvalidInput` when the person has no such pair."""
    with store.begin() as tx:
        shoe = next((shoe for shoe in runs.shoes(tx, person) if shoe.id == shoe_id), None)
        if shoe is None:
            raise InvalidInput("There are no such shoes.")
        shoe = replace(shoe, retired=on)
        runs.keep_shoe(tx, person, shoe)
    return shoe


def change_session(store: Store, person: UUID, record: SessionRecord, now: datetime) -> UUID:
    """Keep what was corrected of a session that has ended; the id to have the old one back with.

    Read of `record` are pain before and after, effort, note, and the sets it has. What was said in the session stays.
    """
    with store.begin() as tx:
        before = there(sessions.session(tx, record.id))
        said = {entry.id: entry for entry in diary.pains_of(tx, record.id)}
        kept = bin_table.before_edit(tx, person, Kind.SESSION, record.id, now)
        known = {done.id for done in before.sets}
        sessions.correct(tx, replace(record, sets=tuple(done for done in record.sets if done.id in known)))
        after = pain_after_session(record.id, before.ended_at or now, record.pain_after or 0)
        told_after = said.pop(after.id, after)
        for entry in said.values():
            diary.keep_pain_entry(tx, person, entry)
        if record.pain_after is not None and not before.rehearsal:
            diary.keep_pain_entry(tx, person, replace(told_after, score=record.pain_after))
    return kept


def delete(store: Store, person: UUID, kind: Kind, entry_id: UUID, now: datetime) -> UUID:
    """Move an entry and what follows from it to the bin, for 30 days; the id to have it back with."""
    with store.begin() as tx:
        if kind is Kind.PAIN:
            _refuse_following(there(diary.pain(tx, entry_id)))
        return bin_table.remove(tx, person, kind, entry_id, now)


def put_back(store: Store, bin_id: UUID, now: datetime) -> UUID | None:
    """Undo a deletion or a change, also after a restart; `InvalidInput` when that can't be any more.

    Gives the id with which undoing a change can be undone in turn; None for a deletion: delete it again.
    """
    with store.begin() as tx:
        return bin_table.put_back(tx, bin_id, now)


def binned(store: Store, person: UUID, now: datetime) -> tuple[Binned, ...]:
    """What can be had back, the newest first."""
    with store.begin() as tx:
        return bin_table.listed(tx, person, now)


def read_diary(store: Store, person: UUID, since: date | None = None, until: date | None = None) -> Diary:
    """Every entry from the local day `since` to the local day `until`, both included. Rehearsals are left out."""
    first, last = _around(since, until)
    after = None if until is None else min(until, _LAST_DAY) + _DAY
    with store.begin() as tx:
        played = told_by_runs(sessions.sessions(tx, since, person, after), runs.runs(tx, person, first, last))
        found: list[Entry] = [record for record in played if not record.rehearsal]
        found += mornings.checks(tx, person, since, after)
        for read in _BY_MOMENT:
            found += [entry for entry in read(tx, person, first, last) if _within(day_of(entry), since, until)]
    return Diary(tuple(sorted(found, key=instant_of)))


def read_days(store: Store, person: UUID, since: date, until: date) -> dict[date, DayShown]:
    """What the calendar shows from the local day `since` to the local day `until`, both included."""
    first, last = _around(since, until)
    with store.begin() as tx:
        found: tuple[Entry, ...] = (*diary.pains(tx, person, first, last), *runs.runs(tx, person, first, last))
    return days_shown(entry for entry in found if _within(day_of(entry), since, until))


def place_of(store: Store, entry_id: UUID) -> Place:
    """Where it hurt in a pain entry, or in those that follow from a run, a session or a morning."""
    with store.begin() as tx:
        entry = diary.pain(tx, entry_id)
        entries = diary.pains_of(tx, entry_id) if entry is None else (entry,)
    placed = [entry for entry in entries if entry.regions] or [entry for entry in entries if entry.side]
    return (placed[-1].side, placed[-1].regions) if placed else NOWHERE


def last_place(store: Store, person: UUID) -> Place:
    """The place on the knee map that was named last."""
    with store.begin() as tx:
        entry = diary.last_located(tx, person)
    return NOWHERE if entry is None else (entry.side, entry.regions)


def last_run(store: Store, person: UUID) -> Run | None:
    """The run that started last: what the next one is prefilled from."""
    with store.begin() as tx:
        return runs.last_run(tx, person)


def _keep_run(tx: Transaction, person: UUID, run: Run, place: Place, now: datetime) -> None:
    runs.keep_run(tx, person, run)
    diary.keep_pain_entries(tx, person, pains_said(run, now, place))


def pains_said(run: Run, now: datetime, place: Place = NOWHERE) -> tuple[PainEntry, ...]:
    """The pain entries of a run; an hour after its end may not have come yet when the pain is said."""
    entries = pains_of_run(run, place)
    return tuple(replace(entry, at=min(entry.at, now.astimezone(entry.at.tzinfo), key=utc)) for entry in entries)


def _refuse_following(entry: PainEntry) -> None:
    if entry.of is not None:
        raise InvalidInput(FOLLOWS)


def _open_flags(tx: Transaction, person: UUID, symptoms: tuple[Symptom, ...], now: datetime) -> None:
    wanted = [SYMPTOM_FLAGS[symptom] for symptom in symptoms if symptom in SYMPTOM_FLAGS]
    if not wanted:
        return
    known = {entry.flag for entry in diary.flags(tx, person) if entry.is_open}
    for flag in dict.fromkeys(wanted):
        if flag not in known:
            diary.add_flag(tx, person, FlagEntry(uuid4(), flag, now))


def _around(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    """Two instants between which these local days lie, whatever their zone; the exact day is decided on the values."""
    first = None if since is None else datetime.combine(max(since, _FIRST_DAY) - _DAY, time(), UTC)
    last = None if until is None else datetime.combine(min(until, _LAST_DAY) + 2 * _DAY, time(), UTC)
    return first, last


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or day >= since) and (until is None or day <= until)
