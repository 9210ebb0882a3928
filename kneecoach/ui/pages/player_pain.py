"""It hurts: what the player does with the answer."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.session import Cause
from kneecoach.ui.pages.hurts_panel import HurtsPanel
from kneecoach.ui.ticker import Ticker

PAIN = "pain"


class PainFlow(QObject):
    """Asks on the panel and tells the session what follows; `asking` while the panel is open."""

    opened = Signal()
    closed = Signal()
    resume_requested = Signal()

    def __init__(
        self, ticker: Ticker, panel: HurtsPanel, told: AsAgreed, pain_before: int | None, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ticker, self._session, self._panel = ticker, ticker.session, panel
        self._told, self._pain_before = told, pain_before
        self.asking = False
        self.stop_reason = ""
        panel.scored.connect(self._score)
        panel.carry_on_requested.connect(self._carry_on)
        panel.easier_requested.connect(self._go_easier)
        panel.fewer_requested.connect(self._do_fewer)
        panel.stop_requested.connect(self._stop_for_pain)
        panel.next_requested.connect(self._end_exercise)
        panel.cancelled.connect(self.close)

    def ask(self) -> None:
        """Pause and open the panel, unless the disk refuses or the session is over."""
        self._ticker.do(partial(self._session.pause, cause=Cause.HURTS))
        playing = self._session.playing
        if self._ticker.trouble or playing.ended:
            return
        following = any(planned.item > playing.planned.item for planned in self._session.timeline.sets)
        self.asking = True
        self.opened.emit()
        self._panel.open(playing.planned, self._pain_before, self._session.timeline.zones, has_next=following)

    def close(self) -> None:
        """The panel goes; the session still stands."""
        self.asking = False
        self.closed.emit()

    def _score(self, score: int, sharp: bool) -> None:  # noqa: FBT001
        self._ticker.do(partial(self._session.say_pain, score=score, sharp=sharp))

    def _carry_on(self) -> None:
        self.close()
        self.resume_requested.emit()

    def _go_easier(self) -> None:
        self._told.make_easier()
        self._carry_on()

    def _do_fewer(self) -> None:
        self._ticker.do(self._session.fewer_reps)
        self._carry_on()

    def _end_exercise(self) -> None:
        self._ticker.do(self._session.end_exercise)
        self._carry_on()

    def _stop_for_pain(self) -> None:
        self.stop_reason = PAIN
        self.close()
        self._ticker.do(self._session.end)
