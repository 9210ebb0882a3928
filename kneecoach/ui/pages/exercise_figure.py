"""The drawn coach of an exercise in a loop, with what turns, mirrors, slows and stops it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.exercise import Exercise, Side
from kneecoach.figure.facing import facing
from kneecoach.figure.movement import Movement, View
from kneecoach.ui.figure_loop import FigureLoop
from kneecoach.ui.pages.exercise_words import FACING_WORDS, real_seconds, works
from kneecoach.ui.pages.player_pose import is_mirrored
from kneecoach.ui.pages.player_steps import StepsBox
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import SecondaryButton
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.figure_view import FigureView
from kneecoach.ui.widgets.phase_ruler import PhaseRuler
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.spread_row import SpreadRow
from kneecoach.ui.widgets.text import Label, Role, Tone


class Speed(Enum):
    """How fast the loop goes."""

    HALF = 0.5
    REAL = 1.0
    STEPS = 0.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One name on the ruler: from its first to its last phase, and from when to when in the loop."""

    name: str
    first: int
    last: int
    begin_s: float
    end_s: float


class Dot(QWidget):
    """The colour of the worked muscle, beside the words that name it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens_of(self).accent)
        painter.drawEllipse(self.rect())


class FigureCard(Card):
    """Loops at the tempo of the usual dose. Without a drawing it shows the steps as text."""

    def __init__(self, *, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 12, 16, 12), parent=parent)
        self._reduced_motion = self._was_playing = False
        self._movement: Movement | None = None
        self._segments: list[Segment] = []
        self.view = Segmented([(View.SIDE, "Side"), (View.FRONT, "Front")], name="View", compact=True, parent=self)
        self.leg = Segmented([(Side.LEFT, "Left"), (Side.RIGHT, "Right")], name="Side", compact=True, parent=self)
        speeds = [(Speed.HALF, "½ speed"), (Speed.REAL, "Real"), (Speed.STEPS, "Step by step")]
        self.speed = Segmented(speeds, name="Speed", compact=True, parent=self)
        self.controls = SpreadRow([self.view, self.leg, self.speed], parent=self)
        self._works = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._dot = Dot(parent=self)
        self.figure = FigureView(self)
        self.figure.set_surface(True)
        self.steps = StepsBox(parent=self)
        self.loop = FigureLoop(self.figure, now=now)
        self.ruler = PhaseRuler(parent=self)
        self.play = SecondaryButton("", icon="pause", parent=self)
        for choice in (self.view, self.leg, self.speed):
            choice.leave_keys()
        self.play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line = Hairline(parent=self)
        self._lay_out()
        self.view.changed.connect(self._turn_to)
        self.leg.changed.connect(self._mirror_to)
        self.speed.changed.connect(self._set_speed)
        self.play.clicked.connect(self.toggle)
        self.ruler.phase_clicked.connect(self.go_to)
        self.loop.moved.connect(self._show_now)
        self.loop.stopped_at_step.connect(self._step_done)

    def _lay_out(self) -> None:
        works_row = QHBoxLayout()
        works_row.setSpacing(8)
        works_row.addWidget(self._dot)
        works_row.addWidget(self._works, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(16)
        self._foot.addWidget(self.play)
        self._foot.addWidget(self.ruler, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(12)
        self.body.addWidget(self.controls)
        self.body.addLayout(works_row)
        self.body.addWidget(self.figure, 1)
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self._line)
        self.body.addLayout(self._foot)

    def show_exercise(
        self, exercise: Exercise, movement: Movement | None, side: Side, *, reduced_motion: bool = False
    ) -> None:
        """From the beginning; `side` is the leg that works. With reduced motion it opens step by step and still."""
        self.loop.pause()
        # What played when the page was left was another one
        self._was_playing = False
        self._reduced_motion = reduced_motion
        self._works.setText(works(exercise))
        self.steps.set_steps(exercise.steps)
        for part in (self.controls, self.figure, self.ruler, self.play, self._line, self._dot):
            part.setVisible(movement is not None)
        self.steps.setVisible(movement is None)
        self._movement = movement = movement and _retimed(movement, real_seconds(movement, exercise.dosage))
        if movement is None:
            self.figure.set_movement(None)
            return
        self._segments = segments(movement)
        self.ruler.set_phases([(one.name, round(one.end_s - one.begin_s, 3)) for one in self._segments])
        self.figure.set_movement(movement, exercise.name)
        # Until a step is asked for
        self.figure.set_reduced_motion(self._reduced_motion)
        self.leg.setVisible(movement.side is not None)
        self.leg.set_value(side)
        self._mirror_to(side)
        self.view.set_value(movement.main_view)
        self.view.setVisible(len(movement.views) > 1)
        for view in movement.views:
            self.view.set_word(view, FACING_WORDS[facing(movement, view)])
        self._turn_to(movement.main_view)
        speed = Speed.STEPS if self._reduced_motion else Speed.REAL
        self.speed.set_value(speed)
        self._set_speed(speed)
        self.loop.go_to(0)
        self.ruler.set_now(0, 0.0)
        self._pause() if self._reduced_motion else self._play()

    def side(self) -> Side:
        """The leg that is shown at work."""
        return Side.RIGHT if self.leg.value() is Side.RIGHT else Side.LEFT

    def toggle(self) -> None:
        """Pause or go on; step by step: the next phase."""
        if self._stepping() and not self.loop.playing:
            self.next_phase()
        else:
            self._pause() if self.loop.playing else self._play()

    def next_phase(self) -> None:
        """Step by step it plays one more; else it jumps there."""
        here, share = self.ruler.now()
        if self._stepping() and not self._reduced_motion:
            self._play()
        elif self._segments:
            begun = self._stepping() and share == 0
            self.go_to(here if begun else (here + 1) % len(self._segments))

    def previous_phase(self) -> None:
        if self._segments:
            self.go_to((self.ruler.now()[0] - 1) % len(self._segments))

    def go_to(self, place: int) -> None:
        """The beginning of a phase on the ruler; step by step its end, where it stays."""
        segment = self._segments[place]
        self.figure.set_reduced_motion(False)
        if self._stepping():
            self._pause()
            self.loop.go_to(segment.last, 1.0)
            self.ruler.set_now(place, 1.0)
        else:
            self.loop.go_to(segment.first)
            self.ruler.set_now(place, 0.0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_playing = self.loop.playing
        self.loop.pause()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_playing:
            self._play()

    def turn(self) -> None:
        """See it from the other view."""
        if self.view.isVisibleTo(self):
            self.view.press(View.FRONT if self.view.value() is View.SIDE else View.SIDE)

    def mirror(self) -> None:
        """See the other leg."""
        if self.leg.isVisibleTo(self):
            self.leg.press(self.side().other)

    def _stepping(self) -> bool:
        return self.speed.value() is Speed.STEPS

    def _turn_to(self, view: View) -> None:
        self.figure.set_view(view)

    def _mirror_to(self, side: Side) -> None:
        self.figure.set_mirrored(self._movement is not None and is_mirrored(self._movement, side))

    def _set_speed(self, speed: Speed) -> None:
        self.loop.set_step_by_step(speed is Speed.STEPS)
        self.loop.set_speed(speed.value or Speed.REAL.value)
        self._pause() if self._stepping() else self._play()

    def _play(self) -> None:
        self.figure.set_reduced_motion(False)
        self.loop.play()
        self._name_button()

    def _pause(self) -> None:
        self.loop.pause()
        self._name_button()

    def _name_button(self) -> None:
        playing, stepping = self.loop.playing, self._stepping()
        self.play.set_words("", icon="pause" if playing else "next" if stepping else "play")
        self.play.setAccessibleName("Pause" if playing else "Next phase" if stepping else "Play")
        self.play.setToolTip(self.play.accessibleName())

    def _step_done(self, phase: int) -> None:
        """Neighbouring phases of one name are one step."""
        place = next(index for index, one in enumerate(self._segments) if phase <= one.last)
        if phase < self._segments[place].last:
            self.loop.go_on()
        else:
            self.ruler.set_now(place, 1.0)
        self._name_button()

    def _show_now(self, second: float) -> None:
        if self.loop.playing:
            place = next((i for i, one in enumerate(self._segments) if second < one.end_s), len(self._segments) - 1)
            segment = self._segments[place]
            self.ruler.set_now(place, (second - segment.begin_s) / (segment.end_s - segment.begin_s))


def _retimed(movement: Movement, seconds: tuple[float, ...]) -> Movement:
    phases = zip(movement.phases, seconds, strict=True)
    return replace(movement, phases=tuple(replace(phase, seconds=length) for phase, length in phases))


def segments(movement: Movement) -> list[Segment]:
    """The phases as the ruler shows them; neighbours of one name are one."""
    found: list[Segment] = []
    end = 0.0
    for index, phase in enumerate(movement.phases):
        begin, end = end, end + phase.seconds
        if found and found[-1].name == phase.name:
            found[-1] = replace(found[-1], last=index, end_s=end)
        else:
            found.append(Segment(phase.name, index, index, begin, end))
    return found
