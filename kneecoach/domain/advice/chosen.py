"""The profile that was chosen for a person, and when."""

from dataclasses import dataclass
from datetime import datetime

from kneecoach.domain.advice.profile import Profile


@dataclass(frozen=True, slots=True)
class Chosen:
    """All of the file's thresholds as they were `at` (aware) that moment; what becomes of the file does not matter."""

    profile: Profile
    at: datetime
