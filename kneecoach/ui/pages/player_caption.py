"""What is spoken, or what is not heard, in letters that can be read while one exercises."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import Role
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.two_lines import Title

NEAR, FAR = 0.038, 0.06
"""Size of the letters as a share of the window's height."""
LINES = 4
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
"""What does not fit is written in smaller letters before it is cut."""


class Caption(Title):
    """Stands at the foot of the room it gets, as high as its words, and takes none while there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(role=Role.H3, most=LINES, parent=parent)
        self._far = False
        self.hide()

    def show_in(self, room: QRect, window_height: int, *, far: bool) -> None:
        """Its size, and its place at the foot of the room."""
        self._far = far
        full = (FAR if far else NEAR) * window_height
        for share in SMALLER:
            self.set_size_px(share * full)
            if self._fits(room):
                break
        tall = min(self.heightForWidth(room.width()), room.height())
        self.setGeometry(room.left(), room.bottom() + 1 - tall, room.width(), tall)
        self.raise_()

    def _fits(self, room: QRect) -> bool:
        lines = self._lines(self._font(), room.width())
        return len(lines) * self._line() <= room.height() and " ".join(lines) == " ".join(self.text().split())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._far:
            painter = QPainter(self)
            painter.fillRect(self.rect(), tokens_of(self).surface)
            painter.end()
        super().paintEvent(event)
