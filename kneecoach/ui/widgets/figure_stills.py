"""The coach without motion: two still pictures and an arrow from one to the other."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter

from kneecoach.figure.arrows import arrow_shapes
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.ui.figure_painting import Colours, paint, paint_drawing, ready

BETWEEN = 0.08
"""The strip with the arrow, as a share of the box."""
ARROW = 7.0
"""The body height to which the arrow belongs, as a multiple of that strip."""


@dataclass(frozen=True, slots=True)
class Stills:
    """What the two pictures show: the start and the far end of a movement."""

    movement: Movement
    view: View | None = None
    mirrored: bool = False


def paint_stills(painter: QPainter, stills: Stills, box: QSize, colours: Colours) -> None:
    """Beside each other in a wide box, below each other in a tall one."""
    width, height = box.width(), box.height()
    wide = width > height
    gap = max(width, height) * BETWEEN
    size = ((width - gap) / 2, float(height)) if wide else (float(width), (height - gap) / 2)
    scene = Scene.of(stills.movement, size[0], size[1], stills.view)
    second = QPointF(size[0] + gap, 0) if wide else QPointF(0, size[1] + gap)
    for place, moment in ((QPointF(0, 0), Moment(0, 0.0)), (second, stills.movement.hero)):
        painter.save()
        painter.translate(place)
        paint_drawing(painter, scene.drawing(moment, mirrored=stills.mirrored, arrows=False), colours)
        painter.restore()
    back, ahead = -0.3 * gap, 0.18 * gap
    across, down = (1, 0) if wide else (0, 1)
    ends = [(width / 2 + across * far, height / 2 + down * far) for far in (back, ahead)]
    paint(painter, ready(arrow_shapes(ends, gap * ARROW)), colours)
