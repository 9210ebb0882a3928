"""The session on a terminal: time large enough to follow from the floor, redrawn in place."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.session import Countdown, Session, SessionEvent, SetFinished
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.plain_lines import saved_line
from kneecoach.terminal.stage_picture import Line, picture

BELL = "\a"
STYLES = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "rest": "bold white on #0f6b66",
    "paused": "reverse",
    "message": "bold yellow",
}


class LiveScreen:
    """Fills the terminal while it is entered, follows its size, and gives it back after.

    What was saved is printed when it ends, since nothing scrolls meanwhile.
    """

    def __init__(self, terminal: Terminal, *, bell: bool = True, note: Callable[[], str] = str) -> None:
        self._terminal = terminal
        self._console = Console(file=terminal.words, highlight=False, markup=False)
        self._live = Live(console=self._console, screen=True, auto_refresh=False)
        self._bell = bell
        self._note = note
        self._drawn: Sequence[Line] = ()
        self._saved: list[str] = []

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._live.stop()
        for line in self._saved:
            self._terminal.say(line)

    def tell(self, event: SessionEvent, session: Session) -> None:
        """Ring for 3, 2, 1; keep the line of a saved set."""
        if isinstance(event, SetFinished):
            self._saved.append(saved_line(event.record))
        elif isinstance(event, Countdown) and self._bell and not session.playing.paused:
            self._terminal.words.write(BELL)
            self._terminal.words.flush()

    def draw(self, told: AsAgreed, message: str, keys: str) -> None:
        """How things stand now; nothing is written when it looks as before."""
        width, height = self._console.size
        drawn = picture(told, message=message, keys=keys, note=self._note(), width=width, height=height)
        if drawn != self._drawn:
            self._drawn = drawn
            self._live.update(_text(drawn), refresh=True)


def _text(lines: Sequence[Line]) -> Text:
    text = Text(no_wrap=True, overflow="crop", end="")
    for number, line in enumerate(lines):
        text.append("\n" * bool(number))
        text.append(line.text, style=STYLES[line.style])
    return text
