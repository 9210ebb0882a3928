"""What was told of runs and mornings after now, as by a clock that was ahead for a while: it counts where it warns."""

from dataclasses import replace
from datetime import datetime

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.ahead import is_ahead
from kneecoach.domain.morning import MorningCheck, MorningMark
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run
from kneecoach.domain.told_before import WARNS_FROM


def cautious_log(log: TrainingLog, now: datetime) -> TrainingLog:
    """The log without what was told after `now` of a run or a morning of before, but for what warns: such a run has its
    distance and its rest alone.
    """
    return replace(
        log,
        runs=tuple(run if not is_ahead(run.entered, now) or run_warns(run) else _unsaid(run) for run in log.runs),
        mornings=tuple(check for check in log.mornings if not is_ahead(check.at, now) or morning_warns(check)),
    )


def _unsaid(run: Run) -> Run:
    masked = run.painkiller or None
    return replace(run, pain_before=None, pain_max=None, pain_after=None, pain_60=None, limp=None, painkiller=masked)


def run_warns(run: Run) -> bool:
    """Whether a rule may go by it as a warning."""
    return bool(run.limp) or (run.highest_pain or 0) >= WARNS_FROM


def morning_warns(check: MorningCheck | MorningMark) -> bool:
    """The same of a morning."""
    return check.pain >= WARNS_FROM or check.swelling in (Amount.LITTLE, Amount.CLEAR)
