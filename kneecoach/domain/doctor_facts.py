"""What a person would tell a doctor of the last six weeks, as facts: no diagnosis, no advice, and unknown as such."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.effort import load
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import URGENCY, Closing, Flag, FlagEntry, Injury, Urgency
from kneecoach.domain.known import real, scores
from kneecoach.domain.local_time import by_instant, utc
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import Amount, PainEntry, Quality, Symptom
from kneecoach.domain.person import Person
from kneecoach.domain.plan import Plan
from kneecoach.domain.red_flags import red_flags
from kneecoach.domain.red_flags_acute import NOT_ANSWERED, ticked
from kneecoach.domain.run import Run
from kneecoach.domain.screening import pain_now
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.domain.told_before import as_fact

WEEKS, WEEK_DAYS = 6, 7
ANSWERED_DAYS = 42
COUNTING = {"R06", "R07", "R08", "R09"}
"""The red flags that count nights, places and days; what the others join is listed as signs and injuries."""
_DAY = timedelta(days=1)
Counted = TypeVar("Counted", bound=Enum)


@dataclass(frozen=True, slots=True)
class Told:
    """All that was entered, in any order; what is later than the moment that is asked about is left out."""

    record: Record
    log: TrainingLog
    supports: tuple[SupportUsed, ...] = ()
    plan: Plan | None = None
    novelties: tuple[Novelty, ...] = ()


@dataclass(frozen=True, slots=True)
class DayFacts:
    """One local day: the highest pain said, None when none was; metres run; whether a painkiller was noted."""

    day: date
    pain: int | None
    metres: int
    painkiller: bool | None
    warned: bool


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """Seven days from `first`. `load` is effort times minutes of `loaded` of the runs; 0 of them when none is known."""

    first: date
    pains: int
    pain_sum: int
    highest: int | None
    runs: int
    metres: int
    longest_m: int
    load: int
    loaded: int


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place on a knee: the highest pain said of it, how often, and when last. `side` None: not said which knee."""

    side: Side | None
    region: str
    highest: int
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class MorningFacts:
    """The mornings that were answered, and what was said of them; a question left open counts as neither."""

    answered: int = 0
    highest: int | None = None
    stiff: int = 0
    swollen: int = 0
    nights: int = 0


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
    said that there was none. `notes` come the newest first.
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
    swollen_entries: int
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
    def painkiller_no(self) -> int:
        """On how many days it was said that there was none."""
        return sum(one.painkiller is False for one in self.days)


def doctor_facts(told: Told, now: datetime) -> DoctorFacts:
    """The facts as they stood at `now` (aware)."""
    record, log = record_at(told.record, now), log_at(now, told.log)
    last = now.date()
    first = last - (WEEKS * WEEK_DAYS - 1) * _DAY
    pains = [one for one in by_instant(record.pains, lambda one: one.at) if first <= one.at.date() <= last]
    runs = log.runs_between(first, last)
    supports = [one for one in told.supports if first <= one.on <= last]
    days = _days(record, runs, supports, first)
    ever = [one.at.date() for one in record.pains if one.score]
    asked = [one for one in record.check_ins if one.denied]
    check_in = max(asked, key=lambda one: utc(one.at), default=None)
    lines = _lines(record, now)
    open_now = {entry.flag for entry in real(record.flags) if entry.is_open}
    return DoctorFacts(
        now=now,
        person=record.person,
        pain_now=pain_now(record, now),
        signs=_signs(record, last),
        injuries=_injuries(record, last),
        counted=tuple(line for line in lines if not line.startswith(NOT_ANSWERED)),
        unanswered=tuple(line.removeprefix(NOT_ANSWERED) for line in lines if line.startswith(NOT_ANSWERED)),
        denied=tuple(flag for flag in check_in.denied if flag not in open_now) if check_in else (),
        denied_on=check_in.at.date() if check_in else None,
        places=_places(pains),
        days=days,
        weeks=tuple(_week(pains, runs, first + number * WEEK_DAYS * _DAY) for number in range(WEEKS)),
        mornings=_mornings(log, first),
        symptoms=_most(symptom for one in pains for symptom in one.symptoms),
        qualities=_most(quality for one in pains for quality in one.qualities),
        swollen_entries=sum(one.swelling in (Amount.LITTLE, Amount.CLEAR) for one in pains),
        tried=_tried(log, supports, first),
        notes=_notes(pains, runs),
        first_pain=min(ever, default=None),
        goal=told.plan.goal if told.plan is not None else "",
        novelties=tuple(sorted((one for one in told.novelties if one.on <= last), key=lambda one: one.on)[::-1]),
    )


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
    urgent = [one for one in red_flags(record, now) if one.urgency is not None and one.urgency >= Urgency.DAYS]
    found = dict.fromkeys((line, one.rule) for one in urgent for line in map(as_fact, one.because) if line not in signs)
    return list(dict.fromkeys(line for line, rule in found if rule in COUNTING or line.startswith(NOT_ANSWERED)))


