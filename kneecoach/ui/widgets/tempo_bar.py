"""The phases of one repetition, as wide as they are long; the running one fills."""

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import DISPLAY, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import outline

GAP_PX = 3
GAP_LETTERS = 1.6
"""Between two words, in widths of a digit: less reads as one word."""
LETTERS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Shares of the usual size of letters that are tried."""


def phase_rects(seconds: Sequence[float], width: float, height: float) -> list[QRectF]:
    """One box per phase, its width its share of the time."""
    room = width - GAP_PX * (len(seconds) - 1)
    whole = sum(seconds) or 1.0
    rects, x = [], 0.0
    for length in seconds:
        right = x + room * length / whole
        rects.append(QRectF(round(x), 0, round(right) - round(x), height))
        x = right + GAP_PX
    return rects


def label_lefts(rects: Sequence[QRectF], widths: Sequence[float], room: float, gap: float) -> list[float] | None:
    """Where the word under each box begins, at least `gap` from the next; None when the words don't fit in one line."""
    if sum(widths) + gap * (len(widths) - 1) > room:
        return None
    lefts: list[float] = []
    earliest = 0.0
    for at, width in zip(rects, widths, strict=True):
        lefts.append(max(at.left(), earliest))
        earliest = lefts[-1] + width + gap
    latest = room
    for index in reversed(range(len(lefts))):
        lefts[index] = min(lefts[index], latest - widths[index])
        latest = lefts[index] - gap
    return lefts


class TempoBar(QWidget):
    """Phases as (word, seconds), say Down 3, Hold 1, Up 2."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[tuple[str, float], ...] = ()
        self._now = -1
        self._fraction = 0.0
        self._dimmed = False
        self._window_height = 800
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phases(self, phases: Sequence[tuple[str, float]]) -> None:
        if tuple(phases) != self._phases:
            self._phases = tuple(phases)
            self.setAccessibleName(", ".join(f"{word} {seconds:g} s" for word, seconds in phases))
            self.updateGeometry()
            self.update()

    def set_now(self, phase: int, fraction: float) -> None:
        """Which phase runs and how much of it is over; -1 for none."""
        new = (phase, max(0.0, min(1.0, fraction)))
        if new != (self._now, self._fraction):
            self._now, self._fraction = new
            if 0 <= phase < len(self._phases):
                self.setAccessibleDescription(self._phases[phase][0])
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:  # noqa: FBT001 - a property setter
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.updateGeometry()
            self.update()

    def _bar_height(self) -> int:
        return round(0.054 * self._window_height)

    def _font(self, share: float) -> QFont:
        # Display has one cut: what runs differs by its ink
        return font(DISPLAY, share * 0.034 * self._window_height, 600)

    def sizeHint(self) -> QSize:
        return QSize(400, self._bar_height() + round(0.034 * 1.4 * self._window_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        rects = phase_rects([seconds for _, seconds in self._phases], self.width(), self._bar_height())
        for i, at in enumerate(rects):
            active = i == self._now
            if active and self._fraction:
                inner = at.adjusted(2, 2, -2, -2)
                inner.setWidth(inner.width() * self._fraction)
                painter.fillRect(inner, tokens.line2 if self._dimmed else tokens.accent)
            outline(painter, at, tokens.ink if active else tokens.line2, None, radius=0, width=2)
        face, spots = self.labels()
        painter.setFont(face)
        for i, (text, at) in enumerate(spots):
            painter.setPen(tokens.ink if i == self._now else tokens.ink2)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def labels(self) -> tuple[QFont, list[tuple[str, QRectF]]]:
        """The word of each phase and its place, in letters of the size in which all of them fit; if need be alone."""
        rects = phase_rects([seconds for _, seconds in self._phases], self.width(), self._bar_height())
        whole = [f"{word} {seconds:g}" for word, seconds in self._phases]
        for texts, share in product((whole, [word for word, _ in self._phases]), LETTERS):
            face = self._font(share)
            widths = [QFontMetrics(face).horizontalAdvance(text) for text in texts]
            lefts = label_lefts(rects, widths, self.width(), GAP_LETTERS * QFontMetrics(face).horizontalAdvance("0"))
            if lefts is not None:
                break
        else:
            # More than ever fits is left to the one that runs
            texts = [text if i == self._now else "" for i, text in enumerate(whole)]
            widths = [QFontMetrics(face).horizontalAdvance(text) for text in texts]
            lefts = [max(0.0, min(at.left(), self.width() - width)) for at, width in zip(rects, widths, strict=True)]
        top, tall = self._bar_height(), self.height() - self._bar_height()
        return face, [
            (text, QRectF(left, top, width + 2, tall)) for text, left, width in zip(texts, lefts, widths, strict=True)
        ]
