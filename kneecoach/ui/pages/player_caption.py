"""What is spoken, or what is not heard, in letters that are read from three metres."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import Role
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.two_lines import Title

NEAR, FAR = 0.045, 0.06
"""Size of the letters as a share of the window's height."""
LINES = 3
FULL = 2.6
"""Lines from which on smaller letters are taken: words do not fill a line to its end."""


class Caption(Title):
    """Lies over the foot of the room it gets, as high as its words, and takes none while there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(role=Role.H3, most=LINES, parent=parent)
        self.hide()

    def show_in(self, room: QRect, window_height: int, *, far: bool) -> None:
        """Its size, and its place at the foot of the room."""
        full = FAR if far else NEAR
        self.set_size_px(full * window_height)
        if self.sizeHint().width() > FULL * room.width():
            self.set_size_px(0.8 * full * window_height)
        tall = min(self.heightForWidth(room.width()), room.height())
        self.setGeometry(room.left(), room.bottom() + 1 - tall, room.width(), tall)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens_of(self).surface)
        painter.end()
        super().paintEvent(event)
