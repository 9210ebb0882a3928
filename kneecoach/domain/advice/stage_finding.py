"""R25 among the other findings: only while somebody is on the way back to running."""

from kneecoach.domain.advice.attempts import attempts_of, others_of
from kneecoach.domain.advice.breaks import course
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.ready import conditions, not_before, run_days
from kneecoach.domain.advice.returning import BREAK_DAYS, Step, standing
from kneecoach.domain.advice.stage_words import return_finding
from kneecoach.domain.finding import Finding


def stage_finding(log: TrainingLog, profile: Profile) -> Finding | None:
    """R25 of a log as it stands at its moment; None without a time at a stage lately, and once all are done."""
    known = attempts_of(log, profile)
    attempts = course(known, run_days(log), log.today) if known else ()
    if not attempts or (log.today - max(one.days[-1] for one in attempts)).days > BREAK_DAYS:
        return None
    others = others_of(log, profile, attempts)
    now = standing(attempts, log.today, profile, others)
    if now.step is Step.DONE:
        return None
    return return_finding(not_before(now, conditions(log, now, profile)), attempts, profile, others)
