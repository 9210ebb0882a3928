"""The pairs of shoes to choose from, each with how far it will have gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.domain.shoe import Wear
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import QuietButton
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline

SIDE_PX, TOP_PX, LINE_GAP_PX, GAP_PX = 15, 10, 2, 12
LEAST_PX, MOST_COLUMNS = 176, 3
ADD = "Add shoes"


@dataclass(frozen=True, slots=True)
class ShoeShown:
    """One card: the name, the line below it, and what its distance says."""

    id: UUID
    name: str
    line: str
    wear: Wear = Wear.FINE


class ShoeCard(Focusable, QAbstractButton):
    """One pair."""

    def __init__(self, shown: ShoeShown, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_shoe(shown)

    def show_shoe(self, shown: ShoeShown) -> None:
        self.shown = shown
        self.setText(shown.name)
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(shown.line)
        self.setToolTip(shown.name)
        self.update()

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        scale = tokens_of(self).text_scale
        return QFontMetrics(font(TEXT, 15 * scale, 600)), QFontMetrics(font(TEXT, 13 * scale, 400))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name, line = self._metrics()
        return 2 * TOP_PX + name.height() + LINE_GAP_PX + self._line_height(line, width)

    def _line_height(self, line: QFontMetrics, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * SIDE_PX), 10_000)
        return line.boundingRect(room, Qt.TextFlag.TextWordWrap, self.shown.line).height()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PX, self.heightForWidth(max(LEAST_PX, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        scale = tokens.text_scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        border = tokens.ink if on or self.underMouse() else tokens.line2
        outline(painter, self.rect(), border, tokens.surface, radius=4, width=2 if on else 1)
        name, _ = self._metrics()
        room = self.width() - 2 * SIDE_PX
        painter.setFont(font(TEXT, 15 * scale, 600))
        painter.setPen(tokens.ink)
        at = QRect(SIDE_PX, TOP_PX, room, name.height())
        painter.drawText(
            at, Qt.AlignmentFlag.AlignVCenter, name.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        )
        painter.setFont(font(TEXT, 13 * scale, 400))
        painter.setPen({Wear.FINE: tokens.ink2, Wear.INFO: tokens.info, Wear.CAUTION: tokens.warn}[self.shown.wear])
        below = QRect(SIDE_PX, at.bottom() + 1 + LINE_GAP_PX, room, self.height())
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self.shown.line)


class ShoeCards(QWidget):
    """At most one pair is chosen; the chosen one chosen again leaves none. Signals only what the person does."""

    changed = Signal(object)
    add_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Shoes")
        self._cards: list[ShoeCard] = []
        self._chosen: UUID | None = None
        self.add = QuietButton(ADD, icon="plus", parent=self)
        self.add.clicked.connect(self.add_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> UUID | None:
        return self._chosen

    def set_value(self, shoe: UUID | None) -> None:
        self._chosen = shoe
        for card in self._cards:
            card.setChecked(card.shown.id == shoe)

    def card(self, shoe: UUID) -> ShoeCard:
        return next(card for card in self._cards if card.shown.id == shoe)

    def show_shoes(self, shoes: Sequence[ShoeShown]) -> None:
        """The same pairs keep their cards, so that the keyboard stays where it is."""
        if [card.shown.id for card in self._cards] == [one.id for one in shoes]:
            for card, one in zip(self._cards, shoes, strict=True):
                card.show_shoe(one)
        else:
            self._make(shoes)
        self.set_value(self._chosen)
        self.updateGeometry()
        self._place()

    def _make(self, shoes: Sequence[ShoeShown]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [ShoeCard(one, parent=self) for one in shoes]
        for card in self._cards:
            card.clicked.connect(self._click)
            card.show()
        self.add.raise_()

    def _click(self) -> None:
        card = self.sender()
        if isinstance(card, ShoeCard):
            self.set_value(None if card.shown.id == self._chosen else card.shown.id)
            self.changed.emit(self._chosen)

    def places(self, width: int) -> list[QRect]:
        """Where each card and then the button stands."""
        columns = max(1, min(MOST_COLUMNS, (width + GAP_PX) // (LEAST_PX + GAP_PX)))
        each = (width - GAP_PX * (columns - 1)) // columns
        high = max((card.heightForWidth(each) for card in self._cards), default=0)
        parts = [QSize(each, high)] * len(self._cards)
        made, button = [], self.add.sizeHint()
        for place, size in enumerate(parts):
            row, column = divmod(place, columns)
            made.append(QRect(column * (each + GAP_PX), row * (high + GAP_PX), size.width(), size.height()))
        row, column = divmod(len(self._cards), columns)
        left, top = column * (each + GAP_PX), row * (high + GAP_PX)
        beside = bool(column) and left + button.width() <= width
        if column and not beside:
            left, top = 0, top + high + GAP_PX
        made.append(QRect(left, top + (max(0, high - button.height()) // 2 if beside else 0), *button.toTuple()))
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(at.bottom() + 1 for at in self.places(width))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(LEAST_PX, self.add.sizeHint().width()), self.heightForWidth(max(self.width(), LEAST_PX)))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        *cards, button = self.places(self.width())
        for card, at in zip(self._cards, cards, strict=True):
            card.setGeometry(at)
        self.add.setGeometry(button)

    def tab_stops(self) -> list[QWidget]:
        return [*self._cards, self.add]
