"""The three things on Today that are logged with one press, or one key."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.keycap import SIZE_PX, keycap_size, paint_keycap
from kneecoach.ui.widgets.painting import fill

ICON_PX, SIDE_PX, GAP_PX, LEAST_PX = 20, 20, 14, 64


class QuickAction(Focusable, QAbstractButton):
    """One row: its icon, what it does, a line below, and the key that does the same."""

    def __init__(self, icon: str, title: str, line: str, key: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._line, self._key = icon, line, key
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{line}, key {key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def _fonts(self) -> tuple[QFont, QFont]:
        scale = tokens_of(self).text_scale
        return font(TEXT, 15 * scale, 600), font(TEXT, 13 * scale, 400)

    def _room_px(self, width: int) -> int:
        cap = keycap_size(self._key, SIZE_PX * tokens_of(self).text_scale).width()
        return max(1, width - 2 * SIDE_PX - ICON_PX - GAP_PX - cap - 8)

    def _text_height(self, width: int) -> int:
        title, line = (QFontMetrics(one) for one in self._fonts())
        room = QRect(0, 0, self._room_px(width), 10_000)
        below = line.boundingRect(room, Qt.TextFlag.TextWordWrap, self._line)
        return title.height() + 2 + below.height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_PX, self._text_height(width) + 16)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            fill(painter, self.rect().adjusted(1, 0, -1, 0), tokens.sunken)
        middle = self.height() / 2
        paint_icon(painter, self._icon, QRectF(SIDE_PX, middle - ICON_PX / 2, ICON_PX, ICON_PX), tokens.ink)
        cap = keycap_size(self._key, SIZE_PX * tokens.text_scale)
        at = QRectF(self.width() - SIDE_PX - cap.width(), middle - cap.height() / 2, cap.width(), cap.height())
        paint_keycap(painter, at, self._key, SIZE_PX * tokens.text_scale, (tokens.ink3, tokens.line, tokens.sunken))
        left, room = SIDE_PX + ICON_PX + GAP_PX, self._room_px(self.width())
        top = (self.height() - self._text_height(self.width())) // 2
        title, line = self._fonts()
        painter.setFont(title)
        painter.setPen(tokens.ink)
        first = QRect(left, top, room, painter.fontMetrics().height())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(line)
        painter.setPen(tokens.ink2)
        painter.drawText(QRect(left, first.bottom() + 3, room, self.height()), Qt.TextFlag.TextWordWrap, self._line)


class QuickActions(Card):
    """Log pain, log a run, cool the knee."""

    pain_requested = Signal()
    run_requested = Signal()
    ice_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 1, 0, 1), parent=parent)
        self.body.setSpacing(0)
        self.pain = QuickAction("pain", "Log pain", "0–10 and where it hurts", "P", parent=self)
        self.run = QuickAction("run", "Log run", "Type, distance, surface, shoes", "R", parent=self)
        self.ice = QuickAction("ice", "Ice timer", "20 min, over a cloth", "I", parent=self)
        for action in (self.pain, self.run, self.ice):
            if action is not self.pain:
                self.body.addWidget(Hairline(parent=self))
            self.body.addWidget(action, 1)
        self.pain.clicked.connect(self.pain_requested)
        self.run.clicked.connect(self.run_requested)
        self.ice.clicked.connect(self.ice_requested)
