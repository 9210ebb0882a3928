"""One thing that takes longer than a frame, done beside the window."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.errors import KneeCoachError

YIELDS_AFTER_S = 0.000_5
"""So long the window waits for its turn, hundreds of times while it paints; by itself Python takes ten times that."""


class Aside(QObject):
    """Does one thing at a time. What it calls must not touch the window."""

    done = Signal(object)
    """What came of it."""
    refused = Signal(str)
    """What the disk or the rules said instead. A mistake of ours is raised in the window's own thread."""
    over = Signal()
    """However it went; told before anything else is."""
    _ended = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._future: Future[object] | None = None
        self._ended.connect(self._tell)

    @property
    def busy(self) -> bool:
        return self._future is not None and not self._future.done()

    def begin(self, act: Callable[[], object]) -> None:
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._future = worker.submit(_yielding, act)
        self._future.add_done_callback(self._ended.emit)
        worker.shutdown(wait=False)

    def wait(self) -> None:
        """Until it is done: it must be whole before the store is closed."""
        if self._future is not None:
            wait([self._future])

    def _tell(self, future: "Future[object]") -> None:
        self.over.emit()
        try:
            came = future.result()
        except KneeCoachError as error:
            self.refused.emit(str(error))
        else:
            self.done.emit(came)


def _yielding(act: Callable[[], object]) -> object:
    before = sys.getswitchinterval()
    sys.setswitchinterval(YIELDS_AFTER_S)
    try:
        return act()
    finally:
        sys.setswitchinterval(before)
