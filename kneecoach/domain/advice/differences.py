"""How a profile differs from another one, in words."""

from dataclasses import dataclass

from kneecoach.domain.advice.conditions import value_words
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.threshold import THRESHOLDS, Threshold
from kneecoach.domain.person import Units


@dataclass(frozen=True, slots=True)
class Difference:
    """A threshold as it is `now` beside what it is by KneeCoach itself."""

    name: str
    threshold: Threshold
    usual: int
    now: int

    def values(self, units: Units) -> tuple[str, str]:
        """The usual figure and that of now: "2 of 10", "1 of 10"."""
        return value_words(self.threshold, self.usual, units), value_words(self.threshold, self.now, units)

    def words(self, units: Units) -> str:
        """ "R10: carry on with pain up to 1 of 10, in place of 2 of 10"."""
        usual, now = self.values(units)
        said = self.threshold.words
        return f"{self.threshold.rule}: {said[0].lower()}{said[1:]} {now}, in place of {usual}"


def compared(profile: Profile, usual: Profile) -> tuple[Difference, ...]:
    """All of them, also those that are the same, in the order of the rules."""
    return tuple(
        Difference(name, known, getattr(usual, name), getattr(profile, name)) for name, known in THRESHOLDS.items()
    )


def differences(profile: Profile, usual: Profile) -> tuple[Difference, ...]:
    """Those that differ, in the order of the rules."""
    return tuple(one for one in compared(profile, usual) if one.now != one.usual)
