"""The pair of knees in one view, where the places that hurt are marked."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.knee_drawing import (
    BOX_HEIGHT,
    BOX_WIDTH,
    SIDE_WORDS,
    WHOLE_KNEE,
    Spot,
    View,
    knee,
    order,
    paint_badge,
    paint_knee,
    paint_region,
    region_at,
    spot_name,
)

LABEL_ROOM = 34
REACH_PX = 12
DRAG_STEP_PX = 14
WORST = 10
BADGE_SCALE = 0.8
"""Drawn smaller than so, the knee has larger badges."""
ARROWS: dict[int, QPointF] = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
VIEW_KEYS: dict[int, View] = {
    Qt.Key.Key_F: View.FRONT,
    Qt.Key.Key_N: View.INNER,
    Qt.Key.Key_O: View.OUTER,
    Qt.Key.Key_B: View.BACK,
}


class KneeView(Focusable, QWidget):
    """The canvas of the knee map; it says what was tapped and lets its map keep the marks."""

    tapped = Signal(object)
    valued = Signal(object, int)
    hovered = Signal(object)
    view_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View.INNER
        self._marks: dict[Spot, int] = {}
        self._hot: Spot | None = None
        self._cursor: Spot | None = None
        self._pressed: tuple[Spot, float, int] | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._announce()

    def set_view(self, view: View) -> None:
        if view is not self._view:
            self._view = view
            self._cursor = self._hot = self._pressed = None
            self._announce()
            self.update()

    def set_marks(self, marks: dict[Spot, int]) -> None:
        self._marks = dict(marks)
        self._announce()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(408, 370)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    def scale(self) -> float:
        """Pixels per unit of the drawing."""
        return min(self.width() / (2 * BOX_WIDTH), self.height() / (BOX_HEIGHT + LABEL_ROOM))

    def _origin(self, place: int) -> QPointF:
        scale = self.scale()
        left = (self.width() - 2 * BOX_WIDTH * scale) / 2
        top = (self.height() - (BOX_HEIGHT + LABEL_ROOM) * scale) / 2
        return QPointF(left + place * BOX_WIDTH * scale, top)

    def spot_position(self, spot: Spot) -> QPointF:
        """Where the middle of a spot is painted; KeyError when this view does not show it."""
        side, region = spot
        return (
            self._origin(order(self._view).index(side)) + knee(self._view, side).regions[region].centre * self.scale()
        )

    def spot_at(self, at: QPointF) -> Spot | None:
        """The spot that a tap at this point means."""
        scale = self.scale()
        for place, side in enumerate(order(self._view)):
            local = (at - self._origin(place)) / scale
            if 0 <= local.x() < BOX_WIDTH and (region := region_at(knee(self._view, side), local, REACH_PX / scale)):
                return side, region
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or spot is None:
            return
        self._dragged = spot not in self._marks
        if self._dragged:
            self.tapped.emit(spot)
        if spot in self._marks:
            self._pressed = (spot, event.position().y(), self._marks[spot])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            spot, start_y, start = self._pressed
            value = max(0, min(WORST, start + round((start_y - event.position().y()) / DRAG_STEP_PX)))
            if value != self._marks.get(spot):
                self._dragged = True
                self.valued.emit(spot, value)
            return
        self._hover(self.spot_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            spot = self._pressed[0]
            self._pressed = None
            if not self._dragged:
                self.tapped.emit(spot)

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self._announce()
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, steps = event.key(), {"+": 1, "-": -1}
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._move_cursor(ARROWS[key])
        elif key == Qt.Key.Key_Space and self._cursor is not None:
            self.tapped.emit(self._cursor)
        elif event.text() in steps and self._cursor in self._marks:
            value = max(0, min(WORST, self._marks[self._cursor] + steps[event.text()]))
            self.valued.emit(self._cursor, value)
        elif key in VIEW_KEYS:
            self.view_requested.emit(VIEW_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _spots(self) -> list[Spot]:
        return [(side, region) for side in order(self._view) for region in knee(self._view, side).regions]

    def _move_cursor(self, direction: QPointF) -> None:
        """To the nearest region that way; the first press goes to a marked spot or the middle of the picture."""
        if self._cursor is None:
            marked = [spot for spot in self._spots() if spot in self._marks]
            middle = QPointF(self.width() / 2, self.height() / 2)
            self._cursor = min(
                marked or self._spots(), key=lambda spot: (self.spot_position(spot) - middle).manhattanLength()
            )
        else:
            here = self.spot_position(self._cursor)
            costs = [
                (_cost(self.spot_position(spot) - here, direction), spot)
                for spot in self._spots()
                if spot != self._cursor
            ]
            ahead = [(cost, spot) for cost, spot in costs if cost is not None]
            if ahead:
                self._cursor = min(ahead, key=lambda pair: pair[0])[1]
        self.hovered.emit(self._cursor)
        self._announce()
        self.update()

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hot:
            self._hot = spot
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(spot)
            self.update()

    def _announce(self) -> None:
        marked = [f"{spot_name(*spot)} {value}" for spot, value in self._marks.items()]
        self.setAccessibleName(f"Knee map: {'; '.join(marked) or 'nothing marked'}")
        at = f"{spot_name(*self._cursor)}. " if self._cursor else ""
        self.setAccessibleDescription(f"{at}Arrow keys move, Space marks, plus and minus change the value.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.scale()
        for place, side in enumerate(order(self._view)):
            origin = self._origin(place)
            painter.setTransform(QTransform(scale, 0, 0, scale, origin.x(), origin.y()))
            self._paint_side(painter, tokens, side)
            painter.resetTransform()
            painter.setFont(font(TEXT, 13 * tokens.text_scale, 600))
            painter.setPen(tokens.ink)
            top = round(origin.y() + BOX_HEIGHT * scale)
            at = QRect(round(origin.x()), top, round(BOX_WIDTH * scale), max(round(LABEL_ROOM * scale), 18))
            painter.drawText(at, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, SIDE_WORDS[side])

    def _badge_grown(self) -> float:
        return max(1.0, BADGE_SCALE / self.scale())

    def _paint_side(self, painter: QPainter, tokens: Tokens, side: Side) -> None:
        drawn = knee(self._view, side)
        paint_knee(painter, tokens, drawn)
        if (side, WHOLE_KNEE) in self._marks:
            painter.setPen(QPen(tokens.ink, 1.6, Qt.PenStyle.CustomDashLine))
            pen = painter.pen()
            pen.setDashPattern([6 / 1.6, 4 / 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(drawn.whole)
        for name, region in drawn.regions.items():
            spot = (side, name)
            if spot not in self._marks:
                paint_region(painter, tokens, region, None, hot=spot == self._hot)
        for name, region in drawn.regions.items():
            if (value := self._marks.get((side, name))) is not None:
                paint_region(painter, tokens, region, value, hot=False)
                paint_badge(painter, tokens, region.centre, value, grown=self._badge_grown())
        if (value := self._marks.get((side, WHOLE_KNEE))) is not None:
            paint_badge(painter, tokens, drawn.whole.pointAtPercent(0.125), value, grown=self._badge_grown())
        if self.hasFocus() and self._cursor is not None and self._cursor[0] is side:
            painter.setPen(QPen(tokens.focus, 2.4 / self.scale() * 0.9))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(drawn.regions[self._cursor[1]].path)


def _cost(step: QPointF, direction: QPointF) -> float | None:
    """How far a step is when sideways counts double; None when it leads the other way."""
    along = QPointF.dotProduct(step, direction)
    across = abs(step.x() * direction.y() - step.y() * direction.x())
    return along + 2 * across if along > 1 and across <= 2 * along else None
