"""A week in numbers and beside the week before: what the weekly review shows, by the thresholds of R14, R16 and R19."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from uuid import UUID

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.diary import Entry, day_of
from kneecoach.domain.finding import Finding
from kneecoach.domain.flag import Urgency
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.progress import days_trained
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord

WEEK_DAYS = 7
SCALE_WEEKS = 8
PERSISTENT = "R18"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WeekNumbers:
    """One week from its Monday. `highest` is the earliest of the highest pain entries, `highest_run` its run.

    `warmed` are the runs with a warm-up before them on their day. None is unknown, never 0.
    """

    monday: date
    entries: int = 0
    pain_sum: int = 0
    highest: PainEntry | None = None
    highest_run: Run | None = None
    runs: int = 0
    run_m: int = 0
    longest_m: int | None = None
    warm_ups: int = 0
    warmed: int = 0
    strength_days: tuple[date, ...] = ()
    run_days: int = 0

    @property
    def average(self) -> Fraction | None:
        """The mean of the pain entries; None without any."""
        return Fraction(self.pain_sum, self.entries) if self.entries else None

    @property
    def days_without_a_run(self) -> int:
        return WEEK_DAYS - self.run_days


@dataclass(frozen=True, slots=True)
class Kinds:
    """The ids of the routines that are warm-ups, and of those that train strength."""

    warm_ups: Collection[str]
    strength: Collection[str]


def week_numbers(entries: Iterable[Entry], monday: date, kinds: Kinds) -> WeekNumbers:
    """The numbers of the week from this Monday; entries of other weeks are passed over."""
    week = [entry for entry in entries if monday <= day_of(entry) < monday + WEEK_DAYS * _DAY]
    pains = [entry for entry in week if isinstance(entry, PainEntry)]
    runs = [entry for entry in week if isinstance(entry, Run)]
    warm_ups = [entry for entry in _worked(week) if entry.routine.id in kinds.warm_ups]
    highest = min(pains, key=lambda entry: (-entry.score, utc(entry.at)), default=None)
    return WeekNumbers(
        monday=monday,
        entries=len(pains),
        pain_sum=sum(entry.score for entry in pains),
        highest=highest,
        highest_run=_run_of(highest, {run.id: run for run in runs}),
        runs=len(runs),
        run_m=sum(run.distance_m for run in runs),
        longest_m=max((run.distance_m for run in runs), default=None),
        warm_ups=len(warm_ups),
        warmed=sum(any(_before(one, run) for one in warm_ups) for run in runs),
        strength_days=_strength_days(week, kinds.strength),
        run_days=len({day_of(run) for run in runs}),
    )


def _worked(entries: Iterable[Entry]) -> list[SessionRecord]:
    return [entry for entry in entries if isinstance(entry, SessionRecord) and days_trained([entry])]


def _run_of(entry: PainEntry | None, runs: Mapping[UUID, Run]) -> Run | None:
    return runs.get(entry.of) if entry is not None and entry.of is not None else None


def _before(session: SessionRecord, run: Run) -> bool:
    return session.started_at.date() == run.at.date() and utc(session.started_at) <= utc(run.at)


def _strength_days(week: Iterable[Entry], strength: Collection[str]) -> tuple[date, ...]:
    week = list(week)
    days = {day_of(entry) for entry in _worked(week) if entry.routine.id in strength}
    logged = (entry for entry in week if isinstance(entry, Activity) and entry.kind is ActivityKind.STRENGTH)
    return tuple(sorted(days | {day_of(entry) for entry in logged}))


def most_in_weeks(entries: Iterable[Entry], monday: date) -> tuple[int, int]:
    """The most metres in a week, and in a run, of the eight weeks that end with this one: what the scales hold."""
    first = monday - (SCALE_WEEKS - 1) * WEEK_DAYS * _DAY
    weeks = [0] * SCALE_WEEKS
    longest = 0
    for entry in entries:
        week = (day_of(entry) - first).days // WEEK_DAYS
        if isinstance(entry, Run) and 0 <= week < SCALE_WEEKS:
            weeks[week] += entry.distance_m
            longest = max(longest, entry.distance_m)
    return max(weeks), longest


def longest_before(entries: Iterable[Entry], day: date, profile: Profile) -> int | None:
    """R14: the metres of the longest run of the days before `day` that count; None without a run in them."""
    first = day - profile.spike_days * _DAY
    runs = (entry for entry in entries if isinstance(entry, Run) and first <= day_of(entry) < day)
    return max((run.distance_m for run in runs), default=None)


class Change(Enum):
    """R19: how the mean pain of a week stands to that of the week before."""

    TOO_FEW = "too_few"
    BETTER = "better"
    NO_CLEAR_CHANGE = "no_clear_change"
    WORSE = "worse"
    WORSE_AFTER_RUNS_IN_A_ROW = "worse_after_runs_in_a_row"


def change(this: WeekNumbers, last: WeekNumbers, profile: Profile, *, in_a_row: bool = False) -> Change:
    """R19 in exact numbers; `in_a_row` says whether R16 explains a rise."""
    now, before = this.average, last.average
    if now is None or before is None or min(this.entries, last.entries) < profile.trend_least:
        return Change.TOO_FEW
    if now - before >= profile.trend_points:
        return Change.WORSE_AFTER_RUNS_IN_A_ROW if in_a_row else Change.WORSE
    # From no pain there is no share to fall by
    share = before > 0 and 100 * (before - now) >= profile.trend_share * before
    return Change.BETTER if before - now >= profile.trend_points or share else Change.NO_CLEAR_CHANGE


def runs_in_a_row(entries: Iterable[Entry], day: date, profile: Profile) -> int:
    """R16: on how many days in a row up to `day` there was a run, when that is many; else 0."""
    runs = [entry for entry in entries if isinstance(entry, Run) and day_of(entry) <= day]
    days = {day_of(run) for run in runs}
    count = 0
    while day - count * _DAY in days:
        count += 1
    last = max(runs, key=lambda run: utc(run.at), default=None)
    sore = last is not None and last.pain_max is not None and last.pain_max >= profile.row_sore
    return count if count >= profile.row_caution or (count >= profile.row_info and sore) else 0


def comes_first(findings: Iterable[Finding]) -> Finding | None:
    """What stands in place of the sentence, and takes the distance away: a red flag, else R18, which has gone on."""
    found = list(findings)
    red = (one for one in found if one.urgency is not None and one.urgency >= Urgency.DAYS)
    lasting = (one for one in found if one.rule == PERSISTENT)
    return next(red, None) or next(lasting, None)
