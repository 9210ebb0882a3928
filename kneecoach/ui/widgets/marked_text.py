"""Wrapped plain text in which the words that were searched for are marked."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.text import Tone

LEAST_PX = 120


class MarkedText(QWidget):
    """As high as its text needs; never elided."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, tone: Tone = Tone.INK, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._tone = "", role, tone
        self._marks: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_marks(self, words: Sequence[str]) -> None:
        """Every place where one of these stands, whatever its case."""
        self._marks = tuple(word for word in words if word)
        self.update()

    def marked(self) -> list[str]:
        """What is marked, in its order."""
        return [self._text[start:end] for start, end in self._places()]

    def _places(self) -> list[tuple[int, int]]:
        if not self._marks:
            return []
        found = re.finditer("|".join(re.escape(word) for word in self._marks), self._text, re.IGNORECASE)
        return [one.span() for one in found]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1])

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(role_font(self._role, tokens_of(self).text_scale)).horizontalAdvance(self._text) + 1
        width = min(wide, max(self.width(), LEAST_PX)) if self.isVisible() else wide
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, QFontMetrics(role_font(self._role, tokens_of(self).text_scale)).height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._text, role_font(self._role, tokens_of(self).text_scale))
        layout.setFormats([self._format(start, end) for start, end in self._places()])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout, y

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        layout, _height = self._laid_out(self.width())
        painter = QPainter(self)
        painter.setPen(getattr(tokens, self._tone.value))
        layout.draw(painter, QPointF(0, 0))

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        tokens = tokens_of(self)
        marked = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(QBrush(tokens.warn_tint))
        look.setForeground(QBrush(tokens.ink))
        look.setFontUnderline(True)
        marked.format, marked.start, marked.length = look, start, end - start
        return marked
