"""A number with minus and plus."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.text import Label, Role, Tone

SIDE_PX, ICON_PX, RADIUS_PX = 36, 16, 4
NUMBER_PX = 40
KEYS: dict[int, int] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Left: -1,
}


class Step(Focusable, QAbstractButton):
    """Minus or plus; held down it goes on."""

    def __init__(self, icon: str, name: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(500)

    def focus_rect(self) -> QRect:
        return self.rect()

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # For the whole, or the list behind it: Qt would move the focus
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        colour = tokens.ink if self.isEnabled() else tokens.line2
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            fill(painter, self.rect().adjusted(2, 2, -2, -2), tokens.sunken)
        edge = (SIDE_PX - ICON_PX) / 2
        paint_icon(painter, self._icon, QRectF(edge, edge, ICON_PX, ICON_PX), colour)


class Number(QWidget):
    """The number between the two; it is read with its name."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _font(self):
        return font(TEXT, 15 * tokens_of(self).text_scale, 600)

    def sizeHint(self) -> QSize:
        return QSize(max(NUMBER_PX, QFontMetrics(self._font()).horizontalAdvance("000") + 12), SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        fill(painter, QRect(0, 0, 1, self.height()), tokens.line)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), tokens.line)
        painter.setFont(self._font())
        painter.setPen(tokens.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)


class Stepper(QWidget):
    """Shows what it is told and asks for a step: `stepped` carries 1 or -1."""

    stepped = Signal(int)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.minus = Step("minus", f"{name}, less", parent=self)
        self.plus = Step("plus", f"{name}, more", parent=self)
        self._number = Number(parent=self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for part in (self.minus, self._number, self.plus):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Label(name, Role.LABEL, Tone.INK2, parent=self)
        column.addWidget(self._label)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.minus.clicked.connect(self._down)
        self.plus.clicked.connect(self._up)

    def text(self) -> str:
        return self._number.text

    def show_number(self, text: str, *, least: bool, most: bool) -> None:
        """`least` and `most` say that it goes no further that way."""
        self._number.text = text
        self.setAccessibleName(f"{self._name} {text}")
        self.minus.setEnabled(not least)
        self.plus.setEnabled(not most)
        self._number.update()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (step := KEYS.get(event.key())) is not None:
            (self.plus if step > 0 else self.minus).click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._number.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.minus.geometry() | self.plus.geometry()
        outline(painter, frame, tokens.line2, tokens.surface, radius=RADIUS_PX)

    def _up(self) -> None:
        self.stepped.emit(1)

    def _down(self) -> None:
        self.stepped.emit(-1)
