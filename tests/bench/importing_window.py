"""One window that imports a folder of run files from the drop to the diary.

usage: python -m tests.bench.importing_window FOLDER WATCH

It prints as JSON how long that took and the longest time for which the window stood still by itself: that other
programs had its core meanwhile does not count.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from kneecoach.domain.settings import Theme
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.theme import new_application
from kneecoach.ui.tidying import Tidying
from tests.bench.core import others_had_it_s
from tests.bench.importing import NOW
from tests.made_up import a_runner
from tests.scenes import Scene

TICK_MS, SETTLE_MS = 5, 1_000


class Look(QObject):
    """Ticks, drops the folder, adds what was read, and ends the program once the diary is shown."""

    def __init__(self, window: MainWindow, watch: Path) -> None:
        super().__init__(window)
        self._window, self._watch = window, watch
        self._flow = window.findChild(ImportFlow)
        self._flow.added.connect(self._after_added)
        self._still_ms = self._ticked = self._began = self._others = 0.0
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        self._began = self._ticked = time.perf_counter()
        self._others = others_had_it_s()
        self._timer.start()
        self._flow.read(sorted(self._watch.iterdir()))

    def _tick(self) -> None:
        now, others = time.perf_counter(), others_had_it_s()
        self._still_ms = max(self._still_ms, (now - self._ticked - others + self._others) * 1_000)
        self._ticked, self._others = now, others
        page = self._window.flow
        if not self._asked and page is not None and not page.reading:
            self._asked = True
            page.footer.add.click()

    def _after_added(self, _newest: object) -> None:
        took_s = time.perf_counter() - self._began
        QTimer.singleShot(SETTLE_MS, self, lambda: self._end(took_s))

    def _end(self, took_s: float) -> None:
        self._tick()
        sys.stdout.write(json.dumps({"took_s": took_s, "still_ms": self._still_ms}))
        sys.stdout.flush()
        os._exit(0)


def main(folder: Path, watch: Path) -> int:
    app = new_application("bench")
    store = open_store(folder)
    with store.begin() as tx:
        people.add(tx, a_runner())
    store.close()
    scene = Scene(folder, Theme.LIGHT, (1_280, 800))
    scene.clock.wall = lambda: NOW
    window = scene.open()
    window.findChild(LateStore).get()
    # The diary was looked at before: its first opening is another part's
    window.go_diary()
    Tidying(window)
    look = Look(window, watch)
    QTimer.singleShot(SETTLE_MS, look, look.begin)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
