"""Domain values to flat rows of text and numbers and back, for whoever reads the database; no SQL here.

Times are two columns: UTC as ISO text of fixed width, which sorts by time, and the zone's name with its offset then.
Back they come aware in that zone, so that `.date()` is the person's local day, also where the zone is unknown or its
rules have changed. Unknown is NULL, never 0.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kneecoach.domain.check_in import CheckIn, Family, Mark
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Quality, Tenderness
from kneecoach.domain.person import Began, Country, HurtingFor, Person, Role, Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage.disk import DAMAGED

Row = Mapping[Any, Any]
Member = TypeVar("Member", bound=Enum)
Given = TypeVar("Given")
Value = TypeVar("Value")


def instant(at: datetime) -> str:
    """An aware time as UTC text, always to the microsecond."""
    if at.tzinfo is None:
        raise ValueError(f"{at!r} does not say in which zone it is")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def zone_name(at: datetime) -> str:
    """ "Europe/Berlin +02:00", or the offset alone where the zone has no name."""
    offset = at.isoformat(timespec="microseconds")[len("2026-10-25T00:30:00.000000") :]
    if isinstance(at.tzinfo, ZoneInfo) and at.tzinfo.key:
        return f"{at.tzinfo.key} {offset}"
    return offset


def moment_of(text: str, zone: str) -> datetime:
    """The aware time again; with its offset alone when this computer sees the zone differently or not at all."""
    name, _, offset = zone.rpartition(" ")
    at = datetime.fromisoformat(text).astimezone(datetime.fromisoformat(f"2026-01-01T00:00:00{offset}").tzinfo)
    if not name:
        return at
    try:
        named = at.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at
    return named if named.utcoffset() == at.utcoffset() else at


def plain(text: str) -> str:
    """Text that can be stored: half characters, as a terminal may pass them on, become the replacement mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def dumped(value: object) -> str:
    """Canonical JSON: equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _word(member: Enum | None) -> Any:
    return None if member is None else member.value


def _member(kind: type[Member], word: Any) -> Member | None:
    return None if word is None else kind(word)


def _number(value: bool | None) -> int | None:  # noqa: FBT001
    return None if value is None else int(value)


def _truth(number: Any) -> bool | None:
    return None if number is None else bool(number)


def person_row(person: Person) -> dict[str, Any]:
    """A person as the columns of `person`."""
    return {
        "id": str(person.id),
        "role": person.role.value,
        "name": plain(person.name),
        "birth_year": person.birth_year,
        "knee": _word(person.knee),
        "hurting_for": _word(person.hurting_for),
        "began": _word(person.began),
        "worst_pain": person.worst_pain,
        "units": person.units.value,
        "country": person.country.value,
        "cancer_history": _number(person.cancer_history),
        "seen_by_clinician": int(person.seen_by_clinician),
        "safety_accepted": int(person.safety_accepted),
    }


def person_of(row: Row) -> Person:
    """The person again."""
    return Person(
        id=UUID(row["id"]),
        role=Role(row["role"]),
        name=row["name"],
        birth_year=row["birth_year"],
        knee=_member(Side, row["knee"]),
        hurting_for=_member(HurtingFor, row["hurting_for"]),
        began=_member(Began, row["began"]),
        worst_pain=row["worst_pain"],
        units=Units(row["units"]),
        country=Country(row["country"]),
        cancer_history=_truth(row["cancer_history"]),
        seen_by_clinician=bool(row["seen_by_clinician"]),
        safety_accepted=bool(row["safety_accepted"]),
    )


def settings_row(settings: Settings) -> dict[str, Any]:
    """The settings as their columns; who is current stands beside them and is not touched."""
    return {
        "theme": settings.theme.value,
        "reduced_motion": int(settings.reduced_motion),
        "beeps": int(settings.beeps),
        "volume": settings.volume,
        "keep_awake": int(settings.keep_awake),
        "window_full_screen": int(settings.window_full_screen),
        "voice": int(settings.voice),
        "voice_volume": settings.voice_volume,
        "count_aloud": int(settings.count_aloud),
        "before_run": plain(settings.before_run),
        "screen": plain(settings.screen),
        "distance": int(settings.distance),
        "lacking": plain(dumped(list(settings.lacking))),
    }


def settings_of(row: Row) -> Settings:
    """The settings again."""
    return Settings(
        theme=Theme(row["theme"]),
        reduced_motion=bool(row["reduced_motion"]),
        beeps=bool(row["beeps"]),
        volume=row["volume"],
        keep_awake=bool(row["keep_awake"]),
        window_full_screen=bool(row["window_full_screen"]),
        voice=bool(row["voice"]),
        voice_volume=row["voice_volume"],
        count_aloud=bool(row["count_aloud"]),
        before_run=row["before_run"],
        screen=row["screen"],
        distance=bool(row["distance"]),
        lacking=tuple(json.loads(row["lacking"])),
    )


def check_in_row(check_in: CheckIn, person: UUID) -> dict[str, Any]:
    """A check-in as its columns."""
    return {
        "id": str(check_in.id),
        "person": str(person),
        "at": instant(check_in.at),
        "zone": zone_name(check_in.at),
        "pain": check_in.pain,
        "answers": dumped([[family.value, yes] for family, yes in check_in.answers]),
        "marks": dumped([[mark.side.value, mark.region, mark.pain] for mark in check_in.marks]),
        "denied": dumped([flag.value for flag in check_in.denied]),
        "asked": int(check_in.asked),
    }


def check_in_of(row: Row) -> CheckIn:
    """The check-in again."""
    return CheckIn(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        pain=row["pain"],
        answers=tuple((Family(word), bool(yes)) for word, yes in json.loads(row["answers"])),
        marks=tuple(Mark(Side(side), region, pain) for side, region, pain in json.loads(row["marks"])),
        asked=bool(row["asked"]),
        denied=tuple(Flag(word) for word in json.loads(row["denied"])),
    )


def pain_row(entry: PainEntry, person: UUID) -> dict[str, Any]:
    """A pain entry as its columns."""
    return {
        "id": str(entry.id),
        "person": str(person),
        "at": instant(entry.at),
        "zone": zone_name(entry.at),
        "score": entry.score,
        "side": _word(entry.side),
        "regions": dumped(list(entry.regions)),
        "phase": entry.phase.value,
        "qualities": dumped([quality.value for quality in entry.qualities]),
        "swelling": _word(entry.swelling),
        "size": _word(entry.size),
        "tenderness": _word(entry.tenderness),
        "note": plain(entry.note),
    }


def pain_of(row: Row) -> PainEntry:
    """The pain entry again."""
    return PainEntry(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        score=row["score"],
        side=_member(Side, row["side"]),
        regions=tuple(json.loads(row["regions"])),
        phase=PainPhase(row["phase"]),
        qualities=tuple(Quality(word) for word in json.loads(row["qualities"])),
        swelling=_member(Amount, row["swelling"]),
        size=_member(PainSize, row["size"]),
        tenderness=_member(Tenderness, row["tenderness"]),
        note=row["note"],
    )


def closing_row(closed: Closed | None) -> dict[str, Any]:
    """The answer that closed a flag or an injury, as its two columns."""
    return {"closed_how": _word(closed.how if closed else None), "closed_on": closed.on.isoformat() if closed else None}


def _closed_of(row: Row) -> Closed | None:
    if row["closed_how"] is None:
        return None
    return Closed(Closing(row["closed_how"]), date.fromisoformat(row["closed_on"]))


def flag_row(entry: FlagEntry, person: UUID) -> dict[str, Any]:
    """A flag as its columns."""
    return {
        "id": str(entry.id),
        "person": str(person),
        "flag": entry.flag.value,
        "at": instant(entry.at),
        "zone": zone_name(entry.at),
        **closing_row(entry.closed),
    }


def flag_of(row: Row) -> FlagEntry:
    """The flag again."""
    return FlagEntry(UUID(row["id"]), Flag(row["flag"]), moment_of(row["at"], row["zone"]), _closed_of(row))


def injury_row(injury: Injury, person: UUID) -> dict[str, Any]:
    """An injury as its columns."""
    return {
        "id": str(injury.id),
        "person": str(person),
        "at": instant(injury.at),
        "zone": zone_name(injury.at),
        "entered_at": instant(injury.entered),
        "entered_zone": zone_name(injury.entered),
        "mechanism": injury.mechanism.value,
        "pop": _number(injury.pop),
        "snap": _number(injury.snap),
        "bruise": _number(injury.bruise),
        "fast_swelling": _number(injury.fast_swelling),
        **closing_row(injury.closed),
    }


def injury_of(row: Row) -> Injury:
    """The injury again."""
    return Injury(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        entered=moment_of(row["entered_at"], row["entered_zone"]),
        mechanism=Mechanism(row["mechanism"]),
        pop=_truth(row["pop"]),
        snap=_truth(row["snap"]),
        bruise=_truth(row["bruise"]),
        fast_swelling=_truth(row["fast_swelling"]),
        closed=_closed_of(row),
    )


def understood(read: Callable[[Given], Value], row: Given) -> Value:
    """What `read` makes of a row; a row that no value can come from is damage (`CannotStart`), not our mistake."""
    try:
        return read(row)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, InvalidInput) as error:
        raise CannotStart(DAMAGED) from error
