"""Six weeks of pain and runs, by day, week and place: as it is now, and as it was told where that was worse."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from kneecoach.domain.effort import load
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.known import real, scores
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.support import Support, SupportUsed

WEEKS, WEEK_DAYS = 6, 7
_DAY = timedelta(days=1)
Painkillers = Iterable[tuple[date, bool]]
"""Days with what was said on them, yes or no."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """One local day: the highest pain said, None when none was; metres run; whether a painkiller was noted.

    `told` is the higher pain of that day which was changed on a later one, None when there is none. A painkiller that
    was taken back on a later day is one.
    """

    day: date
    pain: int | None
    metres: int
    painkiller: bool | None
    warned: bool
    told: int | None = None
    painkiller_changed: bool = False


@dataclass(frozen=True, slots=True)
class PainSum:
    """So many values, their sum, and the highest of them."""

    times: int
    total: int
    highest: int


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """Seven days from `first`. `load` is effort times minutes of `loaded` of the runs; 0 of them when none is known.

    `told` is the pain as it was told before changes on a later day, None where that is no worse than it is now.
    """

    first: date
    pains: int
    pain_sum: int
    highest: int | None
    runs: int
    metres: int
    longest_m: int
    load: int
    loaded: int
    told: PainSum | None = None


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place on a knee: the highest pain said of it, how often, and when last. `side` None: not said which knee.

    `told` is a higher pain that was changed on a later day; where nothing is said of the place any more, `times` is 0.
    """

    side: Side | None
    region: str
    highest: int
    times: int
    last: date
    told: int | None = None

    @property
    def worst(self) -> int:
        """The worse of what is said now and what was told before a change."""
        return self.highest if self.told is None else self.told


def days_of(record: Record, runs: Iterable[Run], taken: Painkillers, back: Painkillers, first: date) -> list[DayFacts]:
    """Every day from `first`. `taken` are the painkillers as noted now, `back` those that were taken back later."""
    highest = _highest((value.at.date(), value.score) for value in scores(record))
    told = _highest((one.at.date(), one.score) for one in record.earlier)
    metres, said = Counter[date](), dict[date, bool]()
    for run in runs:
        metres[run.at.date()] += run.distance_m
    for day, yes in taken:
        said[day] = yes or said.get(day, False)
    changed = {day for day, yes in back if yes and not said.get(day)}
    warned = {one.at.date() for one in real(record.flags)}
    return [
        DayFacts(
            day=day,
            pain=highest.get(day),
            metres=metres[day],
            painkiller=True if day in changed else said.get(day),
            warned=day in warned,
            told=_if_worse(told.get(day), highest.get(day)),
            painkiller_changed=day in changed,
        )
        for day in (first + number * _DAY for number in range(WEEKS * WEEK_DAYS))
    ]


def noted(supports: Iterable[SupportUsed], runs: Iterable[Run]) -> list[tuple[date, bool]]:
    """The days on which somebody said whether there was a painkiller."""
    asked = [one for one in supports if Support.PAINKILLER in (*one.used, *one.not_used)]
    said = [(one.on, Support.PAINKILLER in one.used) for one in asked]
    return said + [(run.at.date(), run.painkiller) for run in runs if run.painkiller is not None]


def week_of(pains: Iterable[PainEntry], earlier: Iterable[PainEntry], runs: Iterable[Run], first: date) -> WeekFacts:
    """The week from this day, of pains and runs of any time."""
    last = first + (WEEK_DAYS - 1) * _DAY
    there = [one for one in pains if first <= one.at.date() <= last]
    said = [one.score for one in there]
    week = [one for one in runs if first <= one.at.date() <= last]
    loads = [found for one in week if (found := load(one.effort, one.seconds)) is not None]
    return WeekFacts(
        first=first,
        pains=len(said),
        pain_sum=sum(said),
        highest=max(said, default=None),
        runs=len(week),
        metres=sum(one.distance_m for one in week),
        longest_m=max((one.distance_m for one in week), default=0),
        load=sum(loads),
        loaded=len(loads),
        told=_sum_told(there, [one for one in earlier if first <= one.at.date() <= last]),
    )


def places_of(pains: Iterable[PainEntry], earlier: Iterable[PainEntry]) -> tuple[PlaceFacts, ...]:
    """Every place that hurt, or was told to, the worst first; the pains the earliest first."""
    found: dict[tuple[Side | None, str], PlaceFacts] = {}
    for one in pains:
        for key in _keys(one):
            before = found.get(key, PlaceFacts(*key, highest=0, times=0, last=one.at.date()))
            found[key] = PlaceFacts(*key, max(before.highest, one.score), before.times + 1, one.at.date())
    for one in earlier:
        for key in _keys(one):
            before = found.get(key, PlaceFacts(*key, highest=0, times=0, last=one.at.date()))
            last = before.last if before.times else one.at.date()
            found[key] = replace(before, told=_if_worse(one.score, before.worst) or before.told, last=last)
    return tuple(sorted(found.values(), key=lambda one: (-one.worst, -one.times, one.region)))


def _keys(pain: PainEntry) -> list[tuple[Side | None, str]]:
    sides = (Side.LEFT, Side.RIGHT) if pain.side is Side.BOTH else (pain.side,)
    return [(side, region) for side in sides for region in pain.regions if pain.score]


def _sum_told(there: Sequence[PainEntry], earlier: Sequence[PainEntry]) -> PainSum | None:
    """The week with the worse of each entry; None when it is no worse for that."""
    now: Mapping[UUID, int] = {one.id: one.score for one in there}
    worse = dict(now)
    for one in earlier:
        if one.score:
            worse[one.id] = max(one.score, worse.get(one.id, 0))
    if not worse:
        return None
    told = PainSum(len(worse), sum(worse.values()), max(worse.values()))
    if now and (told.highest, told.total * len(now)) <= (max(now.values()), sum(now.values()) * told.times):
        return None
    return told


def _highest(values: Iterable[tuple[date, int]]) -> dict[date, int]:
    found: dict[date, int] = {}
    for day, score in values:
        found[day] = max(found.get(day, 0), score)
    return found


def _if_worse(told: int | None, now: int | None) -> int | None:
    return told if told is not None and told > (now or 0) else None
