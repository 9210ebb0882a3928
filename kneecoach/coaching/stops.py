"""What R11 and R13 say of stopping: it refuses no session, and eases it."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import run_gate
from kneecoach.domain.advice.words import by_limits, in_units
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.morning import USUAL_DAYS
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.storage import mornings, people, runs, sessions
from kneecoach.storage.database import Transaction

LOOKED_BACK = (60, 400, None)
"""Days, further each time until there is an answer in them: nothing is ever cleared by being long ago."""
_DAY = timedelta(days=1)


def stops_of(tx: Transaction, person: UUID, now: datetime) -> tuple[Finding, ...]:
    """The stops that are open at `now` (aware), by the rules in their order."""
    profile = profile_of(tx, person)
    found = (_of_runs(tx, person, now, profile), _of_mornings(tx, person, now, profile))
    known = people.person(tx, person)
    units = known.units if known is not None else Units.KM
    stops = (one for one in found if one is not None and one.level is Level.STOP)
    return tuple(in_units(by_limits(one, profile), units) for one in stops)


def _of_runs(tx: Transaction, person: UUID, now: datetime, profile: Profile) -> Finding | None:
    log = TrainingLog(now)
    for days in LOOKED_BACK:
        since = None if days is None else now - days * _DAY
        log = log_at(now, TrainingLog(now, runs=runs.runs(tx, person, since)))
        plain = [run for run in log.runs if not run.painkiller]
        if any(run.pain_max is not None for run in plain) and any(run.limp is not None for run in plain):
            break
    return run_gate(log, profile)


def _of_mornings(tx: Transaction, person: UUID, now: datetime, profile: Profile) -> Finding | None:
    log = TrainingLog(now)
    for days in LOOKED_BACK:
        first = None if days is None else now.date() - days * _DAY
        since = None if first is None else datetime.combine(first, time(), now.tzinfo)
        checks = mornings.checks(tx, person, first)
        whole = TrainingLog(now, runs=runs.runs(tx, person, since), mornings=checks)
        log = log_at(now, whole)
        if first is None or _answered(log, first):
            break
    if log.mornings:
        # Whoever has answered no morning has played nothing that one could speak of
        played = sessions.sessions(tx, log.mornings[0].on - _DAY, person)
        log = log_at(now, TrainingLog(now, runs=log.runs, mornings=log.mornings, sessions=played))
    return next_morning(log, profile)


def _answered(log: TrainingLog, first: date) -> bool:
    """Whether some morning answers all before it, with the days before that which its usual is measured by."""
    hidden = {run.at.date() for run in log.runs if run.painkiller}
    return any(
        check.pain == 0 and check.swelling is Amount.NONE and check.on - _DAY not in hidden
        for check in log.mornings
        if check.on - (USUAL_DAYS + 1) * _DAY >= first
    )
