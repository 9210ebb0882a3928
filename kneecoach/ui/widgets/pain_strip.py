"""The pain strip: eleven cells from none to worst, chosen by click, digit or arrow."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.tokens import Tokens, pain_word, tokens_of
from kneecoach.ui.widgets.painting import cap_text, outline, triangle_down
from kneecoach.ui.widgets.zero_to_ten import CELLS, ZeroToTen, cell_rects
from kneecoach.ui.widgets.zero_to_ten import MOST as WORST

__all__ = ["PainStrip", "cell_rects"]

MARK_PX = 12
WORD_GAP_PX = 6
COMPACT_PX = 50
NARROW_CELL_PX = 20
WORDS = ((0, 1), (1, 3), (4, 3), (7, 3), (10, 1))


class PainStrip(ZeroToTen):
    """Pain from 0 to 10, None until it is given. The grey marker shows `last`, more of them the pain at other times."""

    def __init__(
        self,
        *,
        name: str = "Pain",
        cell_px: int = 76,
        words: bool = True,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        """`cell_px` is the height of the cells: 76 in the check-in, 60 in the summary, 64 at first run, 44 compact.

        Without `words` nothing stands under the cells, and the strip may be narrow.
        """
        super().__init__(name=name, cell_px=cell_px, clock=clock, parent=parent)
        self._words = words
        self._last: int | None = None
        self._others: frozenset[int] = frozenset()
        self.announce()

    def set_name(self, name: str) -> None:
        """What the strip asks for now, where one strip asks for several."""
        self._name = name
        self.announce()

    def set_last(self, value: int | None) -> None:
        """The grey marker: the pain of last time, or before the warm-up."""
        wanted = None if value is None else max(0, min(WORST, value))
        if wanted != self._last:
            self._last = wanted
            self.announce()
            self.update()

    def set_others(self, values: Iterable[int]) -> None:
        """Grey markers for what was said of other times; whoever shows them says in words which is which."""
        self._others = frozenset(values)
        self.update()

    def cells(self) -> list[QRect]:
        return cell_rects(self.width(), MARK_PX, self._cell_px)

    def focus_rect(self) -> QRect:
        return QRect(0, MARK_PX, self.width(), self._cell_px)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint if self._words else QSize(CELLS * NARROW_CELL_PX, hint.height())

    def begin_at(self) -> int:
        return self._last or 0

    def announce(self) -> None:
        said = "not given" if self._value is None else f"{self._value} of 10, {pain_word(self._value).lower()}"
        self.setAccessibleName(f"{self._name}: {said}")
        last = "" if self._last is None else f"Before: {self._last}. "
        self.setAccessibleDescription(f"{last}Keys 0 to 9, 1 and then 0 for 10, or the arrow keys.")

    def room_below(self) -> int:
        return 8 + QFontMetrics(font(TEXT, self._word_px(), 400)).height() if self._words else 0

    def _word_px(self) -> float:
        return 13 * tokens_of(self).text_scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cells(painter, tokens)
        if self._words:
            self._paint_words(painter, tokens)
        for value in self._others | ({self._last} if self._last is not None else set()):
            if value != self._value:
                self._paint_mark(painter, value, tokens.line2)
        if self._value is not None:
            self._paint_chosen(painter, tokens)

    def _paint_cells(self, painter: QPainter, tokens: Tokens) -> None:
        frame = self.focus_rect()
        outline(painter, frame, tokens.line2, tokens.surface, radius=4)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), 3, 3)
        painter.setClipPath(clip)
        swatch = 10 if self._cell_px > COMPACT_PX else 6
        size = self._cell_px * 24 / 76 if self._cell_px > COMPACT_PX else 16
        for value, cell in enumerate(self.cells()):
            if value == self._hovered:
                painter.fillRect(cell, tokens.sunken)
            painter.fillRect(cell.left(), cell.bottom() + 1 - swatch, cell.width(), swatch, tokens.pain_fill(value))
            if value:
                painter.fillRect(cell.left(), cell.top(), 1, cell.height(), tokens.line)
            if value != self._value:
                cap_text(painter, QRectF(cell), str(value), font(DISPLAY, size, 600), tokens.ink)
        painter.setClipping(False)

    def _paint_chosen(self, painter: QPainter, tokens: Tokens) -> None:
        value = self._value or 0
        cell = self.cells()[value].adjusted(-1, -1, 1, 1)
        outline(painter, cell, tokens.ink, tokens.pain_fill(value), radius=3, width=2)
        size = self._cell_px * 32 / 76 if self._cell_px > COMPACT_PX else 19
        cap_text(painter, QRectF(cell), str(value), font(DISPLAY, size, 600), tokens.pain_text(value))
        self._paint_mark(painter, value, tokens.ink)

    def _paint_mark(self, painter: QPainter, value: int, colour) -> None:
        triangle_down(painter, QRectF(self.cells()[value]).center().x(), 1, (12, 8), colour)

    def _none_is_wide(self, metrics: QFontMetrics) -> bool:
        """Whether the word under the first cell would touch the line after it, as in a narrow strip."""
        return metrics.horizontalAdvance(pain_word(0)) + WORD_GAP_PX > self.cells()[1].left()

    def _is_crowded(self, metrics: QFontMetrics) -> bool:
        """Whether the words would run into each other: then only those at the ends are painted."""
        three = 3 * (self.width() - 2) / CELLS
        severe, worst = metrics.horizontalAdvance(pain_word(7)), metrics.horizontalAdvance(pain_word(WORST))
        end = self.cells()[7].left() + (three + severe) / 2
        widest = max(metrics.horizontalAdvance(pain_word(first)) for first in (1, 4, 7))
        return widest + WORD_GAP_PX > three or end + WORD_GAP_PX > self.width() - worst

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        face = font(TEXT, self._word_px(), 400)
        metrics = QFontMetrics(face)
        cells = self.cells()
        top = MARK_PX + self._cell_px + 8
        painter.setFont(face)
        flags = {0: Qt.AlignmentFlag.AlignLeft, WORST: Qt.AlignmentFlag.AlignRight}
        crowded = self._is_crowded(metrics)
        for first, count in WORDS:
            if crowded and first not in flags:
                continue
            left, right = cells[first].left(), cells[first + count - 1].right()
            if first in (1, 4, 7) and not (first == 1 and self._none_is_wide(metrics)):
                painter.fillRect(left, top, 1, metrics.height(), tokens.line2)
            word = pain_word(first)
            # The outer words may reach over their one cell, as there is room beside them
            spare = max(0, metrics.horizontalAdvance(word) - (right - left))
            at = QRect(left - (spare if first == WORST else 0), top, right - left + spare + 1, metrics.height())
            if first == 0:
                at.setLeft(0)
            elif first == WORST:
                at.setRight(self.width() - 1)
            painter.setPen(tokens.ink2)
            painter.drawText(at, flags.get(first, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter, word)
