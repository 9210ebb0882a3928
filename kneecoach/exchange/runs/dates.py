"""Dates as programs print them for people: "Nov 4, 2022, 1:19:14 PM", "06.05.2018, 07:00:00", "6 de mai. de 2018"."""

import re
from datetime import UTC, datetime

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.sports import plain

UNREADABLE = "The date in it can't be read."
# Beginnings of the months in English, German, French, Spanish, Italian, Dutch and Portuguese, without accents
MONTHS = (
    "jan ene gen janv",
    "feb fev fevr",
    "mar mrt maart marz mrz mars",
    "apr avr abr april avril",
    "may mai mei mag mayo maio maggio",
    "jun juin giu",
    "jul juil lug",
    "aug aou ago aout",
    "sep set sept",
    "oct okt ott out",
    "nov",
    "dec dez dic",
)
_MONTH_OF = {beginning: number for number, words in enumerate(MONTHS, start=1) for beginning in words.split()}
_TIME = re.compile(r"(?<!\d)(\d{1,2})[:h.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap])?\.?\s?(?:m\b\.?)?", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR, _DAY = re.compile(r"(?<!\d)\d{4}(?!\d)"), re.compile(r"(?<!\d)\d{1,2}(?!\d)")
LONGEST = 60
NOON = 12


def utc_moment(text: str, *, day_first: bool = True) -> datetime:
    """The moment, in UTC as exports have it; `InvalidInput` when it is not one for certain.

    `day_first` settles what "03/04/2026" means.
    """
    spaced = " ".join(text.replace("\u200e", "").split())
    if not spaced or len(spaced) > LONGEST:
        raise InvalidInput(UNREADABLE)
    try:
        return _iso(spaced) or _printed(spaced, day_first=day_first)
    except (ValueError, OverflowError):
        raise InvalidInput(UNREADABLE) from None


def is_day_first(text: str) -> bool | None:
    """What a date in figures with slashes says about the order; None when it leaves it open."""
    found = _NUMERIC.search(text)
    if found is None or len(found[1]) > 2:  # noqa: PLR2004 - a year in front
        return None
    if int(found[1]) > NOON:
        return True
    return False if int(found[3]) > NOON else None


def _iso(text: str) -> datetime | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:", text):
        return None
    at = datetime.fromisoformat(text.removesuffix(" UTC"))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _printed(text: str, *, day_first: bool) -> datetime:
    date_text, year, month, day = _date(text, day_first=day_first)
    clock = _TIME.search(text.replace(date_text, " ", 1))
    if clock is None:
        raise ValueError(text)
    hour, half = int(clock[1]), (clock[4] or "").lower()
    if half:
        if not 1 <= hour <= NOON:
            raise ValueError(text)
        hour = hour % NOON + (NOON if half == "p" else 0)
    return datetime(year, month, day, hour, int(clock[2]), int(clock[3] or 0), tzinfo=UTC)


def _date(text: str, *, day_first: bool) -> tuple[str, int, int, int]:
    """The text of the date, and year, month and day."""
    if asian := _ASIAN.search(text):
        return asian[0], int(asian[1]), int(asian[2]), int(asian[3])
    if figures := _NUMERIC.search(text):
        first, second, third = int(figures[1]), int(figures[3]), int(figures[4])
        if len(figures[1]) == 4:  # noqa: PLR2004 - a year in front
            return figures[0], first, second, third
        if len(figures[4]) != 4:  # noqa: PLR2004 - a year of two figures could be a day
            raise ValueError(text)
        american = figures[2] == "/" and not day_first
        return figures[0], third, first if american else second, second if american else first
    return _in_words(text)


def _in_words(text: str) -> tuple[str, int, int, int]:
    year, named = _YEAR.search(text), [(word, _month(word[0])) for word in _WORD.finditer(text)]
    months = [(word, month) for word, month in named if month]
    if year is None or len(months) != 1:
        raise ValueError(text)
    day = _DAY.search(text[: year.start()])
    if day is None:
        raise ValueError(text)
    return text[: max(year.end(), months[0][0].end())], int(year[0]), months[0][1], int(day[0])


def _month(word: str) -> int:
    """The number of a month by its beginning; 0 for another word."""
    letters = plain(word)
    return next((_MONTH_OF[letters[:length]] for length in (5, 4, 3) if letters[:length] in _MONTH_OF), 0)
