"""The safety questions that are asked once: at first run, and open to change in Settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closing, Flag, FlagEntry

ONCE = (Flag.NIGHT_PAIN, Flag.CONSTANT_PAIN, Flag.WEIGHT_LOSS, Flag.NEW_LUMP)
"""The fifth question, cancer before, opens no flag and is kept with the person."""


@dataclass(frozen=True, slots=True)
class OnceAnswer:
    """No or yes to one of `ONCE`, as said at `at` (aware); a question without one is unanswered.

    It decides nothing. What may start reads the flag entry that a yes opens; a no closes none and reassures no rule.
    """

    flag: Flag
    yes: bool
    at: datetime

    def __post_init__(self) -> None:
        if self.flag not in ONCE:
            raise InvalidInput("This question belongs to the check-in: answer it there.")


def last_entry(flag: Flag, entries: Iterable[FlagEntry]) -> FlagEntry | None:
    """The entry of this flag that counts: an open one before a closed one, then the newest; never a mistake."""
    mine = [
        entry for entry in entries if entry.flag is flag and not (entry.closed and entry.closed.how is Closing.MISTAKE)
    ]
    return max(mine, key=lambda entry: (entry.is_open, entry.at), default=None)


def said_last(answer: OnceAnswer | None, entry: FlagEntry | None) -> bool | None:
    """No, yes, or None while nothing was said: the answer, unless an open entry was noted after it, which is a yes."""
    if entry is not None and entry.is_open and (answer is None or entry.at > answer.at):
        return True
    return None if answer is None else answer.yes
