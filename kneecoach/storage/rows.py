"""Domain values to flat rows of text and numbers and back, for whoever reads the database; no SQL here.

Times are two columns: UTC as ISO text of fixed width, which sorts by time, and the zone's name with its offset then.
Back they come aware in that zone, so that `.date()` is the person's local day, also where the zone is unknown or its
rules have changed. Unknown is NULL, never 0.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain_gate import Zones
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
    offset, named = _zones(zone)
    at = datetime.fromisoformat(text).astimezone(offset)
    if named is None:
        return at
    local = at.astimezone(named)
    return local if local.utcoffset() == at.utcoffset() else at


# Thousands of entries of one diary name the same few zones
@lru_cache(maxsize=64)
def _zones(zone: str) -> tuple[tzinfo | None, ZoneInfo | None]:
    name, _, offset = zone.rpartition(" ")
    fixed = datetime.fromisoformat(f"2026-01-01T00:00:00{offset}").tzinfo
    try:
        return fixed, ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return fixed, None


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Any, ...]:
    """A list of words as it stands in a column of JSON; of those, too, there are few."""
    return tuple(json.loads(text))


def plain(text: str) -> str:
    """Text that can be stored: half characters, as a terminal may pass them on, become the replacement mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def dumped(value: object) -> str:
    """Canonical JSON: equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def word(member: Enum | None) -> Any:
    """The word of a member; None stays None, as in the three below."""
    return None if member is None else member.value


def member(kind: type[Member], word: Any) -> Member | None:
    """The member again."""
    return None if word is None else kind(word)


def number(value: bool | None) -> int | None:  # noqa: FBT001
    """Yes and no as 1 and 0."""
    return None if value is None else int(value)


def truth(number: Any) -> bool | None:
    """Yes and no again."""
    return None if number is None else bool(number)


def moment_row(name: str, at: datetime | None) -> dict[str, Any]:
    """A time as its two columns, `name_at` and `name_zone`; both NULL when it is not known."""
    if at is None:
        return {f"{name}_at": None, f"{name}_zone": None}
    return {f"{name}_at": instant(at), f"{name}_zone": zone_name(at)}


def moment_in(row: Row, name: str) -> datetime | None:
    """The time again."""
    return None if row[f"{name}_at"] is None else moment_of(row[f"{name}_at"], row[f"{name}_zone"])


def person_row(person: Person) -> dict[str, Any]:
    """A person as the columns of `person`."""
    return {
        "id": str(person.id),
        "role": person.role.value,
        "name": plain(person.name),
        "birth_year": person.birth_year,
        "knee": word(person.knee),
        "hurting_for": word(person.hurting_for),
        "began": word(person.began),
        "worst_pain": person.worst_pain,
        "units": person.units.value,
        "country": person.country.value,
        "cancer_history": number(person.cancer_history),
        "seen_by_clinician": int(person.seen_by_clinician),
        "safety_accepted": int(person.safety_accepted),
        "may_ice": int(person.may_ice),
    }


def person_of(row: Row) -> Person:
    """The person again."""
    return Person(
        id=UUID(row["id"]),
        role=Role(row["role"]),
        name=row["name"],
        birth_year=row["birth_year"],
        knee=member(Side, row["knee"]),
        hurting_for=member(HurtingFor, row["hurting_for"]),
        began=member(Began, row["began"]),
        worst_pain=row["worst_pain"],
        units=Units(row["units"]),
        country=Country(row["country"]),
        cancer_history=truth(row["cancer_history"]),
        seen_by_clinician=bool(row["seen_by_clinician"]),
        safety_accepted=bool(row["safety_accepted"]),
        may_ice=bool(row["may_ice"]),
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


def understood(read: Callable[[Given], Value], row: Given) -> Value:
    """What `read` makes of a row; a row that no value can come from is damage (`CannotStart`), not our mistake."""
    try:
        return read(row)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, InvalidInput) as error:
        raise CannotStart(DAMAGED) from error


def zones_of(row: Row) -> Zones:
    """Of the limits chosen for a person what Today needs; the whole of them is in `threshold_rows`."""
    numbers = json.loads(row["numbers"])
    return Zones(numbers["green_max"], numbers["amber_max"], numbers["rise"], row["name"])
