"""A terminal of the tests: what was typed, which keys were pressed when, and what was printed."""

import io
import pty
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach import cli
from kneecoach.domain.errors import DiskTrouble
from kneecoach.storage import diary, people, sessions
from kneecoach.storage.database import open_store, open_to_read
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.interrupts import Interrupts
from kneecoach.terminal.player import Ending, Player
from tests.builders import a_person, a_session, counted
from tests.fakes import HandClock

MINUTE_S = 60.0
NO_DISPLAY = {"HOME": "/nowhere"}


class Screen(io.StringIO):
    """A standard output that is a terminal or not."""

    def __init__(self, text: str = "", *, tty: bool = False) -> None:
        super().__init__(text)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


class ScriptedKeys:
    """Presses keys in order; a number lets that many seconds pass first. After the script time goes on by itself.

    Nothing happens in a long pause: it passes in minutes.
    """

    def __init__(self, clock: HandClock, *script: str | float, step_s: float = 1.5) -> None:
        self._clock = clock
        self._script = list(script)
        self._step_s = step_s

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    def read(self, wait_s: float) -> str:
        assert wait_s > 0
        if self._script and isinstance(self._script[0], str):
            return self._script.pop(0)
        step = self._step_s
        if self._script:
            step = min(MINUTE_S if self._script[0] > 10 * MINUTE_S else step, self._script[0])
            self._script[0] -= step
            if self._script[0] <= 0:
                self._script.pop(0)
        self._clock.pass_by(step)
        return ""


class Desk:
    """One person at one terminal, over one data folder."""

    def __init__(self, folder: Path, *, tty: bool = False, clock: HandClock | None = None) -> None:
        self.folder = folder
        self.clock = clock or HandClock()
        self.tty = tty
        self.out = self.err = ""

    def run(self, *arguments: str, typed: str = "", keys: tuple = (), environ=None, folder=None) -> int:
        stdout, stderr = Screen(tty=self.tty), Screen(tty=self.tty)
        terminal = Terminal(
            stdin=Screen(typed, tty=self.tty),
            stdout=stdout,
            stderr=stderr,
            now=self.clock.now,
            wall=self.clock.wall,
            open_keys=lambda _terminal: ScriptedKeys(self.clock, *keys),
        )
        given = ["--data-dir", str(folder or self.folder), *arguments]
        code = cli.main(given, terminal=terminal, environ=environ or NO_DISPLAY)
        self.out, self.err = stdout.getvalue(), stderr.getvalue()
        return code

    def sessions(self):
        with closing(open_to_read(self.folder)) as store, store.begin() as tx:
            return sessions.sessions(tx)

    def check_ins(self):
        """Pain, and whether somebody was asked, of each."""
        with closing(open_to_read(self.folder)) as store, store.begin() as tx:
            return [(one.pain, one.asked) for one in diary.check_ins(tx, people.current(tx).id)]

    def introduce(self, **more):
        with closing(open_store(self.folder)) as store, store.begin() as tx:
            person = a_person(**more)
            people.add(tx, person)
        return person


FULL = DiskTrouble("The disk is full.")


class Glass:
    """A screen that remembers what it was told and shown."""

    def __init__(self) -> None:
        self.told = []
        self.drawn = []
        self.cues = []

    def tell(self, event, _session) -> None:
        self.told.append(event)

    def draw(self, told, message, keys) -> None:
        self.drawn.append((told.playing.paused, message, keys))
        self.cues.append(told.playing.planned.exercise.cues)

    @property
    def messages(self):
        return [message for _, message, _ in self.drawn]


class Table:
    """A session, its player, and everything around it."""

    def __init__(self, *dosages, keys=(), answers=True, full=(), pain_at_start=None, **more) -> None:
        self.clock = HandClock()
        self.glass = Glass()
        self.kept = []
        self.session = a_session(*(dosages or [counted(4), counted(4)]), started_at=None, **more)
        self._full = list(full)
        self.player = Player(
            self.session,
            self.glass,
            ScriptedKeys(self.clock, *keys),
            keep=self.keep,
            now=self.clock.now,
            answers=answers,
            pain_at_start=pain_at_start,
        )

    def keep(self, events) -> None:
        if self._full and self._full.pop(0):
            raise FULL
        self.kept += events

    def play(self, noted=None) -> Ending:
        interrupts = Interrupts()
        interrupts.noted = noted
        return self.player.play(interrupts)

    def statuses(self):
        return [self.session.records[index].status for index in sorted(self.session.records)]


def a_terminal() -> tuple[int, int]:
    """Both ends of a terminal: ours and the program's. A root without /dev/pts has none to give."""
    try:
        return pty.openpty()
    except OSError:
        pytest.skip("this system gives out no terminals: /dev/pts is not mounted")
