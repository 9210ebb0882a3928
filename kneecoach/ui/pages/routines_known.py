"""What the Routines page knows: read at once, so that all of it is of the same moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kneecoach.coaching import routines
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.routines import Shelf
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.finding import Record
from kneecoach.domain.known import worst_of_day
from kneecoach.domain.own_routine import DeletedRoutine
from kneecoach.domain.routine import Routine
from kneecoach.domain.screening import Permission, Verdict, may_start
from kneecoach.domain.session_record import SessionRecord
from kneecoach.figure.movement import Movement
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import Store


@dataclass(frozen=True, slots=True)
class Library:
    """What ships with KneeCoach: exercises and routines by id, and the movement of an exercise."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    movement: Callable[[str], Movement | None]


@dataclass(frozen=True, slots=True)
class Known:
    """`last` is the newest session of each routine that was done. `lacking` names what is not owned.

    `sore` says that a day without load suits; `still` that no picture may move.
    """

    shelf: Shelf
    exercises: Mapping[str, Exercise]
    permission: Permission
    last: Mapping[str, SessionRecord]
    lacking: frozenset[str]
    today: date
    sore: bool = False
    still: bool = False
    deleted: tuple[DeletedRoutine, ...] = ()

    def gone(self, routine_id: str) -> DeletedRoutine | None:
        """The one with this id, if it was deleted and can be had back."""
        return next((one for one in self.deleted if one.own.id == routine_id), None)

    def routine(self, routine_id: str) -> Routine:
        """The one with this id, also when it was deleted; the first one when it is not there at all."""
        gone = self.gone(routine_id)
        found = gone.own.routine if gone is not None else self.shelf.routine(routine_id)
        return found if found is not None else self.shelf.shipped[0]


def read_known(store: Store, library: Library, now: datetime) -> Known:
    """Everything the page shows, as of `now` (aware)."""
    with store.begin() as tx:
        person = people_table.current(tx)
        settings = settings_table.read(tx)
    record = read_record(store, person.id, now, stops=False) if person is not None else Record()
    shelf = routines.shelf(store, library.routines.values(), library.exercises)
    permission = may_start(record, now)
    ids = [routine.id for routine in shelf.routines()]
    return Known(
        shelf,
        library.exercises,
        permission,
        routines.last_done(store, ids, person.id if person is not None else None),
        frozenset(settings.lacking),
        now.date(),
        sore=permission.verdict is Verdict.CALM_ONLY or _was_sore(record, now.date()),
        still=settings.reduced_motion,
        deleted=routines.deleted(store, library.exercises, now),
    )


def _was_sore(record: Record, today: date) -> bool:
    """Amber or red pain was said for yesterday."""
    worst = worst_of_day(record, today - timedelta(days=1))
    return worst is not None and worst > record.zones.green_max
