"""What has to be so before the next time at a stage, and what of it the diary knows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.mornings import level_before
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.returning import ADVANCE_DAYS, Standing, Step, runs_left
from kneecoach.domain.advice.told import told_days, told_morning, told_run, with_pains_told
from kneecoach.domain.advice.words import day_of_words
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.finding import Finding
from kneecoach.domain.flag import Flag
from kneecoach.domain.local_time import utc
from kneecoach.domain.morning import USUAL_DAYS, MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run

SWELLING_DAYS = 2
"""clinical.md R09: no run until swelling has settled for 48 hours."""
RUN_RULE = "R11"
"""Only a later run clears it: a stage may come before that."""


class Before(Enum):
    """What is asked of the days before a run."""

    REST = "rest"
    WEEK = "week"
    MORNING = "morning"
    SWELLING = "swelling"


@dataclass(frozen=True, slots=True)
class Condition:
    """One of them: whether it is met, None when it is not known, and what was read.

    `from_day` is the first day on which it may be met, as far as days decide it.
    """

    before: Before
    name: str
    met: bool | None
    said: str
    from_day: date = date.min


def conditions(
    log: TrainingLog, now: Standing, profile: Profile, *, check_ins: Iterable[CheckIn] = ()
) -> tuple[Condition, ...]:
    """All of them for today, in the order in which they are shown, by the worse of what was told.

    Of the check-ins is read when a limp was answered no.
    """
    log = with_pains_told(log)
    no_limp = [one.at for one in check_ins if Flag.LIMP in one.said_no]
    return (_rest(log, now, profile), _week(log, profile), _morning(log), _swelling(log, profile, no_limp))


def failing(found: tuple[Condition, ...]) -> Condition | None:
    """The first that is not met; what is not known stops nobody, and is shown as not known."""
    return next((one for one in found if one.met is False), None)


def not_before(now: Standing, found: Iterable[Condition]) -> Standing:
    """The same standing, from the first day on that all of these allow."""
    return replace(now, from_day=max(now.from_day, *(one.from_day for one in found)))


def blocking(
    stops: Iterable[Finding], found: Iterable[Condition], log: TrainingLog, profile: Profile
) -> Finding | None:
    """The first of these stops that leaves no room for a stage, walked or run.

    That of a run does so until its hours off are over and a later morning was at the usual level.
    """
    usual = any(one.before is Before.MORNING and one.met for one in found)
    return next((one for one in stops if one.rule != RUN_RULE or not (usual and _settled(one, log, profile))), None)


def _settled(stop: Finding, log: TrainingLog, profile: Profile) -> bool:
    """Whether the hours off are over since the run, and its mornings have been asked."""
    ran = max((max(told_days(run, log)) for run in log.runs if run.id in stop.entries), default=date.min)
    rested = ran + DAY + timedelta(hours=profile.return_off_hours) <= log.today
    return rested and any(check.on > ran for check in log.mornings)


def run_days(log: TrainingLog) -> list[tuple[date, ...]]:
    """The local day of each run, a time at a stage or another one, and then other days that were told of it."""
    return [told_days(run, log) for run in log.runs]


def _rest(log: TrainingLog, now: Standing, profile: Profile) -> Condition:
    last = max((max(days) for days in run_days(log)), default=None)
    runs = [told_run(one, log, profile) for one in log.runs if last in told_days(one, log)]
    red = any(one.limp or _highest(one, log) > profile.amber_max for one in runs)
    back = red or now.step is Step.BACK
    name = f"{profile.return_off_hours} hours off since the last run" if back else "A day off since the last run"
    if last is None:
        return Condition(Before.REST, name, met=None, said="no run noted")
    rested = DAY + DAY * (profile.return_off_hours // 24) if back else 2 * DAY
    return Condition(Before.REST, name, met=log.today >= last + rested, said=day_of_words(last))


def _highest(run: Run, log: TrainingLog) -> int:
    return max(one.highest_pain or 0 for one in (run, *log.earlier.get(run.id, ())))


def _week(log: TrainingLog, profile: Profile) -> Condition:
    left = runs_left(run_days(log), log.today, profile)
    name = f"Runs left in {ADVANCE_DAYS} days, others counted"
    return Condition(Before.WEEK, name, met=left > 0, said=f"{left} of {profile.return_runs}")


def _morning(log: TrainingLog) -> Condition:
    name = "The last morning at your usual level"
    check = told_morning(log.mornings[-1], log) if log.mornings else None
    if check is None or check.on < log.today - USUAL_DAYS * DAY:
        return Condition(Before.MORNING, name, met=None, said="not asked")
    return _against_usual(log, check, name)


def _against_usual(log: TrainingLog, check: MorningCheck, name: str) -> Condition:
    usual = log.usual_morning(check.on)
    day = day_of_words(check.on)
    if usual is None:
        level, words = level_before(log, check)
        if level is not None and check.pain > level:
            return Condition(Before.MORNING, name, met=False, said=f"{day}: {check.pain}; {words}")
        return Condition(Before.MORNING, name, met=None if check.pain else True, said=f"{day}: {check.pain}, usual –")
    value = f"{float(usual):g}"
    return Condition(Before.MORNING, name, met=check.pain <= usual, said=f"{day}: {check.pain}, usual {value}")


def _swelling(log: TrainingLog, profile: Profile, no_limp: Iterable[datetime]) -> Condition:
    """The last swelling that was told stands until none of it has been told for 48 hours: silence clears nothing."""
    name = "No swelling, no limp"
    told = [one for one in log.pains if one.swelling is not None]
    swollen = [one for one in told if one.swelling in (Amount.LITTLE, Amount.CLEAR)]
    if swollen and (open_still := _swollen_still(log, told, swollen[-1], name)) is not None:
        return open_still
    first = log.today - SWELLING_DAYS * DAY
    lately_run = [told_run(run, log, profile) for run in log.runs if max(told_days(run, log)) >= first]
    limped = [max(told_days(run, log)) for run in lately_run if run.limp]
    if limped:
        free = max(limped) + (SWELLING_DAYS + 1) * DAY
        return Condition(Before.SWELLING, name, met=False, said=f"a limp {day_of_words(max(limped))}", from_day=free)
    lately = [one.at.date() for one in told if one.at.date() >= first]
    if lately and _no_limp_known(lately_run, [at for at in no_limp if at.date() >= first]):
        return Condition(Before.SWELLING, name, met=True, said=f"{day_of_words(max(lately))}: none")
    if lately:
        return Condition(Before.SWELLING, name, met=None, said="no swelling, limp not asked")
    return Condition(Before.SWELLING, name, met=None, said="asked at the check-in")


def _no_limp_known(lately: Iterable[Run], denied: Iterable[datetime]) -> bool:
    """Whether no limp was answered at or after the last run of which it was not: in the diary or at a check-in."""
    said = [(utc(run.at), run.limp is not None) for run in lately]
    said += [(utc(at), True) for at in denied]
    return max(said, default=(None, False))[1]


def _swollen_still(log: TrainingLog, told: list[PainEntry], last: PainEntry, name: str) -> Condition | None:
    """The condition while this swelling, the last one, stands; None once none was told over 48 hours after it."""
    dry = [one.at for one in told if utc(one.at) > utc(last.at)]
    day = last.at.date()
    first = dry[0].date() if dry else log.today
    free = max(day + (SWELLING_DAYS + 1) * DAY, first + SWELLING_DAYS * DAY)
    waited = bool(dry) and utc(log.now) - utc(dry[0]) >= SWELLING_DAYS * DAY
    again = bool(dry) and dry[-1].date() >= first + SWELLING_DAYS * DAY
    if waited and again and log.today >= free:
        return None
    since = f"none {day_of_words(first)}, to be said again 48 hours later" if dry else "not said to be gone"
    said = f"swelling {day_of_words(day)}, {since}"
    return Condition(Before.SWELLING, name, met=False, said=said, from_day=free)
