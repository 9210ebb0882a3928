"""Rule R10 at the moment it hurts: what a score said during an exercise means for it, and where the zones end."""

from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.number_words import or_less
from kneecoach.domain.pain import checked_pain


class Gate(Enum):
    """Carry on; less of it; or this exercise ends and stopping the session is offered first."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Zones:
    """Where carrying on ends and where stopping begins, for R10, R11 and `may_start`.

    0 to 2 green, 3 to 5 amber, above 5 red (pain-monitoring model, Thomeé 1997; Silbernagel 2007); a rise of 3 or more
    is red too. Those that KneeCoach goes by itself stand here and nowhere else: Today needs them before any file is
    read. A profile of thresholds for one person has its own, and then they are `named` as it is.
    """

    green_max: int = 2
    amber_max: int = 5
    rise: int = 3
    named: str = ""

    def gate(self, score: int, start: int | None = None, *, sharp: bool = False) -> Gate:
        """The gate for a score of 0 to 10, given the pain at the start (None: not known, no rise can be judged)."""
        checked_pain(score)
        risen = start is not None and score - checked_pain(start) >= self.rise
        if sharp or risen or score > self.amber_max:
            return Gate.RED
        return Gate.AMBER if score > self.green_max else Gate.GREEN

    @property
    def shown(self) -> dict[str, int | str]:
        """By the names that sentences have for them; `green` and `amber` are the scores of a zone: "3 to 5"."""
        return {
            "green": _span(0, self.green_max),
            "amber": _span(self.green_max + 1, self.amber_max),
            "green_max": self.green_max,
            "green_or_less": or_less(self.green_max),
            "amber_max": self.amber_max,
            "rise": self.rise,
        }

    @property
    def note(self) -> str:
        """Whose they are, where they are not KneeCoach's own; else ""."""
        return f"Limits: “{self.named}”." if self.named else ""


def _span(low: int, high: int) -> str:
    return f"{low} to {high}" if low < high else str(high)
