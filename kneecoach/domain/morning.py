"""The question of the next morning: what the knee says to yesterday's run or session."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from statistics import median
from uuid import UUID

from kneecoach.domain.pain import Amount, checked_pain

USUAL_DAYS = 7
USUAL_FROM = 3
"""clinical.md 4.1: the usual morning is the median of the last seven days, from three answers up."""
ASKED_FROM, ASKED_UNTIL = time(4), time(12)
"""Before four it is still the night; after noon the morning of the day before is too long ago."""
WAVES = 2
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MorningCheck:
    """The first minutes out of bed on the local day `on`, as told at `at` (aware). None is not answered.

    There is one for each day. Its swelling, and pain in the night, are kept as pain entries beside it.
    """

    id: UUID
    on: date
    at: datetime
    pain: int
    stiff: bool | None = None
    swelling: Amount | None = None
    night: bool | None = None

    def __post_init__(self) -> None:
        checked_pain(self.pain)


@dataclass(frozen=True, slots=True)
class MorningMark:
    """Of the morning of a local day what R13 reads of it; `known` is its id as text, for thousands are read at once."""

    known: str
    on: date
    pain: int
    swelling: Amount | None = None


def usual_morning(mornings: Iterable[MorningCheck], day: date) -> Fraction | None:
    """The median pain of the seven days before `day`; None with fewer than three answers: not known yet."""
    first = day - USUAL_DAYS * _DAY
    pains = [check.pain for check in mornings if first <= check.on < day]
    # The middle of two whole numbers is exact as a binary fraction
    return Fraction(median(pains)) if len(pains) >= USUAL_FROM else None


def morning_due(
    loaded: Collection[date], answered: Collection[date], waved: Mapping[date, int], now: datetime
) -> date | None:
    """The morning that waits for its answer at `now` (aware), or None.

    `loaded` are the local days with a run or a session with pain, `answered` the mornings with a check, `waved` how
    often the question of a morning was put off. A morning after a loaded day is asked for on that day and until noon
    of the next, and, put off, once more. What stays unanswered is unknown.
    """
    at = now.timetz().replace(tzinfo=None)
    mornings = [now.date()] if at >= ASKED_FROM else []
    if at < ASKED_UNTIL:
        mornings.append(now.date() - _DAY)
    for morning in mornings:
        if morning - _DAY in loaded and morning not in answered and waved.get(morning, 0) < WAVES:
            return morning
    return None
