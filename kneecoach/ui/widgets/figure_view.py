"""The drawn coach in a box: shows one moment of a movement at a time and paints only what changed."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.figure.movement import Moment, Movement, View
from kneecoach.ui.figure_painting import Colours, Filled, paint
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.core_share import CoreShare
from kneecoach.ui.widgets.figure_frames import Frames, Look, Step
from kneecoach.ui.widgets.figure_stills import Stills, paint_stills
from kneecoach.ui.widgets.hold_mark import HoldMark

SHARE = 0.22
"""What painting and making pictures may take of a core together; with the ticks beside it, that is below a quarter."""
AHEAD = 0.2
"""What making pictures before they are needed may take of it: less would leave out more of a first repetition."""
MOVING_MS = 100
"""Within this time a figure that moves has another picture."""


class FigureView(QWidget):
    """Takes a movement and the moment to show. It keeps no time and paints nothing while it is hidden.

    The pictures of a loop are made once. While the figure stands still they are made ahead, in small slices; while it
    moves only the one that is to be shown is, so that all there is to spend goes into how often it is painted. Once all
    are there, those of the movement that is expected next are made. `share` is of a core, for making and painting
    together: where it does not last, a first repetition has fewer pictures.
    """

    def __init__(self, parent: QWidget | None = None, *, share: float = SHARE) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._name = ""
        self._view: View | None = None
        self._mirrored = False
        self._arrows = self._pointing = True
        self._surface = False
        self._reduced = False
        self._moment = Moment(0, 0.0)
        self._frames: Frames | None = None
        self._expected: Movement | None = None
        self._coming: Frames | None = None
        self._shown: Step | None = None
        self._ground: QPixmap | None = None
        self._colours = Colours.of(tokens_of(self))
        self._prepares = True
        self._share = CoreShare(share)
        self._spare = CoreShare(min(share, AHEAD))
        self._last: Step | None = None
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._make_ahead)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hold_mark = HoldMark(parent=self)
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
            self._mark_hold()
        self._name_it()

    def expect(self, movement: Movement | None) -> None:
        """Which one comes after this one, so that its first repetition finds its pictures."""
        if movement is not self._expected:
            self._expected = movement
            self._coming = None
            self._prepares = True
            if self._frames is not None and not self._ahead.isActive():
                self._go_on_making()

    def set_view(self, view: View | None) -> None:
        """From the side or from the front; None is the movement's own choice."""
        if view is not self._view:
            self._view = view
            self._start_anew()

    def set_mirrored(self, mirrored: bool) -> None:  # noqa: FBT001 - a setter
        """Show the other leg at work."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._recolour()

    def set_arrows(self, arrows: bool) -> None:  # noqa: FBT001 - a setter
        """With or without arrows and the sign of a hold."""
        if arrows != self._arrows:
            self._arrows = arrows
            self._start_anew()
            self._mark_hold()

    def set_pointing(self, pointing: bool) -> None:  # noqa: FBT001 - a setter
        """Whether arrows and the sign of a hold are shown at present: without a motion there is nothing to point at."""
        if pointing != self._pointing:
            self._pointing = pointing
            self._mark_hold()
            self.update()

    def set_surface(self, surface: bool) -> None:  # noqa: FBT001 - a setter
        """On the ground of a card instead of the sunken one."""
        if surface != self._surface:
            self._surface = surface
            self._recolour()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Two still pictures with an arrow between them instead of a moving one."""
        if reduced != self._reduced:
            self._reduced = reduced
            self._start_anew()
            self._mark_hold()

    def show_moment(self, moment: Moment) -> None:
        """Show the figure at this moment; nothing is painted when it looks the same."""
        if self._movement is None:
            return
        named = moment.phase != self._moment.phase
        self._moment = moment
        if named:
            self._name_it()
            self._mark_hold()
        if self._reduced or not self.isVisible() or self._frames is None:
            return
        step = self._frames.step(moment)
        if step == self._shown:
            return
        if self._shown is None:
            self.update()
        elif step in self._frames or self._share.free:
            mirror = self.width() if self._mirrored else None
            with self._share.taken():
                now, before = self._frames.frame(step), self._frames.frame(self._shown)
            self.update(now.region(mirror) | before.region(mirror))
            self._shown = step

    def sizeHint(self) -> QSize:
        return QSize(443, 575)

    def minimumSizeHint(self) -> QSize:
        return QSize(104, 78)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hold_mark.fit(self.size())
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
            self._recolour()
            self.hold_mark.fit(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._movement is None:
            painter.fillRect(event.rect(), self._colours.ground)
        elif self._reduced:
            painter.fillRect(event.rect(), self._colours.ground)
            stills = Stills(self._movement, self._view, self._mirrored)
            paint_stills(painter, stills, self.size(), self._colours)
        else:
            with self._share.taken():
                self._paint_frame(painter, event.rect(), self._movement)
        painter.end()

    def _paint_frame(self, painter: QPainter, area: QRect, movement: Movement) -> None:
        if self._frames is None:
            self._frames = self._frames_of(movement)
        if self._shown is None:
            self._shown = self._frames.step(self._moment)
        frame = self._frames.frame(self._shown)
        if self._ground is None:
            self._ground = self._painted_ground(self._frames)
        self._copy_ground(painter, area, self._ground)
        self._paint_turned(painter, frame.body)
        if self._pointing:
            self._paint_turned(painter, frame.pointers)
        if not self._ahead.isActive() and self._prepares:
            self._go_on_making()

    def _frames_of(self, movement: Movement) -> Frames:
        look = Look(movement, self.width(), self.height(), self._view, self._arrows)
        if self._coming is not None and self._coming.look == look:
            return self._coming
        return Frames(look)

    def _paint_turned(self, painter: QPainter, shapes: list[Filled]) -> None:
        """Seen in a mirror when the other leg works."""
        painter.save()
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint(painter, shapes, self._colours)
        painter.restore()

    def _copy_ground(self, painter: QPainter, area: QRect, ground: QPixmap) -> None:
        ratio = ground.devicePixelRatio()
        if ratio == 1.0:
            painter.drawPixmap(area, ground, area)
        else:
            source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
            painter.drawPixmap(QRectF(area), ground, source)

    def _make_ahead(self) -> None:
        """Make the picture that is waited for, or while nothing moves another one before it is needed."""
        frames = self._frames
        if frames is None or not self.isVisible():
            return
        step = frames.step(self._moment)
        moves, self._last = step != self._last, step
        if self._share.free and step in frames and (frames.whole or not moves):
            with self._share.taken(), self._spare.taken():
                self._prepares = frames.make_next() or self._make_coming()
        self.show_moment(self._moment)
        if self._prepares:
            self._go_on_making(MOVING_MS if moves and not frames.whole else 0)

    def _make_coming(self) -> bool:
        if self._expected is None:
            return False
        self._coming = self._frames_of(self._expected)
        return self._coming.make_next()

    def _go_on_making(self, least_ms: int = 0) -> None:
        wait_s = max(self._share.wait_s, self._spare.wait_s)
        self._ahead.start(max(least_ms, ceil(wait_s * 1000)))

    def _painted_ground(self, frames: Frames) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        ground.setDevicePixelRatio(ratio)
        ground.fill(self._colours.ground)
        painter = QPainter(ground)
        self._paint_turned(painter, frames.ground or [])
        painter.end()
        return ground

    def _recolour(self) -> None:
        """The same pictures in other colours, or seen in a mirror."""
        self._colours = Colours.of(tokens_of(self), surface=self._surface)
        self._ground = None
        self._shown = None
        self.update()

    def _start_anew(self) -> None:
        self._frames = None
        self._ahead.stop()
        self._prepares = True
        self._recolour()

    def _mark_hold(self) -> None:
        movement, phase = self._movement, self._moment.phase
        shown = self._arrows and self._pointing and not self._reduced
        self.hold_mark.setVisible(shown and movement is not None and movement.holds(phase))

    def _name_it(self) -> None:
        if self._movement is None:
            self.setAccessibleName("Figure")
            return
        name = self._name or self._movement.exercise.replace("_", " ")
        self.setAccessibleName(f"Figure: {name}, {self._movement.phases[self._moment.phase].name}")
