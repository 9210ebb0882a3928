"""Imports of what is hostile: in or refused in a sentence, soon, in little memory, and nothing else changes."""

import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kneecoach.exchange.runs.found import Refused
from kneecoach.exchange.runs.reading import read_files
from tests.exchange.runs.mutants import SOUND, mutant
from tests.torture.hostile import hostile

PROBE = Path(__file__).with_name("probe.py")
MOST_S, MOST_MB, MOST_ADDRESSES = 5.0, 400, 4_000 << 20
LONGEST_SENTENCE = 300
MUTANTS = 1_000
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass
class Found:
    """What came of it; each failure is a sentence."""

    files: int = 0
    mutants: int = 0
    slowest_s: float = 0.0
    most_mb: float = 0.0
    failures: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """All of it in one line."""
        measured = f"slowest {self.slowest_s:.1f} s, most {self.most_mb:.0f} MB"
        said = f"{self.files} hostile files, {self.mutants} mutants, {measured}, {len(self.failures)} failures"
        return ": ".join([said, *self.failures[:1]])


def torment_imports(*, seconds: float = math.inf, mutants: int = MUTANTS, only: str = "") -> Found:
    """Import hostile files through the probe, and mutants of every format, until the time is used up."""
    found, ends = Found(), time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as top:
        place = Path(top)
        data = place / "data"
        _ask(data, "log", "3", "0")
        before = _ask(data, "list")["sets"]
        for name, content in hostile():
            if only in name and time.monotonic() < ends:
                _one(place, name, content, found)
        for kind in SOUND:
            _mutants(place / f"mutant.{kind}", kind, mutants, found, ends)
        if _ask(data, "list")["sets"] != before:
            found.failures.append("what was refused changed the sets")
        if strangers := {path.name for path in place.iterdir()} - {"data"}:
            found.failures.append(f"something was written elsewhere: {strangers}")
    return found


def _ask(data: Path, *verb: str) -> dict[str, object]:
    answer = subprocess.run([sys.executable, PROBE, data, *verb], capture_output=True, text=True, check=False)
    return dict(json.loads(answer.stdout.splitlines()[-1]))


def _one(place: Path, name: str, content: bytes, found: Found) -> None:
    file = place / name
    file.write_bytes(content)
    began = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, PROBE, place / "data", "import", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_little_memory,  # noqa: PLW1509 - nothing but a limit, and no threads here
    )
    with program:
        said = program.stdout.read().decode()
        _, status, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    file.unlink()
    took_s, megabytes = time.monotonic() - began, used.ru_maxrss / 1_024
    found.files += 1
    found.slowest_s, found.most_mb = max(found.slowest_s, took_s), max(found.most_mb, megabytes)
    wrong = list(_faults(name, program.returncode, said))
    wrong += [f"{took_s:.1f} s"] if took_s > MOST_S else []
    wrong += [f"{megabytes:.0f} MB"] if megabytes > MOST_MB else []
    found.failures += [f"{name}: {fault}" for fault in wrong]


def _little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))


def _faults(name: str, code: int, said: str) -> Iterator[str]:
    if "Traceback" in said or code not in {0, 2}:
        yield f"ended with {code}: {said.strip().splitlines()[-1:]}"
        return
    answer = json.loads(said.splitlines()[-1])
    if answer["status"] == "refused" and not 0 < len(answer["message"]) <= LONGEST_SENTENCE:
        yield f"said {len(answer['message'])} characters"
    if name.startswith("good") and answer["status"] != "imported":
        yield f"was refused: {answer['message']}"
    if name.startswith("bad") and answer["status"] == "imported":
        yield "came in"


def _mutants(file: Path, kind: str, most: int, found: Found, ends: float) -> None:
    chance = random.Random(kind)
    for _ in range(most):
        if time.monotonic() > ends:
            return
        content = mutant(kind, chance)
        file.write_bytes(content)
        began = time.monotonic()
        outcomes = list(read_files([file], zone=UTC, now=NOW))
        found.slowest_s = max(found.slowest_s, time.monotonic() - began)
        found.mutants += 1
        for outcome in outcomes:
            if isinstance(outcome, Refused) and not (
                outcome.why.endswith(".") and len(outcome.why) <= LONGEST_SENTENCE
            ):
                found.failures.append(f"a mutant of {kind} was refused with {outcome.why!r}")
    file.unlink(missing_ok=True)
