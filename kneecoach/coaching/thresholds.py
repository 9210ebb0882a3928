"""The limits that the advice for a person goes by: looked up, chosen from a file, and put back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.advice.differences import Difference, compared, differences
from kneecoach.domain.advice.limits import Limit, limits
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
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


@dataclass(frozen=True, slots=True)
class Holding:
    """The limits that hold, and since when they were chosen; `at` is None for KneeCoach's own."""

    profile: Profile
    at: datetime | None = None

    @property
    def all(self) -> tuple[Difference, ...]:
        """Every threshold beside KneeCoach's own."""
        return compared(self.profile, default_profile())

    @property
    def changed(self) -> tuple[Difference, ...]:
        """Those that differ."""
        return differences(self.profile, default_profile())


def holding(store: Store, person_id: UUID | None) -> Holding:
    """What holds for a person; for nobody KneeCoach's own."""
    found = None if person_id is None else chosen(store, person_id)
    return Holding(default_profile()) if found is None else Holding(found.profile, found.at)


def limits_of(rule: str, profile: Profile, units: Units) -> tuple[Limit, ...]:
    """The limits of a rule with where each comes from, also which of them are not KneeCoach's own."""
    return limits(rule, profile, default_profile(), units)


def in_file(file: Path, now: datetime) -> Holding:
    """What would hold if this file were chosen; `InvalidInput` as `read_profile`."""
    profile = read_profile(file)
    return Holding(profile, None if profile.is_ours else now)


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


def write_out(profile: Profile, file: Path) -> None:
    """Write these limits as a file to change and choose; `InvalidInput`, `DiskTrouble`."""
    write_whole(file, written(profile))
