"""What the drawn coach takes of a core while it plays, holds and is hidden, and how soon its first picture is there."""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.figure_window import EXERCISES, READY_S
from tests.bench.table import Line

ROOT = Path(__file__).resolve().parent.parent.parent
PLAYED_S = 4.0
STILL_S = 3.0
GIVE_UP_S = 90
TARGET, LIMIT = 15.0, 25.0
"""Percent of a core at 30 frames a second and 900x600."""
FIRST_MS = 150.0
STILL = 3.0


def measure(turns: int = 3, seconds: float = PLAYED_S) -> list[Line]:
    """In turn with the plain animation, the middle of all turns and exercises."""
    floor: list[dict[str, Any]] = []
    playing: list[dict[str, Any]] = []
    first: list[dict[str, Any]] = []
    ready: list[dict[str, Any]] = []
    begun: list[dict[str, Any]] = []
    for turn in range(turns):
        for exercise in EXERCISES:
            playing.append(run("playing", seconds, exercise))
            first.append(run("first", seconds, exercise))
            ready.append(run("ready", READY_S, exercise))
            begun.append(run("begun", seconds, exercise))
        floor.append(run("floor", STILL_S, EXERCISES[turn % len(EXERCISES)]))
    hold, hidden = run("hold", STILL_S, "glute_bridge"), run("hidden", STILL_S, EXERCISES[0])
    beside = _middle(floor, "cpu_percent")
    return [
        _of_core("figure playing, CPU", _middle(playing, "cpu_percent"), beside, TARGET, LIMIT),
        _of_core("figure while getting ready, CPU", _middle(ready, "cpu_percent"), beside, TARGET, LIMIT),
        _of_core("figure's first repetition, CPU", _middle(begun, "cpu_percent"), beside, TARGET, LIMIT),
        _of_core("figure at once, nothing made, CPU", _middle(first, "cpu_percent"), beside, TARGET, LIMIT),
        _of_core("figure in a hold, CPU", hold["cpu_percent"], beside, STILL, LIMIT),
        _of_core("figure hidden, CPU", hidden["cpu_percent"], beside, STILL, STILL * 2),
        Line("first picture of a figure", "ms", _middle(playing, "first_ms"), 1.0, FIRST_MS, FIRST_MS, of_ratio=False),
    ]


def _of_core(what: str, ours: float, floor: float, target: float, limit: float) -> Line:
    return Line(what, "%", ours, floor, target, limit, of_ratio=False)


def _middle(found: list[dict[str, Any]], name: str) -> float:
    return statistics.median(entry[name] for entry in found)


def run(kind: str, seconds: float, exercise: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.figure_window", kind, str(seconds), exercise],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        timeout=GIVE_UP_S,
        check=True,
    )
    return json.loads(done.stdout)
