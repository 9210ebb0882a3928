"""One thing after another in the window's own thread, each painted before the next begins."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TURN_MS = 10
"""Without a time between them they would all come before what the keyboard and the mouse did meanwhile."""


class InTurns(QObject):
    """What takes some frames together need not hold the window up so long."""

    def __init__(self, *, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._next)

    def begin(self, *steps: Callable[[], object]) -> None:
        """Do these after those that wait still."""
        self._steps.extend(steps)
        self._timer.start()

    def stop(self) -> None:
        """Whatever waits is not done any more."""
        self._steps.clear()
        self._timer.stop()

    def _next(self) -> None:
        step = self._steps.popleft()
        if not self._steps:
            self._timer.stop()
        step()
