"""One window for some seconds: the coach in motion, in a hold, hidden, or the plain animation that stands beside it.

usage: python -m tests.bench.figure_window floor|playing|first|ready|begun|next|hold|hidden SECONDS [EXERCISE]

`first` plays at once, as on an exercise's page; `ready` stands still, as while one gets ready in the player, and
`begun` is the first repetition after that; `next` is the same after another exercise, as in most of a
session.

It prints as JSON its CPU in percent of a core, how often it painted, how many of the pictures it was asked for it left
out, and how long the first one took.
"""

import json
import math
import os
import sys
import time
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from kneecoach.domain.settings import Theme
from kneecoach.exchange.movements import load_movement
from kneecoach.figure.movement import Moment, Movement
from kneecoach.ui.theme import apply_theme, new_application
from kneecoach.ui.tidying import Tidying
from kneecoach.ui.widgets.figure_view import FigureView

SIZE = (900, 600)
FRAME_MS = 33
SETTLE_S = 0.5
MADE_S = 3.0
FIRST_S, READY_S = 15.0, 5.0
"""How long the player gives to get ready for the first exercise of a session, and at the least for another one."""
BEFORE_S, BEFORE = 30.0, "front_lunge"
"""Half of what an exercise takes at the least in a shipped routine, and one that leaves little time beside it."""
EXERCISES = ("outer_thigh_roll", "lateral_walk", "figure_four", "front_lunge", "glute_bridge")
"""A whole routine is too long; these have the dearest pictures, none to use again on the way back, or a fast motion."""


class Stick(QWidget):
    """The floor: a figure of twenty thick lines, of which only its own box is painted anew."""

    BOX = QRect(250, 60, 400, 480)

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._clock.start()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pens = [
            QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            for colour, width in (("#223344", 14), ("#DD6600", 16), ("#0088AA", 3))
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        phase = self._clock.elapsed() / 1000 * math.pi / 2
        bend = 0.9 * (0.5 + 0.5 * math.sin(phase))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor("#F4F6F8"))
        hip = QPointF(360, 330)
        knee = hip + QPointF(120 * math.cos(bend), 120 * math.sin(bend))
        foot = knee + QPointF(120 * math.cos(bend * 1.6), 120 * math.sin(bend * 1.6))
        painter.setPen(self._pens[0])
        painter.drawEllipse(QPointF(360, 130), 30, 34)
        spine = [QPointF(360 + 5 * math.sin(phase + i), 165 + i * 24) for i in range(8)]
        painter.drawPolyline(spine)
        for side in (-1, 1):
            elbow = QPointF(360 + side * 60, 250 + 20 * math.sin(phase))
            hand = QPointF(360 + side * 90, 310 + 30 * math.sin(phase))
            painter.drawPolyline([spine[1], elbow, hand, hand + QPointF(side * 12, 8)])
            painter.drawLine(spine[7], QPointF(360 + side * 20, 335))
        painter.setPen(self._pens[1])
        painter.drawPolyline([hip, knee, foot, foot + QPointF(30, 0)])
        painter.setPen(self._pens[2])
        path = QPainterPath(hip)
        path.quadTo(knee + QPointF(10, 30), foot)
        painter.drawPath(path)
        painter.end()

    def tick(self) -> None:
        self.update(self.BOX)


class Coach:
    """Moves the view through its movement, or through the hold of it; `due` counts the pictures that it asked for."""

    def __init__(self, view: FigureView, movement: Movement, kind: str) -> None:
        self.view = view
        self._movement = movement
        holds = [i for i, phase in enumerate(movement.phases) if phase.still]
        self._hold = holds[0] if kind == "hold" and holds else None
        self._other = load_movement(BEFORE) if kind == "next" else None
        if self._other is not None:
            view.set_movement(self._other)
            view.expect(movement)
        self._waits_s = {"ready": FIRST_S, "begun": FIRST_S, "next": READY_S}.get(kind, 0.0)
        self._begun = time.monotonic()
        self._due: tuple[int, int] | None = None
        self.due = 0

    def tick(self) -> None:
        self._show()
        frames = self.view._frames
        due = frames.step(self.view.moment) if frames is not None else None
        self.due += due != self._due
        self._due = due

    def _show(self) -> None:
        second = time.monotonic() - self._begun - self._waits_s
        if self._other is not None:
            second -= BEFORE_S
            if second < -READY_S:
                self.view.show_moment(self._other.at_second(second + READY_S + BEFORE_S))
                return
            self.view.set_movement(self._movement)
        if second < 0:
            self.view.show_moment(self._movement.hero)
        elif self._hold is None:
            self.view.show_moment(self._movement.at_second(second))
        else:
            seconds = self._movement.phases[self._hold].seconds
            self.view.show_moment(Moment(self._hold, second % seconds / seconds))


class Paints(QObject):
    """Counts what a widget paints, and what it was asked to."""

    def __init__(self, watched: QWidget, coach: Coach | None) -> None:
        super().__init__(watched)
        self.count = 0
        self._coach = coach
        watched.installEventFilter(self)

    @property
    def due(self) -> int:
        return self._coach.due if self._coach is not None else self.count

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def run(kind: str, seconds: float, exercise: str) -> None:
    app = new_application("bench")
    apply_theme(app, Theme.LIGHT)
    window = QMainWindow()
    window.resize(*SIZE)
    movement = load_movement(exercise)
    assert movement is not None
    begun = time.perf_counter()
    if kind == "floor":
        shown: QWidget = Stick()
        tick, coach = shown.tick, None
    else:
        shown = FigureView()
        shown.set_movement(movement)
        coach = Coach(shown, movement, kind)
        tick = coach.tick
    window.setCentralWidget(shown)
    window.show()
    shown.repaint()
    first_ms = (time.perf_counter() - begun) * 1000
    shown.setVisible(kind != "hidden")
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(FRAME_MS)
    _tidying = Tidying(app)
    if isinstance(shown, FigureView) and kind in ("playing", "hold", "next"):
        QTimer.singleShot(round(SETTLE_S * 1000), partial(make_all, shown))
    settle = {
        "first": 0.0,
        "ready": 0.0,
        "begun": FIRST_S,
        "next": BEFORE_S + READY_S,
        "playing": MADE_S,
        "hold": MADE_S,
    }.get(kind, SETTLE_S)
    tell_later(settle, seconds, Paints(shown, coach), first_ms)
    app.exec()


def make_all(view: FigureView) -> None:
    """As after some repetitions: nothing of the loop is left to be made."""
    frames = view._frames
    while frames is not None and frames.make_next():
        pass


def tell_later(settle: float, seconds: float, paints: Paints, first_ms: float) -> None:
    """After `settle` seconds measure for `seconds`, tell it and end."""
    mark: dict[str, float] = {}

    def begin() -> None:
        mark.update(cpu=time.process_time(), wall=time.monotonic(), paints=paints.count, due=paints.due)

    def end() -> None:
        wall = time.monotonic() - mark["wall"]
        painted, due = paints.count - mark["paints"], paints.due - mark["due"]
        found = {
            "cpu_percent": 100 * (time.process_time() - mark["cpu"]) / wall,
            "paints_per_s": painted / wall,
            "left_out_percent": 100 * max(0.0, 1 - painted / due) if due else 0.0,
            "first_ms": first_ms,
        }
        os.write(1, json.dumps(found).encode())
        os._exit(0)

    QTimer.singleShot(round(settle * 1000), begin)
    QTimer.singleShot(round((settle + seconds) * 1000), end)


if __name__ == "__main__":
    run(sys.argv[1], float(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else EXERCISES[0])
