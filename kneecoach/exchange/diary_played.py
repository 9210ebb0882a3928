"""Sessions with their sets, the routines they were played with, and check-ins, as a file of the diary holds them.

A routine stands once for all sessions that played it: its `id` there is the digest of all it holds.
"""

import hashlib
import json
from collections.abc import Mapping

from kneecoach.domain.check_in import CheckIn, Family, Mark
from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.routine import MAX_NAME, Mood, Pauses, Prescription, Routine
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.exchange.diary_entries import AT, ID, Shape
from kneecoach.exchange.diary_shapes import (
    Cell,
    Document,
    Field,
    an_id,
    checked_bool,
    checked_list,
    checked_number,
    checked_text,
    listed,
    maybe,
    moment,
    pairs,
    read,
    seconds,
    text,
    tidy,
    whole,
    word,
    words,
    written,
    yes_no,
)

TWO_AT_ONE_PLACE = "Two of its sets stand at the same place."
BEFORE_THE_FIRST = "One of its sets stands before the first."

_TEMPO = Field(
    "tempo",
    {"tempo": Cell.JSON},
    lambda phases: ([[phase.phase, tidy(phase.seconds)] for phase in phases],),
    lambda told: tuple(
        TempoPhase(checked_text(name), float(checked_number(lasts))) for name, lasts in checked_list(told)
    ),
)
_DOSAGE = (
    *(whole("sets"), maybe(whole("reps")), maybe(seconds("seconds")), _TEMPO, seconds("rest_s"), word("sides", Sides)),
    *(text("resistance"), whole("pain_limit")),
)
_DOSAGE_FIELD = Field(
    "dosage",
    {"dosage": Cell.JSON},
    lambda dosage: (written(_DOSAGE, dosage),),
    lambda told: Dosage(**read(_DOSAGE, told)),
)
_PAUSES = Field(
    "pauses",
    {"pauses": Cell.JSON},
    lambda pauses: ([tidy(one) for one in (pauses.get_ready_s, pauses.change_position_s, pauses.change_side_s)],),
    lambda told: Pauses(*(float(checked_number(one)) for one in checked_list(told))),
)
_ITEMS = listed("items", (text("exercise"), _DOSAGE_FIELD), Prescription)
ROUTINE = Shape(
    "routine",
    Routine,
    (
        *(text("id", "routine"), whole("version"), text("name", most=MAX_NAME), text("author"), text("description")),
        *(yes_no("calming"), word("mood", Mood), _PAUSES, _ITEMS),
    ),
    {"id": Cell.WORD},
)

_SET = (
    *(ID, whole("index"), text("exercise"), whole("number"), word("side", Side), maybe(whole("reps"))),
    *(seconds("seconds"), word("status", SetStatus), maybe(whole("pain"))),
)
SESSION = Shape(
    "session",
    SessionRecord,
    (
        *(ID, moment("started_at", "at", "zone"), maybe(moment("ended_at", "ended_at", "ended_zone"))),
        Field("routine", {"played": Cell.WORD}, lambda routine: (digest(routine),), checked_text),
        *(word("first_side", Side), word("status", SessionStatus), yes_no("rehearsal"), maybe(an_id("check_in"))),
        *(maybe(whole("pain_before")), maybe(whole("pain_after")), maybe(whole("effort")), text("note")),
        *(text("stop_reason"), whole("position"), pairs("agreed"), pairs("pains"), listed("sets", _SET, SetRecord)),
    ),
    {"routine": Cell.WORD},
)

_ANSWERS = Field(
    "answers",
    {"answers": Cell.JSON},
    lambda answers: ([[family.value, yes] for family, yes in answers],),
    lambda told: tuple((Family(name), checked_bool(yes)) for name, yes in checked_list(told)),
)
_MARKS = listed("marks", (word("side", Side), text("region"), whole("pain")), Mark)
CHECK_IN = Shape(
    "check_in",
    CheckIn,
    (ID, AT, maybe(whole("pain")), _ANSWERS, _MARKS, yes_no("asked"), words("denied", Flag)),
)


def digest(routine: Routine) -> str:
    """The same for routines that are equal in all that is kept of them, and for no others."""
    content = json.dumps(written(ROUTINE.fields, routine), sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def routine_document(routine: Routine) -> Document:
    """A version of a routine that was played."""
    return {"type": ROUTINE.type, "id": digest(routine), **written(ROUTINE.fields, routine)}


def session_document(record: SessionRecord) -> Document:
    """A session with its sets; `played` is the id of its routine in the file."""
    return {"type": SESSION.type, **written(SESSION.fields, record), "routine": record.routine.id}


def check_in_document(check_in: CheckIn) -> Document:
    """What was answered before a session."""
    return {"type": CHECK_IN.type, **written(CHECK_IN.fields, check_in)}


def session_of(document: Document, routines: Mapping[str, Routine]) -> SessionRecord:
    """The session with its routine, of nobody yet; `InvalidInput` when one of its parts can't be."""
    played = routines.get(str(document.get("played")))
    if played is None:
        raise InvalidInput("It was played with a routine that is not in the file.")
    record = SessionRecord(person=None, **(SESSION.attributes(document) | {"routine": played}))
    _refuse_misplaced(record)
    return record


def _refuse_misplaced(record: SessionRecord) -> None:
    if len({done.index for done in record.sets}) < len(record.sets):
        raise InvalidInput(TWO_AT_ONE_PLACE)
    if record.position < 0 or any(done.index < 0 or done.number < 1 for done in record.sets):
        raise InvalidInput(BEFORE_THE_FIRST)
