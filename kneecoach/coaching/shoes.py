"""The shoes of a person, how far each pair has gone, and what that says by the person's limits."""

from dataclasses import dataclass
from uuid import UUID

from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.shoe import Shoe, Wear
from kneecoach.storage import runs
from kneecoach.storage.database import Store


@dataclass(frozen=True, slots=True)
class ShoeGone:
    """A pair and how far it has gone by now, judged by `profile`."""

    shoe: Shoe
    metres: int
    profile: Profile

    def wear(self, more_m: int = 0) -> Wear:
        """What its distance says, with so much more."""
        return self.profile.wear(self.metres + more_m)


def gone(store: Store, person_id: UUID) -> tuple[ShoeGone, ...]:
    """Every pair, those out of use too."""
    with store.begin() as tx:
        profile, distances = profile_of(tx, person_id), runs.shoe_distances(tx, person_id)
        return tuple(
            ShoeGone(shoe, shoe.start_m + distances.get(shoe.id, 0), profile) for shoe in runs.shoes(tx, person_id)
        )
