"""The plain frame of every small window: title, content, and the buttons at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import Button
from kneecoach.ui.widgets.text import Heading, Role


class Frame(QDialog):
    """Freed when it is closed. `body` takes the content, `foot` the buttons; Esc closes it."""

    def __init__(self, title: str, *, width_px: int = 520, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width_px)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addWidget(Heading(title, Role.H2, parent=self))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addStretch(1)
        column.addSpacing(4)
        column.addLayout(self._foot)

    def add_button(self, button: Button) -> Button:
        self._foot.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), tokens_of(self).surface)
