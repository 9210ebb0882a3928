"""What has to be so before the next time at a stage, and what of it the diary knows."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kneecoach.domain.advice.attempts import other_days, staged_runs
from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.returning import ADVANCE_DAYS, Standing, Step, runs_left
from kneecoach.domain.advice.words import day_of_words
from kneecoach.domain.morning import USUAL_DAYS, MorningCheck
from kneecoach.domain.pain import Amount

SWELLING_DAYS = 2
"""clinical.md R09: no run until swelling has settled for 48 hours."""


class Before(Enum):
    """What is asked of the days before a run."""

    REST = "rest"
    WEEK = "week"
    MORNING = "morning"
    SWELLING = "swelling"


@dataclass(frozen=True, slots=True)
class Condition:
    """One of them: whether it is met, None when it is not known, and what was read."""

    before: Before
    name: str
    met: bool | None
    said: str


def conditions(log: TrainingLog, now: Standing, profile: Profile) -> tuple[Condition, ...]:
    """All of them for today, in the order in which they are shown."""
    return (_rest(log, now, profile), _week(log, profile), _morning(log), _swelling(log))


def failing(found: tuple[Condition, ...]) -> Condition | None:
    """The first that is not met; what is not known stops nobody, and is shown as not known."""
    return next((one for one in found if one.met is False), None)


def run_days(log: TrainingLog) -> list[date]:
    """The local days with a run or a time at a stage, one for each."""
    return [*(run.at.date() for run, _ in staged_runs(log)), *other_days(log)]


def _rest(log: TrainingLog, now: Standing, profile: Profile) -> Condition:
    last = max(run_days(log), default=None)
    red = any(one.limp or (one.highest_pain or 0) > profile.amber_max for one in log.runs if one.at.date() == last)
    back = red or now.step is Step.BACK
    name = f"{profile.return_off_hours} hours off since the last run" if back else "A day off since the last run"
    if last is None:
        return Condition(Before.REST, name, met=True, said="no run noted")
    rested = DAY + DAY * (profile.return_off_hours // 24) if back else 2 * DAY
    return Condition(Before.REST, name, met=log.today >= last + rested, said=day_of_words(last))


def _week(log: TrainingLog, profile: Profile) -> Condition:
    left = runs_left(run_days(log), log.today, profile)
    name = f"Runs left in {ADVANCE_DAYS} days, others counted"
    return Condition(Before.WEEK, name, met=left > 0, said=f"{left} of {profile.return_runs}")


def _morning(log: TrainingLog) -> Condition:
    name = "The last morning at your usual level"
    check = log.mornings[-1] if log.mornings else None
    if check is None or check.on < log.today - USUAL_DAYS * DAY:
        return Condition(Before.MORNING, name, met=None, said="not asked")
    return _against_usual(log, check, name)


def _against_usual(log: TrainingLog, check: MorningCheck, name: str) -> Condition:
    usual = log.usual_morning(check.on)
    day = day_of_words(check.on)
    if usual is None:
        return Condition(Before.MORNING, name, met=None if check.pain else True, said=f"{day}: {check.pain}, usual –")
    value = f"{float(usual):g}"
    return Condition(Before.MORNING, name, met=check.pain <= usual, said=f"{day}: {check.pain}, usual {value}")


def _swelling(log: TrainingLog) -> Condition:
    name = "No swelling, no limp"
    first = log.today - SWELLING_DAYS * DAY
    told = [(one.at.date(), one.swelling) for one in log.pains_between(first, log.today) if one.swelling is not None]
    swollen = [on for on, amount in told if amount in (Amount.LITTLE, Amount.CLEAR)]
    if swollen:
        return Condition(Before.SWELLING, name, met=False, said=f"swelling {day_of_words(max(swollen))}")
    limped = [run.at.date() for run in log.runs_between(first, log.today) if run.limp]
    if limped:
        return Condition(Before.SWELLING, name, met=False, said=f"a limp {day_of_words(max(limped))}")
    if told:
        return Condition(Before.SWELLING, name, met=True, said=f"{day_of_words(max(on for on, _ in told))}: none")
    return Condition(Before.SWELLING, name, met=None, said="asked at the check-in")
