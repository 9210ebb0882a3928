"""A session without a person, for whoever torments the program from outside: the code of the windows, no screen.

Each set that is durable is acknowledged by one line, `ACK <id>`, written at once; the last line is one JSON document.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from select import select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from kneecoach import clock
from kneecoach.coaching import play
from kneecoach.domain.dosage import Dosage, Sides
from kneecoach.domain.errors import CannotStart, DiskTrouble, InvalidInput, NotAllowed
from kneecoach.domain.exercise import Exercise, Position
from kneecoach.domain.person import Person
from kneecoach.domain.progress import days_trained, streak
from kneecoach.domain.routine import Pauses, Prescription, Routine
from kneecoach.domain.session import Cause, Moment, Paused, Session, SessionEvent, SetFinished
from kneecoach.domain.timeline import plan
from kneecoach.exchange.runs.found import Found, Refused
from kneecoach.exchange.runs.reading import read_files
from kneecoach.storage import people, runs, sessions
from kneecoach.storage.database import Store, open_store, open_to_read
from tests.torture import restated

DONE, ENDED_EARLY, REFUSED_INPUT, REFUSED_TO_START = 0, 1, 2, 3
STEP_S = 0.5
TICK_S = 0.02
LONGEST_ROUTINE = 50


def main(arguments: list[str]) -> int:
    """Run one verb and say how it went."""
    folder, verb, *rest = arguments
    try:
        document = VERBS[verb](Path(folder), *rest)
    except (InvalidInput, NotAllowed) as error:
        return _say({"status": "refused", "message": str(error)}, REFUSED_INPUT)
    except CannotStart as error:
        return _say({"status": "refused", "message": str(error), "sets": []}, REFUSED_TO_START)
    return _say({"status": "ok", "message": ""} | document, DONE)


def log(folder: Path, wanted: str, pause_ms: str) -> dict[str, object]:
    """Play sets of half a second each, in time that is made up, and acknowledge each once it is kept."""
    left = int(wanted)
    store = open_store(folder)
    person = _someone(store)
    moments = _made_up_time()
    while left > 0:
        session = _session(store, person, min(left, LONGEST_ROUTINE))
        events = session.resume(next(moments)) if session.playing.paused else []
        while session.playing.ended is None and left > 0:
            events += session.advance(next(moments))
            play.keep(store, session, events, clock.wall_now())
            left -= _acknowledge(events)
            events = []
            select([], [], [], int(pause_ms) / 1_000)
    store.close()
    return {}


def listed(folder: Path) -> dict[str, object]:
    """Start as usual, with whatever recovery that takes, and name every set there is."""
    try:
        store = open_store(folder)
    except DiskTrouble:
        store = open_to_read(folder)
    with store.begin() as tx:
        found = sessions.sessions(tx)
    store.close()
    return {"sets": [{"id": str(done.id)} for session in found for done in session.sets]}


def timer(folder: Path, seconds: str) -> dict[str, object]:
    """Play one timed set in real time; a session that pauses itself is resumed at once."""
    store = open_store(folder)
    session = _started(store, _someone(store), Dosage(sets=1, seconds=float(seconds), sides=Sides.BOTH, rest_s=0))
    began = now = clock.moment()
    events = session.advance(now)
    pauses = 0
    while session.playing.ended is None:
        select([], [], [], TICK_S)
        now = clock.moment()
        events += session.advance(now)
        if any(isinstance(event, Paused) and event.cause is Cause.SLEPT for event in events):
            pauses += 1
            events += session.resume(now)
        play.keep(store, session, events, clock.wall_now())
        events = []
    store.close()
    wall_s = now.boot - began.boot
    return {
        "active": session.worked_s,
        "wall": wall_s,
        "paused": wall_s - session.worked_s,
        "pauses": pauses,
        "done": True,
    }


def diary(folder: Path) -> dict[str, object]:
    """Play a session of one set now."""
    store = open_store(folder)
    session = _started(store, _someone(store), Dosage(sets=1, seconds=STEP_S, sides=Sides.BOTH, rest_s=0))
    moments = _made_up_time()
    while session.playing.ended is None:
        play.keep(store, session, session.advance(next(moments)), clock.wall_now())
    store.close()
    return {}


def streaked(folder: Path) -> dict[str, object]:
    """The local days in a row up to the last one that was trained."""
    store = open_store(folder)
    with store.begin() as tx:
        days = days_trained(sessions.sessions(tx))
    store.close()
    return {"streak": streak(days, max(days)) if days else 0, "days": [day.isoformat() for day in sorted(days)]}


def imported(folder: Path, file: str) -> dict[str, object]:
    """Read one file and keep the runs in it, all or none; the harness's own documents are told in ours first."""
    path = Path(file)
    if (routine := restated.routine_in(path)) is not None:
        restated.doses_of(routine)
        return {"status": "imported"}
    with tempfile.TemporaryDirectory() as top:
        if restated.small_enough(path):
            copy = Path(top) / path.name
            copy.write_bytes(restated.restated(path.read_bytes()))
            path = copy
        outcomes = list(read_files([path], zone=UTC, now=clock.wall_now()))
    found = [outcome.run for outcome in outcomes if isinstance(outcome, Found) and outcome.run]
    refused = [outcome.why for outcome in outcomes if isinstance(outcome, Refused)]
    if refused or not found:
        raise InvalidInput(refused[0] if refused else "There is no run in it.")
    store = open_store(folder)
    person = _someone(store)
    with store.begin() as tx:
        for run in found:
            runs.keep_run(tx, person.id, run)
    store.close()
    return {"status": "imported", "message": ""}


VERBS = {"log": log, "list": listed, "timer": timer, "diary": diary, "streak": streaked, "import": imported}


def _someone(store: Store) -> Person:
    with store.begin() as tx:
        return people.ensure(tx)


def _session(store: Store, person: Person, sets: int) -> Session:
    dosage = Dosage(sets=sets, seconds=STEP_S, sides=Sides.BOTH, rest_s=0)
    if record := play.offered(store, person):
        return play.resume(store, record, _exercises(dosage), clock.wall_now())
    return _started(store, person, dosage)


def _started(store: Store, person: Person, dosage: Dosage) -> Session:
    routine = Routine("probe", "Probe", "KneeCoach", 1, (Prescription("hold", dosage),), Pauses(0, 0, 0), calming=True)
    return play.start(store, person, plan(routine, _exercises(dosage)), now=clock.wall_now())


def _exercises(dosage: Dosage) -> dict[str, Exercise]:
    nothing: tuple[str, ...] = ()
    hold = Exercise(
        "hold", None, "Hold", "Hold", Position.STANDING, nothing, (), nothing, nothing, (), "", "", nothing, dosage, ""
    )
    return {"hold": hold}


def _made_up_time() -> Iterator[Moment]:
    number = 0
    while True:
        yield Moment(number * STEP_S, number * STEP_S)
        number += 1


def _acknowledge(events: list[SessionEvent]) -> int:
    done = [event.record.id for event in events if isinstance(event, SetFinished)]
    for record_id in done:
        os.write(sys.stdout.fileno(), f"ACK {record_id}\n".encode())
    return len(done)


def _say(document: dict[str, object], code: int) -> int:
    os.write(sys.stdout.fileno(), f"{json.dumps(document)}\n".encode())
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
