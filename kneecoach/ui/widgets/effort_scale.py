"""The effort scale: eleven cells from 0 to 10, without colour, as effort is nothing to be warned of."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.effort import EFFORT_WORDS
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import cap_text, fill, outline
from kneecoach.ui.widgets.zero_to_ten import ZeroToTen, cell_rects

RADIUS_PX = 4


class EffortScale(ZeroToTen):
    """Effort from 0 to 10, None until it is given."""

    def __init__(
        self,
        *,
        name: str = "Effort",
        cell_px: int = 44,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, cell_px=cell_px, clock=clock, parent=parent)
        self.announce()

    def cells(self) -> list[QRect]:
        return cell_rects(self.width(), 0, self._cell_px)

    def announce(self) -> None:
        said = "not given" if self._value is None else f"{self._value} of 10, {EFFORT_WORDS[self._value].lower()}"
        self.setAccessibleName(f"{self._name}: {said}")
        self.setAccessibleDescription("Keys 0 to 9, 1 and then 0 for 10, or the arrow keys.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line2, tokens.surface, radius=RADIUS_PX)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
        painter.setClipPath(clip)
        size = 15 * tokens.text_scale
        for value, cell in enumerate(self.cells()):
            chosen = value == self._value
            if chosen or value == self._hovered:
                fill(painter, cell, tokens.ink if chosen else tokens.sunken)
            if value:
                fill(painter, QRect(cell.left(), cell.top(), 1, cell.height()), tokens.line)
            colour = tokens.surface if chosen else tokens.ink
            cap_text(painter, QRectF(cell), str(value), font(TEXT, size, 600 if chosen else 400), colour)
