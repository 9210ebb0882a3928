"""Rule R10 at the moment it hurts: what a score said during an exercise means for it."""

from enum import Enum

from kneecoach.domain.pain import checked_pain

GREEN_UP_TO = 2
AMBER_UP_TO = 5
RED_RISE = 3


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
