"""What a record tells about one question: yes, no, or not known; and what a clinician has already seen."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kneecoach.domain.check_in import Family
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import URGENCY, Closing, Flag, FlagEntry, Injury, Urgency
from kneecoach.domain.local_time import by_instant, utc
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.risen import Value, rises

# product.md: seen by a clinician and of urgency days is a note for 28 days
NOTE_DAYS = 28
# An open injury this recent tells that the question was understood; an older one doesn't rule out a new one
TOLD_DAYS = 14
# What question four asks about
ASKED_DAYS = 7
# Told again, an injury may be remembered a day off
SAME_INJURY = timedelta(days=1)
RUN_PHASES = (PainPhase.DURING_RUN, PainPhase.AFTER_RUN)
REST_PHASES = (PainPhase.REST, PainPhase.SITTING, PainPhase.MORNING, PainPhase.NIGHT, PainPhase.BEFORE_RUN)
_AMOUNTS = (Amount.NONE, Amount.LITTLE, Amount.CLEAR)


@dataclass(frozen=True, slots=True)
class Score:
    """One pain value in time, from an entry or from a check-in, which asks at rest.

    `at_rest` counts what nobody said the time of too, on the safe side; `unsaid` marks it, for it reassures of nothing
    at rest and no sentence may call it so.
    """

    at: datetime
    score: int
    at_rest: bool
    running: bool = False
    unsaid: bool = False
    again: bool = False
    """It repeats what was told of another time (`told_before`), and answers nothing."""


def days_between(earlier: datetime, later: datetime) -> int:
    """Local calendar days from one moment to another; negative when `earlier` is the later one."""
    return (later.date() - earlier.date()).days


def real(flags: Iterable[FlagEntry]) -> list[FlagEntry]:
    """The flags that were meant: those ticked by mistake never happened."""
    return [entry for entry in flags if entry.closed is None or entry.closed.how is not Closing.MISTAKE]


def open_flags(record: Record, *wanted: Flag) -> list[FlagEntry]:
    """The open entries of these flags, of all flags when none is named, oldest first."""
    found = [entry for entry in record.flags if entry.is_open and (not wanted or entry.flag in wanted)]
    return sorted(found, key=lambda entry: utc(entry.at))


def open_injuries(record: Record) -> list[Injury]:
    """The injuries not yet answered as gone or seen, oldest first."""
    return sorted((injury for injury in record.injuries if injury.is_open), key=lambda injury: utc(injury.at))


def denied_since(record: Record, flag: Flag, since: datetime) -> bool:
    """Whether the flag was asked at or after `since` and answered no, or noted and answered as gone."""
    if any(flag in check_in.said_no and utc(check_in.at) >= utc(since) for check_in in record.check_ins):
        return True
    return any(
        entry.flag is flag and entry.closed and entry.closed.how is not Closing.SEEN and utc(entry.at) >= utc(since)
        for entry in record.flags
    )


def injury_told(record: Record, since: datetime) -> bool:
    """Whether it is known, for a flag entered at `since`, if there was an injury: told of one, or asked and no."""
    recent = [one for one in open_injuries(record) if days_between(one.at, since) <= TOLD_DAYS]
    if recent or any(utc(injury.entered) >= utc(since) for injury in record.injuries):
        return True
    return any(
        utc(check_in.at) >= utc(since) and any(family is Family.INJURY for family, _ in check_in.answers)
        for check_in in record.check_ins
    )


def scores(record: Record, least: int = 0) -> list[Score]:
    """Every pain value of the record, oldest first; a check-in's own values count as at rest.

    With `least`, of the values before the last that is so high only those that are so high, too.
    """
    said: list[tuple[datetime, int, PainPhase | None, bool]] = [
        (pain.at, pain.score, pain.phase, pain.of == pain.id) for pain in record.pains
    ]
    for check_in in record.check_ins:
        said += [(check_in.at, mark.pain, PainPhase.REST, False) for mark in check_in.marks]
        if check_in.pain is not None:
            said.append((check_in.at, check_in.pain, PainPhase.REST, False))
    said = by_instant(said, lambda one: one[0])
    if least:
        last = next((place for place in range(len(said) - 1, -1, -1) if said[place][1] >= least), len(said))
        said = [one for one in said[:last] if one[1] >= least] + said[last:]
    return [_score(*one) for one in said]


def _score(at: datetime, score: int, phase: PainPhase | None, again: bool) -> Score:  # noqa: FBT001 - one value of four
    unsaid = phase is None
    at_rest = unsaid or phase in REST_PHASES
    return Score(at, score, at_rest, running=phase in RUN_PHASES, unsaid=unsaid, again=again)


def last_pain(record: Record) -> Score | None:
    """The newest pain value, the highest of those said at one moment; None when nothing was said."""
    return max(scores(record), key=lambda value: (utc(value.at), value.score), default=None)


def worst_of_day(record: Record, day: date) -> int | None:
    """The highest pain value of a local day; None when nothing was said on it."""
    return max((value.score for value in scores(record) if value.at.date() == day), default=None)


def logged_days(record: Record) -> set[date]:
    """The local days on which a pain value was logged."""
    told = {pain.at.date() for pain in record.pains}
    return told | {one.at.date() for one in record.check_ins if one.pain is not None or one.marks}


def amounts(record: Record) -> list[tuple[datetime, int]]:
    """Every amount of swelling logged, 0 for none to 2 for clear, oldest first. A ticked `swollen` is clear."""
    values = [(pain.at, _AMOUNTS.index(pain.swelling)) for pain in record.pains if pain.swelling is not None]
    values += [(entry.at, _AMOUNTS.index(Amount.CLEAR)) for entry in real(record.flags) if entry.flag is Flag.SWOLLEN]
    # Of one moment, the least comes first
    return by_instant(sorted(values, key=lambda value: value[1]), lambda value: value[0])


def lately_told(record: Record, now: datetime) -> list[Injury]:
    """The injuries that a question about the last seven days may mean again: open ones, and others that recent."""
    meant = [one for one in record.injuries if one.closed is None or one.closed.how is not Closing.MISTAKE]
    return [one for one in meant if one.is_open or days_between(one.at, now) <= ASKED_DAYS]


def seen_on(record: Record, flag: Flag, now: datetime) -> date | None:
    """The day a clinician saw this flag, when that still makes it a note at `now`; else None.

    It does for 28 days, for flags of urgency days and below, unless a value has risen or a new flag has come since.
    """
    if URGENCY[flag] > Urgency.DAYS:
        return None
    return _last_visit(record, [entry for entry in record.flags if entry.flag is flag], now)


def injury_seen_on(record: Record, injury: Injury, now: datetime) -> date | None:
    """The day a clinician saw what is told here again, when that is still a note; else None."""
    day = injury.at.date()
    same = [one for one in record.injuries if one.closed and abs(one.at.date() - day) <= SAME_INJURY]
    return _last_visit(record, [one for one in same if day <= _visit(one)], now)


def _last_visit(record: Record, entries: Sequence[FlagEntry | Injury], now: datetime) -> date | None:
    visits = [entry for entry in entries if _seen_lately(entry, now)]
    last = max(visits, key=lambda entry: (_visit(entry), utc(entry.at)), default=None)
    if last is None or _something_new(record, last, now) or _risen(record, _visit(last)):
        return None
    return _visit(last)


def _visit(entry: FlagEntry | Injury) -> date:
    return entry.closed.on if entry.closed else entry.at.date()


def _seen_lately(entry: FlagEntry | Injury, now: datetime) -> bool:
    seen = entry.closed is not None and entry.closed.how is Closing.SEEN
    return seen and 0 <= (now.date() - _visit(entry)).days < NOTE_DAYS


def _something_new(record: Record, seen: FlagEntry | Injury, now: datetime) -> bool:
    visit = _visit(seen)
    told = seen.entered if isinstance(seen, Injury) else seen.at
    known = {entry.flag for entry in record.flags if _seen_lately(entry, now)}
    for entry in real(record.flags):
        after = entry.at.date() > visit or (entry.at.date() == visit and utc(entry.at) > utc(told))
        if after and entry.flag not in known:
            return True
    return any(injury.at.date() > visit for injury in record.injuries)


def _risen(record: Record, visit: date) -> bool:
    changed = {one.id for one in record.versions}
    plain = replace(record, pains=tuple(one for one in record.pains if one.id not in changed))
    said = [(value.at, value.score) for value in scores(plain)]
    return any(
        rises(_values(once, record.versions, of), visit)
        for once, of in ((said, lambda one: one.score), (amounts(plain), _amount))
    )


def _amount(pain: PainEntry) -> int | None:
    return None if pain.swelling is None else _AMOUNTS.index(pain.swelling)


def _values(
    once: Iterable[tuple[datetime, int]], versions: Iterable[PainEntry], of: Callable[[PainEntry], int | None]
) -> list[Value]:
    """What was said once, and what was changed with all that was told of it, the earliest first."""
    values = [(at, Value((at.date(),), value, value)) for at, value in once]
    told: dict[UUID, list[PainEntry]] = defaultdict(list)
    for one in versions:
        told[one.id].append(one)
    for entries in told.values():
        known = [value for one in entries if (value := of(one)) is not None]
        if known:
            days = tuple(sorted({one.at.date() for one in entries}))
            low = min(known) if len(known) == len(entries) else None
            values.append((min((one.at for one in entries), key=utc), Value(days, low, max(known))))
    if told:
        # Of one moment, the least comes first
        values.sort(key=lambda one: one[1].low or 0)
    return [value for _, value in by_instant(values, lambda one: one[0])]
