"""The coach in real time on a page that has no session: play, pause, half speed and step by step."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kneecoach.figure.movement import Moment, Movement
from kneecoach.ui.widgets.figure_view import FigureView

FRAME_MS = 33


class FigureLoop(QObject):
    """Moves a view through its movement over and over. `phase_changed` tells the index of the phase shown.

    Time passes only while the view can be seen. Step by step it stops at the end of each phase until `go_on`.
    """

    phase_changed = Signal(int)
    moved = Signal(float)
    """How far into the loop, in its own seconds."""
    stopped_at_step = Signal(int)

    def __init__(self, view: FigureView, *, now: Callable[[], float] = monotonic) -> None:
        super().__init__(view)
        self._view = view
        self._now = now
        self._second = 0.0
        self._since = 0.0
        self._speed = 1.0
        self._step_by_step = False
        self._phase = -1
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def second(self) -> float:
        """How far into the loop, at the movement's own pace."""
        return self._second

    def start(self) -> None:
        """From the beginning of the loop."""
        self._second = 0.0
        self._phase = -1
        self.play()

    def play(self) -> None:
        if self._view.movement is not None and not self.playing:
            self._since = self._now()
            self._timer.start()
            self._show()

    def pause(self) -> None:
        self._timer.stop()

    def set_speed(self, speed: float) -> None:
        """1 is the exercise's own tempo, 0.5 half as fast."""
        self._pass_time()
        self._speed = speed

    def set_step_by_step(self, step_by_step: bool) -> None:  # noqa: FBT001 - a setter
        self._step_by_step = step_by_step

    def go_on(self) -> None:
        """Step by step: play the next phase."""
        self.play()

    def go_to(self, phase: int, progress: float = 0.0) -> None:
        """Show this place of the loop at once, as a click on a phase does; what plays goes on from there."""
        movement = self._view.movement
        if movement is None:
            return
        before = sum(one.seconds for one in movement.phases[:phase])
        self._second = (before + movement.phases[phase].seconds * progress) % movement.seconds
        self._since = self._now()
        self._tell(Moment(phase, progress))

    def tick(self) -> None:
        """Time has passed: show where the figure is now."""
        if self._view.isVisible():
            self._pass_time()
            self._show()
        else:
            self._since = self._now()

    def _pass_time(self) -> None:
        now = self._now()
        passed, self._since = (now - self._since) * self._speed, now
        movement = self._view.movement
        if not self.playing or movement is None:
            return
        phase, end = self._phase_end(movement)
        if self._step_by_step and self._second + passed >= end:
            self._second = end % movement.seconds
            self.pause()
            self._tell(Moment(phase, 1.0))
            self.stopped_at_step.emit(phase)
        else:
            self._second = (self._second + passed) % movement.seconds

    def _phase_end(self, movement: Movement) -> tuple[int, float]:
        """The phase of now, and the second of the loop at which it ends."""
        moment = movement.at_second(self._second)
        return moment.phase, sum(phase.seconds for phase in movement.phases[: moment.phase + 1])

    def _show(self) -> None:
        if self.playing and (movement := self._view.movement) is not None:
            self._tell(movement.at_second(self._second))

    def _tell(self, moment: Moment) -> None:
        self._view.show_moment(moment)
        self.moved.emit(self._second)
        if moment.phase != self._phase:
            self._phase = moment.phase
            self.phase_changed.emit(moment.phase)
