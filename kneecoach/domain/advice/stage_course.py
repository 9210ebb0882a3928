"""Where a person stands in the stages of returning to running, with what decided it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from kneecoach.domain.advice.attempts import attempts_of, others_of
from kneecoach.domain.advice.breaks import course
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.ready import Condition, conditions, not_before, run_days
from kneecoach.domain.advice.returning import Attempt, Standing, Step, runs_left, standing
from kneecoach.domain.check_in import CheckIn

_CAREFUL = (Step.BACK, Step.HOLD, Step.REPEAT, Step.BEGIN, Step.ADVANCE, Step.DONE)


@dataclass(frozen=True, slots=True)
class StageCourse:
    """`attempts` are those of this course, `others` the other runs, each with the earliest first; `left` are the runs
    left in these days, `last_run` the day of the last one.
    """

    attempts: tuple[Attempt, ...]
    others: tuple[Attempt, ...]
    standing: Standing
    conditions: tuple[Condition, ...]
    left: int
    last_run: date | None


def stage_course(log: TrainingLog, profile: Profile, check_ins: Collection[CheckIn] = ()) -> StageCourse:
    """The course of a log as it stands at its moment; of all that was told and what is known by now the lower one.

    The check-ins are read as by `conditions`.
    """
    found = _course(log, profile, check_ins)
    return found if log.known is None else _lower(found, _course(log.known, profile, check_ins))


def _course(log: TrainingLog, profile: Profile, check_ins: Collection[CheckIn]) -> StageCourse:
    days = run_days(log)
    attempts = course(attempts_of(log, profile), days, log.today)
    others = others_of(log, profile, attempts)
    stands = standing(attempts, log.today, profile, others)
    asked = conditions(log, stands, profile, check_ins=check_ins)
    return StageCourse(
        attempts=attempts,
        others=others,
        standing=not_before(stands, asked),
        conditions=asked,
        left=runs_left(days, log.today, profile),
        last_run=max((day for day, *_ in days), default=None),
    )


def _lower(one: StageCourse, other: StageCourse) -> StageCourse:
    """The one at the lower stage, with the conditions of either that keep from more."""
    lower = min(one, other, key=_far)
    asked = tuple(min(both, key=_met) for both in zip(one.conditions, other.conditions, strict=True))
    from_day = max(one.standing.from_day, other.standing.from_day)
    return replace(
        lower,
        standing=replace(lower.standing, from_day=from_day),
        conditions=asked,
        left=min(one.left, other.left),
    )


def _far(found: StageCourse) -> tuple[int, int, int]:
    """How far the course has come: the stage, what became of it, and its clean times."""
    stands = found.standing
    return stands.stage.number, _CAREFUL.index(stands.step), stands.clean


def _met(asked: Condition) -> int:
    return (False, None, True).index(asked.met)
