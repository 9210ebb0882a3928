"""What was answered at a check-in, and the entries that follow from it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from kneecoach.domain.check_in import FAMILY_FLAGS, CheckIn, Family, Mark
from kneecoach.domain.companions import Asks
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.known import ASKED_DAYS, lately_told, open_flags, open_injuries
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.person import Person
from kneecoach.domain.red_flags_bone import BONE_REGIONS, Places, unticked
from kneecoach.domain.red_flags_gone import waits_for_visit
from kneecoach.domain.told_before import as_told

INJURY_DAYS = ASKED_DAYS


@dataclass(frozen=True, slots=True)
class NewInjury:
    """What question four asks: how many days ago (0 is today, at most 7), what happened, and four signs."""

    days_ago: int
    mechanism: Mechanism
    pop: bool | None = None
    snap: bool | None = None
    bruise: bool | None = None
    fast_swelling: bool | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.days_ago <= INJURY_DAYS:
            raise InvalidInput("This question is about the last seven days.")


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of one check-in. What is missing was not answered, and nothing reassures.

    `ticked` holds the chosen chips and companion flags, `denied` the companion flags answered no; the chips that a
    yes showed and that were left are worked out, for question four only when `sore_asked` says that they were.
    `closings` answer open flags and injuries by their ids. `signs` fill an open injury: (its id, POP, SNAP, BRUISE
    or FAST_SWELLING, yes or no).
    """

    pain: int | None = None
    answers: tuple[tuple[Family, bool], ...] = ()
    ticked: tuple[Flag, ...] = ()
    denied: tuple[Flag, ...] = ()
    marks: tuple[Mark, ...] = ()
    injury: NewInjury | None = None
    closings: tuple[tuple[UUID, Closed], ...] = ()
    signs: tuple[tuple[UUID, Asks, bool], ...] = ()
    size: PainSize | None = None
    tenderness: Tenderness | None = None
    swelling: Amount | None = None
    birth_year: int | None = None
    sore_asked: bool = True
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Entries:
    """What a check-in writes: new entries, some answered already, changed ones, and the person if there is news."""

    check_in: CheckIn
    flags: tuple[FlagEntry, ...]
    injuries: tuple[Injury, ...]
    pains: tuple[PainEntry, ...]
    closed_flags: tuple[FlagEntry, ...]
    changed_injuries: tuple[Injury, ...]
    person: Person | None

    def added_to(self, record: Record) -> Record:
        """The record as it stands once these are stored."""
        closed = {entry.id: entry for entry in self.closed_flags}
        changed = {injury.id: injury for injury in self.changed_injuries}
        return replace(
            record,
            person=self.person or record.person,
            flags=(*(closed.get(entry.id, entry) for entry in record.flags), *self.flags),
            injuries=(*(changed.get(injury.id, injury) for injury in record.injuries), *self.injuries),
            pains=(*record.pains, *self.pains),
            check_ins=(*record.check_ins, self.check_in),
        )


def entries_of(answered: Answered, record: Record, now: datetime) -> Entries:
    """What follows from the answers at `now` (aware); `InvalidInput` when a yes says nothing about what it is."""
    closings = dict(answered.closings)
    for closed in closings.values():
        if closed.on > now.date():
            raise InvalidInput("The day you were seen can't be in the future.")
    closed_flags = [
        replace(entry, closed=closings[entry.id])
        for entry in record.flags
        if entry.id in closings and (entry.is_open or _seen_after_all(entry, closings[entry.id], now))
    ]
    gone = {entry.id for entry in closed_flags}
    open_still = {entry.flag for entry in open_flags(record) if entry.id not in gone}
    _refuse_bare_yes(answered, open_still, told=bool(lately_told(record, now)))
    new = list(dict.fromkeys(flag for flag in _ticked(answered) if flag not in open_still))
    found = unticked(record, now)
    seen = [replace(found, closed=closings[found.id])] if found is not None and found.id in closings else []
    check_in = CheckIn(
        id=uuid4(),
        at=now,
        pain=answered.pain,
        answers=answered.answers,
        marks=answered.marks,
        asked=answered.asked,
        denied=_denied(answered, open_still | set(new)),
    )
    # What was left under a yes half way is not an answer
    check_in = replace(check_in, denied=check_in.said_no)
    person = record.person
    learnt = person is not None and answered.birth_year is not None
    return Entries(
        check_in=check_in,
        flags=(*(FlagEntry(uuid4(), flag, now) for flag in new), *seen),
        injuries=_injuries(answered, now),
        pains=_pains(answered, record, now),
        closed_flags=tuple(closed_flags),
        changed_injuries=_changed(answered, record, now),
        person=replace(person, birth_year=answered.birth_year) if person and learnt else None,
    )


