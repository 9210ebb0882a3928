"""What was heard of a session, and what somebody who saw nothing makes of it."""

import re
from dataclasses import dataclass

from kneecoach.domain.exercise import Side
from kneecoach.domain.number_words import in_words
from kneecoach.ui.sounds import Beep

NUMBERS = {in_words(number): number for number in range(100)}
SIDE = re.compile(r"\b(left|right) (?:leg|side)\b|\bleading (left|right)\b", re.IGNORECASE)
NUMBER = re.compile(r"\bset (\d+) of \d+", re.IGNORECASE)
COUNT = re.compile(r"^([A-Za-z-]+)(?:, [a-z -]+)?\.")
NEXT = {Beep.GET_READY, Beep.CHANGE, Beep.LAST_SET, Beep.END}
NEVER_A_NAME = (
    "Rest",
    "Change side",
    "Left ",
    "Right ",
    "Leading ",
    "Set ",
    "Paused",
    "Going on",
    "Session",
    "For the next",
)

Heard = tuple[float, str | Beep]


@dataclass(slots=True)
class HeardSet:
    """One set as it was heard: counted, or so many seconds long."""

    exercise: str
    side: Side
    number: int
    count: int = 0
    seconds: float = 0.0


def heard_sets(heard: list[Heard]) -> list[HeardSet]:
    """The sets that were worked, rebuilt from words, beeps and their times alone."""
    # At one moment the beep is heard before the first word is
    heard = sorted(heard, key=lambda one: (one[0], isinstance(one[1], str)))
    sets: list[HeardSet] = []
    exercise, side, number = "", Side.BOTH, 1
    began: float | None = None
    for at, what in heard:
        if isinstance(what, Beep):
            if what is Beep.START:
                sets.append(HeardSet(exercise, side, number))
                began = at
            elif what in NEXT and began is not None:
                sets[-1].seconds, began = at - began, None
            continue
        name = name_in(what)
        if began is None or name:
            exercise, side, number = _place(what, name, exercise, side, number)
        counted = COUNT.match(what)
        word = counted[1].lower() if counted else ""
        # The seconds of the first repetition are called before its "one"
        if sets and NUMBERS.get(word) == sets[-1].count + 1:
            sets[-1].count += 1
    return sets


def name_in(text: str) -> str:
    """The exercise, when a sentence of place begins with one."""
    if text.startswith(NEVER_A_NAME) or not (SIDE.search(text) or NUMBER.search(text) or "repetitions." in text):
        return ""
    return re.split("[.,]", text)[0]


def _place(text: str, name: str, exercise: str, side: Side, number: int) -> tuple[str, Side, int]:
    if name:
        exercise, side, number = name, Side.BOTH, 1
    if found := SIDE.search(text):
        side = Side((found[1] or found[2]).lower())
    if found := NUMBER.search(text):
        number = int(found[1])
    return exercise, side, number
