"""Answering one flag or one injury of the diary: gone, seen by a clinician, or noted by mistake."""

from dataclasses import replace

from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.storage import diary
from kneecoach.storage.database import Store


def answer(store: Store, entry: FlagEntry | Injury, closed: Closed) -> FlagEntry | Injury:
    """Close the entry like that; `InvalidInput` for an answer that can't close it."""
    answered = replace(entry, closed=closed)
    with store.begin() as tx:
        if isinstance(answered, FlagEntry):
            diary.close_flag(tx, answered.id, closed)
        else:
            diary.close_injury(tx, answered.id, closed)
    return answered


def take_back(store: Store, entry: FlagEntry | Injury) -> None:
    """Take the answer back right after it was given: the entry is as it was before, open or answered as gone."""
    with store.begin() as tx:
        if isinstance(entry, FlagEntry):
            diary.close_flag(tx, entry.id, entry.closed)
        else:
            diary.close_injury(tx, entry.id, entry.closed)
