"""What the list and the detail say of a routine, worked out without a widget."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kneecoach.domain.dosage import Dosage
from kneecoach.domain.equipment import MAT, needs
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord, SetStatus
from kneecoach.domain.timeline import Timeline
from kneecoach.ui import words

SHORT = {"Foam roller": "roller", "Loop tube": "tube", "Low step": "step"}
NOTHING, STANDING_ROOM = "No equipment", "Room to stand"
WITHOUT_MINUTES = 60


def things_line(names: Sequence[str]) -> str:
    """ "Roller, tube"; "No equipment"."""
    said = ", ".join(SHORT.get(name, name[:1].lower() + name[1:]) for name in names)
    return said[:1].upper() + said[1:] if said else NOTHING


def room_line(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """ "Mat, 2 m to the side"."""
    played = [exercises[item.exercise] for item in routine.items]
    parts = [exercise.room for exercise in played if exercise.room]
    if any(needs(exercise, {MAT}) for exercise in played):
        parts.insert(0, MAT)
    return ", ".join(dict.fromkeys(parts)) or STANDING_ROOM


def last_done(session: SessionRecord | None, today: date) -> str:
    """ "5 November, all sets"; "Not yet"."""
    if session is None:
        return "Not yet"
    day = words.ago(session.started_at.date(), today)
    if day.endswith("ago"):
        day = words.plain_day(session.started_at.date(), today)
    planned = sum(item.dosage.sets_played for item in session.routine.items)
    done = sum(one.status is SetStatus.DONE for one in session.sets)
    return f"{day}, all sets" if done >= planned else f"{day}, {done} of {planned} sets"


def edited_on(day: date, today: date) -> str:
    """ "Edited 12 Nov"."""
    return f"Edited {_short_day(day, today)}"


def deleted_on(day: date, today: date) -> str:
    """ "Deleted 12 Nov"."""
    return f"Deleted {_short_day(day, today)}"


def _short_day(day: date, today: date) -> str:
    number, month, *year = words.plain_day(day, today).split()
    return " ".join([number, month[:3], *year])


def lengths(timeline: Timeline) -> list[float]:
    """Seconds of each exercise with the pauses that lead to its sets."""
    return [
        sum(one.lead_s + one.work_s for one in timeline.sets if one.item == item)
        for item in range(len(timeline.routine.items))
    ]


def clock(seconds: float) -> str:
    """ "2:25"."""
    whole = round(seconds)
    return f"{whole // WITHOUT_MINUTES}:{whole % WITHOUT_MINUTES:02d}"


def rest_line(dosage: Dosage) -> str:
    """How it goes on between the sets, or the pace of a roll: "Rest 40 s", "One pass every 3 s"."""
    if dosage.seconds is not None and dosage.tempo:
        return f"One pass every {dosage.tempo[0].seconds:g} s"
    if dosage.sets == 1 or not dosage.rest_s:
        return ""
    return f"Rest {dosage.rest_s:g} s"


def unreadable(name: str) -> str:
    """Why a routine of one's own can't be chosen: damage on the disk."""
    return f"{words.quoted(name)} can't be read, so it can't be played. It is kept as it is."


def unknown(name: str, why: str) -> str:
    """The same for a routine of another version of KneeCoach."""
    return f"{words.quoted(name)} can't be played. {why}"


def start_without(names: Iterable[str]) -> str:
    """ "Start without roller"."""
    return f"Start without {words.listed([SHORT.get(name, name.lower()) for name in names])}"
