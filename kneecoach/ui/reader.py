"""A process of its own that reads run files: the window then moves on, whatever a file takes or does.

It reads one wish, as a line of JSON, and writes a line for what it found and for how far it is.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

TELLS_EVERY_S = 0.04
ROOT = Path(__file__).resolve().parent.parent.parent


def main(_arguments: Sequence[str] = ()) -> int:
    """Read what the wish names until the end, or until nobody listens any more."""
    # Started as a file it does not know where the rest of KneeCoach is
    sys.path.append(str(ROOT))
    from kneecoach.exchange.runs.passing import line_of, zone_of  # noqa: PLC0415
    from kneecoach.exchange.runs.reading import read_files  # noqa: PLC0415

    # What is typed into the terminal that the window was started from is for the window
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wish = json.loads(sys.stdin.buffer.readline())
    home, now = zone_of(wish["zone"]), datetime.fromisoformat(wish["now"])
    paths = [Path(name) for name in wish["paths"]]
    lines = Lines()
    try:
        for outcome in read_files(paths, zone=home, now=now.astimezone(home), progress=lines.tell):
            lines.add(line_of(outcome, home))
        lines.add('{"end": true}')
        lines.hand_over()
    except BrokenPipeError:
        # The buffer would be written again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


class Lines:
    """Gathers lines and hands them over some times a second."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._handed_over = time.monotonic()

    def add(self, line: str) -> None:
        self._lines.append(line)
        if time.monotonic() - self._handed_over >= TELLS_EVERY_S:
            self.hand_over()

    def tell(self, done: int, total: int | None, name: str) -> None:
        """How far it is, when something is handed over anyway."""
        if time.monotonic() - self._handed_over >= TELLS_EVERY_S:
            self.add(json.dumps({"done": done, "total": total, "name": name}))

    def hand_over(self) -> None:
        if self._lines:
            sys.stdout.write("\n".join(self._lines) + "\n")
            sys.stdout.flush()
        self._lines.clear()
        self._handed_over = time.monotonic()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
