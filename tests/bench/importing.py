"""A thousand GPX files imported by the window beside reading them alone, and how still the window stands meanwhile."""

import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kneecoach.exchange.runs.found import Found
from kneecoach.exchange.runs.reading import read_files
from tests.bench.table import Line

ROOT = Path(__file__).resolve().parent.parent.parent
FILES, POINTS, EVERY_S = 1_000, 600, 4
RATIO, STILL_MS = 2.0, 100.0
TURNS, GIVE_UP_S = 3, 600
FIRST = datetime(2024, 2, 26, 7, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)


def fill(folder: Path, files: int = FILES) -> list[Path]:
    """Runs of forty minutes, one a day."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"run_{number:04}.gpx" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text(_gpx(FIRST + timedelta(days=number)))
    return paths


def measure(turns: int = TURNS) -> list[Line]:
    """The total is from dropping the files until the diary has them.

    A pause is between two ticks of 5 ms, less the time for which others had the core of the window.
    """
    read_s, took_s, still_ms = [], [], []
    with tempfile.TemporaryDirectory() as top:
        paths = fill(Path(top) / "watch")
        for turn in range(min(TURNS, turns)):
            read_s.append(alone(paths))
            found = run(Path(top) / f"data_{turn}", Path(top) / "watch")
            took_s.append(found["took_s"])
            still_ms.append(found["still_ms"])
    # Others on the machine only ever make it slower
    return [
        Line("1,000 GPX files, imported", "s", min(took_s), min(read_s), RATIO, RATIO),
        Line("1,000 GPX files: window still", "ms", min(still_ms), 5.0, STILL_MS, STILL_MS, of_ratio=False),
    ]


def alone(paths: list[Path]) -> float:
    """Seconds for reading them and nothing else."""
    began = time.perf_counter()
    count = sum(isinstance(outcome, Found) for outcome in read_files(paths, zone=UTC, now=NOW))
    assert count == len(paths), "all of them are runs"
    return time.perf_counter() - began


def run(folder: Path, watch: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.importing_window", str(folder), str(watch)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        timeout=GIVE_UP_S,
        check=True,
    )
    return json.loads(done.stdout)


def _gpx(start: datetime) -> str:
    points = "".join(
        f'<trkpt lat="{47 + number / 10_000:.6f}" lon="8.5"><ele>{400 + number % 50}</ele>'
        f"<time>{(start + timedelta(seconds=EVERY_S * number)).isoformat()}</time></trkpt>"
        for number in range(POINTS)
    )
    head = '<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'
    return f"{head}<trk><name>Morning Run</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
