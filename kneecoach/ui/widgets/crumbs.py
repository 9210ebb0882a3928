"""Where a page belongs, and the way back there."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.buttons import Button, Look
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Tone
from kneecoach.ui.words import named


class Crumb(Button):
    """Quieter than a link in a text: underlined only under the mouse."""

    def look(self, tokens: Tokens) -> Look:
        colour = tokens.ink if self.underMouse() else tokens.ink2
        return Look(None, None, colour, (colour, colour, None))

    def sizeHint(self) -> QSize:
        return QSize(self._words_px(), QFontMetrics(self._text_font()).height() + 2)

    def _text_font(self) -> QFont:
        return role_font(Role.SMALL, tokens_of(self).text_scale)

    def _words_px(self) -> int:
        return QFontMetrics(self._text_font()).horizontalAdvance(self.text())

    def _paint_text(self, painter: QPainter, x: int, look: Look) -> None:
        super()._paint_text(painter, x, look)
        if self.underMouse():
            fill(painter, QRect(x, self.height() - 2, self.width() - x, 1), look.text)


class Crumbs(QWidget):
    """The page above, and the name of what it was left at."""

    back_requested = Signal()

    def __init__(self, above: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.back = Crumb(above, parent=self)
        self.back.setAccessibleName(f"Back to {above}")
        self.back.clicked.connect(self.back_requested)
        self._arrow = Icon("chev", 14, Tone.INK2, parent=self)
        self._name = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.back, self._arrow):
            row.addWidget(part)
        row.addWidget(self._name, 1)
        self.set_name("")

    def set_name(self, name: str) -> None:
        self._whole = name
        self._name.setText(named(name))
        self._arrow.setVisible(bool(name))

    def name(self) -> str:
        return self._whole
