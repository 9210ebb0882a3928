"""Doses, days and places as the window says them."""

import unicodedata
from datetime import date

from kneecoach.domain.dosage import Dosage, Sides
from kneecoach.domain.exercise import Side

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SIDES = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.BOTH: "Both"}
WEEK_DAYS = 7
SYSTEM_VOICES = frozenset({"speechd", "sapi", "winrt", "darwin", "macos"})
MOST_OF_A_NAME = 40
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
APART, NOT_APART = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BACKWARDS = frozenset({"R", "AL", "AN"})


def named(name: str) -> str:
    """What somebody typed as a name, to stand in a sentence of ours: it can't turn the order in which that is read.

    Marks that only turn the order become visible; a name that is written from right to left is kept apart.
    """
    seen = "".join(REPLACEMENT if character in TURNING else character for character in name)
    backwards = any(unicodedata.bidirectional(character) in BACKWARDS for character in seen)
    return f"{APART}{seen}{NOT_APART}" if backwards else seen


def quoted(name: str, most: int = MOST_OF_A_NAME) -> str:
    """The same in quotation marks, a long name cut."""
    return f"“{named(cut(name, most))}”"


def cut(name: str, most: int = MOST_OF_A_NAME) -> str:
    """At most this many characters, the last one … when there are more."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def voice_name(told: str) -> str:
    """ "This computer's voice, English" for an engine that only programmers know by its name."""
    engine, _, language = told.partition(", ")
    return f"This computer's voice, {language}" if engine in SYSTEM_VOICES and language else told


def dose(dosage: Dosage, each_side: str) -> str:
    """One prescription in a line, as in "2 x 25 s each side", with the proper sign."""
    amount = f"{dosage.seconds:g} s" if dosage.seconds is not None else str(dosage.reps)
    side = f" {each_side}" if dosage.sides is Sides.EACH else ""
    return f"{dosage.sets} × {amount}{side}"


def minutes(count: int) -> str:
    """A length in minutes: "1 minute", "12 minutes"."""
    return "1 minute" if count == 1 else f"{count} minutes"


def long_day(day: date) -> str:
    """ "Saturday 21 November"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """ "Sat 21"."""
    return f"{DAYS[day.weekday()][:3]} {day.day}"


def plain_day(day: date, today: date) -> str:
    """ "21 November", with the year when it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def span(first: date, last: date, today: date) -> str:
    """ "16 to 22 November", "30 November to 6 December"."""
    start = f"{first.day}" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {plain_day(last, today)}"


def ago(day: date, today: date) -> str:
    """How long ago, as one says it: today, yesterday, the weekday within a week, else "12 days ago"."""
    days = (today - day).days
    if days < 0:
        return plain_day(day, today)
    if days == 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    return DAYS[day.weekday()] if days < WEEK_DAYS else f"{days} days ago"


def listed(names: list[str], *, last: str = "and") -> str:
    """ "a roller", "a roller and a tube", "a roller, a tube and a mat"."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
