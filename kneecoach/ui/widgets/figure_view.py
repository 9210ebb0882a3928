"""The drawn coach in a box: shows one moment of a movement at a time and paints only what changed."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.figure.arrows import arrow_shapes
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.figure.palette import Ink, Palette
from kneecoach.ui.figure_painting import paint, paint_drawing, palette_for, ready
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.figure_frames import Frame, Frames, Look

AHEAD_MS = 25
"""How often one picture of the loop is made ahead, until all are there."""
BETWEEN = 0.08
"""The strip with the arrow between two still pictures, as a share of the box."""


class FigureView(QWidget):
    """Takes a movement and the moment to show. It keeps no time and paints nothing while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._name = ""
        self._view: View | None = None
        self._mirrored = False
        self._arrows = True
        self._surface = False
        self._reduced = False
        self._moment = Moment(0, 0.0)
        self._frames: Frames | None = None
        self._shown: tuple[int, int] | None = None
        self._ground: QPixmap | None = None
        self._prepares = True
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name_it()

    @property
    def movement(self) -> Movement | None:
        return self._movement

    @property
    def moment(self) -> Moment:
        return self._moment

    @property
    def mirrored(self) -> bool:
        return self._mirrored

    def set_movement(self, movement: Movement | None, name: str = "") -> None:
        """Show another exercise in its still picture; `name` is what a screen reader calls it."""
        self._name = name
        if movement is not self._movement:
            self._movement = movement
            self._moment = movement.hero if movement is not None else Moment(0, 0.0)
            self._start_anew()
        self._name_it()

    def set_view(self, view: View | None) -> None:
        """From the side or from the front; None is the movement's own choice."""
        if view is not self._view:
            self._view = view
            self._start_anew()

    def set_mirrored(self, mirrored: bool) -> None:  # noqa: FBT001 - a setter
        """Show the other leg at work."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._start_anew()

    def set_arrows(self, arrows: bool) -> None:  # noqa: FBT001 - a setter
        """With or without arrows and the sign of a hold."""
        if arrows != self._arrows:
            self._arrows = arrows
            self._start_anew()

    def set_surface(self, surface: bool) -> None:  # noqa: FBT001 - a setter
        """On the ground of a card instead of the sunken one."""
        if surface != self._surface:
            self._surface = surface
            self._start_anew()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Two still pictures with an arrow between them instead of a moving one."""
        if reduced != self._reduced:
            self._reduced = reduced
            self._start_anew()

    def show_moment(self, moment: Moment) -> None:
        """Show the figure at this moment; nothing is painted when it looks the same."""
        if self._movement is None:
            return
        named = moment.phase != self._moment.phase
        self._moment = moment
        if named:
            self._name_it()
        if self._reduced or not self.isVisible() or self._frames is None:
            return
        step = self._frames.step(moment)
        if step == self._shown:
            return
        before = self._frames.frame(self._shown).box if self._shown is not None else self.rect()
        self._shown = step
        self.update(before | self._frames.frame(step).box)

    def sizeHint(self) -> QSize:
        return QSize(443, 575)

    def minimumSizeHint(self) -> QSize:
        return QSize(104, 78)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._start_anew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown = None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ahead.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._start_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._movement is None:
            painter.fillRect(event.rect(), self._ground_colour())
        elif self._reduced:
            painter.fillRect(event.rect(), self._ground_colour())
            self._paint_stills(painter, self._movement)
        else:
            self._paint_frame(painter, event.rect(), self._movement)
        painter.end()

    def _paint_frame(self, painter: QPainter, area: QRect, movement: Movement) -> None:
        if self._frames is None:
            look = Look(movement, self.width(), self.height(), self._view, self._mirrored, self._arrows)
            self._frames = Frames(look, self._colours())
        self._shown = self._frames.step(self._moment)
        frame = self._frames.frame(self._shown)
        if self._ground is None:
            self._ground = self._painted_ground(self._frames)
        self._copy_ground(painter, area, self._ground)
        self._paint_moving(painter, area, frame)
        if not self._ahead.isActive() and self._prepares:
            self._ahead.start()

    def _copy_ground(self, painter: QPainter, area: QRect, ground: QPixmap) -> None:
        ratio = ground.devicePixelRatio()
        if ratio == 1.0:
            painter.drawPixmap(area, ground, area)
        else:
            source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
            painter.drawPixmap(QRectF(area), ground, source)

    def _make_ahead(self) -> None:
        """Make one picture of the loop before it is needed."""
        if self._frames is None or not self.isVisible() or not self._frames.make_next():
            self._prepares = False
            self._ahead.stop()

    def _paint_moving(self, painter: QPainter, area: QRect, frame: Frame) -> None:
        if area.intersects(frame.box):
            paint(painter, frame.shapes)

    def _painted_ground(self, frames: Frames) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        ground.setDevicePixelRatio(ratio)
        ground.fill(self._ground_colour())
        painter = QPainter(ground)
        paint(painter, frames.ground or ())
        painter.end()
        return ground

    def _paint_stills(self, painter: QPainter, movement: Movement) -> None:
        """The start and the far end of the movement, beside or below each other, whichever leaves more room."""
        width, height = self.width(), self.height()
        wide = width > height
        gap = (width if wide else height) * BETWEEN
        size = ((width - gap) / 2, height) if wide else (width, (height - gap) / 2)
        scene = Scene.of(movement, size[0], size[1], self._view)
        colours = self._colours()
        first = Moment(0, 0.0)
        places = (QPointF(0, 0), QPointF(size[0] + gap, 0) if wide else QPointF(0, size[1] + gap))
        for place, moment in zip(places, (first, movement.hero), strict=True):
            painter.save()
            painter.translate(place)
            paint_drawing(painter, scene.drawing(moment, mirrored=self._mirrored, arrows=False), colours)
            painter.restore()
        middle = (width / 2, height / 2)
        long = gap * 0.3
        line = (
            [(middle[0] - long, middle[1]), (middle[0] + long * 0.6, middle[1])]
            if wide
            else [(middle[0], middle[1] - long), (middle[0], middle[1] + long * 0.6)]
        )
        paint(painter, ready(arrow_shapes(line, gap * 7), colours))

    def _colours(self) -> Palette:
        return palette_for(tokens_of(self), surface=self._surface)

    def _ground_colour(self) -> QColor:
        return QColor(*self._colours().colour(Ink.GROUND))

    def _start_anew(self) -> None:
        self._frames = None
        self._ground = None
        self._shown = None
        self._ahead.stop()
        self._prepares = True
        self.update()

    def _name_it(self) -> None:
        if self._movement is None:
            self.setAccessibleName("Figure")
            return
        name = self._name or self._movement.exercise.replace("_", " ")
        self.setAccessibleName(f"Figure: {name}, {self._movement.phases[self._moment.phase].name}")
