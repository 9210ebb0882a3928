"""One thing that the coach says: its words, its moment, and what may be cut or dropped for it."""

import re
from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.aloud import aloud

STOPS, WORDS = re.compile(r"[.:?](?: |$)"), re.compile(r"[A-Za-z']+|\d")
VOWELS, SILENT_E = re.compile("[aeiouy]+"), re.compile("(?<=..)e$")
START_S, SYLLABLE_S, COMMA_S, STOP_S = 0.15, 0.19, 0.22, 0.45
"""Measured on espeak-ng at 175 words a minute."""


class Pace(Enum):
    """How fast the coach talks; the value is how much longer everything takes."""

    BRISK = 1.0
    CALM = 1.15


class Kind(Enum):
    """What an utterance is for: its rank, and for how many seconds after its moment it may still be said."""

    STATE = (6, 2.0)
    """The session stands still, goes on or is over."""
    PLACE = (5, 4.0)
    """Exercise, side, set and dose; or only the change of them."""
    NOTICE = (4, 1.0)
    """Half-way, the rest and its length, what to fetch next."""
    COUNT = (3, 0.35)
    CUE = (2, 2.0)
    TEMPO = (1, 0.45)
    PRAISE = (0, 3.0)

    @property
    def rank(self) -> int:
        """Whoever ranks higher may cut what is being said."""
        return self.value[0]

    @property
    def patience_s(self) -> float:
        """Later than this it is no longer said."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Utterance:
    """`at_s` counts from the start of the lead or work that it belongs to.

    `written` is what a line of its own shows of it: nothing of what the player shows anyway, as place, count and tempo.
    """

    text: str
    kind: Kind
    at_s: float = 0.0
    written: str = ""


def written(text: str, kind: Kind, at_s: float = 0.0) -> Utterance:
    """An utterance that is written on the screen as it is said."""
    return Utterance(text, kind, at_s, text)


def length_s(text: str, pace: Pace = Pace.BRISK) -> float:
    """About how long it takes to say."""
    text = aloud(text)
    stops = max(0, len(STOPS.findall(text)) - 1)
    syllables = sum(_syllables(word.lower()) for word in WORDS.findall(text))
    return pace.value * (START_S + SYLLABLE_S * syllables + COMMA_S * text.count(",") + STOP_S * stops)


def _syllables(word: str) -> int:
    sounding = word if word.endswith("le") else SILENT_E.sub("", word)
    return max(1, len(VOWELS.findall(sounding)))
