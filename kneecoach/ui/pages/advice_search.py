"""The field that searches findings and guide together."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.keycap import Keycap

WORDS = "Search advice and guide"
PAUSE_MS = 120
"""A search lays out many cards, which would hold up the next key: it waits for a pause in typing."""
ICON_PX, ICON_AT_PX, TEXT_AT_PX, KEY_PX = 18, 12, 30, 34


class SearchField(LineField):
    """Esc clears it; the key "/" comes here. `paused` follows the typing, at once when cleared, left or on Enter."""

    paused = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(WORDS, show_label=False, placeholder=WORDS, parent=parent)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.paused)
        self.changed.connect(self._wait)
        self.edit.editingFinished.connect(self._hurry)
        self._glass = _Glass(self.edit)
        self._key = Keycap("/", parent=self.edit)
        self.edit.setTextMargins(TEXT_AT_PX - 8, 0, KEY_PX - 8, 0)
        self.edit.installEventFilter(self)

    def begin(self) -> None:
        """Give it the keyboard, its text chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def clear(self) -> None:
        """Show everything again."""
        if self.text():
            self.set_text("")
            self.changed.emit("")

    def _wait(self, text: str) -> None:
        if text.strip():
            self.pause.start()
        else:
            self._go()

    def _hurry(self) -> None:
        if self.pause.isActive():
            self._go()

    def _go(self) -> None:
        self.pause.stop()
        self.paused.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if not self.text():
                return False
            self.clear()
            return True
        if event.type() is QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        height, width = self.edit.height(), self.edit.width()
        self._glass.setGeometry(QRect(ICON_AT_PX, (height - ICON_PX) // 2, ICON_PX, ICON_PX))
        cap = self._key.sizeHint()
        self._key.setGeometry(QRect(width - cap.width() - 10, (height - cap.height()) // 2, cap.width(), cap.height()))


class _Glass(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "search", self.rect().toRectF(), tokens_of(self).ink2)
