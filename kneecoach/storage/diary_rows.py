"""Pain, check-ins, flags and injuries to flat rows and back; no SQL here."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from kneecoach.domain.check_in import CheckIn, Family, Mark
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Quality, Symptom, Tenderness
from kneecoach.storage.rows import (
    Row,
    dumped,
    instant,
    member,
    moment_in,
    moment_of,
    moment_row,
    number,
    plain,
    truth,
    word,
    words_of,
    zone_name,
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
        "side": word(entry.side),
        "regions": dumped(list(entry.regions)),
        "phase": word(entry.phase),
        "qualities": dumped([quality.value for quality in entry.qualities]),
        "swelling": word(entry.swelling),
        "size": word(entry.size),
        "tenderness": word(entry.tenderness),
        "note": plain(entry.note),
        "symptoms": dumped([symptom.value for symptom in entry.symptoms]),
        **moment_row("entered", entry.entered),
        "of": entry.of and str(entry.of),
    }


def pain_of(row: Row) -> PainEntry:
    """The pain entry again."""
    return PainEntry(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        score=row["score"],
        side=member(Side, row["side"]),
        regions=words_of(row["regions"]),
        phase=member(PainPhase, row["phase"]),
        qualities=tuple(Quality(word) for word in words_of(row["qualities"])),
        swelling=member(Amount, row["swelling"]),
        size=member(PainSize, row["size"]),
        tenderness=member(Tenderness, row["tenderness"]),
        note=row["note"],
        symptoms=tuple(Symptom(word) for word in words_of(row["symptoms"])),
        entered=moment_in(row, "entered"),
        of=row["of"] and UUID(row["of"]),
    )


def closing_row(closed: Closed | None) -> dict[str, Any]:
    """The answer that closed a flag or an injury, as its two columns."""
    return {"closed_how": word(closed.how if closed else None), "closed_on": closed.on.isoformat() if closed else None}


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
        "pop": number(injury.pop),
        "snap": number(injury.snap),
        "bruise": number(injury.bruise),
        "fast_swelling": number(injury.fast_swelling),
        **closing_row(injury.closed),
    }


def injury_of(row: Row) -> Injury:
    """The injury again."""
    return Injury(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        entered=moment_of(row["entered_at"], row["entered_zone"]),
        mechanism=Mechanism(row["mechanism"]),
        pop=truth(row["pop"]),
        snap=truth(row["snap"]),
        bruise=truth(row["bruise"]),
        fast_swelling=truth(row["fast_swelling"]),
        closed=_closed_of(row),
    )
