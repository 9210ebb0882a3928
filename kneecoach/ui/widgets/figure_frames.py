"""The pictures of one loop as paths, made when first asked for and kept, so that later repetitions only paint."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.ui.figure_painting import Filled, ready

FRAMES_A_SECOND = 30
BREATHS_A_SECOND = 4
"""Frames a second where nothing but the breath moves."""
AT_MOST = 420
"""Pictures kept: more than the longest loop has."""


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
    """What moves in one picture and the box that it takes, in pixels; `upright` is never seen in a mirror."""

    shapes: list[Filled]
    box: QRect
    upright: list[Filled]
    upright_box: QRect

    def region(self, mirrored_in: int | None) -> QRegion:
        """All that it takes, seen in a mirror of that width or as it is."""
        box = self.box
        if mirrored_in is not None:
            box = QRect(mirrored_in - box.x() - box.width(), box.y(), box.width(), box.height())
        return QRegion(box) | QRegion(self.upright_box)


class Frames:
    """The loop of one look. `ground` is what stays the same in all of its pictures."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._scene = Scene.of(look.movement, look.width, look.height, look.view)
        self._kept: dict[tuple[int, int], Frame] = {}
        self._to_come: Iterator[tuple[int, int]] | None = None
        self.ground: list[Filled] | None = None

    def step(self, moment: Moment) -> tuple[int, int]:
        """Which picture shows this moment: phase and number of the picture in it."""
        count = self._count(moment.phase)
        return moment.phase, max(0, min(count, round(moment.progress * count)))

    def steps(self) -> Iterable[tuple[int, int]]:
        """Every picture of the loop, in order."""
        for phase in range(len(self._look.movement.phases)):
            for number in range(self._count(phase) + 1):
                yield phase, number

    def make_next(self) -> bool:
        """Make the next picture of the loop that nobody has asked for yet; False when all are there."""
        if self._to_come is None:
            steps = list(self.steps())
            self._to_come = iter(steps if len(steps) <= AT_MOST else [])
        for step in self._to_come:
            if step not in self._kept:
                self.frame(step)
                return True
        return False

    def frame(self, step: tuple[int, int]) -> Frame:
        kept = self._kept.get(step)
        if kept is None:
            kept = self._made(step)
            if len(self._kept) >= AT_MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[step] = kept
        return kept

    def _count(self, phase: int) -> int:
        made = self._look.movement.phases[phase]
        return max(1, round(made.seconds * (BREATHS_A_SECOND if made.still else FRAMES_A_SECOND)))

    def _made(self, step: tuple[int, int]) -> Frame:
        phase, number = step
        look = self._look
        moment = Moment(phase, number / self._count(phase))
        drawing = self._scene.drawing(moment, arrows=look.arrows)
        if self.ground is None:
            self.ground = ready(drawing.shapes[: drawing.still])
        turned = len(drawing.shapes) - drawing.upright
        shapes, upright = ready(drawing.shapes[drawing.still : turned]), ready(drawing.shapes[turned:])
        return Frame(shapes, _box(shapes), upright, _box(upright))


def _box(shapes: Iterable[Filled]) -> QRect:
    box = QRectF()
    for shape in shapes:
        box |= shape.path.controlPointRect()
    return box.toAlignedRect().adjusted(-1, -1, 1, 1) if box.isValid() else QRect()
