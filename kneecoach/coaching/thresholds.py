"""The limits that the advice for a person goes by: looked up, chosen from a file, and put back."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.advice.differences import Difference, differences
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_writing import write_whole
from kneecoach.exchange.thresholds import default_profile, read_profile, written
from kneecoach.storage import people, thresholds
from kneecoach.storage.database import Store, Transaction

NOBODY = "This person is not kept here any more."


def profile_of(tx: Transaction, person_id: UUID | None) -> Profile:
    """The one place that says which limits hold for a person: those chosen for them, else KneeCoach's own."""
    found = None if person_id is None else thresholds.chosen(tx, person_id)
    return default_profile() if found is None else found.profile


def chosen(store: Store, person_id: UUID) -> Chosen | None:
    """What was chosen for this person; None where KneeCoach's own limits hold."""
    with store.begin() as tx:
        return thresholds.chosen(tx, person_id)


def changed(profile: Profile) -> tuple[Difference, ...]:
    """How these limits differ from KneeCoach's own."""
    return differences(profile, default_profile())


def choose(store: Store, person_id: UUID, file: Path, now: datetime) -> Chosen | None:
    """Keep what this file says for the person, whole; what was chosen before, None for nothing, to undo it with.

    A file with nothing but KneeCoach's own limits goes back to those. `InvalidInput` as `read_profile`.
    """
    profile = read_profile(file)
    return put(store, person_id, None if profile.is_ours else Chosen(profile, now))


def put(store: Store, person_id: UUID, wanted: Chosen | None) -> Chosen | None:
    """Let these limits hold, None for KneeCoach's own; what was chosen before."""
    with store.begin() as tx:
        if people.person(tx, person_id) is None:
            raise InvalidInput(NOBODY)
        before = thresholds.chosen(tx, person_id)
        if wanted is None:
            thresholds.forget(tx, person_id)
        else:
            thresholds.keep(tx, person_id, wanted)
    return before


def write_out(store: Store, person_id: UUID | None, file: Path) -> None:
    """Write the limits that hold for a person as a file to change and choose; `InvalidInput`, `DiskTrouble`."""
    with store.begin() as tx:
        profile = profile_of(tx, person_id)
    write_whole(file, written(profile))
