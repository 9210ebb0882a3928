"""Chips: any number of short answers, wrapping as they must."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font, height_px, width_px
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline


class Chip(Focusable, QAbstractButton):
    """One answer; a tick beside the word says that it is chosen, not colour alone."""

    PADDING, NARROW_PADDING, TICK, GAP = 12, 8, 14, 6

    def __init__(self, text: str, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._padding = self.NARROW_PADDING if narrow else self.PADDING
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _font(self):
        return font(TEXT, 13 * tokens_of(self).text_scale, 600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        size_px = 13 * tokens_of(self).text_scale
        width = width_px(self.text(), TEXT, size_px, 600) + 2 * self._padding + self.TICK + self.GAP
        return QSize(width, max(32, height_px(TEXT, size_px, 600) + 12))

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
            painter, self.rect(), tokens.ink if on else tokens.line2, tokens.ink if on else tokens.surface, radius=4
        )
        colour = tokens.surface if on else tokens.ink if self.isEnabled() else tokens.ink3
        mark = QRectF(self._padding - 2, (self.height() - self.TICK) / 2, self.TICK, self.TICK)
        paint_icon(painter, "check" if on else "plus", mark, colour if on else tokens.ink3)
        painter.setFont(self._font())
        painter.setPen(colour)
        left = self._padding + self.TICK + self.GAP - 2
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class ChipRow(QWidget):
    """Options as (value, word). Signals the whole choice, and only when the person changes it."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`narrow` chips have less room at their sides."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[object, Chip] = {}
        flow = FlowLayout(self, gap_px=6 if narrow else 8)
        for value, word in options:
            chip = Chip(word, narrow=narrow, parent=self)
            chip.setAccessibleDescription(name)
            chip.clicked.connect(self._changed)
            self._chips[value] = chip
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> frozenset:
        return frozenset(value for value, chip in self._chips.items() if chip.isChecked())

    def set_value(self, chosen: Iterable[object]) -> None:
        wanted = frozenset(chosen)
        for value, chip in self._chips.items():
            chip.setChecked(value in wanted)

    def chip(self, value: object) -> Chip:
        """The control of one option, for focus and clicks."""
        return self._chips[value]

    def _changed(self) -> None:
        self.changed.emit(self.value())
