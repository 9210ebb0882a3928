"""One thing that takes longer than a frame, done beside the window."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.errors import KneeCoachError


class Aside(QObject):
    """Does one thing at a time. What it calls must not touch the window."""

    done = Signal(object)
    """What came of it."""
    refused = Signal(str)
    """What the disk or the rules said instead."""
    _broke = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._broke.connect(self._raise)

    @property
    def busy(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def begin(self, act: Callable[[], object]) -> None:
        self._thread = Thread(target=self._do, args=(act,), name="aside")
        self._thread.start()

    def wait(self) -> None:
        """Until it is done: it must be whole before the store is closed."""
        if self._thread is not None:
            self._thread.join()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            came = act()
        except KneeCoachError as error:
            self.refused.emit(str(error))
        except BaseException as error:  # noqa: BLE001 - a mistake of ours is told where all of them are told
            self._broke.emit(error)
        else:
            self.done.emit(came)

    def _raise(self, error: BaseException) -> None:
        raise error
