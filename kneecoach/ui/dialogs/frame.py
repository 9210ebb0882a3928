"""The plain frame of every small window: title, content, and the buttons at the foot."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import Button
from kneecoach.ui.widgets.text import Heading, Role

DIMMED = 0.35


class Frame(QDialog):
    """Freed when it is closed. `body` takes the content, `foot` the buttons; Esc closes it."""

    def __init__(self, title: str, *, width_px: int = 520, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dim: Dim | None = None
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

    def fit_height(self, width_px: int) -> None:
        """As high as its words are in a window of this width: lines that wrap are else given room for another one."""
        if (layout := self.layout()) is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self.setMinimumHeight(layout.totalHeightForWidth(width_px))
        self.resize(width_px, self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        under = self.parentWidget()
        if under is not None and self._dim is None:
            self._dim = Dim(under.window())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._dim is not None and isValid(self._dim):
            self._dim.hide()
            self._dim.deleteLater()
        self._dim = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.line2)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), tokens.surface)


class Dim(QWidget):
    """Darkens the window under a dialog for as long as it is open."""

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        under.installEventFilter(self)
        self.setGeometry(under.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(DIMMED)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
