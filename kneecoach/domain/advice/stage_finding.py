"""R25 among the other findings: only while somebody is on the way back to running."""

from kneecoach.domain.advice.attempts import attempts_of
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.returning import BREAK_DAYS, Step
from kneecoach.domain.advice.stage_course import stage_course
from kneecoach.domain.advice.stage_words import return_finding
from kneecoach.domain.finding import Finding


def stage_finding(log: TrainingLog, profile: Profile) -> Finding | None:
    """R25 of a log as it stands at its moment; None without a time at a stage lately, and once all are done."""
    if not attempts_of(log, profile):
        return None
    found = stage_course(log, profile)
    attempts = found.attempts
    if not attempts or (log.today - max(one.days[-1] for one in attempts)).days > BREAK_DAYS:
        return None
    if found.standing.step is Step.DONE:
        return None
    return return_finding(found.standing, attempts, profile, found.others)
