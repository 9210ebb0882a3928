"""Domain values with everything a test does not care about already filled in."""

from datetime import UTC, datetime
from uuid import UUID

from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.exercise import CommonError, Equipment, Exercise, Position, Side
from kneecoach.domain.person import Person
from kneecoach.domain.routine import Pauses, Prescription, Routine
from kneecoach.domain.session import Moment, Session
from kneecoach.domain.session_record import SessionRecord, SetRecord, SetStatus
from kneecoach.domain.timeline import Timeline, plan

A_DAY = datetime(2025, 11, 24, 7, 30, tzinfo=UTC)
SESSION_ID = UUID("00000000-0000-4000-8000-000000000001")
PERSON_ID = UUID("00000000-0000-4000-8000-000000000002")
A_TEMPO = (TempoPhase("lower", 1.5), TempoPhase("hold", 0.5), TempoPhase("raise", 1.2), TempoPhase("pause", 0.3))


def at(seconds: float) -> Moment:
    """A moment on a machine that never slept."""
    return Moment(monotonic=seconds, boot=seconds)


def timed(seconds: float = 30.0, *, sets: int = 1, rest_s: float = 40.0, sides: Sides = Sides.EACH, **more) -> Dosage:
    return Dosage(sets=sets, seconds=seconds, rest_s=rest_s, sides=sides, **more)


def counted(reps: int = 10, *, sets: int = 1, tempo=A_TEMPO, rest_s: float = 40.0, sides=Sides.EACH, **more) -> Dosage:
    return Dosage(sets=sets, reps=reps, tempo=tempo, rest_s=rest_s, sides=sides, **more)


def an_exercise(id="front_lunge", *, dosage: Dosage | None = None, position=Position.STANDING, **more) -> Exercise:
    words = {
        "code": None,
        "name": id.replace("_", " ").capitalize(),
        "short_name": id.replace("_", " ").capitalize(),
        "muscles": ("Front of the thigh",),
        "equipment": (Equipment("Mat", "A carpet"),),
        "steps": ("Stand tall.", "Take a long step.", "Drop straight down.", "Push back."),
        "cues": ("Chest tall",),
        "common_errors": (CommonError("Short step.", "Step longer."),),
        "easier": "Go down only a little.",
        "harder": "Hold a weight.",
        "cautions": ("Leave it out with a swollen knee.",),
        "source": "S0 step 4",
    }
    return Exercise(id=id, position=position, dosage=dosage or counted(), **words | more)


def a_routine(*dosages: Dosage, id: str = "a-routine", pauses: Pauses | None = None, **more) -> Routine:
    """One exercise for each dosage, called `exercise_0`, `exercise_1`, …"""
    items = tuple(Prescription(f"exercise_{number}", dosage) for number, dosage in enumerate(dosages or (counted(),)))
    fields = {"name": "A routine", "author": "A physio", "version": 1} | more
    return Routine(id=id, items=items, pauses=pauses or Pauses(), **fields)


def exercises_of(routine: Routine) -> dict[str, Exercise]:
    return {item.exercise: an_exercise(item.exercise, dosage=item.dosage) for item in routine.items}


def a_timeline(*dosages: Dosage, pauses: Pauses | None = None, first: Side = Side.LEFT) -> Timeline:
    routine = a_routine(*dosages, pauses=pauses)
    return plan(routine, exercises_of(routine), first=first)


def a_session(*dosages: Dosage, started_at: float | None = 100.0, pauses: Pauses | None = None, **more) -> Session:
    """A session over `dosages`, its clock started; with `started_at=None` no moment was told yet."""
    session = Session(a_timeline(*dosages, pauses=pauses), **{"id": SESSION_ID} | more)
    if started_at is not None:
        session.advance(at(started_at))
    return session


def a_set_record(index: int = 0, **more) -> SetRecord:
    fields = {
        "id": UUID(int=1_000 + index),
        "exercise": "exercise_0",
        "number": 1,
        "side": Side.LEFT,
        "reps": 10,
        "seconds": 35.0,
        "status": SetStatus.DONE,
    }
    return SetRecord(index=index, **fields | more)


def a_session_record(**more) -> SessionRecord:
    fields = {
        "id": SESSION_ID,
        "person": PERSON_ID,
        "routine": a_routine(),
        "first_side": Side.LEFT,
        "started_at": A_DAY,
    }
    return SessionRecord(**fields | more)


def a_person(**more) -> Person:
    return Person(**{"id": PERSON_ID, "safety_accepted": True} | more)
