"""What a person would tell a doctor of the last six weeks, as facts: no diagnosis, no advice, and unknown as such."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.ahead import red_flags_of_both
from kneecoach.domain.doctor_days import (
    WEEK_DAYS,
    WEEKS,
    DayFacts,
    PlaceFacts,
    WeekFacts,
    days_of,
    noted,
    places_of,
    week_of,
)
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import URGENCY, Closing, Flag, FlagEntry, Injury, Urgency
from kneecoach.domain.known import real
from kneecoach.domain.local_time import by_instant, utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import Amount, PainEntry, Quality, Symptom
from kneecoach.domain.person import Person
from kneecoach.domain.plan import Plan
from kneecoach.domain.red_flags_acute import NOT_ANSWERED, ticked
from kneecoach.domain.run import Run
from kneecoach.domain.screening import pain_now
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.domain.told_before import as_fact

ANSWERED_DAYS = 42
SWOLLEN = (Amount.LITTLE, Amount.CLEAR)
COUNTING = {"R06", "R07", "R08", "R09"}
"""The red flags that count nights, places and days; what the others join is listed as signs and injuries."""
_DAY = timedelta(days=1)
Counted = TypeVar("Counted", bound=Enum)


@dataclass(frozen=True, slots=True)
class Told:
    """All that was entered, in any order; what is later than the moment that is asked about is left out.

    `ahead` is the record with the signs that are dated later, where they warn all the same.
    """

    record: Record
    log: TrainingLog
    supports: tuple[SupportUsed, ...] = ()
    plan: Plan | None = None
    novelties: tuple[Novelty, ...] = ()
    ahead: Record | None = None


@dataclass(frozen=True, slots=True)
class MorningFacts:
    """The mornings that were answered, and the worse of what was said of each; a question left open counts as neither.

    `changed` when one of these was told worse than it is now.
    """

    answered: int = 0
    highest: int | None = None
    stiff: int = 0
    swollen: int = 0
    nights: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class TriedFacts:
    """How often each thing was done in the six weeks; what is not there was not noted, which is not "not done"."""

    warm_ups: int = 0
    strength: int = 0
    other_sessions: int = 0
    ices: int = 0
    activities: tuple[tuple[ActivityKind, int], ...] = ()
    supports: tuple[tuple[Support, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DoctorFacts:
    """Everything on the page. Signs come open ones first, the gravest of them first; `counted` is what red flags count
    together, `unanswered` what they stand on as long as nobody answers it.

    `denied` are the signs answered no in the last check-in, on `denied_on`; `painkiller_no` is on how many days it was
    said that there was none. `limps` are the runs with a limp, and those whose limp was taken back on a later day;
    so is `swollen` of entries.
    `notes` come the newest first.
    """

    now: datetime
    person: Person | None
    pain_now: int | None
    signs: tuple[FlagEntry, ...]
    injuries: tuple[Injury, ...]
    counted: tuple[str, ...]
    unanswered: tuple[str, ...]
    denied: tuple[Flag, ...]
    denied_on: date | None
    places: tuple[PlaceFacts, ...]
    days: tuple[DayFacts, ...]
    weeks: tuple[WeekFacts, ...]
    mornings: MorningFacts
    symptoms: tuple[tuple[Symptom, int], ...]
    qualities: tuple[tuple[Quality, int], ...]
    swollen: tuple[int, int]
    limps: tuple[int, int]
    tried: TriedFacts
    notes: tuple[tuple[date, str], ...]
    first_pain: date | None
    goal: str
    novelties: tuple[Novelty, ...]

    @property
    def painkiller_days(self) -> tuple[date, ...]:
        """The days on which one was noted."""
        return tuple(one.day for one in self.days if one.painkiller)

    @property
    def painkiller_changed(self) -> int:
        """On how many days one was noted that was taken back on a later day."""
        return sum(one.painkiller_changed for one in self.days)

    @property
    def changed_later(self) -> bool:
        """Whether the picture or the numbers below it show what was told before it was changed."""
        return any(day.told is not None for day in self.days) or any(week.told for week in self.weeks)

    @property
    def painkiller_no(self) -> int:
        """On how many days it was said that there was none."""
        return sum(one.painkiller is False for one in self.days)


def doctor_facts(told: Told, now: datetime) -> DoctorFacts:
    """The facts as they stood at `now` (aware)."""
    record, log = record_at(told.record, now), log_at(now, told.log)
    last = now.date()
    first = last - (WEEKS * WEEK_DAYS - 1) * _DAY
    pains, earlier = (
        [one for one in by_instant(some, lambda one: one.at) if first <= one.at.date() <= last]
        for some in (record.pains, record.earlier)
    )
    runs = log.runs_between(first, last)
    supports = [one for one in told.supports if first <= one.on <= last]
    back = [(one.at.date(), bool(one.painkiller)) for versions in log.earlier.values() for one in versions]
    check_in = max((one for one in record.check_ins if one.said_no), key=lambda one: utc(one.at), default=None)
    signs = told.ahead or record
    lines = _lines(signs, now)
    open_now = {entry.flag for entry in real(signs.flags) if entry.is_open}
    return DoctorFacts(
        now=now,
        person=record.person,
        pain_now=pain_now(record, now),
        signs=_signs(signs, last),
        injuries=_injuries(signs, last),
        counted=tuple(line for line in lines if not line.startswith(NOT_ANSWERED)),
        unanswered=tuple(line.removeprefix(NOT_ANSWERED) for line in lines if line.startswith(NOT_ANSWERED)),
        denied=tuple(flag for flag in check_in.said_no if flag not in open_now) if check_in else (),
        denied_on=check_in.at.date() if check_in else None,
        places=places_of(pains, earlier),
        days=tuple(days_of(record, runs, noted(supports, runs), back, first)),
        weeks=tuple(week_of(pains, earlier, runs, first + number * WEEK_DAYS * _DAY) for number in range(WEEKS)),
        mornings=_mornings(log, first),
        symptoms=_most(symptom for one in pains for symptom in one.symptoms),
        qualities=_most(quality for one in pains for quality in one.qualities),
        swollen=_swollen(pains, earlier),
        limps=_limps(runs, log),
        tried=_tried(log, supports, first),
        notes=_notes(pains, runs),
        first_pain=_first_pain(record),
        goal=told.plan.goal if told.plan is not None else "",
        novelties=tuple(sorted((one for one in told.novelties if one.on <= last), key=lambda one: one.on)[::-1]),
    )


def _swollen(pains: Iterable[PainEntry], earlier: Iterable[PainEntry]) -> tuple[int, int]:
    now, told = ({one.id for one in some if one.swelling in SWOLLEN} for some in (pains, earlier))
    return len(now), len(told - now)


def _first_pain(record: Record) -> date | None:
    return min((one.at.date() for one in (*record.pains, *record.earlier) if one.score), default=None)


def _signs(record: Record, today: date) -> tuple[FlagEntry, ...]:
    entries = sorted(real(record.flags), key=lambda one: utc(one.at))
    still = sorted((one for one in entries if one.is_open), key=lambda one: -URGENCY[one.flag])
    recent = [one for one in entries if one.closed and (today - one.closed.on).days < ANSWERED_DAYS]
    return (*still, *recent[::-1])


def _injuries(record: Record, today: date) -> tuple[Injury, ...]:
    entries = sorted(record.injuries, key=lambda one: utc(one.at))
    known = [one for one in entries if one.closed is None or one.closed.how is not Closing.MISTAKE]
    recent = [one for one in known if one.closed and (today - one.closed.on).days < ANSWERED_DAYS]
    return (*(one for one in known if one.is_open), *recent[::-1])


def _lines(record: Record, now: datetime) -> list[str]:
    """What red flags count together, and what of them was not answered; signs and injuries are listed on their own."""
    signs = set(ticked(list(record.flags)))
    urgent = [one for one in red_flags_of_both(record, now) if one.urgency is not None and one.urgency >= Urgency.DAYS]
    found = dict.fromkeys((line, one.rule) for one in urgent for line in map(as_fact, one.because) if line not in signs)
    return list(dict.fromkeys(line for line, rule in found if rule in COUNTING or line.startswith(NOT_ANSWERED)))


def _mornings(log: TrainingLog, first: date) -> MorningFacts:
    checks = [one for one in log.mornings if one.on >= first]
    now = _said_of([(one,) for one in checks])
    told = _said_of([(one, *log.earlier_mornings.get(one.id, ())) for one in checks])
    return told if told == now else replace(told, changed=True)


def _said_of(mornings: Sequence[Sequence[MorningCheck]]) -> MorningFacts:
    """Of each the versions that count."""
    return MorningFacts(
        answered=len(mornings),
        highest=max((one.pain for versions in mornings for one in versions), default=None),
        stiff=sum(any(one.stiff for one in versions) for versions in mornings),
        swollen=sum(any(one.swelling in SWOLLEN for one in versions) for versions in mornings),
        nights=sum(any(one.night for one in versions) for versions in mornings),
    )


def _tried(log: TrainingLog, supports: Iterable[SupportUsed], first: date) -> TriedFacts:
    played = [one.routine.id for one in log.worked(first, log.today)]
    done = [one.kind for one in log.activities if one.at.date() >= first]
    warm_ups, strength = ([one for one in played if one in wanted] for wanted in (log.warm_ups, log.strength))
    return TriedFacts(
        warm_ups=len(warm_ups),
        strength=len(strength) + done.count(ActivityKind.STRENGTH),
        other_sessions=len([one for one in played if one not in (*warm_ups, *strength)]),
        ices=sum(one.at.date() >= first for one in log.ices),
        activities=_most(kind for kind in done if kind is not ActivityKind.STRENGTH),
        supports=_most(thing for one in supports for thing in one.used if thing is not Support.PAINKILLER),
    )


def _limps(runs: Sequence[Run], log: TrainingLog) -> tuple[int, int]:
    back = [one for one in runs if not one.limp and any(old.limp for old in log.earlier.get(one.id, ()))]
    return sum(bool(one.limp) for one in runs), len(back)


def _notes(pains: Sequence[PainEntry], runs: Sequence[Run]) -> tuple[tuple[date, str], ...]:
    said = [(one.at, " ".join(one.note.split())) for entries in (pains, runs) for one in entries]
    found = by_instant([one for one in said if one[1]], lambda one: one[0])
    return tuple((at.date(), note) for at, note in found[::-1])


def _most(things: Iterable[Counted]) -> tuple[tuple[Counted, int], ...]:
    """Each with how often it was there, the most frequent first."""
    return tuple(sorted(Counter(things).items(), key=lambda pair: (-pair[1], pair[0].value)))
