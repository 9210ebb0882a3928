"""The diary of ten years beside an empty one: how long it takes to open, and its frames while it is scrolled."""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import diary_window
from tests.bench.table import Line

ROOT = Path(__file__).resolve().parent.parent.parent
OPENED_RATIO = 1.5
FRAME_MS = 33.0
SCROLLED_S = 6.0
GIVE_UP_S = 120


def measure(turns: int = 9) -> list[Line]:
    """Opening is from asking for the page until it is painted; a frame from when its scroll was due until then."""
    opened: dict[str, list[float]] = {kind: [] for kind in diary_window.FOLDERS}
    slowest: dict[str, list[float]] = {kind: [] for kind in diary_window.FOLDERS}
    with tempfile.TemporaryDirectory() as folder:
        for kind, years in diary_window.FOLDERS.items():
            diary_window.fill(Path(folder) / kind, years)
        for _ in range(turns):
            for kind, took in opened.items():
                took.append(run(Path(folder) / kind, 0)["opened_ms"])
        for _ in range(min(3, turns)):
            for kind, frames in slowest.items():
                frames.append(max(run(Path(folder) / kind, SCROLLED_S)["frames_ms"]))
    full, empty = (statistics.median(opened[kind]) for kind in ("full", "empty"))
    # Others on the machine only ever make the slowest frame slower
    frame, still = (min(slowest[kind]) for kind in ("full", "empty"))
    return [
        Line("diary of ten years, opened", "ms", full, empty, OPENED_RATIO, OPENED_RATIO),
        Line("diary of ten years, scrolled: slowest frame", "ms", frame, still, FRAME_MS, FRAME_MS, of_ratio=False),
    ]


def run(folder: Path, seconds: float) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.diary_window", str(folder), str(seconds)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        timeout=GIVE_UP_S,
        check=True,
    )
    return json.loads(done.stdout)
