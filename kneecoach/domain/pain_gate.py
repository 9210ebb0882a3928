"""Rules R10 and R11: what a score said during an exercise or a run means for it."""

from enum import Enum

from kneecoach.domain.pain import checked_pain

GREEN_UP_TO = 2
AMBER_UP_TO = 5
RED_RISE = 3
STOP_THEN = f"When pain in a run goes above {AMBER_UP_TO}, or you limp, stop and walk home."
"""What is said of a run whose gate is red."""


class Gate(Enum):
    """Carry on; less of it; or this exercise ends and stopping the session is offered first."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def gate(score: int, start: int | None = None, sharp: bool = False) -> Gate:  # noqa: FBT001, FBT002
    """The gate for a score of 0 to 10, given the pain at the start (None: not known, so no rise can be judged).

    0 to 2 green, 3 to 5 amber, above 5 red (pain-monitoring model, Thomeé 1997; Silbernagel 2007); a rise of 3 or
    more or sharp pain is red.
    """
    checked_pain(score)
    risen = start is not None and score - checked_pain(start) >= RED_RISE
    if sharp or risen or score > AMBER_UP_TO:
        return Gate.RED
    return Gate.AMBER if score > GREEN_UP_TO else Gate.GREEN


def run_gate(highest: int | None, limp: bool | None) -> Gate | None:  # noqa: FBT001
    """R11 for a run with this highest pain; None when no pain was said. A limp is red whatever was said (Esculier)."""
    if limp:
        return Gate.RED
    return None if highest is None else gate(highest)
