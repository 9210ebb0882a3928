"""R07: pin-point soreness over bone with pain on loading."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import uuid5

from kneecoach.domain.bone_settled import Sign, Told, settled_at
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Flag, FlagEntry, Urgency
from kneecoach.domain.known import days_between, open_flags, real, seen_on
from kneecoach.domain.local_time import by_instant, later, utc
from kneecoach.domain.pain import PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flag_words import day_words
from kneecoach.domain.red_flags_acute import seen_note, ticked
from kneecoach.domain.told_before import as_told

# MED_PLATEAU and MED_CONDYLE of the evidence table
BONE_REGIONS = frozenset({"medial_tibial_plateau", "medial_femoral_condyle"})
PHASES = (PainPhase.WALKING, PainPhase.NIGHT)
REGION_WORDS = {
    "medial_tibial_plateau": "inner side, top of the shin bone",
    "medial_femoral_condyle": "inner bump of the thigh bone",
}
LOADING_SCORE = 3
ASK_FROM = 3
WITHIN_DAYS = 14
SOFT = (Tenderness.NONE, Tenderness.MILD)
SOON = timedelta(microseconds=1)
NEAR = timedelta(days=WITHIN_DAYS + 2)


def bone_stress(record: Record, now: datetime) -> Finding | None:
    """R07: a fingertip-sized, clearly tender place over bone that hurts on loading. Unanswered counts as yes."""
    places = Places.of(record)
    spots = places.standing()
    if not spots:
        return None
    seen = _visit(record, now)
    unseen = places.unseen(spots, seen)
    spot = (unseen or spots)[-1]
    because = [_place(spot), *_known(places, spot), *ticked(open_flags(record, Flag.BONE_SORE))]
    if seen and not unseen:
        return seen_note("R07", because, seen)
    return Finding(
        rule="R07",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="Stop running and ask a clinician about bone stress.",
        text=f"You logged {_place(spot)}. With pin-point soreness over bone and pain on loading, people are usually "
        "advised to stop running and to ask a clinician about bone stress in the next days.",
        because=tuple(because),
        source="blog of a sports physiotherapist; American Family Physician 2007",
        clears_when="A clinician has seen it: answer that at a check-in. Or, for 14 days, a place that is not tender "
        "at all and no pain on walking, on hopping or at night, each told again at the end of them; bone heals more "
        "slowly, so have it looked at all the same.",
    )


def is_read(pain: PainEntry) -> bool:
    """Whether this rule reads the entry at all."""
    return pain.phase in PHASES or not BONE_REGIONS.isdisjoint(pain.regions)


def _visit(record: Record, now: datetime) -> date | None:
    """The last day on which a clinician saw pain on hopping or the sore place, while that is a note."""
    seen = (seen_on(record, flag, now) for flag in (Flag.HOP_PAIN, Flag.BONE_SORE))
    return max((day for day in seen if day is not None), default=None)


def unticked(record: Record, now: datetime) -> FlagEntry | None:
    """What R07 found at `now` as a sign that can be answered as seen; None while an open sign stands for it.

    It is no entry of the record until then: only its answer is kept. The visit can't be before the place was logged.
    What fires only because nobody has answered its questions is asked those instead.
    """
    if open_flags(record, Flag.HOP_PAIN, Flag.BONE_SORE):
        return None
    record = as_told(record)
    places = Places.of(record)
    spots = [spot for spot in places.unseen(places.standing(), _visit(record, now)) if places.is_told(spot)]
    if not spots:
        return None
    # A place may be seen, lapse, and be seen again
    before = sum(entry.flag is Flag.BONE_SORE for entry in record.flags)
    return FlagEntry(uuid5(spots[0].id, f"{Flag.BONE_SORE.value} {before}"), Flag.BONE_SORE, spots[0].at)


def answerable(record: Record, now: datetime) -> list[FlagEntry]:
    """The signs that wait for an answer, the oldest first: those that were ticked, and what R07 found without one."""
    found = unticked(record, now)
    return [*open_flags(record), *([] if found is None else [found])]


@dataclass(frozen=True, slots=True)
class Places:
    """What the rule reads of a record, each list the oldest first, so that years of entries cost one pass.

    A later entry answers what was not asked. What was told stands until the place was seen, or has settled.
    """

    spots: tuple[PainEntry, ...]
    sized: tuple[PainEntry, ...]
    touched: tuple[PainEntry, ...]
    walks: tuple[PainEntry, ...]
    nights: tuple[PainEntry, ...]
    flags: tuple[FlagEntry, ...]
    denied: tuple[datetime, ...]
    """The times at which pain on hopping was answered no."""
    instants: dict[str, list[datetime]]
    """Of the lists with these names, so that each is worked out once."""
    versions: tuple[PainEntry, ...] = ()

    @classmethod
    def of(cls, record: Record) -> "Places":
        """The parts of this record."""
        read = [pain for pain in record.pains if is_read(pain)]
        pains = by_instant(read, lambda pain: pain.at)
        denied = [check_in.at for check_in in record.check_ins if Flag.HOP_PAIN in check_in.denied]
        flags = [entry for entry in real(record.flags) if entry.flag in (Flag.HOP_PAIN, Flag.NIGHT_PAIN)]
        spots = tuple(pain for pain in pains if not BONE_REGIONS.isdisjoint(pain.regions))
        lists = {
            "sized": tuple(pain for pain in spots if pain.size is not None),
            "touched": tuple(pain for pain in spots if pain.tenderness is not None),
            "walks": tuple(pain for pain in pains if pain.phase is PainPhase.WALKING),
            "nights": tuple(pain for pain in pains if pain.phase is PainPhase.NIGHT),
        }
        return cls(
            spots=spots,
            **lists,
            flags=tuple(flags),
            denied=tuple(by_instant(denied, lambda at: at)),
            instants={name: [utc(pain.at) for pain in listed] for name, listed in lists.items()},
            versions=record.versions,
        )

    def standing(self) -> list[PainEntry]:
        """The entries that fire the rule, of places that have not settled since."""
        settled: dict[tuple[Side | None, frozenset[str]], datetime | None] = {}
        found = []
        for spot in self.spots:
            if spot.score and self._fires(spot):
                place = spot.side, _bones(spot)
                if place not in settled:
                    settled[place] = settled_at(self._told(spot))
                last = settled[place]
                found += [spot] if last is None or last < utc(spot.at) else []
        return found

    def unseen(self, spots: Sequence[PainEntry], seen: date | None) -> list[PainEntry]:
        """Those of these places that nobody can have seen on that day."""
        return [spot for spot in spots if seen is None or not self.known_on(spot, seen)]

    def size(self, spot: PainEntry) -> PainSize | None:
        """How large the place is, as said then or at the next time it was asked."""
        if spot.size is not None:
            return spot.size
        return next((pain.size for pain in self._since("sized", self.sized, spot) if _same_place(spot, pain)), None)

    def tenderness(self, spot: PainEntry) -> Tenderness | None:
        """How sore the place is to the touch, as said then or at the next time it was asked."""
        if spot.tenderness is not None:
            return spot.tenderness
        later = self._since("touched", self.touched, spot)
        return next((pain.tenderness for pain in later if _same_place(spot, pain)), None)

    def known_on(self, spot: PainEntry, day: date) -> bool:
        """Whether this place had been logged by that day as one that may be bone: a visit can't see what came later."""
        sore = (pain for pain in self.spots if pain.at.date() <= day and pain.score and _same_place(spot, pain))
        # What became so on a later day tells of no other entry that it was known
        unsure = {
            one.id
            for one in self.versions
            if one.at.date() > day or not one.score or not _same_place(spot, one) or one.tenderness in SOFT
        } - {spot.id}
        return any(self.tenderness(pain) not in SOFT and pain.id not in unsure for pain in sore)

    def hop_known(self, spot: PainEntry) -> bool:
        """Whether pain on hopping was answered since this entry, or stands as an open flag."""
        hops = [entry for entry in self.flags if entry.flag is Flag.HOP_PAIN]
        return any(entry.is_open or utc(entry.at) >= utc(spot.at) for entry in hops) or any(
            utc(at) >= utc(spot.at) for at in self.denied[-1:]
        )

    def loading(self, spot: PainEntry) -> list[str]:
        """What hurts on loading near the time of this entry."""
        signs = []
        for flag, words in ((Flag.HOP_PAIN, "pain on hopping"), (Flag.NIGHT_PAIN, "pain at night")):
            if any(entry.flag is flag and _near(entry, spot) for entry in self.flags):
                signs.append(words)
        walks = [pain.score for pain in self._around("walks", self.walks, spot) if pain.score >= LOADING_SCORE]
        if walks:
            signs.append(f"pain {max(walks)} of 10 on walking")
        if "pain at night" not in signs and any(pain.score for pain in self._around("nights", self.nights, spot)):
            signs.append("pain at night")
        return signs

    def is_told(self, spot: PainEntry) -> bool:
        """Whether its size, its tenderness and what hurts on loading were all told."""
        told = self.size(spot) is not None and self.tenderness(spot) is not None
        return told and bool(self.loading(spot))

    def _fires(self, spot: PainEntry) -> bool:
        asked = spot.score >= ASK_FROM
        size = self.size(spot)
        if not (size is PainSize.FINGERTIP or (size is None and asked)):
            return False
        tenderness = self.tenderness(spot)
        if not (tenderness is Tenderness.CLEAR or (tenderness is None and asked)):
            return False
        return bool(self.loading(spot)) or (asked and not self.hop_known(spot))

    def _since(self, name: str, pains: tuple[PainEntry, ...], spot: PainEntry) -> Iterator[PainEntry]:
        return islice(pains, bisect_left(self.instants[name], utc(spot.at)), None)

    def _around(self, name: str, pains: tuple[PainEntry, ...], spot: PainEntry) -> list[PainEntry]:
        # Local days, whatever the zone of each, lie within two more of these instants
        instants, at = self.instants[name], utc(spot.at)
        start, end = bisect_left(instants, at - NEAR), bisect_right(instants, at + NEAR)
        return [pain for pain in pains[start:end] if abs(days_between(pain.at, spot.at)) < WITHIN_DAYS]

    def _told(self, spot: PainEntry) -> list[Told]:
        """What was told of the place of this entry, and of loading. The other knee answers nothing."""
        told = [Told(at, Sign.HOPPING, hurts=False) for at in self.denied]
        told += [Told(pain.at, Sign.TOUCH, hurts=_sore(pain)) for pain in self.spots if _tells(spot, pain)]
        for sign, pains in ((Sign.WALKING, self.walks), (Sign.NIGHT, self.nights)):
            heard = (pain for pain in pains if pain.score or pain.side in (spot.side, Side.BOTH, None))
            told += [Told(pain.at, sign, hurts=bool(pain.score)) for pain in heard]
        for entry in self.flags:
            sign = Sign.HOPPING if entry.flag is Flag.HOP_PAIN else Sign.NIGHT
            until = _gone_at(entry)
            # Nothing is painless while a sign is open
            told = [one for one in told if one.hurts or _outside(one.at, entry, until)]
            told += [Told(at, sign, hurts=True) for at in (entry.at, until) if at is not None]
        return told


