"""The pictures of one loop as paths, made when first asked for and kept, so that later repetitions only paint."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from kneecoach.figure.backwards import backwards
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.ui.figure_painting import Filled, ready

FRAMES_A_SECOND = 30
BREATHS_A_SECOND = 4
"""Frames a second where nothing but the breath moves."""
AT_MOST = 420
"""Pictures kept: more than the longest loop has."""


Step = tuple[int, int]
"""A phase, and the number of a picture in it."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that a loop's pictures depend on beside the moment."""

    movement: Movement
    width: int
    height: int
    view: View | None = None
    arrows: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """What moves in one picture and the box that it takes, in pixels. The body may be that of another picture too."""

    body: list[Filled]
    pointers: list[Filled]
    box: QRect

    def region(self, mirrored_in: int | None) -> QRegion:
        """All that it takes, seen in a mirror of that width or as it is."""
        box = self.box
        if mirrored_in is not None:
            box = QRect(mirrored_in - box.x() - box.width(), box.y(), box.width(), box.height())
        return QRegion(box)


class Frames:
    """The loop of one look. `ground` is what stays the same in all of its pictures."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._scene = Scene.of(look.movement, look.width, look.height, look.view)
        self._backwards = backwards(look.movement)
        self._number = sum(self._count(phase) + 1 for phase in range(len(look.movement.phases)))
        self._bodies: dict[Step, tuple[list[Filled], QRect]] = {}
        self._kept: dict[Step, Frame] = {}
        self._to_come: Iterator[Step] | None = None
        self.ground: list[Filled] | None = None

    def __contains__(self, step: Step) -> bool:
        """Whether this picture is made."""
        return step in self._kept

    @property
    def whole(self) -> bool:
        """Whether all pictures are made, or they are more than are kept."""
        return len(self._kept) >= min(self._number, AT_MOST)

    def step(self, moment: Moment) -> Step:
        """Which picture shows this moment: phase and number of the picture in it."""
        count = self._count(moment.phase)
        return moment.phase, max(0, min(count, round(moment.progress * count)))

    def steps(self) -> Iterable[Step]:
        """Every picture of the loop, in order."""
        for phase in range(len(self.look.movement.phases)):
            for number in range(self._count(phase) + 1):
                yield phase, number

    def make_next(self) -> bool:
        """Make another picture of the loop that nobody has asked for yet; False when nothing is left to do.

        Every fourth first: a movement that begins before all are there goes in even steps.
        """
        if self._to_come is None:
            steps = list(self.steps())
            self._to_come = iter(_coarse_first(steps) if len(steps) <= AT_MOST else [])
        for step in self._to_come:
            if step not in self._kept:
                self.frame(step)
                return True
        return False

    def frame(self, step: Step) -> Frame:
        kept = self._kept.get(step)
        if kept is None:
            kept = self._made(step)
            if len(self._kept) >= AT_MOST:
                oldest = next(iter(self._kept))
                del self._kept[oldest]
                self._bodies.pop(self._forwards(oldest), None)
            self._kept[step] = kept
        return kept

    def _count(self, phase: int) -> int:
        made = self.look.movement.phases[phase]
        return max(1, round(made.seconds * (BREATHS_A_SECOND if made.still else FRAMES_A_SECOND)))

    def _made(self, step: Step) -> Frame:
        body, box = self._body(self._forwards(step))
        if not self.look.arrows:
            return Frame(body, [], box)
        pointers = ready(self._scene.pointers(self._moment(step)))
        return Frame(body, pointers, box | _box(pointers))

    def _forwards(self, step: Step) -> Step:
        """The picture with the same body, from the phase of which this one is the way back."""
        phase, number = step
        earlier = self._backwards.get(phase)
        if earlier is None:
            return step
        count = self._count(earlier)
        return earlier, count - round(number / self._count(phase) * count)

    def _body(self, step: Step) -> tuple[list[Filled], QRect]:
        kept = self._bodies.get(step)
        if kept is None:
            drawing = self._scene.drawing(self._moment(step), arrows=False)
            if self.ground is None:
                self.ground = ready(drawing.shapes[: drawing.still])
            shapes = ready(drawing.shapes[drawing.still :])
            kept = self._bodies[step] = shapes, _box(shapes)
        return kept

    def _moment(self, step: Step) -> Moment:
        phase, number = step
        return Moment(phase, number / self._count(phase))


def _coarse_first(steps: list[Step]) -> list[Step]:
    return [*steps[::4], *steps[2::4], *steps[1::2]]


def _box(shapes: Iterable[Filled]) -> QRect:
    box = QRectF()
    for shape in shapes:
        for path in shape.paths:
            box |= path.controlPointRect()
    return box.toAlignedRect().adjusted(-1, -1, 1, 1) if box.isValid() else QRect()
