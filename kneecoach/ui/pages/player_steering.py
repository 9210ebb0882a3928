"""What a key, a button or a remote does to the session that is played."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kneecoach.ui.pages.player_jump import Jump
from kneecoach.ui.pages.player_keys import Wish
from kneecoach.ui.pages.player_pain import PainFlow
from kneecoach.ui.pages.player_states import View, view_of
from kneecoach.ui.pages.player_voice import PlayerVoice
from kneecoach.ui.ticker import Control, Ticker

STEP_S = 15.0


class Steering(QObject):
    """`far` says whether it is read from afar, `stale` whether the check-in is too old to go on after a pause."""

    check_in_requested = Signal()
    distance_requested = Signal()
    screen_requested = Signal()

    def __init__(
        self,
        ticker: Ticker,
        pain: PainFlow,
        voice: PlayerVoice,
        *,
        far: Callable[[], bool],
        stale: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ticker, self._session = ticker, ticker.session
        self._pain, self._voice = pain, voice
        self._far, self._stale = far, stale
        self._jump = Jump()

    def do(self, wish: Wish) -> None:
        """What is asked for, as the session stands."""
        session, do = self._session, self._ticker.do
        slots: dict[Wish, Callable[[], object]] = {
            Wish.MAIN: self._main,
            Wish.TOGGLE: self.toggle,
            Wish.PLAY: self.resume if self._still else bool,
            Wish.PAUSE: bool if self._still else self.toggle,
            Wish.FORWARD: self.resume if self._still else partial(self._move, session.skip),
            Wish.BACKWARD: partial(self._move, session.restart_set if self._still else session.back),
            Wish.BACK: partial(self._move, session.back),
            Wish.SKIP: partial(self._move, session.skip),
            Wish.LONGER: partial(do, partial(session.stretch_lead, seconds=STEP_S)),
            Wish.SHORTER: partial(do, partial(session.stretch_lead, seconds=-STEP_S)),
            Wish.RESTART: partial(self._move, session.restart_set),
            Wish.SET_DONE: partial(self._move, session.finish_set),
            Wish.HURTS: self._pain.ask,
            Wish.MUTE: self._voice.toggle_all,
            Wish.VOICE: self._voice.toggle_voice,
            Wish.LEAVE: self._leave,
            Wish.UNDO: self._undo_jump,
            Wish.DISTANCE: self.distance_requested.emit,
            Wish.SCREEN: self.screen_requested.emit,
        }
        slots[wish]()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.resume() if self._still else self._ticker.do(self._session.pause)

    def resume(self) -> None:
        """Go on; where saving failed try that again, and after a long pause check in first."""
        if self._ticker.trouble:
            self._ticker.retry()
        elif self._stale():
            self.check_in_requested.emit()
        else:
            self._ticker.do(self._session.resume)

    def jump(self, index: int) -> None:
        """To another set, unless something has to be answered first."""
        if self._pain.asking or self._ticker.trouble:
            return
        self._move(partial(self._session.jump, index=index))

    def undoable(self, seconds: float) -> bool:
        """Whether the last skip, step back or jump can be taken back at that time."""
        return self._jump.undoable(seconds, self._session.position)

    @property
    def _still(self) -> bool:
        return self._session.playing.paused is not None

    def _main(self) -> None:
        resting = view_of(self._session.playing, asking=self._pain.asking, trouble="") is View.REST
        self._ticker.do(self._session.skip) if resting else self.toggle()

    def _leave(self) -> None:
        if self._far():
            self.distance_requested.emit()
        elif self._still:
            self._ticker.do(self._session.end)
        else:
            self.toggle()

    def _move(self, control: Control) -> None:
        # Up to this moment, so that nothing is told twice when it is taken back
        self._ticker.tick()
        left = self._session.playing
        self._ticker.do(control)
        self._jump.made(left, self._session.playing, self._ticker.seconds)

    def _undo_jump(self) -> None:
        left = self._jump.take(self._ticker.seconds, self._session.position)
        if left is not None:
            self._ticker.do(partial(self._session.jump, index=left.planned.index, as_it_was=left))
