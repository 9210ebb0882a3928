"""The limits of one person, and when they were chosen, to a flat row and back; no SQL here."""

import json
from typing import Any
from uuid import UUID

from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.storage.rows import Row, dumped, instant, moment_of, zone_name


def chosen_row(chosen: Chosen, person: UUID) -> dict[str, Any]:
    """A profile as the columns of `thresholds`, every number of it."""
    profile = chosen.profile
    return {
        "person": str(person),
        "at": instant(chosen.at),
        "zone": zone_name(chosen.at),
        "name": profile.name,
        "made_by": profile.made_by,
        "numbers": dumped({name: getattr(profile, name) for name in THRESHOLDS}),
    }


def chosen_of(row: Row) -> Chosen:
    """The profile again."""
    profile = Profile(name=row["name"], made_by=row["made_by"], **json.loads(row["numbers"]))
    return Chosen(profile, moment_of(row["at"], row["zone"]))
