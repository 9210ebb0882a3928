"""One pain value as a coloured square with its number."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import pain_word, tokens_of
from kneecoach.ui.widgets.painting import cap_text, outline


class PainSwatch(QWidget):
    """24 px in lists, 30 px in the summary."""

    def __init__(self, value: int = 0, *, size_px: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = -1
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        wanted = max(0, min(10, value))
        if wanted != self._value:
            self._value = wanted
            self.setAccessibleName(f"Pain {wanted} of 10, {pain_word(wanted).lower()}")
            self.update()

    def sizeHint(self) -> QSize:
        side = round(self._size_px * tokens_of(self).text_scale)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = tokens.pain_fill(self._value)
        outline(painter, self.rect(), fill, fill, radius=3)
        face = font(TEXT, 13 * tokens.text_scale, 600)
        cap_text(painter, QRectF(self.rect()), str(self._value), face, tokens.pain_text(self._value))
