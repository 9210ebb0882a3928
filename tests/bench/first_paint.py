"""Watches a window be painted for the first time, and a second longer when asked."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

PAINTED = QEvent.Type.User
LOOK_S = 1.0
READ_FIRST = "read_first"
HEAVY = ("sqlalchemy", "alembic", "rich", "wakepy", "appdirs", "PySide6.QtMultimedia", "kneecoach.domain.session")


def peak_kib() -> int:
    status = Path("/proc/self/status").read_bytes()
    return int(status.partition(b"VmHWM:")[2].split()[0])


def watch(*, look: bool) -> None:
    """End the program when Today has been painted, whoever starts its event loop."""
    first_paint = FirstPaint(look=look)
    real_exec = QApplication.exec

    def watched_exec(*_app: QApplication) -> int:
        first_paint.wait_for_card()
        return real_exec()

    QApplication.exec = watched_exec


class FirstPaint(QObject):
    """Waits for the warm-up card to be painted; the whole window is painted in that same round."""

    def __init__(self, *, look: bool) -> None:
        super().__init__()
        self._look = look
        self._seen = False
        self._window: QWidget | None = None

    def wait_for_card(self) -> None:
        windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow)]
        card = sys.modules["kneecoach.ui.pages.warm_up_card"].WarmUpCard
        cards = [one for window in windows for one in window.findChildren(card)]
        if len(windows) != 1 or len(cards) != 1:
            sys.exit(f"Today is not there to be painted: {len(windows)} windows with {len(cards)} cards.")
        self._window = windows[0]
        cards[0].installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            # It comes when all of this round of painting has been handed to the screen
            QCoreApplication.postEvent(self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        self._painted()

    def _painted(self) -> None:
        if not self._look:
            os.write(1, str(peak_kib()).encode())
            os._exit(0)
        self._loaded = [name for name in HEAVY if name in sys.modules]
        self._place = self._place_of_advice()
        self._first = self._picture()
        QTimer.singleShot(round(LOOK_S * 1_000), self._looked)

    def _place_of_advice(self) -> QRect:
        """What the rules find is read later, into a place that is kept for it."""
        banner = self._window.findChild(QWidget, READ_FIRST)
        return QRect(banner.mapTo(self._window, QPoint()), banner.size()) if banner is not None else QRect()

    def _picture(self) -> QImage:
        """All but what is said in that place."""
        picture = self._window.grab().toImage()
        painter = QPainter(picture)
        painter.fillRect(self._place, Qt.GlobalColor.white)
        painter.end()
        return picture

    def _looked(self) -> None:
        shown = [one for one in self._window.findChildren(QWidget) if one.isVisible()]
        found = {
            "still": self._place_of_advice() == self._place and self._picture() == self._first,
            "loaded": self._loaded,
            "texts": sorted({one.text() for one in shown if callable(getattr(one, "text", None))}),
            "names": sorted({one.accessibleName() for one in shown}),
            "size": [self._first.width(), self._first.height()],
        }
        os.write(1, json.dumps(found).encode())
        os._exit(0)
