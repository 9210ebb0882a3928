"""How a text is read aloud: what the screen writes short, in words."""

import re

UNITS = {
    "s": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "mm": ("millimetre", "millimetres"),
    "cm": ("centimetre", "centimetres"),
    "m": ("metre", "metres"),
    "km": ("kilometre", "kilometres"),
    "km/h": ("kilometre an hour", "kilometres an hour"),
    "min/km": ("minute a kilometre", "minutes a kilometre"),
    "m/s": ("metre a second", "metres a second"),
    "g": ("gram", "grams"),
    "kg": ("kilogram", "kilograms"),
    "%": ("per cent", "per cent"),
    "°": ("degree", "degrees"),
    "°C": ("degree Celsius", "degrees Celsius"),
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_AMOUNT = re.compile(rf"(\ban? (?:\d+(?:[.,]\d+)? to )?)?(?<![\w.,])(\d+(?:[.,]\d+)?)\s?({_UNIT})(?!\w)")
_SAID = (
    (re.compile(r"(?<=\d)\s?\N{EN DASH}\s?(?=\d)"), " to "),
    (re.compile(r"(?<=\d)\s?[×x]\s?(?=\d)"), " times "),
    (re.compile(r"(?<=\d)\s?[×x](?!\w)"), " times"),
)


def aloud(text: str) -> str:
    """ "Hold it for 10 s" becomes "Hold it for 10 seconds", "a 5 to 10 cm step" becomes "a 5 to 10 centimetre step"."""
    for sign, words in _SAID:
        text = sign.sub(words, text)
    return _AMOUNT.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    one, many = UNITS[found[3]]
    return f"{found[1] or ''}{found[2]} {one if found[1] or found[2] == '1' else many}"
