"""One window with the diary: opened, and scrolled for some seconds.

usage: python -m tests.bench.diary_window FOLDER SECONDS

It prints as JSON how long opening took and how long each frame of the scrolling took.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.settings import Theme
from kneecoach.storage import diary, mornings, people, runs, sessions
from kneecoach.storage.database import open_store
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.diary_book import Book
from kneecoach.ui.pages.diary_page import DiaryPage
from kneecoach.ui.shell import DIARY, TODAY
from kneecoach.ui.theme import apply_theme, new_application
from kneecoach.ui.tidying import Tidying
from kneecoach.ui.widgets.card import Area
from tests.made_up import a_runner, a_session_of

FOLDERS = {"empty": 0, "full": 10}
"""How many years of diary each of the two folders holds."""
NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)
PAINTED = QEvent.Type.User
FRAME_MS, STEP_PX, SETTLE_MS = 16, 160, 300


def fill(folder: Path, years: int) -> None:
    """A runner who notes pain every day, runs and warms up every other day, and answers her mornings."""
    store = open_store(folder)
    person = a_runner()
    with store.begin() as tx:
        people.add(tx, person)
        for back in range(365 * years):
            at = NOW - timedelta(days=back, hours=2)
            diary.add_pain(
                tx, person.id, PainEntry(uuid4(), at, back % 6, Side.LEFT, ("pes_anserine",), PainPhase.STAIRS)
            )
            if back % 2:
                continue
            run = Run(uuid4(), at - timedelta(hours=3), 6_200, 2_320, RunKind.EASY, Surface.ROAD, pain_max=2)
            runs.keep_run(tx, person.id, run)
            mornings.keep_check(tx, person.id, MorningCheck(uuid4(), (at - timedelta(hours=9)).date(), at, 2))
            record = a_session_of(person, "warm-up", at - timedelta(hours=4), before=2, after=2)
            sessions.add(tx, record)
            for one in record.sets:
                sessions.keep_set(tx, record.id, one)
    store.close()


class Look(QObject):
    """Times the opening, scrolls down for a while and back up, and ends the program."""

    def __init__(self, window: MainWindow, seconds: float) -> None:
        super().__init__(window)
        self._window, self._seconds = window, seconds
        self._opened_ms = self._due = self._ticked = 0.0
        self._frames: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._scroll)
        self._ends = 0.0

    def open(self) -> None:
        self._began = time.perf_counter()
        self._window.go_diary()
        self._window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            # It comes when this round of painting has been handed to the screen
            QCoreApplication.postEvent(self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        if not self._opened_ms:
            self._opened_ms = (time.perf_counter() - self._began) * 1_000
            QTimer.singleShot(SETTLE_MS, self, self._begin)
        elif self._due:
            self._frames.append((time.perf_counter() - self._due) * 1_000)
            self._due = 0.0

    def _begin(self) -> None:
        if not self._seconds:
            self._end()
        self._ends = time.perf_counter() + self._seconds
        self._timer.start()

    def _scroll(self) -> None:
        left = self._ends - time.perf_counter()
        if left <= 0:
            self._end()
        # Due when the one before it was followed by its interval: what kept the loop busy meanwhile counts
        before, self._ticked = self._ticked, time.perf_counter()
        self._due = min(self._ticked, before + FRAME_MS / 1_000) if before else self._ticked
        bar = self._window.shell.page(DIARY).timeline.verticalScrollBar()
        bar.setValue(bar.value() + (STEP_PX if left > self._seconds / 3 else -STEP_PX))
        # An empty diary has nothing to scroll: its frame is a repaint
        self._window.shell.page(DIARY).update()

    def _end(self) -> None:
        rows = self._window.shell.page(DIARY).timeline.rows()
        oldest = rows.line(rows.rowCount() - 1).day.isoformat() if rows.rowCount() else ""
        found = {"opened_ms": self._opened_ms, "frames_ms": self._frames, "oldest": oldest}
        sys.stdout.write(json.dumps(found))
        sys.stdout.flush()
        os._exit(0)


def main(folder: Path, seconds: float) -> int:
    app = new_application("bench")
    apply_theme(app, Theme.LIGHT)
    store = open_store(folder)
    with store.begin() as tx:
        person = people.current(tx)
    window = MainWindow()
    changes = Changes(window)
    book = Book(store, lambda: person)
    window.shell.add_page(TODAY, Area)
    window.shell.add_page(DIARY, lambda: DiaryPage(book, wall=lambda: NOW, changes=changes, notice=window.notice))
    window.shell.show_page(TODAY)
    window.show()
    Tidying(window)
    look = Look(window, seconds)
    QTimer.singleShot(SETTLE_MS, look, look.open)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
