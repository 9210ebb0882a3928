"""What the rules said on earlier days and what became of it, worked out from the record as it is now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from kneecoach.domain.advice.engine import every_finding
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.finding import Finding, Record
from kneecoach.domain.flag import Closing, FlagEntry, Injury
from kneecoach.domain.local_time import utc

DAY = timedelta(days=1)
WEEKS_12 = 84
"""How far back it goes unless somebody asks for more."""


class Became(Enum):
    """What ended a finding."""

    SEEN = "seen"
    GONE = "gone"
    RUN = "run"
    MORNING = "morning"
    SESSION = "session"
    ICE = "ice"
    ENTRY = "entry"
    TIME = "time"
    """Nothing that was logged: days passed."""


@dataclass(frozen=True, slots=True)
class Past:
    """A finding that is over: as it was at its gravest, its days, and what ended it on `ended`."""

    finding: Finding
    first: date
    last: date
    ended: date
    became: Became


@dataclass(slots=True)
class _Lasting:
    finding: Finding
    first: date
    last: date
    read: frozenset[UUID]
    """The entries that it read last."""


def history(
    record: Record, log: TrainingLog, now: datetime, profile: Profile, days: int = WEEKS_12
) -> tuple[Past, ...]:
    """What was found at the end of the last `days` days before today and is over at `now`, the newest first.

    R20 is left out: it takes too long to ask for each day. A sign that was answered counts for the day of the answer,
    and one that was ticked by mistake never was.
    """
    meant = _meant(record)
    lasting: dict[str, _Lasting] = {}
    over: list[Past] = []
    for back in range(days, -1, -1):
        day = now.date() - back * DAY
        at = now if not back else datetime.combine(day, time.max, now.tzinfo)
        kept = _before_answers(meant, day) if back else meant
        found = _by_name(every_finding(record_at(kept, at), log, at, profile))
        for name in [one for one in lasting if one not in found]:
            over.append(_past(lasting.pop(name), day, meant, log))
        for name in _begun_again(lasting, found, kept, log, at, profile):
            over.append(_past(lasting.pop(name), day, meant, log))
        for name, finding in found.items():
            lasting[name] = _longer(lasting.get(name), finding, day)
    return tuple(sorted(over, key=lambda one: (one.ended, one.first), reverse=True))


def _meant(record: Record) -> Record:
    flags = tuple(one for one in record.flags if not _mistaken(one))
    return replace(record, flags=flags, injuries=tuple(one for one in record.injuries if not _mistaken(one)))


def _mistaken(entry: FlagEntry | Injury) -> bool:
    return entry.closed is not None and entry.closed.how is Closing.MISTAKE


def _before_answers(record: Record, day: date) -> Record:
    """As it stood on that day before anything was answered on it."""
    flags = tuple(
        replace(one, closed=None) if one.closed is not None and one.closed.on == day else one for one in record.flags
    )
    injuries = tuple(
        replace(one, closed=None) if one.closed is not None and one.closed.on == day else one for one in record.injuries
    )
    return replace(record, flags=flags, injuries=injuries)


def _by_name(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Each rule once; the signs that no rule reads are told apart by their words."""
    return {one.rule if one.rule != "FLAG" else f"FLAG {one.because}": one for one in findings}


def _begun_again(
    lasting: dict[str, _Lasting], found: dict[str, Finding], record: Record, log: TrainingLog, at: datetime, by: Profile
) -> list[str]:
    """Those that were cleared on this day and found anew, by other entries.

    What merely passed from one entry to the next, never cleared between, is one finding still.
    """
    anew = [name for name in found if name in lasting and not set(found[name].entries) & lasting[name].read]
    over: set[str] = set()
    for moment in _moments(log, at) if anew else ():
        over |= set(anew) - _by_name(every_finding(record_at(record, moment), log, moment, by)).keys()
    return [name for name in anew if name in over]


def _moments(log: TrainingLog, at: datetime) -> list[datetime]:
    """When something was logged on the day of `at`, up to then."""
    logged = [
        *(run.at for run in log.runs),
        *(pain.at for pain in log.pains),
        *(ice.at for ice in log.ices),
        *(other.at for other in log.activities),
        *(session.started_at for session in log.sessions),
    ]
    return sorted({one for one in logged if one.date() == at.date() and utc(one) <= utc(at)}, key=utc)


def _longer(before: _Lasting | None, finding: Finding, day: date) -> _Lasting:
    if before is None:
        return _Lasting(finding, day, day, frozenset(finding.entries))
    graver = _gravity(finding) >= _gravity(before.finding)
    return _Lasting(finding if graver else before.finding, before.first, day, frozenset(finding.entries))


def _gravity(finding: Finding) -> tuple[int, int]:
    return finding.level, finding.urgency or 0


def _past(was: _Lasting, ended: date, record: Record, log: TrainingLog) -> Past:
    return Past(was.finding, was.first, was.last, ended, _became(was, ended, record, log))


def _became(was: _Lasting, ended: date, record: Record, log: TrainingLog) -> Became:
    """What of the kind that the rule reads was logged on the day on which it was no longer found."""
    if was.finding.rule in ANSWERED:
        entries: list[FlagEntry | Injury] = [*record.flags, *record.injuries]
        how = [one.closed.how for one in entries if one.closed is not None and was.last <= one.closed.on <= ended]
        if how:
            return Became.SEEN if Closing.SEEN in how else Became.GONE
    became, logged = _READ.get(was.finding.rule, (Became.ENTRY, _pain_on))
    return became if logged(log, ended) else Became.TIME


ANSWERED = frozenset({"R01", "R02", "R03", "R04", "R05", "R06", "R07", "R09", "FLAG"})
"""Those that read signs and injuries, which are answered."""


def _run_on(log: TrainingLog, day: date) -> bool:
    return any(run.at.date() == day for run in log.runs)


def _morning_on(log: TrainingLog, day: date) -> bool:
    return any(check.on == day for check in log.mornings)


def _session_on(log: TrainingLog, day: date) -> bool:
    return any(one.started_at.date() == day for one in log.sessions)


def _ice_on(log: TrainingLog, day: date) -> bool:
    return any(one.at.date() == day for one in log.ices)


def _pain_on(log: TrainingLog, day: date) -> bool:
    return any(one.at.date() == day for one in log.pains)


def _nothing_on(_log: TrainingLog, _day: date) -> bool:
    return False


_READ: dict[str, tuple[Became, Callable[[TrainingLog, date], bool]]] = {
    "R10": (Became.SESSION, _session_on),
    "R11": (Became.RUN, _run_on),
    "R12": (Became.RUN, _run_on),
    "R13": (Became.MORNING, _morning_on),
    "R14": (Became.RUN, _run_on),
    "R15": (Became.TIME, _nothing_on),
    "R16": (Became.TIME, _nothing_on),
    "R17": (Became.TIME, _nothing_on),
    "R21": (Became.ICE, _ice_on),
    "R22": (Became.SESSION, _session_on),
    "R23": (Became.TIME, _nothing_on),
    "R24": (Became.RUN, _run_on),
}
