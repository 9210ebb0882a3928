"""An exercise in a small box: its still picture, moving while it is looked at."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.figure.movement import Movement
from kneecoach.ui.figure_loop import FigureLoop
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.figure_thumbnail import FigureThumbnail
from kneecoach.ui.widgets.figure_view import FigureView
from kneecoach.ui.widgets.painting import outline

SIZE = QSize(102, 77)
RADIUS_PX = 4


class ExercisePicture(QWidget):
    """The moving figure is made when it is first wanted: most are never looked at."""

    def __init__(self, *, size: QSize = SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._name = ""
        self._still = FigureThumbnail(self, size=size)
        self._view: FigureView | None = None
        self._loop: FigureLoop | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._still)
        self.setFixedSize(size + QSize(2, 2))

    def show_movement(self, movement: Movement | None, name: str) -> None:
        if (movement, name) == (self._movement, self._name):
            return
        self.rest()
        self._movement, self._name = movement, name
        self._still.set_movement(movement, name)

    @property
    def moving(self) -> bool:
        return self._loop is not None and self._loop.playing

    def move_on(self) -> None:
        """Play, from the beginning of the movement."""
        if self._movement is None or self.moving:
            return
        if self._view is None or self._loop is None:
            self._view = FigureView(self)
            self._view.setFixedSize(self._still.size())
            self._view.set_arrows(False)
            self._view.move(1, 1)
            self._loop = FigureLoop(self._view)
        self._view.set_movement(self._movement, self._name)
        self._view.show()
        self._loop.start()

    def rest(self) -> None:
        """Back to the still picture."""
        if self._view is not None and self._loop is not None:
            self._loop.pause()
            self._view.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        outline(painter, self.rect(), tokens.line, tokens.sunken, radius=RADIUS_PX)
