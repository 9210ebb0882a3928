"""Killing the probe at random moments: every set it acknowledged must be there at the next start."""

import json
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

PROBE = Path(__file__).with_name("probe.py")
MANY = "100000"
LONGEST_LIFE_S = 0.3
STARTS_IN_S = 0.6
HANGS_AFTER_S = 30.0
LOOKS_EVERY = 5
FOLDER_LASTS = 20


@dataclass
class Found:
    """What came of it; each failure is a sentence."""

    kills: int = 0
    acknowledged: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """All of it in one line."""
        said = f"{self.kills} kills, {self.acknowledged} sets acknowledged, {len(self.failures)} failures"
        return ": ".join([said, *self.failures[:1]])


def torment(*, seconds: float = math.inf, kills: float = math.inf, seed: int = 1) -> Found:
    """Kill the probe until the time or the number of kills is used up."""
    found, chance, ends = Found(), random.Random(seed), time.monotonic() + seconds
    while found.kills < kills and time.monotonic() < ends:
        with tempfile.TemporaryDirectory() as top:
            _one_folder(Path(top) / "data", found, chance, lambda: found.kills < kills and time.monotonic() < ends)
    return found


def _one_folder(folder: Path, found: Found, chance: random.Random, goes_on: Callable[[], bool]) -> None:
    acknowledged: set[str] = set()
    for number in range(1, FOLDER_LASTS + 1):
        acknowledged |= _killed(folder, found, chance)
        last = number == FOLDER_LASTS or not goes_on()
        if number % LOOKS_EVERY == 0 or last:
            _look(folder, found, acknowledged)
        if last:
            return


def _killed(folder: Path, found: Found, chance: random.Random) -> set[str]:
    """Let it live for a random while, measured from its first set or, now and then, from its start."""
    pause_ms = str(chance.choice([0, 0, 2, 5]))
    program = subprocess.Popen(
        [sys.executable, PROBE, folder, "log", MANY, pause_ms],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with program:
        while_starting = chance.random() < 0.3
        first = "" if while_starting else program.stdout.readline()
        Timer(chance.uniform(0, STARTS_IN_S if while_starting else LONGEST_LIFE_S), program.kill).start()
        said, complaint = program.communicate(timeout=HANGS_AFTER_S)
    found.kills += 1
    if "Traceback" in complaint:
        found.failures.append(complaint.strip().splitlines()[-1])
    acknowledged = {line.removeprefix("ACK ") for line in (first + said).split("\n")[:-1] if line.startswith("ACK ")}
    found.acknowledged += len(acknowledged)
    return acknowledged


def _look(folder: Path, found: Found, acknowledged: set[str]) -> None:
    answer = subprocess.run(
        [sys.executable, PROBE, folder, "list"], capture_output=True, text=True, timeout=HANGS_AFTER_S, check=False
    )
    if answer.returncode or "Traceback" in answer.stderr:
        found.failures.append(f"the next start ended with {answer.returncode}: {answer.stdout or answer.stderr}")
        return
    present = {record["id"] for record in json.loads(answer.stdout)["sets"]}
    if lost := acknowledged - present:
        found.failures.append(f"{len(lost)} of {len(acknowledged)} acknowledged sets were lost")
