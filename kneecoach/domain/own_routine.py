"""A routine of one's own: made anew or copied from another one."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, count
from uuid import UUID

from kneecoach.domain.bin_kind import KEPT_DAYS
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import MAX_NAME, Prescription, Routine

AUTHOR = "Me"
NEW_NAME = "New routine"
MINE = re.compile(r" \(mine(?: \d+)?\)$")


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """`based_on` is the id of the routine it was copied from, None when it was made anew; that one may be gone."""

    routine: Routine
    edited_at: datetime
    based_on: str | None = None
    based_on_name: str = ""

    @property
    def id(self) -> str:
        """That of the routine."""
        return self.routine.id


@dataclass(frozen=True, slots=True)
class DeletedRoutine:
    """One that was deleted at `at` (aware) and can still be had back."""

    own: OwnRoutine
    at: datetime

    @property
    def kept_until(self) -> datetime:
        """When it is let go for good."""
        return self.at + timedelta(days=KEPT_DAYS)


def copy_of(routine: Routine, new_id: UUID, now: datetime, taken: Collection[str] = ()) -> OwnRoutine:
    """The same exercises, called "… (mine)", with a number when one of `taken` is called that.

    A copy is never calming: that promise is of the exercises the routine came with, and a copy may get others.
    """
    name = mine_name(routine.name, taken)
    copied = replace(routine, id=str(new_id), name=name, author=AUTHOR, version=1, calming=False, how_often="")
    return OwnRoutine(copied, now, routine.id, routine.name)


def made_anew(exercises: Iterable[Exercise], new_id: UUID, now: datetime, taken: Collection[str] = ()) -> OwnRoutine:
    """These exercises as they are usually dosed; `InvalidInput` when there are none or too many."""
    items = tuple(Prescription(exercise.id, exercise.dosage) for exercise in exercises)
    name = _first_free(NEW_NAME, chain([""], (f" {number}" for number in count(2))), taken)
    return OwnRoutine(Routine(str(new_id), name, AUTHOR, 1, items), now)


def mine_name(name: str, taken: Collection[str] = ()) -> str:
    """ "Warm-up (mine)", then "Warm-up (mine 2)"; the copy of a copy keeps its stem, and a long name is cut."""
    return _first_free(
        MINE.sub("", name).strip(), chain([" (mine)"], (f" (mine {number})" for number in count(2))), taken
    )


def edited(own: OwnRoutine, routine: Routine, now: datetime) -> OwnRoutine:
    """With this content from now on, as its next version; the very same when nothing is different."""
    if routine == own.routine:
        return own
    kept = replace(routine, id=own.id, author=own.routine.author, version=own.routine.version + 1)
    return replace(own, routine=kept, edited_at=now)


def is_for_runs(routine_id: str, own: OwnRoutine | None, *, warm_ups: Collection[str], before_run: str) -> bool:
    """A warm-up, a copy of one, or what is used before runs."""
    return routine_id in {*warm_ups, before_run} or (own is not None and own.based_on in warm_ups)


def _first_free(stem: str, endings: Iterator[str], taken: Collection[str]) -> str:
    known = {name.strip().casefold() for name in taken}
    names = (stem[: MAX_NAME - len(ending)].rstrip() + ending for ending in endings)
    return next(name for name in names if name.casefold() not in known)
