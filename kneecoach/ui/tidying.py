"""Looks for Python's rubbish in the window's own thread, and in no other."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Tidying(QObject):
    """From now on nothing else collects.

    By itself Python collects in whichever thread just made something. A page that was closed is rubbish too, and taken
    apart beside the window it would take the program with it. What is there already is never looked through: nearly all
    of it stays.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tidy)
        self._timer.start(EVERY_MS)

    def tidy(self) -> None:
        """As thoroughly as Python itself would by now."""
        full = [
            n for n, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > limit
        ]
        if full:
            gc.collect(full[-1])
