"""An icon as a widget of its own."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.icons import icon, paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.text import Tone

__all__ = ["Icon", "icon"]


class Icon(QWidget):
    """Stands beside a word, so it has no accessible name of its own."""

    def __init__(self, name: str, size_px: int = 20, tone: Tone = Tone.INK, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size_px = size_px
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, tone: Tone) -> None:
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = getattr(tokens_of(self), self._tone.value)
        paint_icon(painter, self._name, QRectF(0, 0, self._size_px, self._size_px), colour)
