"""The player: one session from its first get-ready to its end, seen, heard and steered from two metres away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.session import (
    Cause,
    LeadStarted,
    Paused,
    Resumed,
    SessionEnded,
    SessionEvent,
    SetFinished,
)
from kneecoach.domain.timeline import Lead
from kneecoach.ui.awake import Awake
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.player_beeps import beep_of
from kneecoach.ui.pages.player_keys import Wish, wish_of
from kneecoach.ui.pages.player_view import PlayerView, View, view_of
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.ticker import Ticker

FLASH_S = 0.2
UNDO_S = 8.0
STEP_S = 15.0
PAIN = "pain"


class PlayerPage(QWidget):
    """Plays from the moment it is first shown. `awake` is None when the screen may sleep as it likes.

    `pain_before` is the score the session began with; the gate of "it hurts" reads it. `stale` says whether the
    check-in has become too old to go on after a pause.
    """

    ended = Signal(object)
    """With the session's id, when every set has its record on disk."""
    check_in_requested = Signal()
    """Whoever wants to go on has to check in again first."""

    def __init__(  # noqa: PLR0913
        self,
        ticker: Ticker,
        *,
        changes: Changes,
        sounds: Sounds,
        awake: Awake | None,
        pain_before: int | None = None,
        reduced_motion: bool = False,
        stale: Callable[[], bool] = bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ticker = ticker
        self._stale = stale
        self._session = ticker.session
        self._changes = changes
        self._sounds, self._awake = sounds, awake
        self._pain_before, self._reduced_motion = pain_before, reduced_motion
        self._begun = self._asking = self._sleepy = False
        self._easier_item: int | None = None
        self._paused_at = self._flash_until = self._undo_until = 0.0
        self._undo_to: int | None = None
        self._stop_reason = ""
        self.view = PlayerView(reduced_motion=reduced_motion, parent=self)
        ticker.setParent(self)
        ticker.happened.connect(self._tell)
        ticker.ticked.connect(self._refresh)
        ticker.refused.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Player")
        self._connect()

    def put_away(self) -> None:
        """The window closes: pause and keep what was done of this set; the session stays open and is offered again."""
        if self._begun and not self._session.playing.ended:
            self.ticker.put_aside()
            self._changes.sessions.emit()
        self.ticker.stop()
        self._let_sleep()

    def _connect(self) -> None:
        view = self.view
        # A message of the window keeps clear of it
        self.footer = view.controls
        view.controls.wished.connect(self._do)
        view.paused.wished.connect(self._do)
        view.header.segment_chosen.connect(self._jump)
        view.work.digits_clicked.connect(self._toggle)
        view.rest.digits_clicked.connect(self._toggle)
        view.hurts.scored.connect(self._score)
        view.hurts.carry_on_requested.connect(self._carry_on)
        view.hurts.easier_requested.connect(self._go_easier)
        view.hurts.fewer_requested.connect(self._do_fewer)
        view.hurts.stop_requested.connect(self._stop_for_pain)
        view.hurts.next_requested.connect(self._end_exercise)
        view.hurts.cancelled.connect(self._stop_asking)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self._sounds.open()
            self.ticker.start()
            if not self._session.playing.paused:
                self._stay_awake()
        self.ticker.watch(seen=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.watch(seen=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.put_away()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish is None or self._asking:
            super().keyPressEvent(event)
        else:
            self._do(wish)

    def _do(self, wish: Wish) -> None:
        session, do = self._session, self.ticker.do
        slots: dict[Wish, Callable[[], None]] = {
            Wish.MAIN: self._main,
            Wish.PAUSE: self._toggle,
            Wish.FORWARD: self._resume if self._still else partial(do, session.skip),
            Wish.BACKWARD: partial(do, session.restart_set if self._still else session.back),
            Wish.BACK: partial(do, session.back),
            Wish.SKIP: partial(do, session.skip),
            Wish.LONGER: partial(do, partial(session.stretch_lead, seconds=STEP_S)),
            Wish.SHORTER: partial(do, partial(session.stretch_lead, seconds=-STEP_S)),
            Wish.RESTART: partial(do, session.restart_set),
            Wish.SET_DONE: partial(do, session.finish_set),
            Wish.HURTS: self._ask,
            Wish.MUTE: self._toggle_mute,
            Wish.LEAVE: partial(do, session.end) if self._still else self._toggle,
            Wish.UNDO: self._undo_jump,
        }
        slots[wish]()

    @property
    def _still(self) -> bool:
        return self._session.playing.paused is not None

    def _main(self) -> None:
        resting = view_of(self._session.playing, asking=self._asking, trouble="") is View.REST
        self.ticker.do(self._session.skip) if resting else self._toggle()

    def _toggle(self) -> None:
        self._resume() if self._still else self.ticker.do(self._session.pause)

    def _resume(self) -> None:
        if self.ticker.trouble:
            self.ticker.retry()
        elif self._stale():
            self.check_in_requested.emit()
        else:
            self.ticker.do(self._session.resume)

    def _jump(self, index: int) -> None:
        if self._asking or self.ticker.trouble:
            return
        left = self._session.position
        self.ticker.do(partial(self._session.jump, index=index))
        if index != left:
            self._undo_to, self._undo_until = left, self.ticker.seconds + UNDO_S
        self._refresh()

    def _undo_jump(self) -> None:
        if self._undo_to is not None:
            back, self._undo_to = self._undo_to, None
            self.ticker.do(partial(self._session.jump, index=back))

    def _toggle_mute(self) -> None:
        self._sounds.unmute() if self._sounds.muted else self._sounds.mute()
        self._refresh()

    def _ask(self) -> None:
        self.ticker.do(partial(self._session.pause, cause=Cause.HURTS))
        playing = self._session.playing
        if self.ticker.trouble or playing.ended:
            return
        following = any(planned.item > playing.planned.item for planned in self._session.timeline.sets)
        self._asking = True
        self.view.show_view(View.HURTS, playing)
        self.view.hurts.open(playing.planned, self._pain_before, has_next=following)

    def _stop_asking(self) -> None:
        self._asking = False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _score(self, score: int, sharp: bool) -> None:  # noqa: FBT001
        self.ticker.do(partial(self._session.say_pain, score=score, sharp=sharp))

    def _carry_on(self) -> None:
        self._stop_asking()
        self._resume()

    def _go_easier(self) -> None:
        self._easier_item = self._session.playing.planned.item
        self._carry_on()

    def _do_fewer(self) -> None:
        self.ticker.do(self._session.fewer_reps)
        self._carry_on()

    def _end_exercise(self) -> None:
        self.ticker.do(self._session.end_exercise)
        self._carry_on()

    def _stop_for_pain(self) -> None:
        self._stop_reason = PAIN
        self._stop_asking()
        self.ticker.do(self._session.end)

    def _tell(self, events: tuple[SessionEvent, ...]) -> None:
        if (beep := beep_of(events)) is not None:
            self._sounds.play(beep)
        for event in events:
            if isinstance(event, Paused):
                self._paused_at = self.ticker.seconds
                self._let_sleep()
            elif isinstance(event, Resumed):
                self._stay_awake()
            elif isinstance(event, LeadStarted) and event.planned.lead is Lead.CHANGE_SIDE and not self._reduced_motion:
                self._flash_until = self.ticker.seconds + FLASH_S
        if any(isinstance(event, SetFinished | SessionEnded) for event in events):
            self._changes.sessions.emit()
        self._refresh()
        if any(isinstance(event, SessionEnded) for event in events):
            self._close_the_book()

    def _close_the_book(self) -> None:
        self._let_sleep()
        if self._stop_reason:
            self.ticker.keep_reason(self._stop_reason)
        self.ended.emit(self._session.id)

    def _refuse(self, _sentence: str) -> None:
        self._asking = False
        self._let_sleep()
        self._refresh()

    def _stay_awake(self) -> None:
        if self._awake is not None:
            self._awake.begin(self._hear_awake)

    def _let_sleep(self) -> None:
        if self._awake is not None:
            self._awake.end()

    def _hear_awake(self, arranged: bool) -> None:  # noqa: FBT001
        self._sleepy = not arranged
        self._refresh()

    def _notices(self) -> tuple[str, ...]:
        sound = "" if self._sounds.available else "No sound device"
        if self._sounds.available and self._sounds.muted:
            sound = "Sound is off"
        return tuple(filter(None, (sound, "The screen may go to sleep" if self._sleepy else "")))

    def _refresh(self) -> None:
        if not self.isVisible() or self.window().isMinimized():
            return
        playing, at = self._session.playing, self.ticker.seconds
        trouble = self.ticker.trouble
        view = view_of(playing, asking=self._asking, trouble=trouble)
        self.view.show_view(view, playing, trouble=trouble)
        self.view.header.set_notices(self._notices())
        easier = playing.planned.exercise.easier if self._easier_item == playing.planned.item else ""
        self.view.show_playing(playing, self._session.timeline, self.ticker.saved, easier=easier)
        if view is View.PAUSED:
            self.view.show_paused(playing, at - self._paused_at, trouble)
        self.view.set_flashing(flashing=view is View.WORK and at < self._flash_until)
        undoable = self._undo_to is not None and at < self._undo_until
        if not undoable:
            self._undo_to = None
        self.view.controls.set_undoable(undoable=undoable)
