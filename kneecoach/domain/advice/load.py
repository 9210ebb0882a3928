"""How much was done: R14 for a run, R15 for the week, R16 for days in a row, R17 for what the week leaves out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import AS_LONG, Profile
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.effort import load
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.number_words import in_words
from kneecoach.domain.red_flag_words import listed
from kneecoach.domain.run import Run

WEEK = 7
MONTH = 30
REST, STRENGTH, OTHER = "day of rest", "strength session", "other kind of training"
OTHER_TRAINING = frozenset({ActivityKind.WALK, ActivityKind.BIKE, ActivityKind.SWIM, ActivityKind.OTHER})


def longest_before(log: TrainingLog, day: date, profile: Profile) -> int | None:
    """The metres of the longest run of the days before `day` that count; None without a run in them."""
    runs = log.runs_between(day - profile.spike_days * DAY, day - DAY)
    return max((run.distance_m for run in runs), default=None)


def most_m(longest_m: int, profile: Profile) -> int:
    """The longest distance in whole metres that is no jump."""
    return profile.spike_small * longest_m // 100


def spike(log: TrainingLog, day: date, distance_m: int, profile: Profile) -> str | None:
    """R14 for a run of this length, planned or logged: "small", "moderate", "large", "first", or None."""
    if distance_m < profile.spike_least_m:
        return None
    longest = longest_before(log, day, profile)
    if longest is None:
        return "first"
    steps = (("large", profile.spike_large), ("moderate", profile.spike_moderate), ("small", profile.spike_small))
    return next((name for name, percent in steps if 100 * distance_m > percent * longest), None)


def session_spike(log: TrainingLog, profile: Profile) -> Finding | None:
    """R14 for the last day with a run in the last week: its longest."""
    runs = log.runs_between(log.today - (WEEK - 1) * DAY, log.today)
    if not runs:
        return None
    day = max(run.at.date() for run in runs)
    run = max((one for one in runs if one.at.date() == day), key=lambda one: one.distance_m)
    size = spike(log, day, run.distance_m, profile)
    if size is None:
        return None
    longest = longest_before(log, day, profile)
    days = profile.spike_days
    period = "month" if days == MONTH else f"{days} days"
    values: dict[str, int | str] = {"distance_m": run.distance_m, "day": day_of_words(day), "days": days}
    values |= {"period": period, "a_period": "a month" if days == MONTH else period}
    if longest is None:
        return found("R14.first", Said(Level.INFO, {**values, "most_m": run.distance_m}, (run.id,)))
    values |= {"longest_m": longest, "percent": 100 * run.distance_m // longest, "most_m": most_m(longest, profile)}
    return found(f"R14.{_studied(run.distance_m, longest)}", Said(Level.CAUTION, values, (run.id,)))


def _studied(distance_m: int, longest_m: int) -> str:
    """In which step of the study the run lies, which are not those of a profile."""
    return next((name for name, percent in _STUDIED if 100 * distance_m > percent * longest_m), "below")


_STUDIED = (("large", 200), ("moderate", 130), ("small", 110))
"""Frandsen 2025."""


def week_jump(log: TrainingLog, profile: Profile) -> Finding | None:
    """R15; it says on which day it would clear by itself."""
    said = _jump(log, log.today, profile)
    if said is None:
        return None
    key, values = said
    # A fortnight on, both weeks are empty
    days = (log.today + number * DAY for number in range(1, 2 * WEEK + 1))
    clear = next(day for day in days if _jump(log, day, profile) is None)
    runs = log.runs_between(log.today - (2 * WEEK - 1) * DAY, log.today)
    values["clear_day"] = day_of_words(clear)
    return found(key, Said(Level.INFO, values, tuple(run.id for run in runs)))


def _jump(log: TrainingLog, day: date, profile: Profile) -> tuple[str, dict[str, int | str]] | None:
    week = log.runs_between(day - (WEEK - 1) * DAY, day)
    before = log.runs_between(day - (2 * WEEK - 1) * DAY, day - WEEK * DAY)
    week_m, before_m = (sum(run.distance_m for run in runs) for runs in (week, before))
    longer = _rose(week_m, before_m, profile) and week_m - before_m >= profile.week_jump_least_m
    if longer and len(before) >= profile.week_jump_runs:
        values: dict[str, int | str] = {"week_m": week_m, "before_m": before_m, "runs": len(before)}
        return "R15.distance", values | {"day": day_of_words(day)}
    risen = {
        name: (now, then)
        for name, of in _QUANTITIES.items()
        if (now := _total(week, of)) is not None
        and (then := _total(before, of)) is not None
        and _rose(now, then, profile)
    }
    if len(risen) < SEVERAL:
        return None
    return "R15.several", _several(risen, day) | {"percent": profile.week_jump - AS_LONG}


def _several(risen: Mapping[str, tuple[int, int]], day: date) -> dict[str, int | str]:
    """The sums of both weeks of what rose; "" for what did not."""
    values: dict[str, int | str] = {"risen": listed(list(risen)), "day": day_of_words(day)}
    for name, said, unit in (
        ("distance", "distance_m", 1),
        ("minutes", "minutes", 60),
        ("load", "load", 1),
        ("climb", "climb", 1),
    ):
        sums = [total // unit for total in risen.get(name, ())]
        values[f"week_{said}"], values[f"before_{said}"] = sums or ("", "")
    return values


SEVERAL = 2
_QUANTITIES: dict[str, Callable[[Run], int | None]] = {
    "distance": lambda run: run.distance_m,
    "minutes": lambda run: run.seconds,
    "load": lambda run: load(run.effort, run.seconds),
    "climb": lambda run: run.climb_m,
}


def _total(runs: Iterable[Run], of: Callable[[Run], int | None]) -> int | None:
    """The sum over the runs; None when it is not known of all of them, or there are none."""
    parts = [of(run) for run in runs]
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def _rose(now: int, before: int, profile: Profile) -> bool:
    return before > 0 and 100 * now > profile.week_jump * before


def in_a_row(log: TrainingLog) -> int:
    """On how many days in a row, up to today, there was a run."""
    days, count = log.run_days(), 0
    while log.today - count * DAY in days:
        count += 1
    return count


def consecutive_days(log: TrainingLog, profile: Profile) -> Finding | None:
    """R16."""
    days = in_a_row(log)
    if days < profile.row_info:
        return None
    runs = log.runs_between(log.today - (days - 1) * DAY, log.today)
    clear = day_of_words(log.today + DAY)
    ids = tuple(run.id for run in runs)
    if days >= profile.row_caution:
        return found("R16.caution", Said(Level.CAUTION, {"days": days, "clear_day": clear}, ids))
    pain = log.runs[-1].pain_max
    if pain is None or pain < profile.row_sore:
        return None
    values: dict[str, int | str] = {"pain": pain, "clear_day": clear, "days": days}
    return found("R16.info", Said(Level.INFO, values | {"lead": in_words(days).capitalize()}, ids))


def week_balance(log: TrainingLog, profile: Profile) -> Finding | None:
    """R17: what is missing beside the runs of the last seven days."""
    first, last = log.today - (WEEK - 1) * DAY, log.today
    runs = log.runs_between(first, last)
    if len(runs) < profile.balance_runs:
        return None
    others = [one for one in log.activities if first <= one.at.date() <= last]
    strong = [one for one in log.worked(first, last) if one.routine.id in log.strength]
    # Who walks to work may still rest from training
    busy = {run.at.date() for run in runs} | {one.at.date() for one in others if one.kind is not ActivityKind.WALK}
    busy |= {one.started_at.date() for one in strong}
    missing = []
    if len(busy) == WEEK:
        missing.append(REST)
    if not strong and not any(one.kind is ActivityKind.STRENGTH for one in others):
        missing.append(STRENGTH)
    if not any(one.kind in OTHER_TRAINING for one in others):
        missing.append(OTHER)
    if not missing:
        return None
    values: dict[str, int | str] = {
        "runs": len(runs),
        "missing": " and no ".join(missing),
        "clear": listed(["another kind of training" if name == OTHER else f"a {name}" for name in missing]),
        "day": day_of_words(last),
        "least": profile.balance_runs,
    }
    return found("R17.info", Said(Level.INFO, values, tuple(run.id for run in runs)))
