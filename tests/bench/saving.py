"""Saving a set as the player does, beside one row in raw sqlite3 with the same settings, in turn."""

import itertools
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from kneecoach.coaching import play
from kneecoach.domain.dosage import Dosage, Sides
from kneecoach.domain.routine import Pauses, Prescription, Routine
from kneecoach.domain.timeline import plan
from kneecoach.storage.database import open_store
from tests.bench.table import Line
from tests.builders import A_DAY, at, exercises_of

TARGET = 2.0
LIMIT = 2.5
BLOCK = 49
SETS = 50
SECONDS = 1.0


Commit = Callable[[], object]


def measure(turns: int = 15) -> list[Line]:
    """Medians of one raw commit and of one set kept, in turns of `BLOCK` commits each."""
    with tempfile.TemporaryDirectory() as folder:
        ways = {"raw": _raw(Path(folder) / "raw.db"), "kept": _kept(Path(folder) / "data")}
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for prepared in ways.values():
            _block(prepared)
        for _ in range(turns):
            for name, prepared in ways.items():
                taken[name] += _block(prepared)
        for prepared in ways.values():
            prepared.close()
    medians = {name: statistics.median(times) for name, times in taken.items()}
    return [Line("saving a set, commit", "µs", medians["kept"], medians["raw"], TARGET, LIMIT)]


def _block(prepared: Iterator[Commit]) -> list[float]:
    times = []
    for commit in itertools.islice(prepared, BLOCK):
        began = time.perf_counter_ns()
        commit()
        times.append((time.perf_counter_ns() - began) / 1_000)
    return times


def _raw(path: Path) -> Generator[Commit, None, None]:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE set_row (id INTEGER PRIMARY KEY, session INTEGER, exercise INTEGER, idx INTEGER, reps INTEGER, "
        "hold_ms INTEGER, done_at INTEGER)"
    )
    connection.execute("CREATE INDEX set_row_by_session ON set_row (session)")

    def commit() -> None:
        connection.execute(
            "INSERT INTO set_row (session, exercise, idx, reps, hold_ms, done_at) VALUES (?, ?, ?, ?, ?, ?)",
            (1, 3, 7, 10, 5_000, 1_700_000_000),
        )
        connection.commit()

    with closing(connection):
        while True:
            yield commit


def _kept(folder: Path) -> Generator[Commit, None, None]:
    dosage = Dosage(sets=SETS, seconds=SECONDS, sides=Sides.BOTH, rest_s=0)
    routine = Routine("bench", "Bench", "KneeCoach", 1, (Prescription("hold", dosage),), Pauses(0, 0, 0))
    timeline = plan(routine, exercises_of(routine))
    with closing(open_store(folder)) as store:
        while True:
            session = play.start(store, None, timeline, now=A_DAY)
            session.advance(at(0))
            for number in range(1, SETS):
                events = session.advance(at(number * SECONDS))
                yield partial(play.keep, store, session, events, A_DAY)
