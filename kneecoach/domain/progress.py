"""Days on which the knee was trained, and whether groups of runs differ by more than chance."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kneecoach.domain.session_record import SessionRecord, SetStatus

_DAY = timedelta(days=1)


def days_trained(sessions: Iterable[SessionRecord]) -> set[date]:
    """The local days on which a session with at least some work began; rehearsals never count.

    The day is that of the zone the person was in, so that neither travel nor a changed clock moves it.
    """
    return {session.started_at.date() for session in sessions if not session.rehearsal and _worked(session)}


def streak(days: Collection[date], today: date) -> int:
    """Days in a row up to `today`; a today that is still to come breaks nothing, and days after it don't count."""
    last = today if today in days else today - _DAY
    count = 0
    while last - count * _DAY in days:
        count += 1
    return count


def week_of(today: date) -> tuple[date, ...]:
    """The seven days of this week, Monday first."""
    monday = today - today.weekday() * _DAY
    return tuple(monday + number * _DAY for number in range(7))


def _worked(session: SessionRecord) -> bool:
    return any(done.status is not SetStatus.SKIPPED for done in session.sets)


SHUFFLES = 1_999
SEED = 20


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the values, by their places, beside others: `inside` against `outside`."""

    inside: tuple[int, ...]
    outside: tuple[int, ...]


def chances(values: Sequence[int], groups: Sequence[Group]) -> list[float]:
    """For each group the chance of a mean inside that much above the one outside, if the groups meant nothing.

    A permutation test over all groups together: each shuffle of the values is measured by its greatest difference in
    any group, so that looking at many groups does not make a find more likely (Westfall and Young 1993). The shuffles
    are the same every time.
    """
    if not groups:
        return []
    found = [_difference(values, group) for group in groups]
    greatest = []
    shuffled, chance = list(values), random.Random(SEED)
    for _ in range(SHUFFLES):
        chance.shuffle(shuffled)
        greatest.append(max(_difference(shuffled, group) for group in groups))
    return [(1 + sum(one >= difference - 1e-9 for one in greatest)) / (SHUFFLES + 1) for difference in found]


def _difference(values: Sequence[int], group: Group) -> float:
    inside = sum(map(values.__getitem__, group.inside)) / len(group.inside)
    return inside - sum(map(values.__getitem__, group.outside)) / len(group.outside)
