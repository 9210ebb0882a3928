"""When soreness over bone has settled: what was told of it over fourteen days, the last of it at their end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kneecoach.domain.known import days_between
from kneecoach.domain.local_time import by_instant, utc

SETTLED_DAYS = 14


class Sign(Enum):
    """What was told of."""

    TOUCH = "touch"
    HOPPING = "hopping"
    WALKING = "walking"
    NIGHT = "night"


ALWAYS = frozenset({Sign.TOUCH, Sign.HOPPING})
"""What is asked at every check-in while the place stands, and so has to be answered."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sign as told at `at` (aware): whether it hurt. For `TOUCH`, not to hurt is not tender at all."""

    at: datetime
    sign: Sign
    hurts: bool


def settled_at(told: Iterable[Told]) -> datetime | None:
    """The last instant at which a place had settled; None when it never did.

    That takes fourteen days that begin with a touch without soreness and in which nothing hurt. From their end on
    the touch, hopping, and whatever hurt before have each to be told again as painless: what is missing settles
    nothing, and time alone neither.
    """
    settled: datetime | None = None
    first: datetime | None = None
    due, late = set(ALWAYS), set[Sign]()
    # Of one moment, what hurts comes first
    for one in by_instant(sorted(told, key=lambda one: not one.hurts), lambda one: one.at):
        if one.hurts:
            first = None
            late.clear()
            due.add(one.sign)
        elif first is None:
            first = one.at if one.sign is Sign.TOUCH else None
        elif days_between(first, one.at) >= SETTLED_DAYS:
            late.add(one.sign)
            if due <= late:
                settled = utc(one.at)
                due = set(ALWAYS)
    return settled
