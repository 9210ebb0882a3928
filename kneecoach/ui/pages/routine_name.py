"""The name of a routine, and the field it becomes while it is changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.routine import MAX_NAME
from kneecoach.ui.fonts import Role
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.two_lines import Title
from kneecoach.ui.words import named


class RoutineName(QWidget):
    """`renamed` carries the text as it was typed, once it is different."""

    renamed = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.title = Title("", Role.H2, parent=self)
        self.field = LineField("Name of the routine", show_label=False, parent=self)
        self.field.edit.setMaxLength(MAX_NAME)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.field)
        self.field.finished.connect(self._finish)

    def text(self) -> str:
        return self._name

    def show_name(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.title.set_text(named(name))
            self._close()

    def begin(self) -> None:
        """Let the name be typed anew."""
        self.title.hide()
        self.field.set_text(self._name)
        self.field.set_error("")
        self.field.show()
        self.field.edit.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.field.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.field.set_text(self._name)
            self._close()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Only the field sends it here, and has told already; handed on it would start a session
            return
        super().keyPressEvent(event)

    def _finish(self, text: str) -> None:
        if self.field.isHidden():
            return
        self._close()
        if text.strip() and text != self._name:
            self.renamed.emit(text)

    def _close(self) -> None:
        self.field.hide()
        self.title.show()
