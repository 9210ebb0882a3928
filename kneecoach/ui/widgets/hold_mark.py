"""The small sign that a position is held: two bars and the word, so that nobody takes it for a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import fill

WORD = "Hold"
SHARE = 0.045
"""The height of its letters as a share of the shorter side of the figure's box."""
LEAST_PX, MOST_PX = 11.0, 26.0


class HoldMark(QWidget):
    """Stands in the top right corner of its parent. The parent's own name tells a screen reader of the hold."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters_px = LEAST_PX
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(WORD)
        self.hide()

    def fit(self, box: QSize) -> None:
        """Sizes and place from the box that the figure has."""
        self._letters_px = max(LEAST_PX, min(MOST_PX, SHARE * min(box.width(), box.height())))
        self.resize(self.sizeHint())
        margin = round(0.6 * self._letters_px)
        self.move(box.width() - self.width() - margin, margin)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(round(self._bars_px()) + metrics.horizontalAdvance(WORD) + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        high = QFontMetrics(self._font()).capHeight()
        wide, top = max(2.0, round(0.3 * high)), (self.height() - high) / 2
        for left in (0.0, 1.9 * wide):
            fill(painter, QRectF(left, top, wide, high), tokens.info)
        painter.setFont(self._font())
        painter.setPen(tokens.info)
        room = QRectF(self._bars_px(), 0, self.width() - self._bars_px(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, WORD)

    def _bars_px(self) -> float:
        """The bars and the gap after them."""
        return 0.3 * QFontMetrics(self._font()).capHeight() * 2.9 + 0.4 * self._letters_px + 2

    def _font(self) -> QFont:
        return font(TEXT, self._letters_px * tokens_of(self).text_scale, 600)
