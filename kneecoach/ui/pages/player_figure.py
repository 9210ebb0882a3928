"""The figure box of the player: the drawn coach in time with the session, or the steps as text where there is none."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.exercise import Exercise
from kneecoach.domain.session import LeadStarted, Playing, SessionEvent, WorkStarted
from kneecoach.domain.timeline import PlannedSet
from kneecoach.ui.pages.player_layout import raised
from kneecoach.ui.pages.player_steps import StepsBox
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import outline

if TYPE_CHECKING:
    from kneecoach.figure.movement import Movement
    from kneecoach.ui.pages.player_pose import Pose
    from kneecoach.ui.widgets.figure_view import FigureView

Movements = Callable[[str], "Movement | None"]


def no_movements(_exercise: str) -> "Movement | None":
    """Nothing is drawn."""
    return None


class FigureBox(QWidget):
    """`movements` finds the drawing of an exercise. Nothing of the figure is imported before the first one is shown."""

    def __init__(self, movements: Movements, *, reduced_motion: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movements, self._reduced_motion = movements, reduced_motion
        self._worked: PlannedSet | None = None
        self._leading = self._surface = False
        self._strip = 0
        self._pose: Pose | None = None
        self._view: FigureView | None = None
        self.steps = StepsBox(parent=self)

    @property
    def drawn(self) -> bool:
        """Whether a figure is shown, not text."""
        return self._pose is not None

    @property
    def pose(self) -> "Pose | None":
        """What the figure shows."""
        return self._pose

    @property
    def view(self) -> "FigureView | None":
        """Where it is painted, once one was needed."""
        return self._view

    def follow(self, events: Iterable[SessionEvent]) -> None:
        """Remember which set was worked just before this pause: its position still has to be left."""
        for event in events:
            if isinstance(event, WorkStarted):
                self._worked, self._leading = event.planned, False
            elif isinstance(event, LeadStarted):
                if self._leading:
                    self._worked = None
                self._leading = True

    def expect(self, exercise: Exercise | None) -> None:
        """Which exercise comes after this one, None for none."""
        if self._view is not None:
            self._view.expect(None if exercise is None else self._movements(exercise.id))

    def show_playing(self, playing: Playing) -> None:
        """The pose of this moment; nothing is painted again when it is the same one."""
        # The player opens before the first figure is drawn, and an exercise of one's own needs none
        from kneecoach.ui.pages.player_pose import pose_of  # noqa: PLC0415

        if playing.working:
            # Also where a skip was taken back, which begins nothing
            self._worked, self._leading = playing.planned, False
        # Whoever jumps while it is paused is there at once
        jumped = playing.paused and not playing.working and not playing.elapsed_s
        worked = None if jumped else self._worked
        pose = pose_of(playing, worked, self._movements, reduced_motion=self._reduced_motion)
        before, self._pose = self._pose, pose
        self.steps.setVisible(pose is None)
        if self._view is not None or pose is not None:
            self._figure().setVisible(pose is not None)
        if pose is None:
            self.steps.set_steps(playing.planned.exercise.steps)
        else:
            # What stands still is not pointed at, and what comes is told in two pictures where nothing may move
            self._figure().set_pointing(playing.working and playing.paused is None)
            self._figure().set_reduced_motion(self._reduced_motion and not playing.working)
            if pose != before:
                self._show(pose, playing.planned.exercise.name)

    def set_surface(self, surface: bool) -> None:  # noqa: FBT001 - a property setter
        """Whether the ground is that of a card instead of a sunken field."""
        if surface != self._surface:
            self._surface = surface
            if self._view is not None:
                self._view.set_surface(surface)
            self.update()

    def set_strip(self, strip: int) -> None:
        """Keep so many pixels at the foot free for what is said."""
        if strip != self._strip:
            self._strip = strip
            self._place()

    def set_window_height(self, height_px: int) -> None:
        self.steps.set_window_height(height_px)

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line, tokens.surface if self._surface else tokens.sunken, radius=6)

    def _show(self, pose: "Pose", name: str) -> None:
        view = self._figure()
        view.set_movement(pose.movement, name)
        view.set_mirrored(pose.mirrored)
        view.show_moment(pose.moment)

    def _figure(self) -> "FigureView":
        if self._view is None:
            from kneecoach.ui.widgets.figure_view import FigureView  # noqa: PLC0415

            self._view = FigureView(parent=self)
            self._view.set_surface(self._surface)
            self._place()
            self._view.show()
        return self._view

    def _place(self) -> None:
        self.steps.setGeometry(self.rect().adjusted(0, 0, 0, -self._strip))
        if self._view is not None:
            # The frame of the box stays visible
            self._view.setGeometry(self.rect().adjusted(2, 2, -2, -2 - raised(self._strip)))
