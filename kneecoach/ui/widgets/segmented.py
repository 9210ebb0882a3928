"""One choice out of a few words standing side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline

RADIUS_PX = 4
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ANSWERS: dict[int, bool] = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}


class Segment(Focusable, QAbstractButton):
    """One option; its frame is painted by the whole."""

    def __init__(self, text: str, *, compact: bool, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._height, self._padding, self._text_px = (28, 10, 13) if compact else (34, 14, 14)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(-1, -1, 1, 1)

    def _font(self):
        return font(TEXT, self._text_px * tokens_of(self).text_scale, 600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(font(TEXT, self._text_px * tokens_of(self).text_scale, 600))
        return QSize(bold.horizontalAdvance(self.text()) + 2 * self._padding + 1, max(self._height, bold.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            # For the whole: a group of Qt only moves the focus while nothing is chosen
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        frame = self.parentWidget().rect().translated(-self.pos())  # type: ignore[union-attr]
        first, last = self.x() <= 1, self.width() >= frame.right() - 1
        colour = tokens.ink if self.underMouse() and self.isEnabled() else tokens.ink2
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = QPainterPath()
            clip.addRoundedRect(frame.adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
            whole = QPainterPath()
            whole.addRect(self.rect())
            painter.fillPath(clip & whole, getattr(tokens, self._chosen) if self.isEnabled() else tokens.ink3)
            colour = tokens.surface
        elif not first:
            painter.fillRect(0, 0, 1, self.height(), tokens.line)
        painter.setFont(self._font())
        painter.setPen(colour if self.isEnabled() or self.isChecked() else tokens.ink3)
        painter.drawText(
            self.rect().adjusted(0 if first else 1, 0, -1 if last else 0, 0), Qt.AlignmentFlag.AlignCenter, self.text()
        )


class Segmented(QWidget):
    """Options as (value, word); at most one is chosen, none to begin with. Signals only what the person does.

    Tab goes to the chosen option, the arrow keys choose a neighbour.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        compact: bool = False,
        stop_value: object = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the choice is about; choosing `stop_value` shows the stop colour."""
        super().__init__(parent)
        self._name = name
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for value, word in options:
            chosen = "stop" if stop_value is not None and value == stop_value else "ink"
            segment = Segment(word, compact=compact, chosen=chosen, parent=self)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, len(self._values))
            self._values.append(value)
            row.addWidget(segment)
        self._group.idClicked.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._announce()

    def value(self) -> object:
        """The chosen value, or None."""
        chosen = self._group.checkedId()
        return self._values[chosen] if chosen >= 0 else None

    def set_value(self, value: object) -> None:
        if value is None:
            self._group.setExclusive(False)
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            self.button(value).setChecked(True)
        self._announce()

    def button(self, value: object) -> QAbstractButton:
        """The control of one option, for focus and clicks."""
        return self._group.button(self._values.index(value))

    def set_word(self, value: object, word: str) -> None:
        """Call an option something else."""
        button = self.button(value)
        button.setText(word)
        button.setAccessibleName(word)
        button.updateGeometry()
        self._announce()

    def leave_keys(self) -> None:
        """The mouse chooses without taking the keyboard away from the page, which has keys of its own."""
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def press(self, value: object) -> None:
        """Choose as a click does; a focus that is here goes along."""
        target = self.button(value)
        if any(button.hasFocus() for button in self._group.buttons()):
            target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = self._group.buttons()
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        target = buttons[max(0, min(len(buttons) - 1, here + step))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if not target.isChecked():
            target.click()

    def _choose(self, index: int) -> None:
        self._announce()
        self.changed.emit(self._values[index])

    def _announce(self) -> None:
        chosen = self._group.checkedButton()
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(chosen.text() if chosen else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line2, tokens.surface, radius=RADIUS_PX)


class YesNo(Segmented):
    """No or Yes, False or True, unanswered to begin with; Yes shows the stop colour. Keys Y and N, and arrows."""

    def __init__(
        self, *, name: str, yes: str = "Yes", no: str = "No", warns: bool = True, parent: QWidget | None = None
    ) -> None:
        options = [(False, no), (True, yes)]
        super().__init__(options, name=name, compact=True, stop_value=True if warns else None, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = ANSWERS.get(event.key())
        if answer is None:
            super().keyPressEvent(event)
            return
        self.button(answer).setFocus(Qt.FocusReason.TabFocusReason)
        self.press(answer)
