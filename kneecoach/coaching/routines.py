"""The routines one can choose from: shipped and one's own, with favourites and the one that Today uses."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.own_routine import DeletedRoutine, OwnRoutine, copy_of, edited, made_anew
from kneecoach.domain.routine import Routine
from kneecoach.domain.routine_edits import added
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.timeline import unknown_exercises, unknown_words
from kneecoach.storage import own_routines, sessions
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import Store, Transaction

GONE = "This routine is not there any more."
NOT_THERE = "The routine chosen for before runs is not there any more, or can't be read."
CHANGED_SINCE = "This routine was changed since. It stays as it is now."


@dataclass(frozen=True, slots=True)
class Shelf:
    """`favourites` and `before_run` are ids; a favourite may be of a routine that is gone.

    `unreadable` has id and name of one's own that can't be read, `unknown` are those that name an exercise this version
    does not know. Neither can be played; they stay as they are until they are deleted.
    """

    shipped: tuple[Routine, ...]
    mine: tuple[OwnRoutine, ...]
    favourites: frozenset[str]
    before_run: str
    unreadable: tuple[tuple[str, str], ...] = ()
    unknown: tuple[Routine, ...] = ()

    def routines(self) -> tuple[Routine, ...]:
        """All of them, the shipped ones first."""
        return (*self.shipped, *(own.routine for own in self.mine))

    def routine(self, routine_id: str) -> Routine | None:
        """The one with this id, if it is there."""
        return next((one for one in self.routines() if one.id == routine_id), None)

    def own(self, routine_id: str) -> OwnRoutine | None:
        """The one of one's own with this id; None for a shipped one."""
        return next((own for own in self.mine if own.id == routine_id), None)


def shelf(store: Store, shipped: Iterable[Routine], exercises: Container[str]) -> Shelf:
    """What there is to choose from now, of these `exercises`; the first of `shipped` stands in for one for runs that
    is gone or can't be played.
    """
    with store.begin() as tx:
        own, stars = own_routines.own_routines(tx), own_routines.favourites(tx)
        wanted, unreadable = settings_table.read(tx).before_run, own_routines.not_understood(tx)
    playable = tuple(one for one in own if not unknown_exercises(one.routine, exercises))
    unknown = tuple(one.routine for one in own if one not in playable)
    found = Shelf(tuple(shipped), playable, stars, wanted, unreadable, unknown)
    return found if found.routine(wanted) is not None else replace(found, before_run=found.shipped[0].id)


def for_runs(
    store: Store, shipped: Mapping[str, Routine], exercises: Container[str], otherwise: str
) -> tuple[Routine, str]:
    """The routine that was chosen for before runs; when it can't be played `otherwise`, and why."""
    with store.begin() as tx:
        wanted, own = settings_table.read(tx).before_run, own_routines.own_routines(tx)
    found = shipped.get(wanted) or next((one.routine for one in own if one.id == wanted), None)
    if found is None:
        return shipped[otherwise], NOT_THERE
    why = unknown_words(found, exercises)
    return (shipped[otherwise], f"“{found.name}” can't be played. {why}") if why else (found, "")


def mine(store: Store) -> tuple[Routine, ...]:
    """The routines of one's own, by name."""
    with store.begin() as tx:
        return tuple(own.routine for own in own_routines.own_routines(tx))


def unreadable(store: Store) -> tuple[str, ...]:
    """The names of one's own routines that can't be read; they stay as they are."""
    with store.begin() as tx:
        return tuple(name for _, name in own_routines.not_understood(tx))


def duplicate(store: Store, routine: Routine, now: datetime, shipped: Iterable[Routine] = ()) -> OwnRoutine:
    """A copy to edit, kept as "… (mine)"; no routine, own or one of `shipped`, has the same name."""
    own = copy_of(routine, uuid4(), now, _names(store, shipped))
    with store.begin() as tx:
        own_routines.keep_own(tx, own)
    return own


def make(store: Store, exercises: Iterable[Exercise], now: datetime) -> OwnRoutine:
    """A new routine of these exercises as they are usually dosed; `InvalidInput` when there are none."""
    own = made_anew(exercises, uuid4(), now, _names(store))
    with store.begin() as tx:
        own_routines.keep_own(tx, own)
    return own


def save(store: Store, routine: Routine, now: datetime) -> OwnRoutine:
    """Keep the changed content of one's own routine as its next version; what was played keeps the version it had.

    `InvalidInput` when it was deleted meanwhile.
    """
    with store.begin() as tx:
        return _keep(tx, _known(tx, routine.id), routine, now)


def add_exercise(store: Store, routine_id: str, exercise: Exercise, now: datetime) -> OwnRoutine:
    """One more at the end of one's own routine as it is now; `InvalidInput` when it is full or not there any more."""
    with store.begin() as tx:
        known = _known(tx, routine_id)
        return _keep(tx, known, added(known.routine, exercise), now)


def take_back(store: Store, own: OwnRoutine, before: Routine | None, now: datetime) -> None:
    """Undo the change that led to `own`: have `before` back, or delete what was not there before (None).

    `InvalidInput` when it was changed or deleted since: nobody's later change is undone with it.
    """
    with store.begin() as tx:
        known = _known(tx, own.id)
        if known.routine.version != own.routine.version:
            raise InvalidInput(CHANGED_SINCE)
        if before is None:
            own_routines.delete_own(tx, own.id, now)
        else:
            _keep(tx, known, before, now)


def delete(store: Store, routine_id: str, now: datetime) -> None:
    """Take it away; for 30 days `restore` can have it back. Star and use before runs stay with it."""
    with store.begin() as tx:
        own_routines.delete_own(tx, routine_id, now)


def deleted(store: Store, exercises: Container[str], now: datetime) -> tuple[DeletedRoutine, ...]:
    """What `restore` can have back and play with these `exercises`, the latest first."""
    with store.begin() as tx:
        found = own_routines.deleted(tx, now)
    return tuple(one for one in found if not unknown_exercises(one.own.routine, exercises))


def restore(store: Store, routine_id: str) -> None:
    """Have it back as it was; `InvalidInput` when it was let go for good."""
    with store.begin() as tx:
        if not own_routines.restore_own(tx, routine_id):
            raise InvalidInput(GONE)


def set_favourite(store: Store, routine_id: str, *, favourite: bool) -> None:
    """Give a routine its star, or take it away."""
    with store.begin() as tx:
        (own_routines.add_favourite if favourite else own_routines.remove_favourite)(tx, routine_id)


def use_before_runs(store: Store, routine_id: str) -> None:
    """Today uses this one from now on."""
    with store.begin() as tx:
        settings_table.write(tx, replace(settings_table.read(tx), before_run=routine_id))


def last_done(store: Store, routine_ids: Iterable[str], person_id: UUID | None) -> Mapping[str, SessionRecord]:
    """The newest session of each routine that was ever played and ended, by the id of the routine."""
    with store.begin() as tx:
        found = {known: sessions.last_of(tx, known, person_id) for known in routine_ids}
    return {known: record for known, record in found.items() if record is not None}


def _known(tx: Transaction, routine_id: str) -> OwnRoutine:
    known = own_routines.own_routine(tx, routine_id)
    if known is None:
        raise InvalidInput(GONE)
    return known


def _keep(tx: Transaction, known: OwnRoutine, routine: Routine, now: datetime) -> OwnRoutine:
    own = edited(known, replace(routine, version=known.routine.version), now)
    if own is not known:
        own_routines.keep_own(tx, own)
    return own


def _names(store: Store, shipped: Iterable[Routine] = ()) -> list[str]:
    return [routine.name for routine in (*shipped, *mine(store))]
