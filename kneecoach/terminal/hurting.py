"""The question "how much does it hurt?" while it is typed, and what follows from the answer."""

from dataclasses import dataclass

from kneecoach.domain.pain import MAX_PAIN
from kneecoach.domain.pain_gate import Gate


@dataclass(frozen=True, slots=True)
class Hurting:
    """What has been typed so far: a score from 0 to 10 and whether the pain is sharp."""

    typed: str = ""
    sharp: bool = False

    def after(self, key: str) -> "Hurting":
        """With one more key; what can't become a score is left out."""
        if key == "s":
            return Hurting(self.typed, not self.sharp)
        if key == "rubout":
            return Hurting(self.typed[:-1], self.sharp)
        longer = (self.typed + key).lstrip("0") or "0"
        if key.isdecimal() and int(longer) <= MAX_PAIN:
            return Hurting(longer, self.sharp)
        return self

    @property
    def score(self) -> int | None:
        """The score, once there is one."""
        return int(self.typed) if self.typed else None

    @property
    def words(self) -> str:
        """The question with the answer so far."""
        return f"How much does it hurt, 0 to {MAX_PAIN}? {self.typed or '_'}{', sharp' if self.sharp else ''}"


HURTING_KEYS = "0 to 10 score · s sharp · Enter say it · Esc never mind"
STOP_KEYS = "Enter stop the session · c go on with the next exercise"
END_KEYS = "q or Enter end here · Space go on"
END_WORDS = "End the session here? What you did is kept."
SAID = {
    Gate.GREEN: "That is in the easy range: carry on.",
    Gate.AMBER: "Less of this one.",
    Gate.RED: "This exercise ends here. Stopping for pain is doing it right.",
}
FEWER = "Half of what is left from here on."


@dataclass(frozen=True, slots=True)
class Less:
    """What is offered where less is to be done; `easier` is empty where an exercise has no easier version."""

    easier: str

    @property
    def words(self) -> str:
        """The offer."""
        return f"Easier: {self.easier}" if self.easier else ""

    @property
    def keys(self) -> str:
        """How one of it is chosen."""
        ways = "e easier version · f half of what is left" if self.easier else "f half of what is left"
        return f"Enter or {ways} · Esc never mind"

    @property
    def agreed(self) -> str:
        """What is said of the easier version once it is chosen."""
        return f"Easier from here on: {self.easier}"
