"""Keeping the screen awake while a session plays, without ever holding the window up."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Awake(Protocol):
    """Whatever can keep the screen on."""

    def begin(self, tell: Callable[[bool], None]) -> None:
        """Keep the screen on until `end`; `tell` is called later with whether that could be arranged."""

    def end(self) -> None:
        """Let the screen sleep again. Harmless when nothing was begun."""


class Answer(Protocol):
    """How the waiting thread says what came of it."""

    def __call__(self, over: Event, *, arranged: bool) -> None: ...


class ScreenAwake(QObject):
    """Asks the desktop through wakepy.

    The desktop is asked over D-Bus, which may be absent or take seconds to answer: each asking has a thread of its
    own that enters, waits and leaves, and its answer comes back through a queued signal.
    """

    _answered = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over: Event | None = None
        self._tell: Callable[[bool], None] | None = None
        self._answered.connect(self._pass_on)

    def begin(self, tell: Callable[[bool], None]) -> None:
        """Keep the screen on until `end`; `tell` is called from the event loop, unless `end` comes first."""
        self.end()
        self._over = Event()
        self._tell = tell
        Thread(target=_hold, args=(self._over, self._answer), name="keep-awake", daemon=True).start()

    def end(self) -> None:
        """Let the screen sleep again."""
        if self._over is not None:
            self._over.set()
        self._over = self._tell = None

    def _answer(self, over: Event, *, arranged: bool) -> None:
        try:
            self._answered.emit(over, arranged)
        except RuntimeError:
            # The window is gone already; nobody is left to tell
            over.set()

    def _pass_on(self, over: Event, arranged: bool) -> None:  # noqa: FBT001
        if over is self._over and self._tell is not None:
            self._tell(arranged)


def _hold(over: Event, answer: Answer) -> None:
    try:
        from wakepy import keep  # noqa: PLC0415
    except ImportError:
        answer(over, arranged=False)
        return
    with keep.presenting(on_fail="pass") as mode:
        answer(over, arranged=mode.active)
        over.wait()
