"""The ice timer: from the ice on the knee to the last look at the skin."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kneecoach.domain.ice import BEFORE_RUN
from kneecoach.domain.ice_timer import IceEvent, MinuteDone
from kneecoach.domain.local_time import later
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.awake import Awake
from kneecoach.ui.pages import ice_words
from kneecoach.ui.pages.ice_clock import IceClock
from kneecoach.ui.pages.ice_controls import Stage
from kneecoach.ui.pages.ice_sound import IceSound
from kneecoach.ui.pages.ice_stage import IceStage
from kneecoach.ui.pages.player_awake import StayAwake
from kneecoach.ui.sounds import Sounds
from kneecoach.ui.voice import Voice


class IcePage(QWidget):
    """Counts from the moment it is first shown. `awake` is None when the screen may sleep as it likes."""

    ended = Signal()
    """The ice is off, and what was done is kept or was left unsaved by wish."""

    def __init__(
        self,
        clock: IceClock,
        pain: PainEntry | None,
        *,
        sounds: Sounds,
        voice: Voice,
        awake: Awake | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.clock, self._timer = clock, clock.timer
        self._begun = self._not_fine = self._gone = False
        self.sound = IceSound(sounds, voice, parent=self)
        self._awake = StayAwake(awake, parent=self)
        self.stage = IceStage(pain, parent=self)
        self.controls = self.footer = self.stage.controls
        clock.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Ice timer")
        self._connect()

    def _connect(self) -> None:
        bar = self.controls
        for button, act in (
            (bar.pause, self.toggle_pause),
            (bar.fine, self.say_fine),
            (bar.not_fine, self.say_not_fine),
            (bar.again, self.end),
            (bar.close_page, self.end),
            (bar.longer, self.longer),
            (bar.shorter, self.shorter),
            (bar.end, self.end),
            (bar.leave, self.leave),
        ):
            button.clicked.connect(act)
        self.stage.digits_clicked.connect(self.toggle_pause)
        self.clock.happened.connect(self._tell)
        self.clock.ticked.connect(self._go_on)
        self._awake.changed.connect(self._refresh)

    def put_away(self) -> None:
        """The window closes: what was done is kept."""
        if self._begun and not self._gone:
            self.clock.end()
        self._let_go()

    def at_stage(self) -> Stage:
        """What the page is about."""
        timer = self._timer
        found = (
            (self._not_fine, Stage.NOT_FINE),
            (bool(self.clock.trouble) and timer.ended, Stage.NOT_KEPT),
            (timer.time_up, Stage.TIME_UP),
            (timer.check_due, Stage.CHECK),
            (timer.paused, Stage.PAUSED),
        )
        return next((stage for is_so, stage in found if is_so), Stage.RUNNING)

    def toggle_pause(self) -> None:
        """The ice off for a moment, or on again."""
        if self.at_stage() in {Stage.RUNNING, Stage.CHECK, Stage.PAUSED}:
            self.clock.do(self._timer.resume if self._timer.paused else self._timer.pause)

    def longer(self) -> None:
        self.clock.do(lambda now: self._timer.stretch(now, 1))

    def shorter(self) -> None:
        self.clock.do(lambda now: self._timer.stretch(now, -1))

    def say_fine(self) -> None:
        """Go on, or after the time is up be done."""
        if self.at_stage() is Stage.TIME_UP:
            self.end()
        else:
            self.clock.skin_is_fine()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_not_fine(self) -> None:
        """The ice comes off at once; what to do now stays until it is closed."""
        self._not_fine = True
        self.clock.end()
        self._awake.end()
        self.sound.say(ice_words.NOT_FINE_SPOKEN)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def end(self) -> None:
        """The ice is off. When the disk refuses, the page stays."""
        if self.clock.end():
            self.leave()
        else:
            # The advice was read; now it is about the diary
            self._not_fine = False
            self._refresh()

    def leave(self) -> None:
        """Nothing more to keep."""
        self._let_go()
        self.ended.emit()

    def _let_go(self) -> None:
        self._gone = True
        self.clock.stop()
        self.sound.close()
        self._awake.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self.sound.open()
            self.clock.start()
            self._awake.begin()
        self.clock.watch(seen=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clock.watch(seen=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.put_away()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, stage = Qt.Key, self.at_stage()
        main = {Stage.NOT_KEPT: self.end, Stage.NOT_FINE: self.end}.get(stage)
        asking = stage in {Stage.CHECK, Stage.TIME_UP}
        acts = {
            keys.Key_Space: main or self.toggle_pause,
            keys.Key_MediaTogglePlayPause: self.toggle_pause,
            keys.Key_Return: main or (self.say_fine if asking else None),
            keys.Key_Enter: main or (self.say_fine if asking else None),
            keys.Key_Y: self.say_fine if asking else None,
            keys.Key_N: self.say_not_fine if asking else None,
            keys.Key_Plus: self.longer,
            keys.Key_Equal: self.longer,
            keys.Key_Minus: self.shorter,
            keys.Key_M: self.sound.toggle_all,
            keys.Key_V: self.sound.toggle_voice,
            keys.Key_Escape: self.leave if stage is Stage.NOT_KEPT else self.end,
        }
        act = acts.get(keys(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if act is None or held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()
            self._refresh()

    def _tell(self, events: tuple[IceEvent, ...]) -> None:
        self.sound.hear(events, self._timer)
        if any(not isinstance(event, MinuteDone) for event in events):
            # In another window or minimised, the window asks to be looked at
            QApplication.alert(self.window())

    def _go_on(self) -> None:
        self.sound.go_on()
        self._refresh()

    def _refresh(self) -> None:
        if self._gone or not self.isVisible() or self.window().isMinimized():
            return
        stage, timer = self.at_stage(), self._timer
        title, cue, hint = self._words(stage)
        self.stage.show_words(title, cue)
        self.stage.show_time(timer, still=timer.paused or timer.ended)
        self.stage.show_head(timer, self._ends(), (self.clock.trouble, self.sound.notice, self._awake.notice))
        self.controls.set_steps(longer=timer.minutes < timer.limit, shorter=timer.minutes > timer.shortest)
        self.controls.show_stage(stage, hint)

    def _words(self, stage: Stage) -> tuple[str, str, str]:
        """Title, what to do, and the note beside the buttons."""
        limit = f"Limit {self._timer.limit} minutes"
        waiting = ice_words.asked_ago(self._timer.waiting_s)
        run_from = ice_words.time_of(later(self.clock.now(), BEFORE_RUN - timedelta(seconds=self._timer.waiting_s)))
        return {
            Stage.NOT_KEPT: (ice_words.NOT_KEPT, self.clock.trouble, ""),
            Stage.NOT_FINE: (ice_words.NOT_FINE, ice_words.NOT_FINE_CUE, ""),
            Stage.TIME_UP: (ice_words.TIME_UP, ice_words.over_for(self._timer.waiting_s, run_from), ""),
            Stage.CHECK: (ice_words.LOOK, ice_words.LOOK_CUE, waiting),
            Stage.PAUSED: (ice_words.PAUSED, ice_words.PAUSED_CUE, limit),
            Stage.RUNNING: ("", "", limit),
        }[stage]

    def _ends(self) -> tuple[str, str]:
        if self._timer.ended or self._timer.time_up or self._timer.paused:
            return "", ""
        return "Ends at", ice_words.time_of(later(self.clock.now(), timedelta(seconds=self._timer.left_s)))
