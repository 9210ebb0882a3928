"""Fields with their label above and, when something is wrong, a sentence below."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.text import Label, Role, Tone

HEIGHT_PX = 40


class LineField(QWidget):
    """One line of text. `changed` follows every key, `finished` Enter or leaving the field."""

    changed = Signal(str)
    finished = Signal(str)

    def __init__(
        self, label: str, *, show_label: bool = True, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label = Label(label, Role.LABEL, Tone.INK2, parent=self)
        self._label.setVisible(show_label)
        self.edit = QLineEdit(self)
        self.edit.setMinimumHeight(HEIGHT_PX)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self._label.setBuddy(self.edit)
        self._error = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self._error.hide()
        for widget in (self._label, self.edit, self._error):
            column.addWidget(widget)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._finish)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def error(self) -> str:
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Show what is wrong; "" when it is right again."""
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        self.edit.setProperty("wrong", bool(sentence))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def _finish(self) -> None:
        self.finished.emit(self.edit.text())


class Combo(QComboBox):
    """A closed list with the chevron of the design; the wheel does not change it in passing."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(36)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_options(self, options: list[tuple[object, str]]) -> None:
        """Options as (value, word)."""
        self.clear()
        for value, word in options:
            self.addItem(word, value)

    def value(self) -> object:
        return self.currentData()

    def set_value(self, value: object) -> None:
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = tokens_of(self)
        at = QRectF(self.width() - 28, (self.height() - 16) / 2, 16, 16)
        paint_icon(QPainter(self), "chevd", at, tokens.ink if self.isEnabled() else tokens.ink3)
