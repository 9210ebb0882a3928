"""A number typed in large digits on a line of its own, as the distance of a run."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font, role_font, role_width_px, width_px
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Role, Tone

RULE_PX = 2
EDGE_PX = 4
SUNK_PX = 2
"""How far below the middle Qt sets the line of a field."""
TRACKING = -0.02
PLAIN = "QLineEdit, QLineEdit:focus { border: 0; padding: 0; background: transparent; }"
MOST_LETTERS = 16
UNKNOWN = "–"


class BigEdit(QLineEdit):
    """The digits over their rule: in the accent colour while it is written on, in the stop colour when it is wrong."""

    def __init__(self, name: str, example: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._size_px = 72
        self._wrong = False
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setMaxLength(MOST_LETTERS)
        self.setFrame(False)
        self.setStyleSheet(PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._widen)
        self._widen()

    def set_size_px(self, size_px: int) -> None:
        if size_px != self._size_px:
            self._size_px = size_px
            self._widen()

    def set_wrong(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def face(self, size_px: float) -> QFont:
        """The digits; the example in an empty field is lighter, so that nobody takes it for a value."""
        return font(DISPLAY, size_px, 600, TRACKING) if self.text() else font(TEXT, size_px, 400, TRACKING)

    def base_line(self) -> int:
        """Where the digits stand, from the upper edge."""
        metrics = QFontMetrics(self.face(self._size_px))
        return (self.height() - metrics.height()) // 2 + metrics.ascent() + SUNK_PX

    def width_at(self, size_px: float) -> int:
        """How wide the digits are at a size."""
        typed = self.text()
        face = (DISPLAY, size_px, 600, TRACKING) if typed else (TEXT, size_px, 400, TRACKING)
        return width_px(typed or self.placeholderText(), *face) + 3 * EDGE_PX

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._size_px), self._size_px + 2 * EDGE_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _widen(self, *_text: str) -> None:
        self.setFont(self.face(self._size_px))
        self.setFixedSize(self.sizeHint())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = tokens_of(self)
        colour = tokens.accent if self.hasFocus() else tokens.line2
        high = RULE_PX + (1 if self.hasFocus() else 0)
        at = self.rect().adjusted(0, self.height() - high, 0, 0)
        fill(QPainter(self), at, tokens.stop if self._wrong else colour)


class Held(QWidget):
    """Digits and unit on one base line, without a layout, which would be late for the first picture."""

    def __init__(self, edit: BigEdit, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        edit.setParent(self)

    def tab_stops(self) -> list[QWidget]:
        return [self._edit]


class BigValue(QWidget):
    """A large number that follows from others, as the pace; lighter than what can be written on."""

    def __init__(self, name: str, *, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._unit, self._text, self._size_px = name, unit, UNKNOWN, 72
        self._label = Label(name, Role.LABEL, Tone.INK2, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(UNKNOWN)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(f"{self._name}: {'not known' if text == UNKNOWN else f'{text} {self._unit}'}")
        self.updateGeometry()
        self.update()

    def set_size_px(self, size_px: int) -> None:
        self._size_px = size_px
        self.updateGeometry()
        self.update()

    def width_at(self, size_px: float) -> int:
        digits = width_px(self._text, TEXT, size_px, 400, TRACKING)
        unit = role_width_px(self._unit, Role.UNIT, tokens_of(self).text_scale)
        return max(digits + 8 + unit, self._label.sizeHint().width())

    def usual_width_at(self, size_px: float) -> int:
        """How wide it is with four digits."""
        usual, shown = (width_px(text, TEXT, size_px, 400, TRACKING) for text in ("0:00", self._text))
        return self.width_at(size_px) + max(0, usual - shown)

    def _label_px(self) -> int:
        return self._label.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._size_px), self._label_px() + 4 + self._size_px + 2 * EDGE_PX)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(0, 0, self.width(), self._label_px())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setPen(tokens.ink2)
        face = font(TEXT, self._size_px, 400, TRACKING)
        metrics, as_typed = QFontMetrics(face), QFontMetrics(font(DISPLAY, self._size_px, 600, TRACKING))
        high = self._size_px + 2 * EDGE_PX
        base = self._label_px() + 4 + (high - as_typed.height()) // 2 + as_typed.ascent() + SUNK_PX
        painter.setFont(face)
        painter.drawText(0, base, self._text)
        painter.setFont(role_font(Role.UNIT, tokens.text_scale))
        painter.drawText(metrics.horizontalAdvance(self._text) + 8, base, self._unit)


class BigField(QWidget):
    """The digits under their name and beside their unit. `changed` follows every key."""

    changed = Signal(str)

    def __init__(
        self, name: str, example: str, *, unit: str = "", usual: str = "0:00", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        self.edit = BigEdit(name, example, parent=self)
        self._label = Label(name, Role.LABEL, Tone.INK2, parent=self)
        self._unit = Label(unit, Role.UNIT, Tone.INK2, parent=self)
        self._unit.setVisible(bool(unit))
        self._error = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        self.holder = Held(self.edit, parent=self)
        column.addWidget(self.holder)
        self._label.setBuddy(self.edit)
        self._unit.setParent(self.holder)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.changed)
        self.edit.textChanged.connect(self._lay_out)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def error(self) -> str:
        return self._error

    def set_error(self, sentence: str) -> None:
        """What is wrong, for the rule and the screen reader; who holds the field shows the sentence."""
        self._error = sentence
        self.edit.setAccessibleDescription(sentence)
        self.edit.set_wrong(wrong=bool(sentence))

    def usual_width_at(self, size_px: float) -> int:
        """How wide it is with a value of the usual length, so that the digits keep their size while it is written."""
        usual = width_px(self._usual, DISPLAY, size_px, 600, TRACKING) + 3 * EDGE_PX
        return max(self.width_at(size_px), usual + self._unit_width())

    def width_at(self, size_px: float) -> int:
        """How wide the whole is when the digits have a size."""
        return max(self.edit.width_at(size_px) + self._unit_width(), self._label.sizeHint().width())

    def set_size_px(self, size_px: int) -> None:
        self.edit.set_size_px(size_px)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._lay_out()

    def _unit_width(self) -> int:
        return self._unit.sizeHint().width() + 8 if self._unit.text() else 0

    def _lay_out(self, *_text: str) -> None:
        digits, unit = self.edit.sizeHint(), self._unit.sizeHint()
        self.edit.move(0, 0)
        metrics = self._unit.fontMetrics()
        top = self.edit.base_line() - (unit.height() - metrics.height()) // 2 - metrics.ascent()
        self._unit.setGeometry(digits.width() + 8, top, unit.width(), unit.height())
        self.holder.setFixedSize(digits.width() + self._unit_width(), max(digits.height(), unit.height()))
        self.setFixedSize(self.width_at(self.edit.sizeHint().height() - 2 * EDGE_PX), self.sizeHint().height())
