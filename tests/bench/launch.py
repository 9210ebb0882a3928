"""From the start of the process to the first painted Today, beside a bare window of Qt."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from kneecoach import clock
from kneecoach.coaching import people
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.person import Person
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.domain.timeline import Timeline, plan
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.storage import mornings, sessions
from kneecoach.storage.database import open_store
from tests.bench.table import Line

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNS = 15
TARGET, LIMIT = 1.6, 2.0
PEAK_TARGET, PEAK_LIMIT = 2.0, 2.5
DAYS = 7
GIVE_UP_S = 60


class NotToday(Exception):
    """What came up was not Today as it has to be."""


@dataclass(frozen=True, slots=True)
class Start:
    """What one process took from its start to its end."""

    wall_s: float
    cpu_s: float
    peak_kib: int


def a_warm_up() -> Timeline:
    return plan(load_routines()[WARM_UP], load_exercises(), first=Side.LEFT)


def prepare(folder: Path) -> None:
    """Fill a data folder with somebody who did the warm-up on each of the last days.

    The mornings after are answered: what is asked for would be shown before Today.
    """
    now, timeline = clock.wall_now(), a_warm_up()
    person = Person(uuid4(), knee=Side.LEFT, safety_accepted=True)
    with closing(open_store(folder)) as store:
        people.introduce(store, person, {}, now)
        with store.begin() as tx:
            for days in range(DAYS, 0, -1):
                sessions.add(tx, _played(timeline, person.id, now - timedelta(days=days)))
                morning = now - timedelta(days=days - 1)
                mornings.keep_check(tx, person.id, MorningCheck(uuid4(), morning.date(), now, pain=0))


def _played(timeline: Timeline, person: UUID, at: datetime) -> SessionRecord:
    done = tuple(
        SetRecord(
            id=uuid4(),
            index=one.index,
            exercise=one.exercise.id,
            number=one.number,
            side=one.side,
            reps=one.dosage.reps,
            seconds=one.work_s,
            status=SetStatus.DONE,
        )
        for one in timeline.sets
    )
    return SessionRecord(
        id=uuid4(),
        person=person,
        routine=timeline.routine,
        first_side=Side.LEFT,
        started_at=at,
        ended_at=at + timedelta(seconds=timeline.seconds),
        status=SessionStatus.COMPLETED,
        pain_before=2,
        pain_after=1,
        position=len(done) - 1,
        sets=done,
    )


def measure(folder: Path, runs: int = RUNS) -> list[Line]:
    """`folder` is prepared. The programs take turns, and both have run before the first turn that counts."""
    programs = {"floor": ["floor_window.py"], "ours": ["first_today.py", str(folder)]}
    taken: dict[str, list[Start]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as compiled:
        environ = compiling_to(compiled)
        for program in programs.values():
            timed(*program, environ=environ)
        for _ in range(runs):
            for name, program in programs.items():
                taken[name].append(timed(*program, environ=environ))
    medians = {
        name: Start(*(statistics.median(column) for column in zip(*map(_numbers, starts), strict=True)))
        for name, starts in taken.items()
    }
    ours, floor = medians["ours"], medians["floor"]
    return [
        Line("launch to Today, wall", "ms", ours.wall_s * 1_000, floor.wall_s * 1_000, TARGET, LIMIT),
        Line("launch to Today, CPU", "ms", ours.cpu_s * 1_000, floor.cpu_s * 1_000, TARGET, LIMIT),
        Line("launch to Today, peak", "MiB", ours.peak_kib / 1_024, floor.peak_kib / 1_024, PEAK_TARGET, PEAK_LIMIT),
    ]


def _numbers(start: Start) -> tuple[float, float, int]:
    return start.wall_s, start.cpu_s, start.peak_kib


def compiling_to(folder: str) -> dict[str, str]:
    """An environment in which every module is compiled once, as it is for whoever starts a program twice."""
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def timed(script: str, *arguments: str, environ: dict[str, str]) -> Start:
    """Run a program that prints its peak in KiB and ends in its first paint."""
    command = [sys.executable, HERE / script, *arguments]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said = process.stdout.read()
    if process.returncode or not said.strip().isdigit():
        raise NotToday(f"{script} ended with {process.returncode} and said {said.decode(errors='replace')!r}.")
    return Start(wall_s, usage.ru_utime + usage.ru_stime, int(said))


def look(folder: Path) -> str:
    """Look at the first paint and a second longer: one sentence about it, or `NotToday`."""
    said = subprocess.run(
        [sys.executable, HERE / "first_today.py", str(folder), "--look"],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        timeout=GIVE_UP_S,
        check=True,
    ).stdout
    found = json.loads(said)
    minutes = a_warm_up().minutes
    wanted = {"Today", "Start warm-up", f"{minutes} minutes", "Pages", "Settings"}
    if missing := wanted - {*found["texts"], *found["names"]}:
        raise NotToday(f"The first paint lacks {', '.join(sorted(missing))}.")
    if not found["still"]:
        raise NotToday("Something moved in the second after the first paint.")
    if found["loaded"]:
        raise NotToday(f"Loaded before the first paint: {', '.join(found['loaded'])}.")
    width, height = found["size"]
    return f"Today at {width}x{height}: rail, title, {minutes} minutes; nothing moved in the second after it."


def slowest_imports(folder: Path, count: int = 25) -> str:
    """The modules that take longest to import on the way to Today, with what each takes itself, in microseconds."""
    command = [sys.executable, "-X", "importtime", HERE / "first_today.py", str(folder)]
    with tempfile.TemporaryDirectory() as compiled:
        environ = compiling_to(compiled)
        timed("first_today.py", str(folder), environ=environ)
        done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environ, timeout=GIVE_UP_S, check=True)
    said = done.stderr.decode()
    rows = [line.removeprefix("import time:").split("|") for line in said.splitlines() if "|" in line][1:]
    slowest = sorted(rows, key=lambda row: -int(row[0]))[:count]
    return "\n".join(f"{itself:>10} {both:>10}  {name.strip()}" for itself, both, name in slowest)
