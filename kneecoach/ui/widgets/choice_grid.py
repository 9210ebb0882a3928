"""One choice out of words in a frame, which wrap evenly into rows when they do not fit into one."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font, height_px, width_px
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill, outline

RADIUS_PX = 4
WRAPPED_PX = 36
SPARE_PX = 10
LEAST_SPARE_PX = 5
CHOSEN = 600
"""The weight of the chosen word; every cell has room for it."""
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
YES_NO_KEYS: dict[int, object] = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}


class Cell(Focusable, QAbstractButton):
    """One option; the frame is painted by the whole."""

    def __init__(self, text: str, *, text_px: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._text_px = text_px
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _letters_px(self) -> float:
        return self._text_px * tokens_of(self).text_scale

    def word_px(self) -> int:
        return width_px(self.text(), TEXT, self._letters_px(), CHOSEN)

    def sizeHint(self) -> QSize:
        letters_px = self._letters_px()
        wide = width_px(self.text(), TEXT, letters_px, CHOSEN)
        return QSize(wide + 2 * SPARE_PX, height_px(TEXT, letters_px, CHOSEN) + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.word_px(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            # For the whole: a group of Qt only moves the focus while nothing is chosen
            event.ignore()
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
        on = self.isChecked()
        if on:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = self.parentWidget().rect().translated(-self.pos())  # type: ignore[union-attr]
            frame, own = QPainterPath(), QPainterPath()
            frame.addRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
            own.addRect(QRectF(self.rect()))
            painter.fillPath(frame & own, tokens.ink)
        else:
            if self.underMouse():
                fill(painter, self.rect(), tokens.sunken)
            if self.x() > 1:
                fill(painter, QRect(0, 0, 1, self.height()), tokens.line)
            if self.y() > 1:
                fill(painter, QRect(0, 0, self.width(), 1), tokens.line)
        painter.setFont(font(TEXT, self._letters_px(), CHOSEN if on else 400))
        painter.setPen(tokens.surface if on else tokens.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ChoiceGrid(QWidget):
    """Options as (value, word); at most one is chosen, none to begin with. Signals only what the person does.

    The chosen one chosen again, Delete or Backspace, leaves none: what is not known can be so again.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        cell_px: int = 44,
        text_px: float = 15,
        fills: bool = True,
        keys: Mapping[int, object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """It `fills` the width, or is as wide as its words; `keys` choose a value at once."""
        super().__init__(parent)
        self._name, self._cell_px, self._keys = name, cell_px, dict(keys or {})
        self._values = [value for value, _ in options]
        self._fills, self._clearable = fills, True
        self._chosen = -1
        self._group = QButtonGroup(self)
        for place, (_, word) in enumerate(options):
            cell = Cell(word, text_px=text_px, parent=self)
            cell.setAccessibleDescription(name)
            self._group.addButton(cell, place)
        self._group.idClicked.connect(self._click)
        across = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._announce()

    def keep_one(self) -> None:
        """Once one is chosen it can't be taken back: a choice of what is shown, not of what was."""
        self._clearable = False

    def value(self) -> object:
        """The chosen value, or None."""
        return self._values[self._chosen] if self._chosen >= 0 else None

    def set_value(self, value: object) -> None:
        self._set(self._values.index(value) if value is not None else -1)

    def button(self, value: object) -> QAbstractButton:
        """The control of one option, for focus and clicks."""
        return self._group.button(self._values.index(value))

    def press(self, value: object) -> None:
        """Choose as a click does."""
        self.button(value).click()

    def tab_stops(self) -> list[QWidget]:
        return list(self._cells())

    def _cells(self) -> list[Cell]:
        return [cell for cell in self._group.buttons() if isinstance(cell, Cell)]

    def places(self, width: int) -> list[QRect]:
        """Where each cell stands: one row of equal cells, one row as wide as its words need, or several rows."""
        inner, words = width - 2, [cell.word_px() for cell in self._cells()]
        high = max(self._cell_px, self._cells()[0].sizeHint().height())
        if self._fills and max(words) + 2 * SPARE_PX <= inner // len(words):
            return _row([inner / len(words)] * len(words), 1, high)
        spare = (inner - sum(words)) / len(words)
        if spare >= 2 * LEAST_SPARE_PX:
            return _row([word + spare for word in words], 1, high)
        widest = max(words) + 2 * LEAST_SPARE_PX
        rows = math.ceil(len(words) / max(1, inner // widest))
        in_row = math.ceil(len(words) / rows)
        high = max(min(WRAPPED_PX, self._cell_px), self._cells()[0].sizeHint().height())
        made: list[QRect] = []
        for row in range(rows):
            count = len(words[row * in_row : (row + 1) * in_row])
            made += _row([inner / max(count, 1)] * count, 1 + row * high, high)
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.places(width)[-1].bottom() + 2

    def sizeHint(self) -> QSize:
        width = sum(cell.sizeHint().width() for cell in self._cells()) + 2
        return QSize(width, self.heightForWidth(self.width() if self._fills else width))

    def minimumSizeHint(self) -> QSize:
        widest = max(cell.word_px() for cell in self._cells()) + 2 * LEAST_SPARE_PX + 2
        least = widest if self._fills else self.sizeHint().width()
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        for cell, at in zip(self._cells(), self.places(self.width()), strict=True):
            cell.setGeometry(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.key() in self._keys:
            self._choose(self._values.index(self._keys[event.key()]))
        elif self._clearable and event.key() in CLEARING:
            self._choose(-1)
        elif (step := self._step(event.key())) != 0:
            here = next((place for place, cell in enumerate(self._cells()) if cell.hasFocus()), 0)
            self._choose(max(0, min(len(self._values) - 1, here + step)))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int) -> int:
        row = sum(cell.y() <= 1 for cell in self._cells())
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -row, Qt.Key.Key_Down: row}
        return steps.get(key, 0) if row < len(self._values) else max(-1, min(1, steps.get(key, 0)))

    def _click(self, place: int) -> None:
        self._choose(-1 if self._clearable and place == self._chosen else place)

    def _choose(self, place: int) -> None:
        if place >= 0:
            self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        if place != self._chosen:
            self._set(place)
            self.changed.emit(self.value())

    def _set(self, place: int) -> None:
        self._chosen = place
        if place < 0:
            self._group.setExclusive(False)
            for cell in self._cells():
                cell.setChecked(False)
            self._group.setExclusive(True)
        else:
            self._group.button(place).setChecked(True)
        self._announce()

    def _announce(self) -> None:
        chosen = self._group.checkedButton()
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(chosen.text() if chosen else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line2, tokens.surface, radius=RADIUS_PX)


class YesNoUnknown(ChoiceGrid):
    """No or Yes, False or True, and neither until it is said. Keys N and Y."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        options = [(False, "No"), (True, "Yes")]
        super().__init__(
            options, name=name, cell_px=WRAPPED_PX - 2, text_px=14, fills=False, keys=YES_NO_KEYS, parent=parent
        )


def _row(widths: list[float], top: int, height: int) -> list[QRect]:
    """Cells side by side from the left edge inside the frame, to whole pixels."""
    edges = [1.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return [
        QRect(round(edges[place]), top, round(edges[place + 1]) - round(edges[place]), height)
        for place in range(len(widths))
    ]
