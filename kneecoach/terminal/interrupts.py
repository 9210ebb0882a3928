"""Ctrl-C and the signals that end a program, noted and not thrown, so that a save is never cut in half."""

import signal
import sys
from enum import Enum
from threading import current_thread, main_thread
from types import FrameType, TracebackType
from typing import Any, Self


class Interrupt(Enum):
    """Who wants the end: the person, or the machine (it shuts down, or the terminal was closed)."""

    PERSON = "person"
    MACHINE = "machine"


_MACHINE = ("SIGTERM",) if sys.platform == "win32" else ("SIGTERM", "SIGHUP")


class Interrupts:
    """While this is entered, `noted` says whether somebody asked for the end."""

    def __init__(self) -> None:
        self.noted: Interrupt | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        if current_thread() is main_thread():
            for name in ("SIGINT", *_MACHINE):
                number = getattr(signal, name)
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.noted = Interrupt.PERSON if number == signal.SIGINT else Interrupt.MACHINE
