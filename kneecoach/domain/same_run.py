"""Whether two runs are the same one, from a watch and from memory, or twice from a file."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum

from kneecoach.domain.activity import Activity
from kneecoach.domain.local_time import utc
from kneecoach.domain.run import Run

SAME_START = timedelta(minutes=2)
NEAR_START = timedelta(minutes=30)
SAME_PERCENT, NEAR_PERCENT = 2, 10


class Likeness(Enum):
    """`SAME` is skipped, `UNSURE` is asked, `OTHER` comes in."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"


def likeness(run: Run, other: Run) -> Likeness:
    """By content, in whole metres: the same start (± 2 minutes) and distance (± 2 %), or the same file.

    Unsure is a start within half an hour with a distance within a tenth, or the same start with another distance.
    """
    if run.digest and run.digest == other.digest and utc(run.at) == utc(other.at):
        return Likeness.SAME
    apart, further = abs(utc(run.at) - utc(other.at)), max(run.distance_m, other.distance_m)
    percent = 100 * abs(run.distance_m - other.distance_m)
    if apart <= SAME_START:
        return Likeness.SAME if percent <= SAME_PERCENT * further else Likeness.UNSURE
    near = apart <= NEAR_START and percent <= NEAR_PERCENT * further
    return Likeness.UNSURE if near else Likeness.OTHER


def same_activity(activity: Activity, other: Activity) -> bool:
    """By content: the same kind, the same start (± 2 minutes) and length (± 2 %, or a minute), or the same file."""
    if activity.digest and activity.digest == other.digest and utc(activity.at) == utc(other.at):
        return True
    if activity.kind is not other.kind or abs(utc(activity.at) - utc(other.at)) > SAME_START:
        return False
    apart = abs(activity.minutes - other.minutes)
    return apart <= 1 or 100 * apart <= SAME_PERCENT * max(activity.minutes, other.minutes)


def closest(run: Run, others: Iterable[Run]) -> tuple[Likeness, Run | None]:
    """The most alike of the others; (OTHER, None) when none is."""
    unsure: Run | None = None
    for other in others:
        found = likeness(run, other)
        if found is Likeness.SAME:
            return found, other
        if found is Likeness.UNSURE and unsure is None:
            unsure = other
    return (Likeness.OTHER, None) if unsure is None else (Likeness.UNSURE, unsure)
