"""The terminal as KneeCoach sees it: what it writes to, whether anybody can answer, and the two clocks."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from kneecoach import clock
from kneecoach.domain.moment import Moment

if TYPE_CHECKING:
    from kneecoach.terminal.keys import Keys


def keys_of(terminal: "Terminal") -> "AbstractContextManager[Keys]":
    """The keys of somebody who is there, else a wait for the time to pass."""
    # The window is started from here too and needs none of it
    from kneecoach.terminal.keys import NoKeys, PressedKeys  # noqa: PLC0415

    return PressedKeys(terminal.stdin) if terminal.answers else nullcontext(NoKeys())


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes. With `json` standard output is kept for the one document."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    now: Callable[[], Moment] = clock.moment
    wall: Callable[[], datetime] = clock.wall_now
    json: bool = False
    open_keys: Callable[["Terminal"], "AbstractContextManager[Keys]"] = keys_of

    @property
    def words(self) -> TextIO:
        """Where sentences and lists for a person go."""
        return self.stderr if self.json else self.stdout

    @property
    def answers(self) -> bool:
        """Whether somebody is there to be asked and to press keys."""
        return self.stdin.isatty() and self.words.isatty()

    def say(self, line: str) -> None:
        """One line for the person, at once."""
        self.words.write(line + "\n")
        self.words.flush()

    def warn(self, sentence: str) -> None:
        """One sentence on standard error."""
        self.stderr.write(sentence + "\n")
        self.stderr.flush()

    def document(self, text: str) -> None:
        """The JSON document."""
        self.stdout.write(text + "\n")
        self.stdout.flush()


def this_terminal() -> Terminal:
    """The one that KneeCoach was started in; what it can't spell is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Terminal(sys.stdin, sys.stdout, sys.stderr)
