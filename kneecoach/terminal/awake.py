"""Keeping the screen awake while a session plays in the terminal."""

from threading import Event, Thread
from types import TracebackType
from typing import Self

NOT_ARRANGED = "The screen may go dark: this desktop would not promise to keep it awake."


class StayAwake:
    """Asks the desktop while it is entered. D-Bus may take seconds to answer, so a thread of its own does."""

    def __init__(self) -> None:
        self._over = Event()
        self._refused = False

    def __enter__(self) -> Self:
        Thread(target=self._hold, name="keep-awake", daemon=True).start()
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._over.set()

    def note(self) -> str:
        """A sentence once it is known that the screen may go dark, else ""."""
        return NOT_ARRANGED if self._refused else ""

    def _hold(self) -> None:
        try:
            from wakepy import keep  # noqa: PLC0415
        except ImportError:
            self._refused = True
            return
        with keep.presenting(on_fail="pass") as mode:
            self._refused = not mode.active
            self._over.wait()
