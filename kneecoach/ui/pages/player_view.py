"""What the player shows: header, figure box, one of its stages, controls; colours and sizes, no clock and no store."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.session import Playing
from kneecoach.domain.session_record import SetRecord
from kneecoach.domain.timeline import Lead, Timeline
from kneecoach.ui.pages.hurts_panel import HurtsPanel
from kneecoach.ui.pages.player_controls import Mode, PlayerControls
from kneecoach.ui.pages.player_header import PlayerHeader
from kneecoach.ui.pages.player_paused import PausedStage
from kneecoach.ui.pages.player_rest import RestStage
from kneecoach.ui.pages.player_stage import WorkStage
from kneecoach.ui.pages.player_steps import StepsBox
from kneecoach.ui.pages.player_words import in_minutes, whole_seconds
from kneecoach.ui.tokens import app_tokens, set_tokens, tokens_of

FIGURE, FIGURE_BESIDE_MINUTES = 0.38, 0.30


class View(Enum):
    """The stages; each has a colour of its own, and a word."""

    WORK = "work"
    REST = "rest"
    PAUSED = "paused"
    HURTS = "hurts"


class PlayerView(QWidget):
    """Repaints only what changed: the needle always, digits once a second, the rest once a set."""

    def __init__(self, *, reduced_motion: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PlayerHeader(parent=self)
        self.steps = StepsBox(parent=self)
        self.work = WorkStage(reduced_motion=reduced_motion, parent=self)
        self.rest = RestStage(parent=self)
        self.paused = PausedStage(parent=self)
        self.hurts = HurtsPanel(parent=self)
        self.controls = PlayerControls(parent=self)
        self._view: View | None = None
        self._flashing = False
        self._wide_figure = True
        self._shown_header: tuple = ()

    @property
    def view(self) -> View | None:
        """Which stage is shown."""
        return self._view

    def show_view(self, view: View, playing: Playing, *, trouble: str = "") -> None:
        """Change the stage, its colours and the controls that make sense."""
        mode = self._mode(view, playing, trouble)
        if mode is not self.controls.mode():
            self.controls.set_mode(mode)
        if view is self._view:
            return
        self._view = view
        self._dress()
        for stage, its_view in ((self.work, View.WORK), (self.rest, View.REST), (self.paused, View.PAUSED)):
            stage.setVisible(view is its_view)
        self.hurts.setVisible(view is View.HURTS)
        self.controls.setVisible(view is not View.HURTS)
        self.steps.setVisible(view in {View.WORK, View.REST})
        self._place()
        self.update()

    def show_playing(
        self, playing: Playing, timeline: Timeline, saved: Mapping[int, SetRecord], *, easier: str = ""
    ) -> None:
        """Where the session stands; only `saved` sets look done."""
        header = (playing.planned, playing.working, whole_seconds(playing.session_left_s), len(saved), playing.paused)
        if header != self._shown_header:
            self._shown_header = header
            self.header.show_playing(timeline, saved, playing)
        self.steps.set_steps(playing.planned.exercise.steps)
        wide = not in_minutes(playing)
        if wide != self._wide_figure:
            self._wide_figure = wide
            self._place()
        if self._view is View.WORK:
            self.work.show_playing(playing, timeline, easier=easier)
        elif self._view is View.REST:
            self.rest.show_playing(playing, timeline)

    def show_paused(self, playing: Playing, paused_for_s: float, trouble: str) -> None:
        self.paused.show_playing(playing, paused_for_s, trouble)

    def set_flashing(self, *, flashing: bool) -> None:
        """The whole window in another colour, for the moment of a change of side."""
        if flashing != self._flashing:
            self._flashing = flashing
            self.update()

    @property
    def flashing(self) -> bool:
        """Whether the change of side is flashed at present."""
        return self._flashing

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        self.header.fit(width, height)
        self.controls.fit(width, height)
        self.steps.set_window_height(height)
        self.work.fit(height)
        self.rest.fit(height)
        self.paused.fit(width, height)
        self.hurts.fit(height)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._view is not None:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        colour = tokens.sunken if self._view is View.PAUSED else tokens.surface
        QPainter(self).fillRect(event.rect(), tokens.rest if self._flashing else colour)

    def _mode(self, view: View, playing: Playing, trouble: str) -> Mode:
        if view is View.PAUSED or view is View.HURTS:
            return Mode.BLOCKED if trouble else Mode.PAUSED
        if view is View.REST:
            return Mode.REST
        return Mode.WORK if playing.working else Mode.LEAD

    def _dress(self) -> None:
        # The figure box keeps the colours of the card, also in the middle of a rest
        set_tokens(self.steps, app_tokens())
        set_tokens(self, app_tokens().at_rest() if self._view is View.REST else None)

    def _place(self) -> None:
        width, height = self.width(), self.height()
        side = round(0.03 * width)
        top = self.header.sizeHint().height()
        bar = max(56, round(0.084 * height)) + round(0.038 * height)
        self.header.setGeometry(0, 0, width, top)
        self.controls.setGeometry(0, height - bar, width, bar)
        above, below = round(0.024 * height), round(0.016 * height)
        middle = QRect(side, top + above, width - 2 * side, height - bar - below - top - above)
        share = FIGURE if self._wide_figure else FIGURE_BESIDE_MINUTES
        figure = round(share * (middle.width() - side))
        self.steps.setGeometry(middle.left(), middle.top(), figure, middle.height())
        work = QRect(middle.left() + figure + side, middle.top(), middle.width() - figure - side, middle.height())
        self.work.setGeometry(work)
        self.rest.setGeometry(work)
        self.paused.setGeometry(middle)
        self.hurts.setGeometry(QRect(side, top + above, width - 2 * side, height - top - above - below))


def view_of(playing: Playing, *, asking: bool, trouble: str) -> View:
    """Which stage shows where a session stands."""
    if trouble or playing.ended:
        return View.PAUSED
    if asking:
        return View.HURTS
    if playing.paused:
        return View.PAUSED
    return View.REST if not playing.working and playing.planned.lead is Lead.REST else View.WORK
