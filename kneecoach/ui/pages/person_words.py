"""What first run and Settings ask about a person, in the same words, and which answers can be kept."""

from datetime import date

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closing, Flag, FlagEntry
from kneecoach.domain.person import EMERGENCY_NUMBERS, MAX_NAME, Began, Country, HurtingFor, Units
from kneecoach.ui import words

DIGITS = 4
OLDEST, YOUNGEST = 110, 18
"""Years: KneeCoach is for adults (intended use)."""

KNEES = ((Side.LEFT, "Left"), (Side.RIGHT, "Right"), (Side.BOTH, "Both"))
HURTING = ((HurtingFor.DAYS, "Days"), (HurtingFor.WEEKS, "Weeks"), (HurtingFor.OVER_SIX_WEEKS, "Over 6 weeks"))
BEGAN = ((Began.INCIDENT, "An incident"), (Began.GRADUALLY, "Gradually"))
UNITS = ((Units.KM, "Kilometres"), (Units.MILES, "Miles"))
ONCE = {
    Flag.NIGHT_PAIN: "Does the knee hurt at night, when you lie still?",
    Flag.CONSTANT_PAIN: "Is the pain always there, whatever you do?",
    Flag.WEIGHT_LOSS: "Have you lost weight without trying?",
    Flag.NEW_LUMP: "Is there a new lump on the knee or the leg?",
}
UNANSWERED = "Not answered"
CANCER = "Have you ever had cancer?"
TICK = "None of these is true for me, or a clinician has told me that I may train"
_NAMES = {
    Country.UNKNOWN: "Not said",
    Country.EUROPE: "Europe",
    Country.UNITED_KINGDOM: "United Kingdom",
    Country.IRELAND: "Ireland",
    Country.UNITED_STATES: "United States",
    Country.CANADA: "Canada",
    Country.AUSTRALIA: "Australia",
    Country.NEW_ZEALAND: "New Zealand",
    Country.SWITZERLAND: "Switzerland",
    Country.INDIA: "India",
    Country.SOUTH_AFRICA: "South Africa",
}
COUNTRIES = tuple(
    (country, f"{name} ({words.listed(list(EMERGENCY_NUMBERS[country]), last='or')})")
    for country, name in _NAMES.items()
)


def checked_name(text: str) -> tuple[str, str]:
    """The name to keep and, when it can't be kept, why."""
    name = " ".join(text.split())
    if len(name) > MAX_NAME:
        return "", f"A name has at most {MAX_NAME} characters; this one has {len(name)}."
    return name, ""


def once_detail(said: bool | None, entry: FlagEntry | None, today: date) -> str:  # noqa: FBT001 - an answer
    """What stands under a question asked once: whether its flag is open, how it was closed, or that nothing was said.

    `said` is the answer that is shown, `entry` what was noted last.
    """
    if entry is None:
        return UNANSWERED if said is None else ""
    if entry.closed is None:
        noted = f"Noted {words.plain_day(entry.at.date(), today)}"
        return noted if said else f"{noted}: open until the check-in hears that it is gone or seen"
    day = words.plain_day(entry.closed.on, today)
    closed = f"Seen by a clinician {day}" if entry.closed.how is Closing.SEEN else f"Gone {day}"
    return closed if said is not None else f"{closed}. {UNANSWERED}"


def birth_year(text: str, this_year: int) -> tuple[int | None, str]:
    """The year to keep, None when it was left open, and, when it can't be kept, why."""
    text = text.strip()
    if not text:
        return None, ""
    if not (text.isascii() and text.isdigit() and len(text) == DIGITS):
        return None, "Four digits, such as 1985."
    year = int(text)
    if year < this_year - OLDEST or year > this_year:
        return None, f"From {this_year - OLDEST} to {this_year}."
    if year > this_year - YOUNGEST:
        return None, "KneeCoach is made for adults. Please ask a physio for exercises."
    return year, ""
