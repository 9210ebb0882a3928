"""Words and numbers as a terminal may print them, whatever was typed into a name."""

import math
import unicodedata

MINUTE_S = 60
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_JOINERS = "\u200c\u200d"
"""Needed to spell words in Persian and in the scripts of India; they change no order and move no cursor."""
_HARMFUL = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """The text with what would move the cursor, change colours or turn the reading order made visible."""
    # Nearly every text is, and a screen asks for a dozen of them many times a second
    return text if text.isprintable() else "".join(_visible(character) for character in text)


def number(value: float) -> str:
    """Without a fraction when it is whole, else to a thousandth at most: 25, 12.5."""
    return f"{round(value, 3):.3f}".rstrip("0").rstrip(".")


def clock(seconds: float) -> str:
    """Time left as one reads it from afar: 45 up to a minute, 1:05 above. A second that has begun counts whole."""
    whole = math.ceil(seconds)
    minutes, rest = divmod(whole, MINUTE_S)
    return str(whole) if whole <= MINUTE_S else f"{minutes}:{rest:02d}"


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _HARMFUL or character in _JOINERS:
        return character
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "\N{SYMBOL FOR DELETE}" if character == _DELETE else REPLACEMENT
