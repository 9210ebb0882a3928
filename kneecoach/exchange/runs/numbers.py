"""Numbers, spans of time and moments as people and programs write them, with the decimal sign of any country."""

import math
import re
from datetime import UTC, datetime

from kneecoach.domain.errors import InvalidInput

LONGEST_NUMBER = 40
_GROUPS = re.compile(r"[\s'\u2019]")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d+)?)", re.ASCII)


def number(text: str, what: str) -> float | None:
    """The number in a cell, None for an empty one; `InvalidInput` names `what` when it is none.

    A single comma is a decimal comma; where both signs stand, the last one is the decimal sign.
    """
    cleaned = _GROUPS.sub("", text)
    if not cleaned:
        return None
    if cleaned.count(",") == 1 and cleaned.rfind(",") > cleaned.rfind("."):
        cleaned = cleaned.replace(".", "").replace(",", ".")
    elif "," in cleaned:
        cleaned = cleaned.replace(",", "")
    if cleaned.count(".") > 1:
        cleaned = cleaned.replace(".", "")
    return xml_number(cleaned, what)


def xml_number(text: str, what: str) -> float | None:
    """The same with a decimal point and nothing else, as XML has it."""
    if not text or text.isspace():
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or len(text) > LONGEST_NUMBER or "_" in text or not text.isascii():
        raise InvalidInput(f"The {what} in it is not a number.")
    return value


def seconds_of(text: str, what: str) -> float | None:
    """Seconds from "2700", "45:00" or "1:02:03"; None for an empty cell, `InvalidInput` for anything else."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        return number(text, what)
    hours, minutes, seconds = clock.groups()
    return int(hours or 0) * 3_600 + int(minutes) * 60 + float(seconds.replace(",", "."))


def moment(text: str) -> datetime:
    """The aware time of an XML file; one that names no zone is UTC, as the formats say. `InvalidInput` otherwise."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput("A time in it can't be read.") from None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
