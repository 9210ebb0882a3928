"""What `--json` prints: plain dictionaries of domain values, in shapes that other programs rely on."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kneecoach.domain.check_in import CheckIn, Family
from kneecoach.domain.dosage import Dosage
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord, SetRecord
from kneecoach.domain.timeline import plan_played

Document = dict[str, Any]


def dumped(document: Document | Sequence[Document]) -> str:
    """As text that every terminal can spell; no name in it can move a cursor."""
    return json.dumps(document, indent=2)


def exercise_document(exercise: Exercise) -> Document:
    """One entry of `exercises`."""
    return {
        "id": exercise.id,
        "code": exercise.code,
        "name": exercise.name,
        "muscles": list(exercise.muscles),
        "equipment": [item.name for item in exercise.equipment],
        "sides": exercise.dosage.sides.value,
        "movement": exercise.has_movement,
        "dosage": dosage_document(exercise.dosage),
        "source": exercise.source,
    }


def routine_document(routine: Routine, exercises: Mapping[str, Exercise]) -> Document:
    """One entry of `routines`."""
    return {
        "id": routine.id,
        "name": routine.name,
        "author": routine.author,
        "version": routine.version,
        "minutes": plan_played(routine, exercises).minutes,
        "items": [{"exercise": item.exercise, "dosage": dosage_document(item.dosage)} for item in routine.items],
    }


def dosage_document(dosage: Dosage) -> Document:
    """Repetitions or seconds, whichever it is counted in; never both."""
    amount = {"reps": dosage.reps} if dosage.seconds is None else {"seconds": _number(dosage.seconds)}
    return {
        "sets": dosage.sets,
        **amount,
        "tempo": [{"phase": phase.phase, "s": _number(phase.seconds)} for phase in dosage.tempo],
        "rest_s": _number(dosage.rest_s),
        "sides": dosage.sides.value,
    }


def session_document(record: SessionRecord, check_ins: Mapping[UUID, CheckIn]) -> Document:
    """One entry of `sessions`."""
    check_in = check_ins.get(record.check_in) if record.check_in else None
    return {
        "id": str(record.id),
        "person": None if record.person is None else str(record.person),
        "routine": record.routine.id,
        "started_at": record.started_at.isoformat(),
        "ended_at": None if record.ended_at is None else record.ended_at.isoformat(),
        "status": record.status.value,
        "rehearsal": record.rehearsal,
        "check_in": None if check_in is None else check_in_document(check_in),
        "pain_before": record.pain_before,
        "pain_after": record.pain_after,
        "sets": [set_document(done) for done in sorted(record.sets, key=lambda done: done.index)],
    }


def set_document(done: SetRecord) -> Document:
    """One set of a session."""
    return {
        "id": str(done.id),
        "exercise": done.exercise,
        "number": done.number,
        "side": done.side.value,
        "reps": done.reps,
        "seconds": _number(done.seconds),
        "status": done.status.value,
        "pain": done.pain,
    }


def check_in_document(check_in: CheckIn) -> Document:
    """What was answered before a session; a question that was not answered is null."""
    answers: dict[str, bool | None] = {family.value: None for family in Family}
    answers |= {family.value: answer for family, answer in check_in.answers}
    return {
        "id": str(check_in.id),
        "at": check_in.at.isoformat(),
        "asked": check_in.asked,
        "pain": check_in.pain,
        "answers": answers,
        "marks": [{"side": mark.side.value, "region": mark.region, "pain": mark.pain} for mark in check_in.marks],
    }


def _number(value: float) -> float:
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded
