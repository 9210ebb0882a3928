"""The player's flash: every change is seen as well as heard, never more than three times a second."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from kneecoach.domain.session import Countdown, LeadStarted, SessionEvent, WorkStarted

FLASH_S = 0.2
EDGE, LEAST_EDGE_PX = 0.016, 6
APART_S = 0.34
"""Less than this between two flashes would be more than three in a second, which can hurt some people."""


class Flash(Enum):
    """A change takes the whole window, a countdown its edge."""

    CHANGE = "change"
    COUNT = "count"


def flash_for(events: Iterable[SessionEvent]) -> Flash | None:
    """What happened at once, as one flash."""
    found = None
    for event in events:
        if isinstance(event, LeadStarted | WorkStarted):
            return Flash.CHANGE
        if isinstance(event, Countdown):
            found = Flash.COUNT
    return found


class Flashes:
    """Lights up for `FLASH_S` from each flash. Times are seconds of any clock that only goes on."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._flash: Flash | None = None
        self._began = float("-inf")

    def see(self, events: Iterable[SessionEvent], seconds: float) -> None:
        flash = flash_for(events)
        if self._on and flash is not None and seconds - self._began >= APART_S:
            self._flash, self._began = flash, seconds

    def at(self, seconds: float) -> Flash | None:
        """What is lit at that time."""
        return self._flash if seconds - self._began < FLASH_S else None


def paint_edges(painter: QPainter, room: QRect, colour: QColor) -> None:
    """Light up the edge all round."""
    width, height = room.width(), room.height()
    edge = max(LEAST_EDGE_PX, round(EDGE * height))
    for top in (0, height - edge):
        painter.fillRect(QRect(0, top, width, edge), colour)
    for left in (0, width - edge):
        painter.fillRect(QRect(left, 0, edge, height), colour)
