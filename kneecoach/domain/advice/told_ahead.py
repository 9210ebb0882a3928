"""What was told of training after now, as by a clock that was ahead for a while: it counts where it is graver."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.ahead import any_ahead, is_ahead
from kneecoach.domain.finding import Finding
from kneecoach.domain.run import Run


def with_known(log: TrainingLog, now: datetime) -> TrainingLog:
    """The log with what had been told by `now` (aware) as `known`, where that is not all of it.

    A run happened, whenever it was told: its distance, its day and a painkiller are known, and none of its answers.
    """
    told = [run.entered for run in log.runs] + [pain.entered for pain in log.pains]
    if not any_ahead([*told, *(check.at for check in log.mornings)], now):
        return log
    known = replace(
        log,
        runs=tuple(_unsaid(run) if is_ahead(run.entered, now) else run for run in log.runs),
        mornings=tuple(check for check in log.mornings if not is_ahead(check.at, now)),
        pains=tuple(pain for pain in log.pains if not is_ahead(pain.entered, now)),
    )
    return replace(log, known=known)


Rule = Callable[[TrainingLog, Profile], Finding | None]


def graver_told(rule: Rule, log: TrainingLog, profile: Profile) -> Finding | None:
    """What a rule says of all that was told, or of what is known by now: the graver counts."""
    found = rule(log, profile)
    if log.known is None:
        return found
    other = rule(log.known, profile)
    both = [one for one in (found, other) if one is not None]
    return max(both, key=lambda one: (one.level, one.urgency or 0), default=None)


def _unsaid(run: Run) -> Run:
    masked = run.painkiller or None
    return replace(run, pain_before=None, pain_max=None, pain_after=None, pain_60=None, limp=None, painkiller=masked)
