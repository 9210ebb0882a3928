"""What a stop says while a red flag stands: the stop alone, and nothing of how to begin again."""

from collections.abc import Mapping
from dataclasses import replace

from kneecoach.domain.advice.texts import WORDS, Words

FIRST = "First have the warning above looked at; what clears this is told after that."
_TEXTS = {
    "R10.stop": "You logged {pain} of 10 in {exercise}. Leave this exercise out for now.",
    "R11.stop": "You logged {what} on the run of {day}. No run for now.",
    "R13.stop": "You logged {pain} of 10 on the morning of {day}; {usual}. No run for now.",
    "R13.swollen": "You logged {pain} of 10 and swelling on the morning of {day}; {usual}. No run for now.",
    "R25.back": "You logged {what}. No run for now.",
}
_TITLES = {"R25.back": "No run for now"}
_END = ".under_red"
UNDER_RED: Mapping[str, Words] = {
    f"{key}{_END}": replace(WORDS[key], title=_TITLES.get(key, WORDS[key].title), text=text, clears=FIRST)
    for key, text in _TEXTS.items()
}


def key_under_red(key: str) -> str:
    """The key of the words that this finding has under a red flag: its own where there are no others."""
    return f"{key}{_END}" if key in _TEXTS else key
