"""One window for some seconds: the player with its figure, or the bare window that stands beside it.

usage: python -m tests.bench.player_window KIND SECONDS FOLDER [SETTLE]

KIND is repaint, label, held, rolled, counted, paused, hidden or opened.

It prints as JSON how long each frame took, from when its tick was due until it was painted, and its CPU.
"""

import json
import os
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from kneecoach import clock
from kneecoach.coaching import play
from kneecoach.domain.settings import Settings, Theme
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.storage.database import open_store
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import HEIGHT_PX, WIDTH_PX, MainWindow
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.player_flow import load_player
from kneecoach.ui.theme import apply_theme, new_application
from kneecoach.ui.ticker import PLAYING_MS, Ticker
from kneecoach.ui.tidying import Tidying
from tests.fakes import SilentSounds, SilentVoice

PAINTED = QEvent.Type.User
SETTLE_S = 1.0
TIMED = {"repaint", "held", "rolled", "counted"}
SETS = {"rolled": 0, "held": 2, "counted": 10, "paused": 10, "hidden": 10, "opened": 0}
"""Which set of the warm-up is played; each lasts longer than it is looked at."""


class Frames(QObject):
    """Hears the timer tick and the window be painted; `took` is in milliseconds."""

    def __init__(self, timer: QTimer, window: QWidget) -> None:
        super().__init__(window)
        self.took: list[float] = []
        self._ticked = self._due = 0.0
        self._window = window
        timer.installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Timer and watched is not self._window:
            before, self._ticked = self._ticked, time.perf_counter()
            self._due = min(self._ticked, before + PLAYING_MS / 1_000)
        elif event.type() is QEvent.Type.UpdateRequest and self._ticked:
            # It comes when this round of painting has been handed to the screen
            QCoreApplication.postEvent(self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        self.took.append((time.perf_counter() - self._due) * 1_000)


class Repaint(QWidget):
    """One moving rectangle, as small as the needle that the player moves."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = round(time.monotonic() * 100) % max(1, self.width() - 5)
        painter.fillRect(QRect(at, 0, 5, 60), QColor("#BF4209"))


def bare(kind: str) -> tuple[QMainWindow, QTimer]:
    window = QMainWindow()
    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    if kind == "label":
        label = QLabel("00:00")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        face = label.font()
        face.setPointSize(48)
        label.setFont(face)
        timer.timeout.connect(lambda: label.setText(time.strftime("%M:%S")))
        window.setCentralWidget(label)
        window.resize(900, 600)
        timer.start(1_000)
    else:
        moving = Repaint()
        timer.timeout.connect(moving.update)
        window.setCentralWidget(moving)
        window.resize(WIDTH_PX, HEIGHT_PX)
        timer.start(PLAYING_MS)
    return window, timer


def player(kind: str, folder: Path) -> tuple[QMainWindow, QTimer]:
    """The warm-up in one of its sets, the coach drawn beside it."""
    store = open_store(folder)
    timeline = plan(load_routines()[WARM_UP], load_exercises())
    session = play.start(store, None, timeline, now=clock.wall_now())
    ticker = Ticker(session, store, now=clock.moment, wall=clock.wall_now)
    window = MainWindow()
    edges = {"sounds": SilentSounds(), "voice": SilentVoice(), "awake": None}
    # As it is by then in the window: loaded while Today or the check-in is read
    load_player()
    more = {"settings": Settings(), "movements": Movements().find}
    # As the window has it: it collects by itself, between two pictures
    Tidying(window)
    window.setProperty("began", time.perf_counter())
    window.show_flow(PlayerPage(ticker, changes=Changes(window), **edges, **more))
    ticker.start()
    ticker.do(partial(session.jump, index=SETS[kind]))
    ticker.do(session.skip)
    if kind == "paused":
        ticker.do(session.pause)
    return window, ticker._timer


def main(kind: str, seconds: float, folder: Path, settle_s: float = SETTLE_S) -> int:
    app = new_application("bench")
    apply_theme(app, Theme.LIGHT)
    window, timer = player(kind, folder) if kind in SETS else bare(kind)
    # What is measured by its CPU is left alone
    frames = Frames(timer, window) if kind in TIMED else None
    window.show()
    if kind == "opened":
        FirstFigure(window.flow.view.figure.view, window.property("began"))
    if kind == "hidden":
        window.hide()
    look = Look(frames)
    QTimer.singleShot(round(settle_s * 1_000), look.begin)
    QTimer.singleShot(round((settle_s + seconds) * 1_000), look.end)
    return app.exec()


class FirstFigure(QObject):
    """Prints how long it took from `began` until the coach was painted, and is gone."""

    def __init__(self, view: QWidget, began: float) -> None:
        super().__init__(view)
        self._began = began
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        sys.stdout.write(json.dumps({"first_ms": (time.perf_counter() - self._began) * 1_000}))
        sys.stdout.flush()
        os._exit(0)


class Look:
    """What was used between two moments, and the frames of that time."""

    def __init__(self, frames: Frames | None) -> None:
        self._took = frames.took if frames else []
        self._began = (0.0, 0.0)

    def begin(self) -> None:
        self._took.clear()
        self._began = times()

    def end(self) -> None:
        """Print it and be gone, before closing the window costs something too."""
        (cpu_s, wall_s), (cpu_before_s, wall_before_s) = times(), self._began
        found = {
            "cpu_ms_per_s": 1_000 * (cpu_s - cpu_before_s) / (wall_s - wall_before_s),
            "frames_ms": self._took,
        }
        sys.stdout.write(json.dumps(found))
        sys.stdout.flush()
        os._exit(0)


def times() -> tuple[float, float]:
    return time.process_time(), time.monotonic()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), *map(float, sys.argv[4:])))
