"""The times at a stage, as the diary has them: the run, the hour after it, and the morning after that."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import hour_of
from kneecoach.domain.advice.returning import ADVANCE_DAYS, OTHER_RUN, Attempt
from kneecoach.domain.advice.stage_session import run_id, stage_of, told_id
from kneecoach.domain.advice.told import (
    as_it_is,
    is_changed,
    told_days,
    told_morning,
    told_run,
    told_times,
    with_pains_told,
)
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run


def attempts_of(log: TrainingLog, profile: Profile) -> tuple[Attempt, ...]:
    """Every time at a stage whose run is in the log, the earliest first."""
    told = _times(with_pains_told(log), profile)
    return _marked(told, _times(as_it_is(log), profile)) if is_changed(log) else tuple(told)


def others_of(log: TrainingLog, profile: Profile, attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """The other runs since the first of these attempts, or of the last week, as far as they warn.

    Nobody planned how much of such a run there would be, nor its days of rest.
    """
    first = min([log.today - ADVANCE_DAYS * DAY, *(one.days[0] for one in attempts)])
    told = _others(with_pains_told(log), profile, first)
    return _marked(told, _others(as_it_is(log), profile, first)) if is_changed(log) else tuple(told)


def _marked(told: Sequence[Attempt], now: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """What is read as it was `told`, marked where it is another one `now`."""
    return tuple(replace(one, changed=one not in now) for one in told)


def _times(log: TrainingLog, profile: Profile) -> list[Attempt]:
    staged = staged_runs(log)
    others = set(other_days(log)) if staged else set()
    return [_attempt(run, stage, log, profile, others) for run, stage in staged]


def _others(log: TrainingLog, profile: Profile, first: date) -> list[Attempt]:
    staged = {run.id for run, _ in staged_runs(log)}
    runs = (run for run in log.runs if run.id not in staged and max(told_days(run, log)) >= first)
    return [_attempt(run, OTHER_RUN, log, profile, ()) for run in runs]


def staged_runs(log: TrainingLog) -> list[tuple[Run, int]]:
    """The runs that were a time at a stage, with its number; a run that was deleted is none any more."""
    played = {one.id: stage.number for one in log.sessions if (stage := stage_of(one.routine)) is not None}
    if not played:
        return []
    timed = {run_id(session): number for session, number in played.items()}
    found = ((run, timed.get(run.id, played.get(told_id(run.id)))) for run in log.runs)
    return [(run, number) for run, number in found if number is not None]


def other_days(log: TrainingLog) -> list[date]:
    """The local days of all other runs, also those that a run was moved away from on a later day."""
    staged = {run.id for run, _ in staged_runs(log)}
    return [day for run in log.runs if run.id not in staged for day in told_days(run, log)]


def _attempt(run: Run, stage: int, log: TrainingLog, profile: Profile, others: Collection[date]) -> Attempt:
    """One time as it is read: the worse of what was told of it, and the same at each other time that was told."""
    told = told_run(run, log, profile)
    first, *more = [_at(replace(told, at=at), stage, log, profile, others) for at in told_times(run, log)]
    return replace(first, told=tuple(more)) if more else first


def _at(run: Run, stage: int, log: TrainingLog, profile: Profile, others: Collection[date]) -> Attempt:
    on = run.at.date()
    kept = next((one for one in log.mornings if one.on == on + DAY), None)
    check = None if kept is None else told_morning(kept, log)
    before, after = hour_of(run, log)
    whole = None if run.stopped_early is None else not run.stopped_early
    return Attempt(
        id=run.id,
        on=on,
        stage=stage,
        pain_before=before,
        pain_max=_highest(run, profile),
        pain_60=after,
        morning=None if check is None else check.pain,
        usual=log.usual_morning(on + DAY),
        swelling=_swelling(run, log, None if check is None else check.swelling),
        limp=run.limp,
        masked=bool(run.painkiller),
        whole=True if stage == OTHER_RUN else whole,
        rested=on not in others and on - DAY not in others,
    )


def _highest(run: Run, profile: Profile) -> int | None:
    """The highest pain in the run or after it; what was not asked in it is known only by a warning after it."""
    said = [pain for pain in (run.pain_max, run.pain_after) if pain is not None]
    highest = max(said, default=None)
    return None if run.pain_max is None and (highest or 0) <= profile.green_max else highest


def _swelling(run: Run, log: TrainingLog, morning: Amount | None) -> Amount | None:
    """Swelling after the run up to the end of the next day; none of it only when the next morning says so."""
    on = run.at.date()
    said = [one.swelling for one in log.pains_between(on, on + DAY) if utc(one.at) >= utc(run.at)]
    for amount in (Amount.CLEAR, Amount.LITTLE):
        if amount in said or morning is amount:
            return amount
    return morning
