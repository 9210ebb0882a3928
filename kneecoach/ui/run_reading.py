"""Run files read beside the window, and what they hold handed over in portions that hold nothing up."""

import json
import os
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kneecoach.exchange.runs.found import Outcome
from kneecoach.exchange.runs.passing import outcome_of, zone_told
from kneecoach.own_programs import READER, neutral_folder, own_command

AT_ONCE = 20
ENDS_WITHIN_MS = 2_000
STOPPED = "Reading stopped by itself, so nothing was added."
STOPPED_AT = "Reading stopped by itself at {name}, so nothing was added. Try without this file."


class RunReading(QObject):
    """Reads once. Nothing is emitted any more after `stop`."""

    came = Signal(object)
    """A list of Outcome, in the order of reading."""
    progressed = Signal(int, int, str)
    """How many files are done, of how many, and the name of the next."""
    ended = Signal(str)
    """Everything was read; otherwise one sentence says why not."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setWorkingDirectory(neutral_folder())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._lines: deque[bytes] = deque()
        self._rest = b""
        self._name = ""
        self._zone: tzinfo = UTC
        self._running = self._whole = self._over = False
        # Between two portions the window has its turn
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._hand_over)

    def begin(self, paths: Sequence[Path], now: datetime) -> None:
        """Read all of it as of `now` (aware), whose zone is where the person is."""
        zone = now.tzinfo
        assert zone is not None, "the clock knows its zone"
        self._zone = zone
        named = [os.fspath(path.absolute()) for path in paths]
        wish = {"paths": named, "zone": zone_told(zone, now), "now": now.isoformat()}
        program, *arguments = own_command(READER)
        self._running = True
        self._process.start(program, arguments)
        self._process.write(json.dumps(wish).encode() + b"\n")
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End at once; waits only until the process is gone."""
        self._over = True
        self._turn.stop()
        self._lines.clear()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(ENDS_WITHIN_MS)

    def _read(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        self._lines.extend(lines)
        if self._lines and not self._over:
            self._turn.start()

    def _hand_over(self) -> None:
        outcomes: list[Outcome] = []
        while self._lines and len(outcomes) < AT_ONCE:
            self._take(json.loads(self._lines.popleft()), outcomes)
        if outcomes:
            self.came.emit(outcomes)
        if not self._lines:
            self._turn.stop()
            if not self._running:
                self._end()

    def _take(self, told: dict, outcomes: list[Outcome]) -> None:
        if "file" in told:
            outcomes.append(outcome_of(told, self._zone))
        elif "name" in told:
            self._name = told["name"]
            self.progressed.emit(told["done"], told["total"] or 0, told["name"])
        else:
            self._whole = True

    def _finish(self) -> None:
        self._read()
        self._running = False
        if not self._lines and not self._over:
            self._end()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._over:
            self._running = False
            self._end()

    def _end(self) -> None:
        if not self._over:
            self._over = True
            stopped = STOPPED_AT.format(name=self._name) if self._name else STOPPED
            self.ended.emit("" if self._whole else stopped)
