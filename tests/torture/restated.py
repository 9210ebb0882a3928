"""Documents of the harness, which speaks of no application in particular, as KneeCoach knows them.

Its good track stands still at one moment, and a run of no distance is refused here: the n-th copy of its point is moved
on by n steps. Its good table has the headers `date,reps`: ours are `at,km`. All else in a file, whatever is wrong with
it, stays as it is. Its routine is a document that KneeCoach has no file for yet, so it is read here, by the guards that
the product has for zips, packed files and JSON, into the doses of the domain.
"""

import re
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from kneecoach.domain.dosage import Dosage, TempoPhase
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.archives import opened_zip
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_NAME
from kneecoach.exchange.runs.sources import content_of, opened
from kneecoach.exchange.strict_json import decoded

STANDING = re.compile(rb'<trkpt lat="47\.1" lon="8\.5"><ele>400</ele><time>2026-11-21T08:00:00Z</time></trkpt>')
START = datetime(2020, 11, 21, 8, tzinfo=UTC)
STEP_DEGREES, STEP_S = 0.0001, 5
HEADER, DAY = b"date,reps", re.compile(rb"2026-(11-2[12]),")
ROUTINE = "routine.json"
FORMAT, VERSION = "kneecoach-routine", 1
MOST_EXERCISES = 100


def restated(content: bytes) -> bytes:
    """A track that moves and a table of runs, where the harness has its own."""
    steps = count()
    if HEADER in content[:100]:
        return DAY.sub(rb"2020-\1T07:00,", content.replace(HEADER, b"at,km", 1))
    return STANDING.sub(lambda _point: _moved(next(steps)), content)


def _moved(step: int) -> bytes:
    at = (START + timedelta(seconds=STEP_S * step)).isoformat()
    return f'<trkpt lat="{47.1 + STEP_DEGREES * step:.4f}" lon="8.5"><ele>400</ele><time>{at}</time></trkpt>'.encode()


def routine_in(path: Path) -> bytes | None:
    """The harness's routine, from a file of its own or from a zip; None when the file is another document."""
    with opened(path) as stream:
        if path.suffix == ".json":
            return content_of(stream, lambda: False)
        if stream.read(2) != b"PK":
            return None
        with opened_zip(stream) as archive:
            if ROUTINE not in archive.names:
                return None
            for name in archive.names:
                with archive.opened(name) as member:
                    content = content_of(member, lambda: False)
                if name == ROUTINE:
                    routine = content
            return routine


def doses_of(content: bytes) -> list[Dosage]:
    """The doses of a routine; `InvalidInput` for anything else."""
    document = decoded(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInput("It is no routine.")
    if document.get("version") != VERSION:
        raise InvalidInput("It is a routine of another version.")
    exercises = document.get("exercises")
    if not isinstance(exercises, list) or not 0 < len(exercises) <= MOST_EXERCISES:
        raise InvalidInput(f"A routine has 1 to {MOST_EXERCISES} exercises.")
    return [_dose(exercise) for exercise in exercises]


def _dose(exercise: Any) -> Dosage:
    if not isinstance(exercise, dict):
        raise InvalidInput("An exercise is told by its name and dose.")
    name = exercise.get("name")
    if not isinstance(name, str) or not 0 < len(name) <= MAX_NAME:
        raise InvalidInput("An exercise has a name.")
    doses = exercise.get("sets"), exercise.get("reps")
    if not all(type(value) is int for value in doses):
        raise InvalidInput("Sets and repetitions are whole numbers.")
    return Dosage(sets=doses[0], reps=doses[1], tempo=(TempoPhase("repetition", 1.0),))


def small_enough(path: Path) -> bool:
    """Whether a file is within the limits, so that it can be restated at all."""
    return path.is_file() and path.stat().st_size <= MAX_BYTES
