"""What the rules find, read beside the window: nobody waits for it, neither the first paint nor what is logged."""

import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kneecoach.domain.exercise import Exercise
from kneecoach.domain.person import Person
from kneecoach.ui.aside import YIELDS_AFTER_S, Aside
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kneecoach.coaching.advice import Advised
    from kneecoach.domain.advice.pattern import Looked

# What it needs is imported when something is first read: the first paint needs Today alone
# ruff: noqa: PLC0415

SOON_MS = 40
"""What was just logged is on the screen by then."""
IDLE_MS = 3_000
LOOK_MS = 50


@dataclass(frozen=True, slots=True)
class Came:
    """What was read for a person; `whole` when R20 has read the runs as they are now."""

    person: UUID
    advised: "Advised"
    whole: bool


class Advising(QObject):
    """Reads when it is wished for, once for many wishes. R20 follows in idle time, and is kept."""

    found = Signal(object)
    """The Advised: what is open, the gravest first, and what waits; its distances are kilometres."""

    failed = Signal(str)
    """Why nothing could be read, in a sentence."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        folder: Path,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        exercises: Mapping[str, Exercise],
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._folder = window, late, folder
        self._person, self._wall, self._exercises = person, wall, exercises
        self._closed = False
        self._came: Came | None = None
        self._soon = self._timer(SOON_MS, self._read)
        self._idle = self._timer(IDLE_MS, self._look_for_pattern)
        self._aside = Aside(parent=self)
        self._aside.done.connect(self._tell)
        self._aside.refused.connect(self.failed)
        self._slow = Slow(parent=self)
        self._slow.done.connect(self._keep_pattern)
        window.flow_left.connect(self._rest)
        window.closed.connect(self._close_down)

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def wish(self) -> None:
        """What is found now is wanted; `found` tells it soon."""
        if not self._closed:
            self._idle.stop()
            self._soon.start()

    def wait(self) -> None:
        """Until what is being read is read."""
        self._aside.wait()

    def _read(self) -> None:
        person = self._person()
        if person is None or self._closed:
            return
        if not self._late.is_open or self._aside.busy:
            self._soon.start()
            return
        folder, now, exercises, whose = self._folder, self._wall(), self._exercises, person.id
        self._aside.begin(lambda: read(folder, whose, now, exercises))

    def _tell(self, came: Came) -> None:
        if self._closed:
            return
        self._came = came
        self.found.emit(came.advised)
        self._rest()

    def _rest(self) -> None:
        if self._came is not None and not self._came.whole and not self._soon.isActive():
            self._idle.start()

    def _look_for_pattern(self) -> None:
        """Not while a flow has the window: a session keeps its time."""
        came = self._came
        if self._closed or came is None or self._window.flow is not None or self._slow.busy:
            return
        from kneecoach.coaching import patterns

        self._slow.begin(lambda: (came, patterns.look(came.advised.log, came.advised.profile)))

    def _keep_pattern(self, looked: "tuple[Came, Looked]") -> None:
        from kneecoach.coaching import patterns
        from kneecoach.domain.errors import KneeCoachError

        if self._closed:
            return
        try:
            patterns.keep(self._late.get(), looked[0].person, looked[1])
        except KneeCoachError:
            # It is only kept to be quick: the next start looks again
            return
        self.wish()

    def _close_down(self) -> None:
        self._closed = True
        self._soon.stop()
        self._idle.stop()
        self._slow.stop()
        self._aside.wait()


def read(folder: Path, person: UUID, now: datetime, exercises: Mapping[str, Exercise]) -> Came:
    """Through a connection of its own, which keeps nobody from writing."""
    from kneecoach.coaching import patterns
    from kneecoach.coaching.advice import read_advised, with_patterns
    from kneecoach.storage.database import open_to_read

    with closing(open_to_read(folder)) as store:
        advised = read_advised(store, person, now, exercises)
        looked = patterns.kept(store, person, advised.log, advised.profile)
    if looked is not None and looked.found is not None:
        advised = with_patterns(advised, [looked.found])
    return Came(person, advised, looked is not None)


class Slow(QObject):
    """One thing that takes seconds, and that nobody waits for when the window closes."""

    done = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._came: list[object] = []
        # The thread touches nothing of Qt: it may outlive the window by a moment
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell_when_done)

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def begin(self, act: Callable[[], object]) -> None:
        self._came = []
        self._thread = Thread(target=_into, args=(act, self._came), name="slow", daemon=True)
        self._thread.start()
        self._look.start()

    def stop(self) -> None:
        """Nothing is told any more."""
        self._look.stop()

    def _tell_when_done(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._look.stop()
        self._thread = None
        if self._came:
            self.done.emit(self._came[0])


def _into(act: Callable[[], object], came: list[object]) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(YIELDS_AFTER_S)
    try:
        came.append(act())
    finally:
        sys.setswitchinterval(before)
