"""Where Qt meets time: the one timer that moves a session, saves what happened, and only then tells it."""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kneecoach.coaching import play
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.session import Moment, Session, SessionEvent
from kneecoach.domain.session_record import SetRecord
from kneecoach.storage.database import Store

PLAYING_MS = 33
UNSEEN_LEAST_MS, UNSEEN_MOST_MS = 20, 1_000
"""A session that steps over two seconds takes it for sleep."""
PAUSED_MS = 1_000

Control = Callable[[Moment], list[SessionEvent]]


class Ticker(QObject):
    """Every event passes through here: it is on disk before `happened` tells it, and `saved` holds only such sets.

    When the disk refuses, the session pauses, the events wait here, `refused` tells the sentence for the person, and
    no control does anything until `retry`, or the next control, could save them.
    """

    happened = Signal(tuple)
    ticked = Signal()
    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        store: Store,
        *,
        now: Callable[[], Moment],
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.saved: dict[int, SetRecord] = dict(session.records)
        self._store = store
        self._now = now
        self._wall = wall
        self._waiting: list[SessionEvent] = []
        self._trouble = ""
        self._seen = True
        self._heeded: list[Callable[[], float]] = []
        self._stopped = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    @property
    def trouble(self) -> str:
        """Why the last save failed; empty when everything is on disk."""
        return self._trouble

    @property
    def seconds(self) -> float:
        """The monotonic time, for what passes by the way: how long a pause lasts, how long an offer stands."""
        return self._now().monotonic

    @property
    def running(self) -> bool:
        """Whether time passes by itself."""
        return self._timer.isActive()

    @property
    def interval_ms(self) -> int:
        """How often it ticks at present."""
        return self._timer.interval()

    def start(self) -> None:
        """Let time pass. The session's first moment is now."""
        self._stopped = False
        self.tick()
        self._pace()

    def stop(self) -> None:
        """Let no more time pass by itself."""
        self._stopped = True
        self._timer.stop()

    def heed(self, due_in_s: Callable[[], float]) -> None:
        """Ask this too how soon there is something to do by itself, when nobody looks."""
        self._heeded.append(due_in_s)

    def watch(self, *, seen: bool) -> None:
        """Nobody needs thirty pictures a second of what is hidden: it wakes when something happens, and no sooner."""
        self._seen = seen
        self._pace()

    def tick(self) -> None:
        """Let the session run up to now. Paused it stands still, and only the time since is shown."""
        if self._trouble:
            return
        events = self.session.advance(self._now())
        if events:
            self._save(events)
        self.ticked.emit()
        if not self._seen:
            self._pace()

    def do(self, control: Control) -> None:
        """Any control: `do(session.skip)`. Saved even when nothing happened, as its place may have moved."""
        if self._trouble and not self._save(()):
            return
        self._save(control(self._now()))
        self.ticked.emit()

    def retry(self) -> None:
        """Save again what could not be saved."""
        if self._trouble and self._save(()):
            self.ticked.emit()

    def keep_reason(self, reason: str) -> None:
        """Why the session was stopped. When the disk refuses, the summary asks for it."""
        with suppress(DiskTrouble):
            play.finish(self._store, self.session.id, stop_reason=reason, now=self._wall())

    def put_aside(self) -> None:
        """Pause and keep what was done of this set, so that the session can be offered again as it stands."""
        self.stop()
        self._save(self.session.put_aside(self._now()))

    def _save(self, events: Sequence[SessionEvent]) -> bool:
        self._waiting += events
        try:
            play.keep(self._store, self.session, self._waiting, self._wall())
        except DiskTrouble as refusal:
            self._trouble = str(refusal)
            self._waiting += self.session.pause(self._now())
            self._timer.stop()
            self.refused.emit(self._trouble)
            return False
        told, self._waiting, self._trouble = tuple(self._waiting), [], ""
        self.saved = dict(self.session.records)
        self._pace()
        if told:
            self.happened.emit(told)
        return True

    def _pace(self) -> None:
        playing = self.session.playing
        if self._stopped or self._trouble or playing.ended:
            self._timer.stop()
            return
        wanted = PAUSED_MS if playing.paused else PLAYING_MS if self._seen else self._unseen_ms()
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.setTimerType(Qt.TimerType.CoarseTimer if playing.paused else Qt.TimerType.PreciseTimer)
            self._timer.start(wanted)

    def _unseen_ms(self) -> int:
        soon_s = min((self.session.playing.next_s, *(due_in_s() for due_in_s in self._heeded)))
        return min(max(math.ceil(1_000 * min(soon_s, 1.0)), UNSEEN_LEAST_MS), UNSEEN_MOST_MS)
