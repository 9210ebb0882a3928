"""The player: one session from its first get-ready to its end, seen, heard and steered from two metres away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.session import LeadStarted, Paused, Resumed, SessionEnded, SessionEvent, SetFinished, WorkStarted
from kneecoach.domain.settings import Settings
from kneecoach.ui.awake import Awake
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.player_awake import StayAwake
from kneecoach.ui.pages.player_beeps import beep_of
from kneecoach.ui.pages.player_figure import Movements, no_movements
from kneecoach.ui.pages.player_flash import Flash, Flashes, flash_for
from kneecoach.ui.pages.player_keys import Wish, wish_of
from kneecoach.ui.pages.player_pain import PainFlow
from kneecoach.ui.pages.player_states import View, view_of
from kneecoach.ui.pages.player_steering import Steering
from kneecoach.ui.pages.player_view import PlayerView
from kneecoach.ui.pages.player_voice import PlayerVoice
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.ticker import Ticker
from kneecoach.ui.voice import Voice


class PlayerPage(QWidget):
    """Plays from the moment it is first shown. `awake` is None when the screen may sleep as it likes.

    `movements` finds the drawing of an exercise. `pain_before` is the score the session began with; the gate of
    "it hurts" reads it. `stale` says whether the check-in has become too old to go on after a pause.
    """

    ended = Signal(object)
    """With the session's id, when every set has its record on disk."""
    check_in_requested = Signal()
    """Whoever wants to go on has to check in again first."""
    distance_changed = Signal(bool)
    """It is read from across the room, which wants the whole screen, or from near again."""
    screen_requested = Signal()
    """The person wants it on another screen."""

    def __init__(  # noqa: PLR0913
        self,
        ticker: Ticker,
        *,
        changes: Changes,
        sounds: Sounds,
        voice: Voice,
        awake: Awake | None,
        settings: Settings,
        movements: Movements = no_movements,
        pain_before: int | None = None,
        stale: Callable[[], bool] = bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ticker = ticker
        self._session = ticker.session
        self._changes = changes
        self._sounds, self._awake = sounds, StayAwake(awake, parent=self)
        self._begun = False
        self._paused_at = 0.0
        self._shown_still: tuple | None = None
        self._flashes = Flashes(on=not settings.reduced_motion)
        self.view = PlayerView(
            reduced_motion=settings.reduced_motion, lacking=settings.lacking, movements=movements, parent=self
        )
        self._told = AsAgreed(self._session, pain_before)
        self.pain = PainFlow(ticker, self.view.hurts, self._told, pain_before, parent=self)
        self.voice = PlayerVoice(ticker, voice, sounds, told=self._told, settings=settings, parent=self)
        self._steering = Steering(ticker, self.pain, self.voice, far=lambda: self.view.far, stale=stale, parent=self)
        ticker.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Player")
        self._connect()
        self.view.set_far(far=settings.distance)

    def put_away(self) -> None:
        """The window closes: pause and keep what was done of this set; the session stays open and is offered again."""
        if self._begun and not self._session.playing.ended:
            self.ticker.put_aside()
            self._changes.sessions.emit()
        self.ticker.stop()
        self.voice.close()
        self._awake.end()

    @property
    def wants_full_screen(self) -> bool:
        """Whether it is read from across the room."""
        return self.view.far

    def toggle_distance(self) -> None:
        """To be read from across the room, or from near again."""
        self.view.set_far(far=not self.view.far)
        self.distance_changed.emit(self.view.far)
        self._refresh()

    def offer_screen(self, *, offered: bool) -> None:
        """Whether there is another screen to move to."""
        self.view.controls.set_screens(more=offered)

    def show_said(self, sentence: str) -> None:
        """Write what is spoken for as long as it takes to read, unless the same words are on the page already."""
        self._refresh()
        self.view.said.say(sentence, self.view.shown_words(), self.ticker.seconds)

    def _connect(self) -> None:
        view, ticker = self.view, self.ticker
        ticker.happened.connect(self._tell)
        ticker.ticked.connect(self._refresh)
        ticker.refused.connect(self._refuse)
        self.voice.said.connect(self.show_said)
        # A message of the window keeps clear of it
        self.footer = view.controls
        view.controls.wished.connect(self._do)
        view.paused.wished.connect(self._do)
        view.header.segment_chosen.connect(self._jump)
        view.work.digits_clicked.connect(self._toggle)
        view.rest.digits_clicked.connect(self._toggle)
        view.mouse_moved.connect(self._reveal)
        self.pain.opened.connect(self._show_panel)
        self.pain.closed.connect(self._take_keys_back)
        self.pain.resume_requested.connect(self._steering.resume)
        self._steering.check_in_requested.connect(self.check_in_requested)
        self._steering.distance_requested.connect(self.toggle_distance)
        self._steering.screen_requested.connect(self.screen_requested)
        self._awake.changed.connect(self._show_anew)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self.voice.open()
            self.ticker.start()
            if not self._session.playing.paused:
                self._awake.begin()
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
        if wish is None or self.pain.asking:
            super().keyPressEvent(event)
        else:
            self._do(wish)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        # Whoever presses Tab looks for the buttons; Qt asks too when an answered question is hidden
        if not self.pain.asking:
            self._reveal()
        return super().focusNextPrevChild(forward)

    def _do(self, wish: Wish) -> None:
        self._steering.do(wish)
        self._show_anew()

    def _toggle(self) -> None:
        self._do(Wish.TOGGLE)

    def _jump(self, index: int) -> None:
        self._steering.jump(index)
        self._refresh()

    def _show_panel(self) -> None:
        self.view.show_view(View.HURTS, self._session.playing)

    def _take_keys_back(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _reveal(self) -> None:
        self.view.reveal(self.ticker.seconds)

    def _tell(self, events: tuple[SessionEvent, ...]) -> None:
        if (beep := beep_of(events)) is not None:
            self._sounds.play(beep)
        self._flashes.see(events, self.ticker.seconds)
        if flash_for(events) is Flash.CHANGE:
            self.view.said.turn(self.ticker.seconds)
        self.view.figure.follow(events)
        for event in events:
            if isinstance(event, Paused):
                self._paused_at = self.ticker.seconds
                self.view.said.turn(self.ticker.seconds)
                self._awake.end()
            elif isinstance(event, Resumed):
                self._awake.begin()
            elif isinstance(event, LeadStarted | WorkStarted):
                self.view.figure.expect(self._session.timeline.exercise_after(event.planned))
        if any(isinstance(event, SetFinished | SessionEnded) for event in events):
            self._changes.sessions.emit()
        self._refresh()
        if any(isinstance(event, SessionEnded) for event in events):
            self._close_the_book()

    def _close_the_book(self) -> None:
        self._awake.end()
        if self.pain.stop_reason:
            self.ticker.keep_reason(self.pain.stop_reason)
        self.ended.emit(self._session.id)

    def _refuse(self, _sentence: str) -> None:
        self.pain.asking = False
        self._awake.end()
        self._refresh()

    def _show_anew(self) -> None:
        self._shown_still = None
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible() or self.window().isMinimized():
            return
        playing, at = self._told.playing, self.ticker.seconds
        trouble = self.ticker.trouble
        view = view_of(playing, asking=self.pain.asking, trouble=trouble)
        still = (view, playing, trouble) if view is View.PAUSED else None
        if still is None or still != self._shown_still:
            self.view.show_notices(self.voice.notice, self._awake.notice)
            self.view.show_view(view, playing, trouble=trouble)
            self.view.show_playing(playing, self._told.timeline, self.ticker.saved)
        if still is not None:
            # Second after second only the length of the pause is another one
            self.view.show_paused(playing, at - self._paused_at, trouble, same=still == self._shown_still)
        self._shown_still = still
        self.view.show_moment(at, self._flashes.at(at))
        self.view.controls.set_undoable(undoable=self._steering.undoable(at))
