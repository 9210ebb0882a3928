"""What the player shows: header, figure box, one of its stages, controls; colours and sizes, no clock and no store."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.session import Playing
from kneecoach.domain.session_record import SetRecord
from kneecoach.domain.timeline import Timeline
from kneecoach.ui.pages import player_layout as layout
from kneecoach.ui.pages.hurts_panel import HurtsPanel
from kneecoach.ui.pages.player_caption import Caption
from kneecoach.ui.pages.player_controls import PlayerControls
from kneecoach.ui.pages.player_figure import FigureBox, Movements, no_movements
from kneecoach.ui.pages.player_flash import Flash, paint_edges
from kneecoach.ui.pages.player_header import PlayerHeader
from kneecoach.ui.pages.player_paused import PausedStage
from kneecoach.ui.pages.player_rest import RestStage
from kneecoach.ui.pages.player_said import Said
from kneecoach.ui.pages.player_sizes import FAR, NEAR
from kneecoach.ui.pages.player_stage import WorkStage
from kneecoach.ui.pages.player_states import View, mode_of
from kneecoach.ui.pages.player_words import in_minutes, whole_seconds
from kneecoach.ui.tokens import app_tokens, set_tokens, tokens_of

REVEALED_S = 3.0
"""How long header and buttons stay after the mouse moved, when it is read from afar."""
NOTICED_S = 6.0
"""How long a notice is written across the room; then the room is left to what is said."""


class PlayerView(QWidget):
    """Repaints only what changed: figure and needle always, digits once a second, the rest once a set.

    `far` is the distance mode: everything as large as three metres ask for; while it plays, header and buttons only
    after the mouse.
    """

    mouse_moved = Signal()

    def __init__(
        self,
        *,
        reduced_motion: bool = False,
        lacking: Collection[str] = (),
        movements: Movements = no_movements,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.header = PlayerHeader(parent=self)
        self.work = WorkStage(reduced_motion=reduced_motion, lacking=lacking, parent=self)
        self.rest = RestStage(lacking=lacking, parent=self)
        self.paused = PausedStage(parent=self)
        self.hurts = HurtsPanel(parent=self)
        self.controls = PlayerControls(parent=self)
        self.figure = FigureBox(movements, reduced_motion=reduced_motion, parent=self)
        self.said = Said()
        self.caption = Caption(parent=self)
        self._view: View | None = None
        self._flash: Flash | None = None
        self._notices = self._noticed = ""
        self._noticed_until = float("-inf")
        self._far, self._revealed_until = False, float("-inf")
        self._wide_figure = True
        self._shown_header: tuple = ()
        self._shown_floor = (0, False)

    @property
    def view(self) -> View | None:
        """Which stage is shown."""
        return self._view

    @property
    def far(self) -> bool:
        """Whether it is made to be read from across the room."""
        return self._far

    @property
    def flash(self) -> Flash | None:
        """What lights up at present."""
        return self._flash

    def set_far(self, *, far: bool) -> None:
        if far != self._far:
            self._far, self._noticed = far, ""
            self._follow_mouse()
            self._dress()
            self._fit()
            self._show_parts()

    def reveal(self, seconds: float) -> None:
        """The mouse moved, or the keyboard looks for a button."""
        self._revealed_until = seconds + REVEALED_S
        self._show_parts(revealed=True)

    def show_view(self, view: View, playing: Playing, *, trouble: str = "") -> None:
        """Change the stage, its colours and the controls that make sense."""
        mode = mode_of(view, playing, trouble)
        if mode is not self.controls.mode():
            self.controls.set_mode(mode)
        if view is self._view:
            return
        self._view = view
        self._dress()
        for stage, its_view in ((self.work, View.WORK), (self.rest, View.REST), (self.paused, View.PAUSED)):
            stage.setVisible(view is its_view)
        self.hurts.setVisible(view is View.HURTS)
        self._show_parts()
        self._place()
        self.update()

    def show_playing(self, playing: Playing, timeline: Timeline, saved: Mapping[int, SetRecord]) -> None:
        """Where the session stands; only `saved` sets look done."""
        header = (playing.planned, playing.working, whole_seconds(playing.session_left_s), len(saved), playing.paused)
        if header != self._shown_header:
            self._shown_header = header
            self.header.show_playing(timeline, saved, playing)
        self.figure.show_playing(playing)
        if self._wide_figure == in_minutes(playing):
            self._wide_figure = not self._wide_figure
            self._place()
        if self._view is View.WORK:
            self.work.show_playing(playing, timeline)
        elif self._view is View.REST:
            self.rest.show_playing(playing, timeline)
        floor = self._far_floor() if self._far else 0
        if (floor, self.figure.drawn) != self._shown_floor:
            self._shown_floor = (floor, self.figure.drawn)
            self._place_figure()

    def show_paused(self, playing: Playing, paused_for_s: float, trouble: str, *, same: bool = False) -> None:
        """`same` when nothing but the length of the pause is another one."""
        self.paused.show_length(playing, paused_for_s)
        if same:
            return
        self.paused.show_playing(playing, trouble)
        if self.figure.geometry() != self.paused.figure_room():
            self._place_figure()

    def show_notices(self, *notices: str) -> None:
        """What must be said but stops nobody, as far as not empty; from afar, without a header, for a while."""
        said = tuple(filter(None, notices))
        self.header.set_notices(said)
        self._notices = ". ".join(said)

    def show_moment(self, seconds: float, flash: Flash | None) -> None:
        """What comes and goes by itself: a flash, a sentence, the buttons after the mouse."""
        if flash is not self._flash:
            self._flash = flash
            self._dress_caption()
            self.update()
        written = self.said.at(seconds)
        if self._far:
            written = ". ".join(filter(None, (self._notice_at(seconds), written)))
        if written != self.caption.text():
            self.caption.set_text(written)
            self._place_caption()
        if self._far:
            self._show_parts(revealed=seconds < self._revealed_until)

    def _notice_at(self, seconds: float) -> str:
        if self._notices != self._noticed:
            self._noticed, self._noticed_until = self._notices, seconds + NOTICED_S
        return self._notices if seconds < self._noticed_until else ""

    def shown_words(self) -> tuple[str, ...]:
        """Every text of the stage that is shown."""
        stage = {View.WORK: self.work, View.REST: self.rest, View.PAUSED: self.paused}.get(self._view or View.WORK)
        parts = stage.findChildren(QWidget) if stage is not None else []
        return tuple(part.accessibleName() for part in parts if part.isVisible())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._far:
            self.mouse_moved.emit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._view is not None:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        colour = tokens.sunken if self._view is View.PAUSED else tokens.surface
        painter.fillRect(event.rect(), tokens.rest if self._lit else colour)
        if self._flash is not None:
            paint_edges(painter, self.rect(), tokens.accent)

    def _fit(self) -> None:
        width, height = self.width(), self.height()
        sizes, reserved = (FAR, self._parts().reserved) if self._far else (NEAR, 0)
        self.header.fit(width, height)
        self.controls.set_far(far=self._far)
        self.controls.fit(width, height)
        self.figure.set_window_height(height)
        self.work.fit(height, sizes, reserved=reserved)
        self.rest.fit(height, sizes, reserved=reserved)
        self.paused.fit(width, height, sizes)
        self.hurts.fit(height)
        self._place()

    def _dress(self) -> None:
        # The figure box keeps the colours of the card, also in the middle of a rest, with what is said in it
        set_tokens(self.figure, app_tokens())
        self._dress_caption()
        self.figure.set_surface(self._view is View.REST)
        set_tokens(self, app_tokens().at_rest() if self._view is View.REST else None)

    def _dress_caption(self) -> None:
        """From afar it has the ground that is round it, also for as long as a change lights that up."""
        dress = None if self._far and not self._lit else app_tokens()
        set_tokens(self.caption, dress.at_rest() if dress is not None and self._far else dress)

    @property
    def _lit(self) -> bool:
        return self._flash is Flash.CHANGE and self._view is View.WORK

    def _parts(self) -> layout.Parts:
        header = self.header.sizeHint().height()
        if self._far:
            return layout.far_parts(self.width(), self.height(), header)
        return layout.near_parts(self.width(), self.height(), header, wide_figure=self._wide_figure)

    def _place(self) -> None:
        parts = self._parts()
        self.header.setGeometry(parts.header)
        self.controls.setGeometry(parts.controls)
        self.work.setGeometry(parts.stage)
        self.rest.setGeometry(parts.stage)
        self.paused.setGeometry(parts.whole)
        self.hurts.setGeometry(layout.hurts_room(self.width(), self.height(), parts.header.height()))
        self._place_figure()

    def _place_figure(self) -> None:
        """Beside the words; over the ways on while it is paused; from afar above the ruler and what is said."""
        view, parts = self._view, self._parts()
        still = view is View.PAUSED
        holder = self.paused if still else self
        if self.figure.parentWidget() is not holder:
            self.figure.setParent(holder)
            self._dress()
        floor = self._far_floor() if self._far else None
        room = self.paused.figure_room() if still else layout.figure_room(parts, floor, self.height())
        self.figure.set_strip(0 if still or self._far else layout.strip_height(self.height()))
        self.figure.setGeometry(room)
        drawn_only = still or self._far
        shown = view is not View.HURTS and not room.isEmpty() and (self.figure.drawn or not drawn_only)
        self.figure.setVisible(shown)
        self._place_caption()

    def _place_caption(self) -> None:
        room = layout.caption_room(self._parts(), self._far_floor() if self._far else None, self.height())
        self.caption.show_in(room, self.height(), far=self._far)
        self.caption.setVisible(bool(self.caption.text()) and self._view in {View.WORK, View.REST})

    def _far_floor(self) -> int:
        """Down to where the figure and what is said may reach when it is read from afar."""
        resting = self._view is View.REST
        line = self.rest.line_top() if resting else self.work.pace_top()
        return (self.rest if resting else self.work).y() + line - round(0.02 * self.height())

    def _show_parts(self, *, revealed: bool = False) -> None:
        standing = self._view in {View.PAUSED, View.HURTS}
        beside = not self._far or revealed or standing
        self.header.setVisible(beside)
        self.controls.setVisible(beside and self._view is not View.HURTS)
        self._place_caption()
        for bar in (self.header, self.controls):
            bar.set_opaque(self._far and not standing)
            if self._far:
                bar.raise_()
        self.setCursor(Qt.CursorShape.ArrowCursor if beside else Qt.CursorShape.BlankCursor)

    def _follow_mouse(self) -> None:
        for part in (self, *self.findChildren(QWidget)):
            part.setMouseTracking(self._far)
