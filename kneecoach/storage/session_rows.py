"""Routines, sessions and sets to flat rows and back; no SQL here."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import Mood, Pauses, Prescription, Routine
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.storage.rows import Row, dumped, instant, moment_of, plain, zone_name


def dosage_object(dosage: Dosage) -> dict[str, Any]:
    """A dosage as it stands in a routine's JSON."""
    return {
        "sets": dosage.sets,
        "reps": dosage.reps,
        "seconds": dosage.seconds,
        "tempo": [[phase.phase, phase.seconds] for phase in dosage.tempo],
        "rest_s": dosage.rest_s,
        "sides": dosage.sides.value,
        "resistance": dosage.resistance,
        "pain_limit": dosage.pain_limit,
    }


def _dosage_of(content: Mapping[str, Any]) -> Dosage:
    return Dosage(
        sets=content["sets"],
        reps=content["reps"],
        seconds=content["seconds"],
        tempo=tuple(TempoPhase(name, seconds) for name, seconds in content["tempo"]),
        rest_s=content["rest_s"],
        sides=Sides(content["sides"]),
        resistance=content["resistance"],
        pain_limit=content["pain_limit"],
    )


def _prescription_of(exercise: Any, dosage: Mapping[str, Any]) -> Prescription:
    if not isinstance(exercise, str):
        raise TypeError(f"{exercise!r} is no id of an exercise")
    return Prescription(exercise, _dosage_of(dosage))


def routine_row(routine: Routine) -> dict[str, Any]:
    """A routine as the columns of `routine_version`; `digest` is of everything else."""
    # Needed to keep a routine, never to read one
    import hashlib  # noqa: PLC0415

    pauses = routine.pauses
    row = {
        "routine": plain(routine.id),
        "version": routine.version,
        "name": plain(routine.name),
        "author": plain(routine.author),
        "description": plain(routine.description),
        "calming": int(routine.calming),
        "mood": routine.mood.value,
        "pauses": dumped([pauses.get_ready_s, pauses.change_position_s, pauses.change_side_s]),
        "items": plain(dumped([[item.exercise, dosage_object(item.dosage)] for item in routine.items])),
    }
    return row | {"digest": hashlib.sha256(dumped(row).encode()).hexdigest()}


def routine_of(row: Row) -> Routine:
    """The routine again, whole and equal."""
    return Routine(
        id=row["routine"],
        name=row["name"],
        author=row["author"],
        version=row["version"],
        items=tuple(_prescription_of(*item) for item in json.loads(row["items"])),
        pauses=Pauses(*json.loads(row["pauses"])),
        calming=bool(row["calming"]),
        description=row["description"],
        mood=Mood(row["mood"]),
    )


def set_row(record: SetRecord, session: UUID) -> dict[str, Any]:
    """A set as the columns of `session_set`."""
    return {
        "id": str(record.id),
        "session": str(session),
        "idx": record.index,
        "exercise": record.exercise,
        "number": record.number,
        "side": record.side.value,
        "reps": record.reps,
        "seconds": record.seconds,
        "status": record.status.value,
        "pain": record.pain,
    }


def set_of(row: Row) -> SetRecord:
    """The set again."""
    return SetRecord(
        id=UUID(row["id"]),
        index=row["idx"],
        exercise=row["exercise"],
        number=row["number"],
        side=Side(row["side"]),
        reps=row["reps"],
        seconds=row["seconds"],
        status=SetStatus(row["status"]),
        pain=row["pain"],
    )


def ending_row(at: datetime | None) -> dict[str, Any]:
    """When a session ended, as its two columns."""
    if at is None:
        return {"ended_at": None, "ended_zone": None}
    return {"ended_at": instant(at), "ended_zone": zone_name(at)}


def said_row(agreed: Iterable[tuple[int, float]], pains: Iterable[tuple[int, int]]) -> dict[str, Any]:
    """What a session that goes on must know again, as its two columns."""
    return {"agreed": dumped([list(pair) for pair in agreed]), "pains": dumped([list(pair) for pair in pains])}


def session_row(record: SessionRecord, routine: str) -> dict[str, Any]:
    """A session without its sets as the columns of `session`; `routine` is the digest of the version played."""
    return {
        "id": str(record.id),
        "person": record.person and str(record.person),
        "routine": routine,
        "first_side": record.first_side.value,
        "started_at": instant(record.started_at),
        "started_zone": zone_name(record.started_at),
        **ending_row(record.ended_at),
        "status": record.status.value,
        "rehearsal": int(record.rehearsal),
        "check_in": record.check_in and str(record.check_in),
        "pain_before": record.pain_before,
        "pain_after": record.pain_after,
        "effort": record.effort,
        "note": plain(record.note),
        "stop_reason": plain(record.stop_reason),
        "position": record.position,
        **said_row(record.agreed, record.pains),
    }


def session_of(row: Row, routine: Routine, sets: Iterable[SetRecord]) -> SessionRecord:
    """The session again, with the routine as it was played and its sets in order."""
    ended = row["ended_at"]
    return SessionRecord(
        id=UUID(row["id"]),
        person=row["person"] and UUID(row["person"]),
        routine=routine,
        first_side=Side(row["first_side"]),
        started_at=moment_of(row["started_at"], row["started_zone"]),
        ended_at=ended and moment_of(ended, row["ended_zone"]),
        status=SessionStatus(row["status"]),
        rehearsal=bool(row["rehearsal"]),
        check_in=row["check_in"] and UUID(row["check_in"]),
        pain_before=row["pain_before"],
        pain_after=row["pain_after"],
        effort=row["effort"],
        note=row["note"],
        stop_reason=row["stop_reason"],
        position=row["position"],
        agreed=tuple((index, target) for index, target in json.loads(row["agreed"])),
        pains=tuple((index, pain) for index, pain in json.loads(row["pains"])),
        sets=tuple(sets),
    )


def sessions_of(sessions: Iterable[Row], routines: Iterable[Row], sets: Iterable[Row]) -> tuple[SessionRecord, ...]:
    """Whole sessions from three flat results, in the order of the first; `sets` come in the order of their index."""
    played = {row["digest"]: routine_of(row) for row in routines}
    done: dict[str, list[SetRecord]] = {}
    for row in sets:
        done.setdefault(row["session"], []).append(set_of(row))
    return tuple(session_of(row, played[row["routine"]], done.get(row["id"], ())) for row in sessions)
