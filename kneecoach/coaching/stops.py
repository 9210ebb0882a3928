"""What R11 and R13 say of stopping: it refuses no session, and eases it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import run_gate
from kneecoach.domain.advice.told import hidden_days, told_morning, told_run
from kneecoach.domain.advice.words import in_units
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.morning import USUAL_DAYS
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import mornings, people, runs, sessions
from kneecoach.storage.database import Transaction
from kneecoach.storage.told_before import ToldBefore, told_before

LOOKED_BACK = (60, 400, None)
"""Days, further each time until there is an answer in them: nothing is ever cleared by being long ago."""
_DAY = timedelta(days=1)


def stops_of(tx: Transaction, person: UUID, now: datetime) -> tuple[Finding, ...]:
    """The stops that are open at `now` (aware), by the rules in their order."""
    profile = default_profile()
    before = told_before(tx, person, now)
    found = (_of_runs(tx, person, now, profile, before), _of_mornings(tx, person, now, profile, before))
    known = people.person(tx, person)
    units = known.units if known is not None else Units.KM
    return tuple(in_units(one, units) for one in found if one is not None and one.level is Level.STOP)


def _of_runs(tx: Transaction, person: UUID, now: datetime, profile: Profile, before: ToldBefore) -> Finding | None:
    log = TrainingLog(now)
    for days in LOOKED_BACK:
        since = None if days is None else now - days * _DAY
        log = log_at(now, TrainingLog(now, runs=runs.runs(tx, person, since), earlier=before.runs))
        told = [told_run(run, log, profile) for run in log.runs]
        plain = [run for run in told if not run.painkiller]
        if any(run.pain_max is not None for run in plain) and any(run.limp is not None for run in plain):
            break
    return run_gate(log, profile)


def _of_mornings(tx: Transaction, person: UUID, now: datetime, profile: Profile, before: ToldBefore) -> Finding | None:
    earlier = TrainingLog(now, earlier=before.runs, earlier_mornings=before.mornings, earlier_sessions=before.sessions)
    log = earlier
    for days in LOOKED_BACK:
        first = None if days is None else now.date() - days * _DAY
        since = None if first is None else datetime.combine(first, time(), now.tzinfo)
        checks = mornings.checks(tx, person, first)
        log = log_at(now, replace(earlier, runs=runs.runs(tx, person, since), mornings=checks))
        if first is None or _answered(log, first, profile):
            break
    if log.mornings:
        # Whoever has answered no morning has played nothing that one could speak of
        played = sessions.sessions(tx, log.mornings[0].on - _DAY, person)
        log = log_at(now, replace(log, sessions=played))
    return next_morning(log, profile)


def _answered(log: TrainingLog, first: date, profile: Profile) -> bool:
    """Whether some morning answers all before it, with the days before that which its usual is measured by."""
    hidden = hidden_days(log, profile)
    return any(
        check.pain == 0 and check.swelling is Amount.NONE and check.on - _DAY not in hidden
        for check in (told_morning(one, log) for one in log.mornings)
        if check.on - (USUAL_DAYS + 1) * _DAY >= first
    )
