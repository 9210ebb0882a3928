"""How hard something felt, 0 to 10, and the load that follows: effort times minutes.

Session load after Foster 2001, J Strength Cond Res 15(1):109. The words are our own.
"""

from kneecoach.domain.errors import InvalidInput

MAX_EFFORT = 10
EFFORT_WORDS = (
    "Nothing at all",
    "Barely felt it",
    "Very easy, could sing",
    "Easy, could chat",
    "Steady, full sentences",
    "Working, short sentences",
    "Hard, a few words",
    "Very hard, a word or two",
    "Close to the limit",
    "Could not keep it up for long",
    "Everything I had",
)
"""What each effort from 0 to 10 feels like."""


def checked_effort(effort: int) -> int:
    """The effort itself; `InvalidInput` outside 0 to 10 or when it is no whole number."""
    if isinstance(effort, bool) or not isinstance(effort, int) or not 0 <= effort <= MAX_EFFORT:
        raise InvalidInput("Effort is a whole number from 0 to 10.")
    return effort


def load(effort: int | None, seconds: float | None) -> int | None:
    """Effort times minutes, rounded; None when either is unknown: never 0 for what was not said."""
    return None if effort is None or seconds is None else round(effort * seconds / 60)
