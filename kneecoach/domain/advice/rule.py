"""What a rule is beside its condition: where it comes from, how sure that is, and what it does not mean."""

from dataclasses import dataclass
from enum import IntEnum


class Evidence(IntEnum):
    """How much stands behind a rule, the least first."""

    OPINION = 1
    WEAK = 2
    MODERATE = 3
    STRONG = 4

    @property
    def word(self) -> str:
        """As the scale on the screen has it."""
        return self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `version` rises when its condition changes, `does_not_mean` is its limit in a sentence.

    In `condition` the thresholds are names in braces, for `conditions.condition_of`.

    `trains` tells a hint for training: while a red flag is open, none of these is shown that does not say stop.
    """

    id: str
    version: int
    name: str
    condition: str
    source: str
    evidence: Evidence
    does_not_mean: str
    trains: bool = False
