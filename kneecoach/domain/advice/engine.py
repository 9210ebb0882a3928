"""All rules over a person's record at a moment, in the order in which they are shown."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.habits import ice, newest_shoe, shoes, warm_up
from kneecoach.domain.advice.load import consecutive_days, session_spike, week_balance, week_jump
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import exercise_gate, hour_later, masked_run, run_gate
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.advice.told_ahead import graver_told
from kneecoach.domain.advice.words import by_limits, under_red
from kneecoach.domain.ahead import red_flags_of_both
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Urgency
from kneecoach.domain.local_time import utc

CONDITIONS: dict[str, Callable[[TrainingLog, Profile], Finding | None]] = {
    "R10": exercise_gate,
    "R11": run_gate,
    "R12": hour_later,
    "R13": next_morning,
    "R14": session_spike,
    "R15": week_jump,
    "R16": consecutive_days,
    "R17": week_balance,
    "R18": persistent,
    "R19": trend,
    "R21": ice,
    "R22": warm_up,
    "R23": shoes,
    "R24": masked_run,
}
"""R20 takes long and is told from outside; R25 has a course of its own (`stage_words`)."""


def findings(
    record: Record, log: TrainingLog, now: datetime, profile: Profile, *, patterns: Collection[Finding] = ()
) -> list[Finding]:
    """What is open at `now` (aware) and may be shown, the gravest first; `patterns` is what R20 last found."""
    return shown(every_finding(record, log, now, profile, patterns=patterns))


def every_finding(
    record: Record, log: TrainingLog, now: datetime, profile: Profile, *, patterns: Collection[Finding] = ()
) -> list[Finding]:
    """What is open at `now`, also what a red flag hides: whether a finding was cleared is told by this list.

    The gravest come first; of those as grave, red flags in their order, then the newest.
    """
    at = log_at(now, log)
    told = [finding for condition in CONDITIONS.values() if (finding := graver_told(condition, at, profile))]
    told += patterns
    told += [newest] if (newest := newest_shoe(at, patterns)) else []
    told = [by_limits(finding, profile) for finding in told]
    moments = _moments(at)
    told.sort(key=lambda finding: (-max((moments.get(one, 0) for one in finding.entries), default=0), finding.rule))
    return sorted([*red_flags_of_both(record, now), *told], key=_rank)


def shown(told: Sequence[Finding]) -> list[Finding]:
    """What may be shown of these: under a red flag no hint for training but to stop, nor that things get better."""
    if not any(is_red(finding) for finding in told):
        return list(told)
    return [under_red(finding) for finding in told if is_red(finding) or not _trains(finding)]


def is_red(finding: Finding) -> bool:
    """Whether it is a red flag: of urgency days and above."""
    return finding.urgency is not None and finding.urgency >= Urgency.DAYS


def _trains(finding: Finding) -> bool:
    rule = RULES.get(finding.rule)
    return finding.level is Level.INFO or (rule is not None and rule.trains and finding.level < Level.STOP)


def _rank(finding: Finding) -> int:
    if is_red(finding):
        return -(finding.urgency or 0)
    return ORDER.index(finding.level if finding.urgency is None else Level.SEEK_CARE)


ORDER = (Level.STOP, Level.CAUTION, Level.SEEK_CARE, Level.INFO)
"""After the red flags. What a professional should see without urgency stands after what decides the next run."""


def _moments(log: TrainingLog) -> dict[UUID, float]:
    """When each entry of the last weeks happened; what is older counts as of one time."""
    first, last = log.today - LATELY, log.today
    times = [(one.id, one.at) for one in log.runs_between(first, last)]
    times += [(one.id, one.at) for one in log.pains_between(first, last)]
    times += [(one.id, one.at) for one in log.mornings[-LATELY.days :]]
    times += [(one.id, one.started_at) for one in log.worked(first, last)]
    times += [(one.id, one.at) for one in log.ices[-1:]]
    return {known: utc(at).timestamp() for known, at in times}


LATELY = timedelta(days=60)
