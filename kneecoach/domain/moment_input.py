"""A day and a time of day as people type them."""

import re
from datetime import UTC, date, datetime, time, timedelta

from kneecoach.domain.errors import InvalidInput

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEK_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMED = {"today": 0, "now": 0, "yesterday": 1}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
NUMBERS = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*(?:[./]\s*(\d{4}|\d{2})?)?", re.ASCII)
WORDS = re.compile(r"(?:([a-z]+),?\s+)?(\d{1,2})\.?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?", re.ASCII)
WEEK_DAY = re.compile(r"(?:last\s+)?([a-z]{3,9})", re.ASCII)
CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm)?", re.ASCII)
HOURS, HALF_DAY, MINUTES = 24, 12, 60
CENTURY = 100
DAY_EXAMPLE = "Write the day as 21 November, 21.11. or yesterday."
TIME_EXAMPLE = "Write the time of day as 18:15 or 6:15 pm."


def day_of_text(text: str, today: date) -> date:
    """The day that is meant; without a year the latest one that is not in the future."""
    told = text.strip().lower()
    if told in NAMED:
        return today - timedelta(days=NAMED[told])
    if found := ISO.fullmatch(told):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMBERS.fullmatch(told):
        return _with_year(int(found[1]), int(found[2]), found[3], today)
    if found := WORDS.fullmatch(told):
        month = _place(found[3], MONTHS)
        if month is not None and (found[1] is None or _place(found[1], WEEK_DAYS) is not None):
            return _with_year(int(found[2]), month + 1, found[4], today)
    if (found := WEEK_DAY.fullmatch(told)) and (week_day := _place(found[1], WEEK_DAYS)) is not None:
        return today - timedelta(days=(today.weekday() - week_day) % 7)
    raise InvalidInput(DAY_EXAMPLE)


def time_of_text(text: str) -> time:
    """The time of day that is meant, to the minute."""
    found = CLOCK.fullmatch(text.strip().lower().replace("noon", "12:00"))
    if found is None or not (found[2] or found[3] or len(text.strip()) <= len("18")):
        raise InvalidInput(TIME_EXAMPLE)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= HALF_DAY:
        raise InvalidInput(TIME_EXAMPLE)
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    if hour >= HOURS or minute >= MINUTES:
        raise InvalidInput(TIME_EXAMPLE)
    return time(hour, minute)


def moment_of_text(day: str, clock: str, now: datetime) -> datetime:
    """The moment in the zone of `now`; refused when it is in the future, or when the clocks were put past it."""
    told = shown_by_a_clock(datetime.combine(day_of_text(day, now.date()), time_of_text(clock), now.tzinfo))
    # Of the hour that comes twice the first may be past when the second is not: both ends are the same zone,
    # where a plain comparison would look at the clock face alone
    if told.astimezone(UTC) > now.astimezone(UTC):
        raise InvalidInput("That time is in the future.")
    return told


def shown_by_a_clock(told: datetime) -> datetime:
    """An aware local time itself; `InvalidInput` when the clocks were put past it. Of the two of an hour that comes
    twice it is the first, unless its fold says otherwise.
    """
    if not _is_shown(told):
        raise InvalidInput("The clocks went forward past that time. Choose another one.")
    return told


def comes_twice(told: datetime) -> bool:
    """Whether the clocks showed an aware local time once more, after they were put back."""
    return told.replace(fold=0).utcoffset() != told.replace(fold=1).utcoffset() and _is_shown(told)


def _is_shown(told: datetime) -> bool:
    return told.astimezone(UTC).astimezone(told.tzinfo).replace(tzinfo=None) == told.replace(tzinfo=None)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    return next((place for place, name in enumerate(names) if word.startswith(name)), None)


def _with_year(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        number = int(year)
        return _day(number + 2_000 if number < CENTURY else number, month, day)
    # Eight, because 29 February may be that far back
    years = range(today.year, today.year - 9, -1)
    days = [found for one in years if (found := _day_or_none(one, month, day)) and found <= today]
    if not days:
        raise InvalidInput("There is no such day. " + DAY_EXAMPLE)
    return days[0]


def _day(year: int, month: int, day: int) -> date:
    found = _day_or_none(year, month, day)
    if found is None:
        raise InvalidInput("There is no such day. " + DAY_EXAMPLE)
    return found


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
