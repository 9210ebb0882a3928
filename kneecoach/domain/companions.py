"""The companion questions: what a rule joins to something already answered yes, and what would answer a finding."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from kneecoach.domain.ahead import of_now
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Flag, Injury
from kneecoach.domain.known import amounts, days_between, denied_since, open_flags, open_injuries
from kneecoach.domain.red_flags_acute import FAST_SWELLING_WITHIN, OTTAWA_DAYS, OTTAWA_FLAGS
from kneecoach.domain.red_flags_bone import Places
from kneecoach.domain.red_flags_lasting import swelling
from kneecoach.domain.told_before import as_told


class Asks(Enum):
    """What a companion question is about."""

    FLAG = "flag"
    POP = "pop"
    SNAP = "snap"
    BRUISE = "bruise"
    FAST_SWELLING = "fast_swelling"
    SIZE = "size"
    TENDERNESS = "tenderness"
    SWELLING = "swelling"
    BIRTH_YEAR = "birth_year"


@dataclass(frozen=True, slots=True)
class Companion:
    """One question; `flag` or `injury` names what it is about. Until it is answered it counts as yes."""

    asks: Asks
    flag: Flag | None = None
    injury: UUID | None = None


def companions(record: Record, now: datetime) -> tuple[Companion, ...]:
    """What to ask besides the five questions, each once, in the order of the rules.

    What is dated after `now` raises questions, and answers none.
    """
    told = of_now(record, now)
    return tuple(dict.fromkeys([*_asked(record, now), *([] if told is None else _asked(told, now))]))


def _asked(record: Record, now: datetime) -> list[Companion]:
    record = as_told(record)
    asked: list[Companion] = []
    for injury in open_injuries(record):
        asked += _ottawa(record, injury) + _of_injury(record, injury)
    places = Places.of(record)
    spots = places.standing()
    if any(places.size(spot) is None for spot in spots):
        asked.append(Companion(Asks.SIZE))
    if spots:
        asked.append(Companion(Asks.TENDERNESS))
    if spots and not open_flags(record, Flag.HOP_PAIN):
        asked.append(Companion(Asks.FLAG, flag=Flag.HOP_PAIN))
    if swelling(record, now):
        asked.append(Companion(Asks.SWELLING))
    return asked


def _ottawa(record: Record, injury: Injury) -> list[Companion]:
    if days_between(injury.at, injury.entered) > OTTAWA_DAYS:
        return []
    known = {entry.flag for entry in open_flags(record)}
    asked = [
        Companion(Asks.FLAG, flag=flag)
        for flag in OTTAWA_FLAGS
        if flag not in known and not denied_since(record, flag, injury.entered)
    ]
    if record.person is not None and record.person.birth_year is None:
        asked.append(Companion(Asks.BIRTH_YEAR))
    return asked


def _of_injury(record: Record, injury: Injury) -> list[Companion]:
    asked = []
    if injury.pop is None:
        asked.append(Companion(Asks.POP, injury=injury.id))
    if injury.snap is None and injury.bruise is not False:
        asked.append(Companion(Asks.SNAP, injury=injury.id))
    if injury.bruise is None and injury.snap is not False:
        asked.append(Companion(Asks.BRUISE, injury=injury.id))
    soon = injury.entered - injury.at < FAST_SWELLING_WITHIN
    if injury.fast_swelling is None and soon and not denied_since(record, Flag.FAST_SWELLING, injury.entered):
        asked.append(Companion(Asks.FAST_SWELLING, injury=injury.id))
    if injury.pop is not False and not injury.fast_swelling and not _swelling_known(record, injury):
        asked.append(Companion(Asks.SWELLING))
    return asked


def _swelling_known(record: Record, injury: Injury) -> bool:
    swollen = any(amount for at, amount in amounts(record) if at.date() >= injury.at.date())
    return swollen or any(pain.swelling is not None and pain.at >= injury.entered for pain in record.pains)
