"""Domain values with everything a test does not care about already filled in."""

from datetime import UTC, datetime
from uuid import UUID

from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.exercise import CommonError, Equipment, Exercise, Position, Side
from kneecoach.domain.person import Person
from kneecoach.domain.routine import Pauses, Prescription, Routine
from kneecoach.domain.session import (
    Countdown,
    Counted,
    HalfWay,
    LeadStarted,
    Moment,
    PainSaid,
    Paused,
    PhaseStarted,
    Resumed,
    Session,
    SessionEnded,
    SessionEvent,
    SetFinished,
    WorkStarted,
)
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


def an_exercise(
    known_as="front_lunge", *, dosage: Dosage | None = None, position=Position.STANDING, **more
) -> Exercise:
    words = {
        "code": None,
        "name": known_as.replace("_", " ").capitalize(),
        "short_name": known_as.replace("_", " ").capitalize(),
        "muscles": ("Front of the thigh",),
        "equipment": (Equipment("Mat", "A carpet"),),
        "steps": ("Stand tall.", "Take a long step.", "Drop straight down.", "Push back."),
        "cues": ("Chest tall",),
        "common_errors": (CommonError("Short step.", "Step longer."),),
        "easier": "Go down only a little.",
        "harder": "Hold a weight.",
        "cautions": ("Leave it out with a swollen knee.",),
        "source": "answer on a consumer health site, step 4",
    }
    return Exercise(id=known_as, position=position, dosage=dosage or counted(), **words | more)


def a_routine(*dosages: Dosage, pauses: Pauses | None = None, **more) -> Routine:
    """One exercise for each dosage, called `exercise_0`, `exercise_1`, …"""
    items = tuple(Prescription(f"exercise_{number}", dosage) for number, dosage in enumerate(dosages or (counted(),)))
    fields = {"id": "a-routine", "name": "A routine", "author": "A physio", "version": 1} | more
    return Routine(items=items, pauses=pauses or Pauses(), **fields)


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


def a_session_in_work(*dosages: Dosage, reps: int = 0, index: int = 0, **more) -> Session:
    """The clock stands at 100 s, `reps` repetitions of 3.5 s into set `index`; 2 sets of 10 lunges unless told."""
    began = 100 - reps * 3.5
    session = a_session(*(dosages or (counted(10, sets=2),)), started_at=began, **more)
    session.jump(at(began), index)
    session.skip(at(began))
    play(session, began, 100)
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


IN_WORDS = {
    LeadStarted: lambda event: f"lead {event.planned.index}",
    WorkStarted: lambda event: f"work {event.planned.index}",
    PhaseStarted: lambda event: f"phase {event.phase.phase}",
    Counted: lambda event: f"count {event.rep}/{event.of}",
    HalfWay: lambda event: "half",
    Countdown: lambda event: str(event.seconds),
    SetFinished: lambda event: f"{event.record.status.value} {event.record.index}",
    PainSaid: lambda event: f"pain {event.score}{' sharp' if event.sharp else ''}",
    Paused: lambda event: f"paused {event.cause.value}",
    Resumed: lambda event: "resumed",
    SessionEnded: lambda event: f"end {event.status.value}",
}


def told(events: list[SessionEvent]) -> list[str]:
    """Events in the fewest words: `lead 0`, `work 0`, `phase lower`, `count 1/10`, `half`, `3`, `done 0`, `resumed`."""
    return [IN_WORDS[type(event)](event) for event in events]


def play(session: Session, start: float, end: float, *, step_s: float = 0.5) -> list[SessionEvent]:
    """Let a session run from `start` to `end` in steps too short for sleep."""
    steps = round((end - start) / step_s)
    times = [start + (end - start) * number / steps for number in range(1, steps + 1)] if steps else [end]
    return [event for seconds in times for event in session.advance(at(seconds))]


CONTROLS = {
    "advance": lambda session, now: session.advance(now),
    "pause": lambda session, now: session.pause(now),
    "resume": lambda session, now: session.resume(now),
    "skip": lambda session, now: session.skip(now),
    "back": lambda session, now: session.back(now),
    "restart_set": lambda session, now: session.restart_set(now),
    "finish_set": lambda session, now: session.finish_set(now),
    "longer": lambda session, now: session.stretch_lead(now, 15),
    "shorter": lambda session, now: session.stretch_lead(now, -15),
    "jump": lambda session, now: session.jump(now, min(1, len(session.timeline.sets) - 1)),
    "fewer_reps": lambda session, now: session.fewer_reps(now),
    "end_exercise": lambda session, now: session.end_exercise(now),
    "end": lambda session, now: session.end(now),
    "say_pain": lambda session, now: session.say_pain(now, 5),
}
"""Every control that is given a moment, by name."""
