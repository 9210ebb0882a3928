"""Large cards of which one is chosen, each with a sentence of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline

PADDING = 18
INDENT = 26


class ChoiceCard(Focusable, QAbstractButton):
    """One option with a radio mark."""

    def __init__(self, text: str, detail: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._detail = detail
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fonts(self):
        scale = tokens_of(self).text_scale
        return font(TEXT, 15 * scale, 600), font(TEXT, 13 * scale, 400)

    def _detail_height(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * PADDING - INDENT), 10_000)
        return QFontMetrics(self._fonts()[1]).boundingRect(room, Qt.TextFlag.TextWordWrap, self._detail).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 16 + QFontMetrics(self._fonts()[0]).height() + 4 + self._detail_height(width) + 16

    def sizeHint(self) -> QSize:
        return QSize(310, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 60)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        outline(
            painter, self.rect(), tokens.ink if on else tokens.line2, tokens.surface, radius=6, width=2 if on else 1
        )
        title, plain = self._fonts()
        line = QFontMetrics(title).height()
        centre_y = 16 + line / 2
        painter.setPen(QPen(tokens.accent, 5) if on else QPen(tokens.line2, 1))
        painter.setBrush(tokens.surface)
        radius = 6.5 if on else 8.5
        painter.drawEllipse(QPointF(PADDING + 9, centre_y), radius, radius)
        painter.setFont(title)
        painter.setPen(tokens.ink)
        left = PADDING + INDENT
        painter.drawText(QRect(left, 16, self.width() - left, line), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(plain)
        painter.setPen(tokens.ink2)
        at = QRect(left, 16 + line + 4, self.width() - left - PADDING, self.height())
        painter.drawText(at, Qt.TextFlag.TextWordWrap, self._detail)


class ChoiceCards(QWidget):
    """Options as (value, word, sentence). Signals only what the person does; arrow keys choose a neighbour."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _, _ in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for place, (_, word, sentence) in enumerate(options):
            card = ChoiceCard(word, sentence, parent=self)
            self._group.addButton(card, place)
            row.addWidget(card, 1)
        self._group.idClicked.connect(self._choose)

    def value(self) -> object:
        chosen = self._group.checkedId()
        return self._values[chosen] if chosen >= 0 else None

    def set_value(self, value: object) -> None:
        self.card(value).setChecked(True)

    def card(self, value: object) -> QAbstractButton:
        """The control of one option, for focus and clicks."""
        return self._group.button(self._values.index(value))

    def _choose(self, place: int) -> None:
        self.changed.emit(self._values[place])
