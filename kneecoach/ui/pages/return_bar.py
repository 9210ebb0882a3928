"""Running and walking by turns on a ruler: each part as wide as it is long, with its minutes in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import cap_text, outline

HEIGHT_PX, GAP_PX = 36, 3

Parts = Sequence[tuple[int, bool]]
"""The minutes of each part, and whether it is run."""


class IntervalBar(QWidget):
    """What is run is filled, what is walked is open."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[int, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Parts) -> None:
        self._parts = tuple(parts)
        said = ", ".join(f"{'run' if running else 'walk'} {minutes}" for minutes, running in self._parts)
        self.setAccessibleName(f"Minutes: {said}")
        self.update()

    def boxes(self) -> list[QRect]:
        whole = sum(minutes for minutes, _ in self._parts) or 1
        room = self.width() - GAP_PX * max(0, len(self._parts) - 1)
        boxes, left = [], 0.0
        for minutes, _ in self._parts:
            right = left + room * minutes / whole
            boxes.append(QRect(round(left), 0, round(right) - round(left), self.height()))
            left = right + GAP_PX
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(300, round(HEIGHT_PX * tokens_of(self).text_scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        face = font(TEXT, 15 * tokens.text_scale, 600)
        for (minutes, running), box in zip(self._parts, self.boxes(), strict=True):
            border, inside = (tokens.ink, tokens.ink) if running else (tokens.line2, tokens.surface)
            outline(painter, box, border, inside, radius=0)
            cap_text(painter, QRectF(box), str(minutes), face, tokens.surface if running else tokens.ink2)
