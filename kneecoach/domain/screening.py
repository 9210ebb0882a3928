"""Before a session: what the record shows, and whether a session may start."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum
from uuid import UUID

from kneecoach.domain.ahead import red_flags_of_both
from kneecoach.domain.check_in import GOOD_FOR_S, CheckIn
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Urgency
from kneecoach.domain.known import scores
from kneecoach.domain.local_time import utc
from kneecoach.domain.number_words import or_less
from kneecoach.domain.pain import MAX_PAIN
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.person import EMERGENCY_NUMBERS, Country
from kneecoach.domain.red_flags_acute import GONE_OR_NOT
from kneecoach.domain.routine import Routine

__all__ = [
    "Finding",
    "Level",
    "Permission",
    "Record",
    "Verdict",
    "findings",
    "last_good",
    "may_start",
    "pain_now",
    "warning_of",
]


class Verdict(IntEnum):
    """What may start, from nothing to everything; larger allows more."""

    REFUSED = 1
    CALM_ONLY = 2
    EASIER = 3
    GO = 4


@dataclass(frozen=True, slots=True)
class Permission:
    """The answer of `may_start`: the verdict, why, and the words for the person.

    `title` says the verdict, `words` what was logged and what to do. `pain` is the pain now as known, None when it
    is not, judged by `zones`. CALM_ONLY holds only after the person has acknowledged it. `numbers` are given in an
    emergency only.
    """

    verdict: Verdict
    urgency: Urgency | None
    findings: tuple[Finding, ...]
    title: str
    words: str
    pain: int | None = None
    numbers: tuple[str, ...] = ()
    zones: Zones = field(default_factory=Zones)

    def allows(self, routine: Routine) -> bool:
        """Whether this routine may be played: any, only a calming one, or none."""
        return self.verdict >= Verdict.EASIER or (self.verdict is Verdict.CALM_ONLY and routine.calming)

    @property
    def sentence(self) -> str:
        """Verdict and what to do, for one line of a terminal or an error."""
        return f"{self.title} {self.words}"

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that stop nothing and are only told; none in an emergency, in which one thing is to be done."""
        if self.urgency is Urgency.EMERGENCY:
            return ()
        return tuple(found for found in self.findings if found.urgency in (None, Urgency.ROUTINE))

    @property
    def red_flag(self) -> bool:
        """Whether a red flag stands: then no screen gives a training hint."""
        return self.urgency is not None and self.urgency >= Urgency.DAYS


def findings(record: Record, now: datetime) -> tuple[Finding, ...]:
    """All that the rules say at `now` (aware), the most urgent first, then in the order of the rules.

    A stop without urgency stands after the red flags and before what is only to be mentioned. What is dated after
    `now` counts only where it is graver with it than without.
    """
    return tuple(sorted((*red_flags_of_both(record, now), *record.stops), key=_rank))


def _rank(found: Finding) -> float:
    if found.urgency is None:
        return -(Urgency.ROUTINE + Urgency.DAYS) / 2
    return -found.urgency


def may_start(record: Record, now: datetime) -> Permission:
    """Whether a session may start at `now`, asked by the window, the terminal, rehearsals and every resume.

    Pain now is the worst that was said since it was last asked. Unknown pain or an unanswered question never
    reassures: the verdict is then EASIER at best. A check-in that asked nobody adds its pain and nothing else: it
    takes back neither a pain nor the answers that somebody gave.
    """
    found, zones = findings(record, now), record.zones
    urgency = max((finding.urgency for finding in found if finding.urgency), default=None)
    pain = pain_now(record, now)
    complete = last_good(record, now) is not None
    eased = any(finding.level is Level.STOP and finding.urgency is None for finding in found)
    if urgency is not None and urgency >= Urgency.SAME_DAY:
        verdict = Verdict.REFUSED
    elif urgency is Urgency.DAYS or (pain is not None and pain > zones.amber_max):
        verdict = Verdict.CALM_ONLY
    elif eased or pain is None or pain > zones.green_max or not complete:
        verdict = Verdict.EASIER
    else:
        verdict = Verdict.GO
    title, words = _words(verdict, found, pain, zones, complete=complete, asked=is_asked(record, now))
    numbers = _numbers(record) if urgency is Urgency.EMERGENCY else ()
    return Permission(verdict, urgency, found, title, words, pain, numbers, zones)