def _seen_after_all(entry: FlagEntry | Injury, closed: Closed, now: datetime) -> bool:
    """Whether what was answered as gone is answered as seen now."""
    return closed.how is Closing.SEEN and waits_for_visit(entry, now)


def _ticked(answered: Answered) -> list[Flag]:
    quick = answered.injury is not None and answered.injury.fast_swelling
    return [*answered.ticked, *([Flag.FAST_SWELLING] if quick else [])]


def _refuse_bare_yes(answered: Answered, open_still: set[Flag], *, told: bool) -> None:
    for family, yes in answered.answers:
        named = answered.injury is not None or told
        if family is not Family.INJURY:
            named = bool(set(FAMILY_FLAGS[family]) & (set(answered.ticked) | open_still))
        if yes and not named:
            raise InvalidInput("Say what it is: choose at least one of the signs under each yes.")


def _denied(answered: Answered, standing: set[Flag]) -> tuple[Flag, ...]:
    asked = list(answered.denied)
    for family, yes in answered.answers:
        # A no to "did something happen" says nothing about where it is sore
        if family is not Family.INJURY or (yes and answered.injury and answered.sore_asked):
            asked += FAMILY_FLAGS[family]
    if answered.injury is not None and answered.injury.fast_swelling is None:
        asked = [flag for flag in asked if flag is not Flag.FAST_SWELLING]
    return tuple(dict.fromkeys(flag for flag in asked if flag not in standing))


def _injuries(answered: Answered, now: datetime) -> tuple[Injury, ...]:
    told = answered.injury
    if told is None:
        return ()
    return (
        Injury(
            id=uuid4(),
            at=now - timedelta(days=told.days_ago),
            entered=now,
            mechanism=told.mechanism,
            pop=told.pop,
            snap=told.snap,
            bruise=told.bruise,
            fast_swelling=told.fast_swelling,
        ),
    )


def _changed(answered: Answered, record: Record, now: datetime) -> tuple[Injury, ...]:
    closings = dict(answered.closings)
    changed = []
    for injury in open_injuries(record):
        after = injury
        for named, sign, yes in answered.signs:
            if named == injury.id:
                after = _with_sign(after, sign, yes=yes)
        if injury.id in closings:
            after = replace(after, closed=closings[injury.id])
        if after != injury:
            changed.append(after)
    late = [one for one in record.injuries if one.id in closings and _seen_after_all(one, closings[one.id], now)]
    return (*changed, *(replace(one, closed=closings[one.id]) for one in late))


def _with_sign(injury: Injury, sign: Asks, *, yes: bool) -> Injury:
    if sign is Asks.POP:
        return replace(injury, pop=yes)
    if sign is Asks.SNAP:
        return replace(injury, snap=yes)
    if sign is Asks.BRUISE:
        return replace(injury, bruise=yes)
    return replace(injury, fast_swelling=yes)


def _pains(answered: Answered, record: Record, now: datetime) -> tuple[PainEntry, ...]:
    pains = [_marked(answered, mark, now) for mark in answered.marks]
    if answered.pain is not None:
        marked = {region for mark in answered.marks for region in [mark.region]}
        if answered.tenderness is not None and not BONE_REGIONS & marked:
            pains += _followed(answered, answered.pain, record, now)
        if not pains:
            pains.append(PainEntry(uuid4(), now, answered.pain, phase=PainPhase.REST))
    if pains and answered.swelling is not None:
        pains[0] = replace(pains[0], swelling=answered.swelling)
    return tuple(pains)


def _marked(answered: Answered, mark: Mark, now: datetime) -> PainEntry:
    entry = PainEntry(uuid4(), now, mark.pain, side=mark.side, regions=(mark.region,), phase=PainPhase.REST)
    if mark.region not in BONE_REGIONS:
        return entry
    return replace(entry, size=answered.size, tenderness=answered.tenderness)


def _followed(answered: Answered, pain: int, record: Record, now: datetime) -> list[PainEntry]:
    """Today's tenderness of each place that was asked about again, with the pain of today."""
    places = Places.of(as_told(record))
    return [
        PainEntry(
            id=uuid4(),
            at=now,
            score=pain,
            side=spot.side,
            regions=tuple(region for region in spot.regions if region in BONE_REGIONS),
            phase=PainPhase.REST,
            size=places.size(spot) or answered.size,
            tenderness=answered.tenderness,
        )
        for spot in _one_each(places.standing())
    ]


def _one_each(spots: list[PainEntry]) -> list[PainEntry]:
    return list({(spot.side, spot.regions): spot for spot in spots}.values())


def mistake(now: datetime) -> Closed:
    """The answer "ticked by mistake"."""
    return Closed(Closing.MISTAKE, now.date())


def gone(now: datetime) -> Closed:
    """The answer "gone"."""
    return Closed(Closing.GONE, now.date())
