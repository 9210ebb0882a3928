"""Whether a value has risen since a clinician saw the knee, by whatever was told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

BASELINE_DAYS = 14
"""Values of so many days before the visit are what a later one is compared with."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value on the days that were told of it, the earliest first, from the lowest to the highest that was said.

    Without a change on a later day that is one day and one value. `low` is None when once nothing was said.
    """

    days: tuple[date, ...]
    low: int | None
    high: int


def rises(values: Sequence[Value], visit: date) -> bool:
    """Whether a value after the visit lies above those before it; `values` are in order of time.

    What is told later of a day before the visit undoes no visit: the clinician saw the knee itself, then or after. But
    it makes no rise harmless either: what was raised or moved on a later day measures by the lowest that was told.
    Without a value before the visit the first one after it is the measure.
    """
    first = visit - timedelta(days=BASELINE_DAYS)
    after = [one for one in values if one.days[-1] > visit]
    before = [one for one in values if any(first <= day <= visit for day in one.days)]
    sure = [one.low for one in before if one.low is not None and all(first <= day <= visit for day in one.days)]
    if sure:
        return any(one.high > max(sure) for one in after)
    moved = [one for one in after if len(one.days) > 1]
    measures = [*before, *moved, *[one for one in after if one not in moved][:1]]
    return any(
        other.low is not None and one.high > other.low for one in after for other in measures if other is not one
    )