def _gone_at(entry: FlagEntry) -> datetime | None:
    """When a flag was closed, None while it is open: the day is known, and that it was after the flag."""
    if entry.closed is None:
        return None
    return max(later(entry.at, SOON), datetime.combine(entry.closed.on, time.min, entry.at.tzinfo), key=utc)


def _outside(at: datetime, entry: FlagEntry, until: datetime | None) -> bool:
    return utc(at) < utc(entry.at) or (until is not None and utc(at) >= utc(until))


def _bones(pain: PainEntry) -> frozenset[str]:
    return BONE_REGIONS & set(pain.regions)


def _sore(pain: PainEntry) -> bool:
    """Whether the place is tender, if only a little; pain there counts as that until it was touched."""
    return bool(pain.score) if pain.tenderness is None else pain.tenderness is not Tenderness.NONE


def _tells(spot: PainEntry, pain: PainEntry) -> bool:
    """Whether an entry tells how tender the place is; to reassure it has to name all of the place and its knee."""
    if _sore(pain):
        return _same_place(spot, pain)
    return pain.tenderness is not None and _bones(spot) <= _bones(pain) and pain.side in (spot.side, Side.BOTH)


def _same_place(spot: PainEntry, other: PainEntry) -> bool:
    one_knee = Side.BOTH in (spot.side, other.side) or None in (spot.side, other.side) or spot.side is other.side
    return one_knee and any(region in BONE_REGIONS and region in other.regions for region in spot.regions)


def _near(entry: FlagEntry, spot: PainEntry) -> bool:
    """Whether the flag is open, or was within fourteen days of this entry: to be gone takes none of that back."""
    until = _gone_at(entry)
    if until is None:
        return True
    return days_between(spot.at, entry.at) < WITHIN_DAYS and days_between(until, spot.at) < WITHIN_DAYS


def _place(spot: PainEntry) -> str:
    region = next(region for region in spot.regions if region in BONE_REGIONS)
    return f"pain {spot.score} of 10 at one place ({REGION_WORDS[region]}) on {day_words(spot.at.date())}"


def _known(places: Places, spot: PainEntry) -> list[str]:
    size = places.size(spot)
    tenderness = places.tenderness(spot)
    lines = [
        "size of a fingertip" if size else "not yet answered: how large the place is",
        "clearly tender" if tenderness else "not yet answered: how sore it is to the touch",
        *places.loading(spot),
    ]
    if not places.hop_known(spot):
        lines.append("not yet answered: pain on hopping")
    return lines
