"""Before a session: what the record shows, and whether a session may start."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Urgency
from kneecoach.domain.red_flags import red_flags
from kneecoach.domain.routine import Routine

__all__ = ["Finding", "Level", "Permission", "Record", "Verdict", "findings", "may_start"]

GREEN_MAX = 2
AMBER_MAX = 5


class Verdict(IntEnum):
    """What may start, from nothing to everything; larger allows more."""

    REFUSED = 1
    CALM_ONLY = 2
    EASIER = 3
    GO = 4


@dataclass(frozen=True, slots=True)
class Permission:
    """The answer of `may_start`: the verdict, why, and the words for the person.

    `title` says the verdict, `words` what to do. `pain` is the pain now as known, None when it is not. CALM_ONLY
    holds only after the person has acknowledged it.
    """

    verdict: Verdict
    urgency: Urgency | None
    findings: tuple[Finding, ...]
    title: str
    words: str
    pain: int | None = None

    def allows(self, routine: Routine) -> bool:
        """Whether this routine may be played: any, only a calming one, or none."""
        return self.verdict >= Verdict.EASIER or (self.verdict is Verdict.CALM_ONLY and routine.calming)

    @property
    def sentence(self) -> str:
        """Verdict and what to do, for one line of a terminal or an error."""
        return f"{self.title} {self.words}"


def findings(record: Record, now: datetime) -> tuple[Finding, ...]:
    """All that the rules say at `now` (aware), the most urgent first, then in the order of the rules."""
    return tuple(sorted(red_flags(record, now), key=lambda found: -(found.urgency or 0)))


def may_start(record: Record, now: datetime) -> Permission:
    """Whether a session may start at `now`, asked by the window, the terminal, rehearsals and every resume.

    Pain now is the worst that was said since the last check-in that is still good; unknown pain never reassures.
    """
    found = findings(record, now)
    urgency = max((finding.urgency for finding in found if finding.urgency), default=None)
    pain = pain_now(record, now)
    verdict = Verdict.GO
    if urgency is not None and urgency >= Urgency.SAME_DAY:
        verdict = Verdict.REFUSED
    elif urgency is Urgency.DAYS or (pain is not None and pain > AMBER_MAX):
        verdict = Verdict.CALM_ONLY
    elif pain is None or pain > GREEN_MAX:
        verdict = Verdict.EASIER
    return Permission(verdict, urgency, found, verdict.name.capitalize() + ".", "", pain)


def pain_now(record: Record, now: datetime) -> int | None:
    """The worst pain said in the last good check-in or after it, 0 to 10; None when nothing is known."""
    good = [check_in for check_in in record.check_ins if check_in.good_at(now)]
    last = max(good, key=lambda check_in: check_in.at, default=None)
    scores: list[int] = []
    if last is not None:
        scores = [mark.pain for mark in last.marks] + ([last.pain] if last.pain is not None else [])
    scores += [pain.score for pain in record.pains if last is not None and pain.at >= last.at]
    return max(scores, default=None)
