"""The cap that shows a key, alone or inside a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font, height_px, width_px
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import outline

SIZE_PX = 12
RADIUS_PX = 3


def keycap_size(text: str, size_px: float = SIZE_PX) -> QSize:
    """How much room the cap takes with letters of this size."""
    height = height_px(TEXT, size_px, 500) + 4
    return QSize(max(width_px(text, TEXT, size_px, 500) + 14, height), height)


def paint_keycap(
    painter: QPainter, at: QRectF, text: str, size_px: float, colours: tuple[QColor, QColor, QColor | None]
) -> None:
    """`colours`: of the letters, the border and the face."""
    letters, border, face = colours
    outline(painter, at, border, face, radius=RADIUS_PX)
    painter.setFont(font(TEXT, size_px, 500))
    painter.setPen(letters)
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, text)


class Keycap(QWidget):
    """Decorates a control that names its key itself."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _size_px(self) -> float:
        return SIZE_PX * tokens_of(self).text_scale

    def sizeHint(self) -> QSize:
        return keycap_size(self._text, self._size_px())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_keycap(
            painter, QRectF(self.rect()), self._text, self._size_px(), (tokens.ink3, tokens.line, tokens.sunken)
        )
