"""Keys as they are pressed, one at a time; the terminal is put back as it was, whatever happens."""

import os
import re
import select
import signal
import sys
from contextlib import suppress
from threading import Event
from types import FrameType, TracebackType
from typing import Any, Protocol, Self, TextIO

if sys.platform != "win32":
    import termios
    import tty

HANG_UP = "hang-up"
"""What `read` answers when the terminal is gone."""
_NAMES = {
    b"\x1b[C": "right", b"\x1bOC": "right", b"\x1b[D": "left", b"\x1bOD": "left",
    b"\x1b[5~": "page-up", b"\x1b[6~": "page-down",
    b"\x1b[H": "home", b"\x1b[1~": "home", b"\x1bOH": "home",
    b"\x1b": "escape", b"\r": "enter", b"\n": "enter", b"\x7f": "rubout", b"\x08": "rubout",
}  # fmt: skip
_PRESSED = re.compile(rb"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Za-z]|.", re.DOTALL)


class Keys(Protocol):
    """Whatever tells what was pressed; reading is also how the player lets time pass."""

    def read(self, wait_s: float) -> str:
        """The next key, or "" when nothing was pressed within `wait_s` seconds."""


class NoKeys:
    """Nobody presses anything."""

    def read(self, wait_s: float) -> str:
        """Wait the time out."""
        Event().wait(wait_s)
        return ""


class PressedKeys:
    """The keys of a terminal, read raw while this is entered. Ctrl-C and Ctrl-Z keep their meaning."""

    def __init__(self, stdin: TextIO) -> None:
        self._file = stdin.fileno()
        self._pressed: list[str] = []
        self._before: list[Any] = []
        self._on_continue: Any = None

    def __enter__(self) -> Self:
        self._before = termios.tcgetattr(self._file)
        # A shell gives the terminal back as it likes it after Ctrl-Z and fg
        self._on_continue = signal.signal(signal.SIGCONT, self._take)
        self._take()
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        signal.signal(signal.SIGCONT, self._on_continue)
        with suppress(termios.error, OSError):
            termios.tcsetattr(self._file, termios.TCSADRAIN, self._before)

    def read(self, wait_s: float) -> str:
        """The next key, or "" when nothing was pressed in time."""
        if not self._pressed and select.select([self._file], [], [], wait_s)[0]:
            try:
                typed = os.read(self._file, 64)
            except OSError:
                typed = b""
            self._pressed = pressed(typed) if typed else [HANG_UP]
        return self._pressed.pop(0) if self._pressed else ""

    def _take(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        with suppress(termios.error, OSError):
            tty.setcbreak(self._file, termios.TCSADRAIN)


def pressed(typed: bytes) -> list[str]:
    """The keys in what a terminal sent; a sequence that means nothing here is left out."""
    keys = []
    for piece in _PRESSED.findall(typed):
        if piece in _NAMES:
            keys.append(_NAMES[piece])
        elif len(piece) == 1 and piece.isascii():
            keys.append(piece.decode().lower())
    return keys
