"""A hand on the mouse while the event loop runs: what is deleted later is gone before the next click."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class Hand(QObject):
    """Clicks one control after the other; each is looked up when its turn comes."""

    finished = Signal()

    def __init__(self, controls: list[Callable[[], QWidget]]) -> None:
        super().__init__()
        self._left = list(controls)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(0)

    def _next(self) -> None:
        if not self._left:
            self._timer.stop()
            self.finished.emit()
            return
        QTest.mouseClick(self._left.pop(0)(), Qt.MouseButton.LeftButton)


def click_through(qtbot, *controls):
    """With the event loop running, as in use; a mistake on the way fails the test."""
    hand = Hand(list(controls))
    with qtbot.waitSignal(hand.finished, timeout=20_000):
        pass
