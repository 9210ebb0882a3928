"""Whether two runs are the same one, from a watch and from memory, or twice from a file."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum

from kneecoach.domain.activity import Activity
from kneecoach.domain.local_time import utc
from kneecoach.domain.run import Run

SAME_START = timedelta(minutes=2)
NEAR_START = timedelta(minutes=30)
SAME_PERCENT, BY_HAND_PERCENT, NEAR_PERCENT = 2, 3, 10
SAME_DAY = timedelta(days=1)
"""However far apart two starts of one day can be."""


class Likeness(Enum):
    """`SAME` is skipped, `UNSURE` is asked, `OTHER` comes in."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"


def likeness(run: Run, other: Run) -> Likeness:
    """By content, in whole metres: the same start (± 2 minutes) and distance (± 2 %), or the same file.

    Unsure is a start within half an hour with a distance within a tenth, or the same start with another distance; of a
    run that was told by hand beside one of a file the same day with nearly the same distance (± 3 %): the hour is
    what people forget.
    """
    if run.digest and run.digest == other.digest and utc(run.at) == utc(other.at):
        return Likeness.SAME
    apart, further = abs(utc(run.at) - utc(other.at)), max(run.distance_m, other.distance_m)
    percent = 100 * abs(run.distance_m - other.distance_m)
    if apart <= SAME_START:
        return Likeness.SAME if percent <= SAME_PERCENT * further else Likeness.UNSURE
    near = apart <= NEAR_START and percent <= NEAR_PERCENT * further
    by_hand = bool(run.source) is not bool(other.source)
    same_day = by_hand and run.at.date() == other.at.date() and percent <= BY_HAND_PERCENT * further
    return Likeness.UNSURE if near or same_day else Likeness.OTHER


def same_activity(activity: Activity, other: Activity) -> bool:
    """By content: the same kind, the same start (± 2 minutes) and length (± 2 %, or a minute), or the same file."""
    if activity.digest and activity.digest == other.digest and utc(activity.at) == utc(other.at):
        return True
    if activity.kind is not other.kind or abs(utc(activity.at) - utc(other.at)) > SAME_START:
        return False
    apart = abs(activity.minutes - other.minutes)
    return apart <= 1 or 100 * apart <= SAME_PERCENT * max(activity.minutes, other.minutes)


def closest(run: Run, others: Iterable[Run]) -> tuple[Likeness, Run | None]:
    """The most alike of the others, before one of another hour the first that started near; (OTHER, None) for none."""
    unsure: Run | None = None
    for other in others:
        found = likeness(run, other)
        if found is Likeness.SAME:
            return found, other
        if found is Likeness.UNSURE and (unsure is None or (not _near(run, unsure) and _near(run, other))):
            unsure = other
    return (Likeness.OTHER, None) if unsure is None else (Likeness.UNSURE, unsure)


def _near(run: Run, other: Run) -> bool:
    return abs(utc(run.at) - utc(other.at)) <= NEAR_START
