"""The player's frames and CPU while it plays, is paused and is hidden, beside bare windows that do as much."""

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
PLAYED = ("held", "rolled", "counted")
PAUSED_LIMIT, HIDDEN_LIMIT = 1.5, 2.0
"""Hidden it still beeps, counts and speaks on time."""
PLAYED_S = 3.0
FIGURE_TARGET, FIGURE_LIMIT = 15.0, 25.0
"""Percent of a core, of the whole player with the figure at 30 pictures a second."""
OPENED_MS = 150.0
FIGURE_S, ONE_LOOP_S = 6.0, 9.0
PAUSED_S, SETTLED_S = 4.0, 12.0
GIVE_UP_S = 60


def measure_playing(turns: int = 9, seconds: float = PLAYED_S) -> list[Line]:
    """The slowest of 100 frames, from when its tick was due to when it was painted."""
    frames: dict[str, list[float]] = {kind: [] for kind in ("repaint", *PLAYED)}
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
        for kind in PLAYED
    ]


def measure_figure(turns: int = 3, seconds: float = FIGURE_S) -> list[Line]:
    """CPU of the whole player in percent of a core, once every picture of the loop was made."""
    taken: dict[str, list[float]] = {kind: [] for kind in ("repaint", *PLAYED)}
    for _ in range(turns):
        for kind, kept in taken.items():
            kept.append(run(kind, seconds, ONE_LOOP_S)["cpu_ms_per_s"] / 10)
    floor = statistics.median(taken["repaint"])
    return [
        Line(
            f"player, {kind} set: CPU",
            "%",
            statistics.median(taken[kind]),
            floor,
            FIGURE_TARGET,
            FIGURE_LIMIT,
            of_ratio=False,
        )
        for kind in PLAYED
    ]


def measure_opening(turns: int = 9) -> list[Line]:
    """From asking for the player, with a session begun on disk, until its first figure is painted."""
    took = [run("opened", 5.0)["first_ms"] for _ in range(turns)]
    return [
        Line(
            "player opened to its first figure",
            "ms",
            statistics.median(took),
            1.0,
            OPENED_MS,
            OPENED_MS,
            of_ratio=False,
        )
    ]


def measure_paused(turns: int = 9, seconds: float = PAUSED_S) -> list[Line]:
    """CPU of a player that nobody needs to see move, beside a label that changes once a second."""
    taken: dict[str, list[float]] = {"label": [], "paused": [], "hidden": []}
    for _ in range(turns):
        for kind, kept in taken.items():
            kept.append(run(kind, seconds, SETTLED_S)["cpu_ms_per_s"])
    floor = statistics.median(taken["label"])
    return [
        Line(f"player {kind}, CPU", "ms/s", statistics.median(taken[kind]), floor, PAUSED_LIMIT, limit)
        for kind, limit in (("paused", PAUSED_LIMIT), ("hidden", HIDDEN_LIMIT))
    ]


def run(kind: str, seconds: float, settle_s: float = 1.0) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.player_window", kind, str(seconds), folder, str(settle_s)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            timeout=GIVE_UP_S,
            check=True,
        )
    return json.loads(done.stdout)


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
