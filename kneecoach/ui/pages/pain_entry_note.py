"""A note of a few words or a few lines, as high as what is written in it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kneecoach.domain.pain import MAX_NOTE
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of

TEXT_PX, EDGES_PX, MOST_LINES = 14, 20, 6


class NoteField(QPlainTextEdit):
    """`written` comes when the field is left with other words in it."""

    written = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.setAccessibleName("Note")
        self.setPlaceholderText("Note")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self._dress()

    def show_note(self, note: str) -> None:
        self._before = note
        self.setPlainText(note)

    def settle(self) -> None:
        """Tell what was written so far."""
        text = self.toPlainText().strip()[:MAX_NOTE]
        if text != self._before:
            self._before = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        wanted = font(TEXT, TEXT_PX * tokens_of(self).text_scale, 400)
        if self.document().defaultFont() != wanted:
            self.document().setDefaultFont(wanted)
        self._grow()

    def _grow(self) -> None:
        # A document of plain text counts its height in lines
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        height = lines * QFontMetrics(self.document().defaultFont()).lineSpacing() + EDGES_PX
        if height != self.minimumHeight():
            self.setFixedHeight(height)
