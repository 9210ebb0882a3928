"""The player's frames while it plays and its rest while it is paused, beside bare windows that do as much."""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.table import Line

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIMIT_MS = 33.0
PAUSED_LIMIT = 1.5
PLAYED_S = 3.0
PAUSED_S = 4.0
GIVE_UP_S = 60


def measure_playing(turns: int = 9, seconds: float = PLAYED_S) -> list[Line]:
    """The slowest of 100 frames, from when its tick was due to when it was painted."""
    frames: dict[str, list[float]] = {kind: [] for kind in ("repaint", "timed", "counted")}
    for _ in range(turns):
        for kind in frames:
            frames[kind] += run(kind, seconds)["frames_ms"]
    slowest = {kind: percentile(kept, 99) for kind, kept in frames.items()}
    return [
        Line(
            f"player, {kind} set: p99 of a frame",
            "ms",
            slowest[kind],
            slowest["repaint"],
            LIMIT_MS,
            LIMIT_MS,
            of_ratio=False,
        )
        for kind in ("timed", "counted")
    ]


def measure_paused(turns: int = 9, seconds: float = PAUSED_S) -> list[Line]:
    """CPU of a paused player beside a label that changes once a second, in milliseconds for each second."""
    taken: dict[str, list[float]] = {"label": [], "paused": []}
    for _ in range(turns):
        for kind, kept in taken.items():
            kept.append(run(kind, seconds)["cpu_ms_per_s"])
    ours, floor = (statistics.median(taken[kind]) for kind in ("paused", "label"))
    return [Line("player paused, CPU", "ms/s", ours, floor, PAUSED_LIMIT, PAUSED_LIMIT)]


def run(kind: str, seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.player_window", kind, str(seconds), folder],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            timeout=GIVE_UP_S,
            check=True,
        )
    return json.loads(done.stdout)


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
