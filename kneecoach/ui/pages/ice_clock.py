"""Where Qt meets the ice: the one timer that lets its time pass, and keeps every minute before it is told."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from kneecoach.coaching import ice as book
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.ice import Ice
from kneecoach.domain.ice_timer import IceEvent, IceTimer, MinuteDone, SkinCheckDue
from kneecoach.domain.moment import Moment
from kneecoach.storage.database import Store

SEEN_MS, UNSEEN_MS = 200, 1_000

Control = Callable[[Moment], list[IceEvent]]


class IceClock(QObject):
    """`happened` carries what is to be heard and seen; `ticked` that time has passed. `trouble` is why nothing is kept.

    The entry of the diary grows by whole minutes and is made right to the nearest one at the end.
    """

    happened = Signal(tuple)
    ticked = Signal()

    def __init__(
        self,
        timer: IceTimer,
        store: Store,
        person_id: UUID,
        *,
        cloth: bool | None,
        now: Callable[[], Moment],
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.timer, self.trouble = timer, ""
        self._store, self._person_id, self._cloth = store, person_id, cloth
        self._now, self._wall = now, wall
        self._id, self._at = uuid4(), wall()
        self._kept: Ice | None = None
        self._asked = self._answered = 0
        self._qt_timer = QTimer(self)
        self._qt_timer.timeout.connect(self.tick)

    def now(self) -> datetime:
        """The time of day."""
        return self._wall()

    @property
    def kept(self) -> Ice | None:
        """What the diary has of it; None while it is too short."""
        return self._kept

    @property
    def unanswered(self) -> int:
        """How many skin checks nobody answered."""
        return self._asked - self._answered

    def start(self) -> None:
        """The ice is on from now."""
        self._at = self._wall()
        self.tick()
        self._qt_timer.start(SEEN_MS)

    def stop(self) -> None:
        """Let no more time pass by itself."""
        self._qt_timer.stop()

    def watch(self, *, seen: bool) -> None:
        """What is hidden needs no more than a step each second."""
        if self._qt_timer.isActive():
            self._qt_timer.start(SEEN_MS if seen else UNSEEN_MS)

    def tick(self) -> None:
        """Let the time pass up to now."""
        self._hear(self.timer.advance(self._now()))

    def do(self, control: Control) -> None:
        """Any control of the timer: `do(timer.pause)`."""
        self._hear(control(self._now()))

    def skin_is_fine(self) -> None:
        """The skin was looked at."""
        self.tick()
        self._answered += self.timer.check_due
        self.do(self.timer.skin_is_fine)

    def end(self) -> bool:
        """The ice is off; whether what was done is kept. Harmless a second time, when it tries again."""
        self.stop()
        self.do(self.timer.end)
        return self._keep(self.timer.minutes_done)

    def _hear(self, events: list[IceEvent]) -> None:
        self._asked += events.count(SkinCheckDue())
        for event in events:
            if isinstance(event, MinuteDone):
                self._keep(event.minutes)
        if events:
            self.happened.emit(tuple(events))
        self.ticked.emit()

    def _keep(self, minutes: int) -> bool:
        done = Ice(self._id, self._at, minutes, self._cloth) if minutes else None
        try:
            if done is not None and done != self._kept:
                self._kept = book.keep(self._store, self._person_id, done)
        except KneeCoachError as error:
            self.trouble = str(error)
            return False
        self.trouble = ""
        return True
