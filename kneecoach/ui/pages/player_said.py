"""What is spoken, written on the page as well: for as long as it takes to read, and not twice."""

import re
from collections.abc import Iterable

from kneecoach.domain.number_words import in_words

SHOWN_S = 4.0
ENDS = re.compile(r"(?<=[.?!]) ")
LETTER_S = 0.06
"""About how long a letter takes to read at a distance."""


def words_of(text: str) -> set[str]:
    """The words of a text, numbers as they are spoken."""
    spelled = re.sub(r"\d+", lambda found: f" {in_words(int(found[0]))} ", text)
    return set(re.findall(r"[^\W_]+", spelled.casefold()))


def is_shown(sentence: str, texts: Iterable[str]) -> bool:
    """Whether every word of what is said can be read in these texts already."""
    return words_of(sentence) <= set().union(*map(words_of, texts))


class Said:
    """The last sentence that has to be written. Times are of a clock that only goes on."""

    def __init__(self) -> None:
        self._sentence = ""
        self._since = self._until = 0.0

    def say(self, sentence: str, shown: Iterable[str], seconds: float) -> None:
        texts = tuple(shown)
        self._sentence = " ".join(one for one in ENDS.split(sentence) if not is_shown(one, texts))
        self._since, self._until = seconds, seconds + max(SHOWN_S, LETTER_S * len(sentence))

    def turn(self, seconds: float) -> None:
        """Something else begins: what was said before it is over."""
        if self._since < seconds:
            self._sentence = ""

    def at(self, seconds: float) -> str:
        """What is to be read at that time; empty when nothing is."""
        return self._sentence if seconds < self._until else ""
