"""What the rules said on earlier days and what became of it, worked out from the record as it is now."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from kneecoach.domain.advice.cuts import Cuts
from kneecoach.domain.advice.engine import CONDITIONS
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import exercise_gates
from kneecoach.domain.advice.stage_finding import stage_finding
from kneecoach.domain.finding import STAGE_RULE, Finding, Record
from kneecoach.domain.flag import Closing, FlagEntry, Injury
from kneecoach.domain.local_time import utc
from kneecoach.domain.red_flags import red_flags

DAY = timedelta(days=1)
R10 = "R10"
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
    read: frozenset[UUID | str]
    """The entries that it read last; of a red flag, which names none, its first reason."""


def history(
    record: Record, log: TrainingLog, now: datetime, profile: Profile, days: int = WEEKS_12
) -> tuple[Past, ...]:
    """What was found at the end of the last `days` days before today and is over at `now`, the newest first.

    R20 is left out: it takes too long to ask for each day. R10 is told of each exercise, R25 of each step. A sign that
    was answered counts for the day of the answer, and one that was ticked by mistake never was.
    """
    meant = _meant(record)
    first = datetime.combine(now.date() - days * DAY, time.min, now.tzinfo)
    days_back = _Days(Cuts(meant, log, first, now), profile)
    lasting: dict[str, _Lasting] = {}
    over: list[Past] = []
    for back in range(days, -1, -1):
        day = now.date() - back * DAY
        at = now if not back else datetime.combine(day, time.max, now.tzinfo)
        found = days_back.found(at, answered=not back)
        for name in [one for one in lasting if one not in found]:
            over.append(_past(lasting.pop(name), day, meant, log))
        for name in _begun_again(lasting, found, days_back, at):
            over.append(_past(lasting.pop(name), day, meant, log))
        for name, finding in found.items():
            lasting[name] = _longer(lasting.get(name), finding, day)
    return tuple(sorted(over, key=lambda one: (one.ended, one.first), reverse=True))


@dataclass(frozen=True, slots=True)
class _Days:
    """What the rules said at a moment, by their names."""

    cuts: Cuts
    profile: Profile

    def found(self, at: datetime, *, answered: bool = False) -> dict[str, Finding]:
        """All of them; with what was answered on that day open still, unless it is `answered`."""
        record, log = self.cuts.record(at), self.cuts.log(at)
        kept = record if answered else _before_answers(record, at.date())
        told = [one for name, of in CONDITIONS.items() if name != R10 and (one := of(log, self.profile))]
        return _by_name([*red_flags(kept, at), *told, *self._apart(log)])

    def still(self, names: Collection[str], day: date, at: datetime) -> set[str]:
        """Which of these were found at a moment of that day; only the rules that they are of are asked."""
        rules = {name.partition(" ")[0] for name in names}
        log = self.cuts.log(at)
        asked = rules & CONDITIONS.keys() - {R10}
        found = [one for rule in asked if (one := CONDITIONS[rule](log, self.profile))]
        if rules & {R10, STAGE_RULE}:
            found += self._apart(log)
        if rules - CONDITIONS.keys() - {STAGE_RULE}:
            found += red_flags(_before_answers(self.cuts.record(at), day), at)
        return set(names) & _by_name(found).keys()

    def _apart(self, log: TrainingLog) -> list[Finding]:
        """R10 of each exercise, and R25."""
        stage = stage_finding(log, self.profile)
        gates = exercise_gates(replace(log, pains=self.cuts.sharp(log.now)), self.profile)
        return [*gates, *([] if stage is None else [stage])]


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
    """Each rule once, but what is to be told apart: signs that no rule reads, exercises, and what a stage came to."""
    return {_name(one): one for one in findings}


def _name(finding: Finding) -> str:
    match finding.rule:
        case "FLAG":
            return f"FLAG {finding.because}"
        case "R10":
            return f"R10 {dict(finding.values)['exercise']}"
        case "R25":
            return f"R25 {finding.title}"
    return finding.rule


def _begun_again(lasting: dict[str, _Lasting], found: dict[str, Finding], days: _Days, at: datetime) -> list[str]:
    """Those that were cleared on this day and found anew, by other entries.

    What merely passed from one entry to the next, never cleared between, is one finding still.
    """
    anew = [name for name in found if name in lasting and not _read(found[name]) & lasting[name].read]
    over: set[str] = set()
    for moment in _moments(days.cuts.log(at)) if anew else ():
        over |= set(anew) - days.still(anew, at.date(), moment)
    return [name for name in anew if name in over]


def _moments(log: TrainingLog) -> list[datetime]:
    """When something was logged on the last day of a log."""
    day = log.today
    logged = [
        *(run.at for run in log.runs_between(day, day)),
        *(pain.at for pain in log.pains_between(day, day)),
        *(ice.at for ice in log.ices if ice.at.date() == day),
        *(other.at for other in log.activities if other.at.date() == day),
        *(session.started_at for session in log.sessions if session.started_at.date() == day),
    ]
    return sorted(set(logged), key=utc)


def _longer(before: _Lasting | None, finding: Finding, day: date) -> _Lasting:
    if before is None:
        return _Lasting(finding, day, day, _read(finding))
    graver = _gravity(finding) >= _gravity(before.finding)
    return _Lasting(finding if graver else before.finding, before.first, day, _read(finding))


def _read(finding: Finding) -> frozenset[UUID | str]:
    return frozenset(finding.entries or finding.because[:1])


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
    "R25": (Became.RUN, _run_on),
}
