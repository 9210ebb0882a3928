"""What the drawn coach takes of a core while it plays, holds and is hidden, and how soon its first picture is there."""

import json
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.figure_window import EXERCISES, FIRST_S
from tests.bench.table import Line

ROOT = Path(__file__).resolve().parent.parent.parent
PLAYED_S = 4.0
STILL_S = 3.0
GIVE_UP_S = 90
TARGET, LIMIT = 15.0, 25.0
"""Percent of a core at 30 frames a second and 900x600."""
LEFT_OUT, LEFT_OUT_AT_FIRST = 10.0, 75.0
"""Of the pictures that were due; a loop that nothing is made of yet has fewer until its first repetition is over."""
PLAYED = {
    "playing": ("figure playing", LEFT_OUT),
    "ready": ("figure while getting ready", 0.0),
    "next": ("figure's first repetition after another exercise", LEFT_OUT),
    "begun": ("figure's first repetition of a session", LEFT_OUT),
    "first": ("figure at once, nothing made", LEFT_OUT_AT_FIRST),
}
"""How each is called, and how many pictures it may leave out where it moves."""
LONG = ("ready", "next", "begun")
"""With what comes before they take half a minute: once is enough."""
FIRST_MS = 150.0
STILL = 3.0


def measure(turns: int = 3, seconds: float = PLAYED_S) -> list[Line]:
    """In turn with the plain animation; of all exercises the worst, each the middle of its turns."""
    floor: list[dict[str, Any]] = []
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for turn in range(turns):
        for exercise in EXERCISES:
            for kind in PLAYED:
                lasts = FIRST_S if kind == "ready" else seconds
                if turn == 0 or kind not in LONG:
                    found.setdefault((kind, exercise), []).append(run(kind, lasts, exercise))
        floor.append(run("floor", STILL_S, EXERCISES[turn % len(EXERCISES)]))
    hold, hidden = run("hold", STILL_S, "glute_bridge"), run("hidden", STILL_S, EXERCISES[0])
    beside = _middle(floor, "cpu_percent")
    lines = []
    for kind, (what, left_out) in PLAYED.items():
        lines.append(_of_core(f"{what}, CPU", _worst(found, kind, "cpu_percent"), beside, TARGET, LIMIT))
        if left_out:
            missed = _worst(found, kind, "left_out_percent")
            lines.append(Line(f"{what}, pictures left out", "%", missed, 1.0, LEFT_OUT, left_out, of_ratio=False))
    first_ms = _worst(found, "playing", "first_ms")
    return [
        *lines,
        _of_core("figure in a hold, CPU", hold["cpu_percent"], beside, STILL, LIMIT),
        _of_core("figure hidden, CPU", hidden["cpu_percent"], beside, STILL, STILL * 2),
        Line("first picture of a figure", "ms", first_ms, 1.0, FIRST_MS, FIRST_MS, of_ratio=False),
    ]


def _of_core(what: str, ours: float, floor: float, target: float, limit: float) -> Line:
    return Line(what, "%", ours, floor, target, limit, of_ratio=False)


def _worst(found: Mapping[tuple[str, str], list[dict[str, Any]]], kind: str, name: str) -> float:
    return max(_middle(entries, name) for (played, _), entries in found.items() if played == kind)


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
