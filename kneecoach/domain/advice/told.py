"""What was changed on a later day than it was told, as the safety rules read it: the worse of both.

A later change answers what was open, but it never hides a warning.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.local_time import by_instant, utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_before import graver, pains_as_told


def told_run(run: Run, log: TrainingLog, profile: Profile) -> Run:
    """The run with the higher pain, the limp, the painkiller and the early end of all that was told of it."""
    earlier = log.earlier.get(run.id, ())
    if not earlier:
        return run
    return replace(
        run,
        pain_max=_highest(run.pain_max, [one.pain_max for one in earlier], profile),
        pain_after=_highest(run.pain_after, [one.pain_after for one in earlier], profile),
        limp=True if any(one.limp for one in earlier) else run.limp,
        painkiller=True if any(one.painkiller for one in earlier) else run.painkiller,
        stopped_early=True if any(one.stopped_early for one in earlier) else run.stopped_early,
    )


def told_times(run: Run, log: TrainingLog) -> list[datetime]:
    """When it was, and then the other times that were told of it before, up to the moment of the log."""
    before = (one.at for one in log.earlier.get(run.id, ()) if one.at != run.at and utc(one.at) <= utc(log.now))
    return list(dict.fromkeys([run.at, *before]))


def told_days(run: Run, log: TrainingLog) -> tuple[date, ...]:
    """The local day of it, and then the other days that were told of it before."""
    return tuple(dict.fromkeys(at.date() for at in told_times(run, log)))


def with_pains_told(log: TrainingLog) -> TrainingLog:
    """The log with the worse of what was told of each pain."""
    if not log.earlier_pains:
        return log
    pains = by_instant(pains_as_told(log.pains, log.earlier_pains), lambda one: one.at)
    return replace(log, pains=tuple(pains), earlier_pains=())


def is_changed(log: TrainingLog) -> bool:
    """Whether there is anything that was told before."""
    return bool(log.earlier or log.earlier_mornings or log.earlier_sessions or log.earlier_pains)


def as_it_is(log: TrainingLog) -> TrainingLog:
    """The log without anything that was told before."""
    return replace(log, earlier={}, earlier_mornings={}, earlier_sessions={}, earlier_pains=())


def in_told_order(log: TrainingLog, profile: Profile, *, warns: Callable[[Run], bool]) -> list[Run]:
    """The runs as `told_run` has them, the earliest first.

    One whose time was changed on a later day stands where it says more: with a warning at the latest of the times told,
    without one at the earliest. So no warning is moved behind good news, and no good news before a warning.
    """
    if not log.earlier:
        return list(log.runs)
    runs = [told_run(run, log, profile) for run in log.runs]
    if not any(is_moved(run, log) for run in runs):
        return runs

    def place(run: Run) -> datetime:
        times = [utc(one.at) for one in (run, *log.earlier.get(run.id, ()))]
        return max(times) if warns(run) else min(times)

    return sorted(runs, key=place)


def is_moved(run: Run, log: TrainingLog) -> bool:
    """Whether its time was changed on a later day."""
    return any(one.at != run.at for one in log.earlier.get(run.id, ()))


def run_days_told(log: TrainingLog) -> set[date]:
    """The local days of the runs, also those that a run was moved away from on a later day."""
    return log.run_days() | {one.at.date() for run in log.runs for one in log.earlier.get(run.id, ())}


def runs_told_on(day: date, log: TrainingLog) -> list[Run]:
    """The runs of that local day, also those that were moved away from it on a later day."""
    moved = (run for run in log.runs if any(one.at.date() == day for one in log.earlier.get(run.id, ())))
    return list(dict.fromkeys([*log.runs_between(day, day), *moved])) if log.earlier else log.runs_between(day, day)


def _highest(now: int | None, earlier: list[int | None], profile: Profile) -> int | None:
    """What warned of nothing says nothing once it was taken back."""
    told = max((pain for pain in earlier if pain is not None), default=None)
    if now is None:
        return told if told is not None and told > profile.green_max else None
    return now if told is None else max(now, told)


def hidden_days(log: TrainingLog, profile: Profile) -> set[date]:
    """The local days of the runs before which a painkiller was told, also those that such a run was moved away from."""
    runs = [told_run(run, log, profile) for run in log.runs] if log.earlier else log.runs
    masked = [run for run in runs if run.painkiller]
    return {one.at.date() for run in masked for one in (run, *log.earlier.get(run.id, ()))}


def told_morning(check: MorningCheck, log: TrainingLog) -> MorningCheck:
    """The morning with the higher pain and the graver swelling of all that was told of it."""
    for before in log.earlier_mornings.get(check.id, ()):
        swelling = graver(check.swelling, before.swelling, tuple(Amount))
        check = replace(check, pain=max(check.pain, before.pain), swelling=swelling)
    return check


def told_session(session: SessionRecord, log: TrainingLog) -> SessionRecord:
    """The session with the lower pain before it, and the sets of all that was told of it; the highest counts."""
    earlier = log.earlier_sessions.get(session.id, ())
    if not earlier:
        return session
    before = [one.pain_before for one in (session, *earlier) if one.pain_before is not None]
    sets = (*session.sets, *(done for one in earlier for done in one.sets))
    return replace(session, pain_before=min(before, default=None), sets=sets)
