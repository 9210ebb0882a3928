"""On or off at a glance, and a tick box for a statement."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline


class Switch(Focusable, QAbstractButton):
    """Use `toggled` or `clicked`; `name` is what it switches."""

    WIDTH, HEIGHT, KNOB = 44, 24, 16

    def __init__(self, name: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._announce)
        self._announce()

    def focus_rect(self) -> QRect:
        return QRect(0, (self.height() - self.HEIGHT) // 2, self.WIDTH, self.HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self.focus_rect()
        on = self.isChecked()
        ink = tokens.ink if self.isEnabled() else tokens.ink3
        outline(painter, at, ink if on else tokens.line2, ink if on else tokens.surface, radius=4)
        left = at.right() - 3 - self.KNOB if on else at.left() + 4
        knob = QRectF(left, at.top() + 4, self.KNOB, self.KNOB)
        outline(painter, knob, tokens.surface if on else tokens.line2, tokens.surface if on else tokens.line2, radius=2)

    def _announce(self) -> None:
        self.setAccessibleDescription("On" if self.isChecked() else "Off")


class CheckBox(Focusable, QAbstractButton):
    """A statement that the person ticks; the whole line is the target."""

    BOX, GAP = 20, 8

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _font(self):
        return font(TEXT, 15 * tokens_of(self).text_scale, 400)

    def _text_height(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self.BOX - self.GAP), 10_000)
        return QFontMetrics(self._font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(28, self._text_height(width) + 4)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + self.BOX + self.GAP + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(self._font()).height()
        text_top = (self.height() - self._text_height(self.width())) / 2
        box = QRectF(0, round(text_top + (line - self.BOX) / 2), self.BOX, self.BOX)
        on = self.isChecked()
        outline(painter, box, tokens.ink if on else tokens.line2, tokens.ink if on else tokens.surface, radius=3)
        if on:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), tokens.surface)
        painter.setFont(self._font())
        painter.setPen(tokens.ink if self.isEnabled() else tokens.ink3)
        left = self.BOX + self.GAP
        at = QRectF(left, text_top, self.width() - left, self.height())
        painter.drawText(at, int(Qt.TextFlag.TextWordWrap), self.text())