def _days(record: Record, runs: Iterable[Run], supports: Iterable[SupportUsed], first: date) -> tuple[DayFacts, ...]:
    highest: dict[date, int] = {}
    for value in scores(record):
        day = value.at.date()
        highest[day] = max(highest.get(day, 0), value.score)
    metres, taken = Counter[date](), dict[date, bool]()
    said = [(one.on, Support.PAINKILLER in one.used) for one in supports if _asked(one)]
    for run in runs:
        metres[run.at.date()] += run.distance_m
        if run.painkiller is not None:
            said.append((run.at.date(), run.painkiller))
    for day, yes in said:
        taken[day] = yes or taken.get(day, False)
    warned = {one.at.date() for one in real(record.flags)}
    every = (first + number * _DAY for number in range(WEEKS * WEEK_DAYS))
    return tuple(DayFacts(day, highest.get(day), metres[day], taken.get(day), day in warned) for day in every)


def _asked(support: SupportUsed) -> bool:
    return Support.PAINKILLER in (*support.used, *support.not_used)


def _week(pains: Iterable[PainEntry], runs: Iterable[Run], first: date) -> WeekFacts:
    last = first + (WEEK_DAYS - 1) * _DAY
    said = [one.score for one in pains if first <= one.at.date() <= last]
    week = [one for one in runs if first <= one.at.date() <= last]
    loads = [found for one in week if (found := load(one.effort, one.seconds)) is not None]
    return WeekFacts(
        first=first,
        pains=len(said),
        pain_sum=sum(said),
        highest=max(said, default=None),
        runs=len(week),
        metres=sum(one.distance_m for one in week),
        longest_m=max((one.distance_m for one in week), default=0),
        load=sum(loads),
        loaded=len(loads),
    )


def _places(pains: Iterable[PainEntry]) -> tuple[PlaceFacts, ...]:
    found: dict[tuple[Side | None, str], PlaceFacts] = {}
    for one in pains:
        sides = (Side.LEFT, Side.RIGHT) if one.side is Side.BOTH else (one.side,)
        for key in ((side, region) for side in sides for region in one.regions if one.score):
            before = found.get(key, PlaceFacts(*key, highest=0, times=0, last=one.at.date()))
            found[key] = PlaceFacts(*key, max(before.highest, one.score), before.times + 1, one.at.date())
    return tuple(sorted(found.values(), key=lambda one: (-one.highest, -one.times, one.region)))


def _mornings(log: TrainingLog, first: date) -> MorningFacts:
    checks = [one for one in log.mornings if one.on >= first]
    return MorningFacts(
        answered=len(checks),
        highest=max((one.pain for one in checks), default=None),
        stiff=sum(one.stiff is True for one in checks),
        swollen=sum(one.swelling in (Amount.LITTLE, Amount.CLEAR) for one in checks),
        nights=sum(one.night is True for one in checks),
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


def _notes(pains: Sequence[PainEntry], runs: Sequence[Run]) -> tuple[tuple[date, str], ...]:
    said = [(one.at, " ".join(one.note.split())) for entries in (pains, runs) for one in entries]
    found = by_instant([one for one in said if one[1]], lambda one: one[0])
    return tuple((at.date(), note) for at, note in found[::-1])


def _most(things: Iterable[Counted]) -> tuple[tuple[Counted, int], ...]:
    """Each with how often it was there, the most frequent first."""
    return tuple(sorted(Counter(things).items(), key=lambda pair: (-pair[1], pair[0].value)))
