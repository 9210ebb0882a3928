"""Seven answers from worse to better side by side, chosen by click, digit or arrow."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.review import Change
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, fill, outline
from kneecoach.ui.widgets.two_lines import two_lines

WORDS = {
    Change.MUCH_WORSE: "Much worse",
    Change.WORSE: "Worse",
    Change.BIT_WORSE: "A bit worse",
    Change.SAME: "Same",
    Change.BIT_BETTER: "A bit better",
    Change.BETTER: "Better",
    Change.MUCH_BETTER: "Much better",
}
RADIUS_PX, LEAST_PX, LINE_PX = 4, 56, 16
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
NAME = "Compared with last week, the knee is"


class SevenWords(Focusable, QWidget):
    """None until it is answered. Signals only what the person does; the digits 1 to 7 go from worse to better."""

    changed = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Change | None = None
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announce()

    def value(self) -> Change | None:
        return self._value

    def set_value(self, value: Change | None) -> None:
        self._value = value
        self._announce()
        self.update()

    def press_digit(self, digit: int) -> bool:
        """What a digit key does; whether it means anything here."""
        if 1 <= digit <= len(WORDS):
            self._choose(digit - 1)
            return True
        return False

    def cells(self) -> list[QRect]:
        inner = self.width() - 2
        edges = [1 + round(inner * place / len(WORDS)) for place in range(len(WORDS) + 1)]
        return [
            QRect(edges[place], 1, edges[place + 1] - edges[place], self.height() - 2) for place in range(len(WORDS))
        ]

    def _announce(self) -> None:
        said = "not answered" if self._value is None else WORDS[self._value].lower()
        self.setAccessibleName(f"{NAME}: {said}")
        self.setAccessibleDescription("Keys 1 to 7 from much worse to much better, or the arrow keys.")

    def _font(self, *, bold: bool):
        return font(TEXT, 13 * tokens_of(self).text_scale, 600 if bold else 400)

    def _lines(self, word: str, width: int, *, bold: bool) -> list[str]:
        return two_lines(word, self._font(bold=bold), width, most=3)

    def _height(self) -> int:
        return round(max(LEAST_PX, 24 + 2 * QFontMetrics(self._font(bold=True)).height()))

    def sizeHint(self) -> QSize:
        return QSize(402, self._height())

    def minimumSizeHint(self) -> QSize:
        widest = max(QFontMetrics(self._font(bold=True)).horizontalAdvance(part) for part in ("worse", "better"))
        return QSize(len(WORDS) * (widest + 4) + 2, self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (cell := self._cell_at(event)) is not None:
            self._choose(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._cell_at(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def _cell_at(self, event: QMouseEvent) -> int | None:
        at = event.position().toPoint()
        return next((place for place, cell in enumerate(self.cells()) if cell.contains(at)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in STEPS or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        order = list(WORDS)
        # From nothing the arrows begin in the middle
        here = order.index(Change.SAME) - STEPS[event.key()] if self._value is None else order.index(self._value)
        self._choose(max(0, min(len(order) - 1, here + STEPS[event.key()])))

    def _choose(self, place: int) -> None:
        value = list(WORDS)[place]
        if value is not self._value:
            self.set_value(value)
            self.changed.emit(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line2, tokens.surface, radius=RADIUS_PX)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
        painter.setClipPath(clip)
        for place, ((value, word), cell) in enumerate(zip(WORDS.items(), self.cells(), strict=True)):
            chosen = value is self._value
            if chosen or place == self._hovered:
                fill(painter, cell, tokens.ink if chosen else tokens.sunken)
            if place:
                fill(painter, QRect(cell.left(), cell.top(), 1, cell.height()), tokens.line)
            self._paint_word(painter, cell, word, chosen=chosen)

    def _paint_word(self, painter: QPainter, cell: QRect, word: str, *, chosen: bool) -> None:
        tokens, face = tokens_of(self), self._font(bold=chosen)
        # Broken as the bold one is, so that choosing moves no word
        lines = self._lines(word, cell.width() - 4, bold=True)
        high = LINE_PX * tokens.text_scale
        top = cell.center().y() - high * len(lines) / 2 + 0.5
        for number, line in enumerate(lines):
            at = QRectF(cell.left(), top + number * high, cell.width(), high)
            cap_text(painter, at, line, face, tokens.surface if chosen else tokens.ink)
