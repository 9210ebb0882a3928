"""`python3 dev.py bench`: what KneeCoach takes beside the smallest program that does the same, in turn.

It ends with 1 when a limit is broken.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import advice, diary, figure, frames, importing, launch, saving
from tests.bench.table import Line, table


def launching(runs: int = launch.RUNS) -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        launch.prepare(Path(folder))
        print(launch.look(Path(folder)), flush=True)
        return launch.measure(Path(folder), runs)


PARTS: dict[str, Callable[..., list[Line]]] = {
    "launch": launching,
    "saving": saving.measure,
    "frames": frames.measure_playing,
    "player": frames.measure_figure,
    "opening": frames.measure_opening,
    "paused": frames.measure_paused,
    "figure": figure.measure,
    "diary": diary.measure,
    "import": importing.measure,
    "advice": advice.measure,
}


def imports() -> int:
    with tempfile.TemporaryDirectory() as folder:
        launch.prepare(Path(folder))
        print("    itself  with its own\n" + launch.slowest_imports(Path(folder)))
    return 0


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this alone; may be given again")
    parser.add_argument("--runs", type=int, help="turns of each program; otherwise as many as each part needs")
    parser.add_argument("--imports", action="store_true", help="show what takes longest to import at the start")
    chosen = parser.parse_args(argv)
    if chosen.imports:
        return imports()
    lines: list[Line] = []
    for name in chosen.only or PARTS:
        measured = PARTS[name](*([] if chosen.runs is None else [chosen.runs]))
        print(table(measured), flush=True)
        lines += measured
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores:
        print(f"Others keep this machine busy (load {load:.1f}, {cores} cores): what takes longer suffers more.")
    return int(any(line.broken for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