def warning_of(record: Record, entry_id: UUID, now: datetime) -> Permission | None:
    """What must be said at the moment a pain entry, or a run with its pains, is kept; None when there is nothing.

    It is said while a red flag stands, on a calm-down day, and when the entry allows less than there was without it.
    """
    others = tuple(pain for pain in record.pains if entry_id not in (pain.id, pain.of))
    if len(others) == len(record.pains):
        return None
    after = may_start(record, now)
    if after.verdict <= Verdict.CALM_ONLY or after.verdict < may_start(replace(record, pains=others), now).verdict:
        return after
    return None


def last_good(record: Record, now: datetime) -> CheckIn | None:
    """The check-in that a session may still rely on; None when it is time to ask.

    It is the newest of the last two hours that somebody was asked, and only when it was answered whole.
    """
    last = max(_asked(record, now), key=lambda check_in: utc(check_in.at), default=None)
    return last if last is not None and last.complete else None


def pain_now(record: Record, now: datetime) -> int | None:
    """The worst pain said since pain was last asked, else in the last two hours; None when unknown.

    What is dated after `now` counts only from amber on: it may warn, and makes nothing known.
    """
    asked = [utc(check_in.at) for check_in in _asked(record, now) if check_in.pain is not None]
    since = max(asked, default=utc(now) - timedelta(seconds=GOOD_FOR_S))
    said = [value for value in scores(record) if utc(value.at) >= since]
    least = record.zones.green_max
    return max((one.score for one in said if one.score > least or utc(one.at) <= utc(now)), default=None)


def is_asked(record: Record, now: datetime) -> bool:
    """Whether there was a check-in in the last two hours, whole or not."""
    return bool(_asked(record, now))


def _asked(record: Record, now: datetime) -> list[CheckIn]:
    return [check_in for check_in in record.check_ins if check_in.asked and check_in.good_at(now)]


def _numbers(record: Record) -> tuple[str, ...]:
    return record.person.emergency_numbers if record.person else EMERGENCY_NUMBERS[Country.UNKNOWN]


def _words(
    verdict: Verdict, found: tuple[Finding, ...], pain: int | None, zones: Zones, *, complete: bool, asked: bool
) -> tuple[str, str]:
    said = "" if pain is None else f"You gave pain {pain} of {MAX_PAIN}. "
    stop = (
        f"Stop above {zones.amber_max}, at a rise of {zones.rise}, at sharp pain, or if you move differently. "
        f"{zones.note}"
    ).rstrip()
    if verdict is Verdict.REFUSED:
        # What calls for an emergency is never answered as gone
        emergency = found[0].urgency is Urgency.EMERGENCY
        ways = "it has been seen." if emergency else f"it has been seen, or is gone. {GONE_OR_NOT}"
        return (found[0].title, f"{found[0].text} No session until {ways}")
    if verdict is Verdict.CALM_ONLY:
        return _calm_words(found, said, zones)
    if verdict is Verdict.GO:
        return ("Fine to warm up.", f"{said}{stop}")
    sore = pain is not None and pain > zones.green_max
    run = ", and leave the run" if any(one.urgency is None for one in found) else ""
    why = "The check-in is not complete" if asked else "The questions of the check-in were not asked"
    unsure = "" if complete else f"{why}, so nothing can be ruled out. "
    if complete or sore or run:
        start = f"Run only at {or_less(zones.green_max)}. " if sore and not run else ""
        return (f"Go easier today{run}.", f"{said}{unsure}Take the short warm-up or less depth. {start}{stop}")
    return ("Go easier: not everything was asked.", f"{said}{unsure}Start gently and stop if it hurts more.")


def _calm_words(found: tuple[Finding, ...], said: str, zones: Zones) -> tuple[str, str]:
    if found and found[0].urgency is Urgency.DAYS:
        return (f"Calm-down day only. {found[0].title}", found[0].text)
    rest = f"A run needs {or_less(zones.green_max)}, a warm-up {or_less(zones.amber_max)}."
    stays = f"If it stays this high, ask a doctor or physio. {zones.note}".rstrip()
    return ("Calm-down day only.", f"{said}{rest} {stays}")
