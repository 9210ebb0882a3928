"""All rules over a person's record at a moment, in the order in which they are shown."""

from collections.abc import Callable, Iterable
from datetime import datetime

from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.habits import ice, shoes, warm_up
from kneecoach.domain.advice.load import consecutive_days, session_spike, week_balance, week_jump
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import exercise_gate, hour_later, masked_run, next_morning, run_gate
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Urgency
from kneecoach.domain.red_flags import red_flags

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
"""R20 takes long and is told from outside; R25 has a course of its own."""


def findings(
    record: Record, log: TrainingLog, now: datetime, profile: Profile, *, patterns: Iterable[Finding] = ()
) -> list[Finding]:
    """What is open at `now` (aware), the gravest first; `patterns` is what R20 last found.

    While a red flag is open no hint for training is given, nor that things get better.
    """
    red = red_flags(record, now)
    at = log_at(now, log)
    told = [finding for condition in CONDITIONS.values() if (finding := condition(at, profile))]
    told += patterns
    if any(is_red(finding) for finding in red):
        told = [finding for finding in told if not _trains(finding)]
    return sorted([*red, *told], key=_rank)


def is_red(finding: Finding) -> bool:
    """Whether it is a red flag: of urgency days and above."""
    return finding.urgency is not None and finding.urgency >= Urgency.DAYS


def _trains(finding: Finding) -> bool:
    return RULES[finding.rule].trains or finding.level is Level.INFO


def _rank(finding: Finding) -> tuple[int, str]:
    if is_red(finding):
        return -(finding.urgency or 0), finding.rule
    return ORDER.index(finding.level if finding.urgency is None else Level.SEEK_CARE), finding.rule


ORDER = (Level.STOP, Level.CAUTION, Level.SEEK_CARE, Level.INFO)
"""After the red flags. What a professional should see without urgency stands after what decides the next run."""
