"""The phases of a movement, as wide as they are long; the one that is now fills, and a click goes to another."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.tempo_bar import label_lefts, phase_rects

BAR_PX = 14
LABEL_GAP_PX = 4
LABEL_PX = 13
BETWEEN_LABELS_PX = 6


class PhaseRuler(QWidget):
    """Phases as (word, seconds). The keyboard goes to a phase by the arrow keys of the page."""

    phase_clicked = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[tuple[str, float], ...] = ()
        self._now = 0
        self._fraction = 0.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phases(self, phases: Sequence[tuple[str, float]]) -> None:
        """Begins at the first one."""
        self._phases, self._now, self._fraction = tuple(phases), 0, 0.0
        self.setAccessibleName("Phases: " + ", ".join(f"{word} {seconds:.1f} s" for word, seconds in phases))
        self._describe()
        self.update()

    def phases(self) -> tuple[tuple[str, float], ...]:
        return self._phases

    def set_now(self, phase: int, fraction: float) -> None:
        """Which phase runs and how much of it is over, 0 to 1; painted only when a pixel changes."""
        before = (self._now, self._filled_px())
        self._now, self._fraction = phase, max(0.0, min(1.0, fraction))
        if before[0] != phase:
            self._describe()
        if (phase, self._filled_px()) != before:
            self.update()

    def now(self) -> tuple[int, float]:
        return self._now, self._fraction

    def _describe(self) -> None:
        self.setAccessibleDescription(self._phases[self._now][0] if self._now < len(self._phases) else "")

    def _rects(self) -> list[QRectF]:
        return phase_rects([seconds for _, seconds in self._phases], self.width(), BAR_PX)

    def _filled_px(self) -> int:
        rects = self._rects()
        return round(rects[self._now].width() * self._fraction) if self._now < len(rects) else 0

    def _font(self, *, bold: bool) -> QFont:
        return font(TEXT, LABEL_PX * tokens_of(self).text_scale, 600 if bold else 400)

    def sizeHint(self) -> QSize:
        return QSize(300, BAR_PX + LABEL_GAP_PX + QFontMetrics(self._font(bold=True)).height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        rects = self._rects()
        if event.button() is Qt.MouseButton.LeftButton and rects and self.rect().contains(event.position().toPoint()):
            starts = [at.left() for at in rects]
            self.phase_clicked.emit(max(index for index, left in enumerate(starts) if left <= event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, rects = tokens_of(self), QPainter(self), self._rects()
        for index, at in enumerate(rects):
            if index < self._now:
                fill(painter, at, tokens.ink)
            elif index == self._now:
                fill(painter, QRectF(at.left(), at.top(), self._filled_px(), at.height()), tokens.accent)
            outline(painter, at, tokens.ink if index <= self._now else tokens.line2, None, radius=0)
        self._paint_labels(painter, tokens)

    def _paint_labels(self, painter: QPainter, tokens: Tokens) -> None:
        for index, left in self.labels().items():
            now = index == self._now
            face = self._font(bold=now)
            painter.setFont(face)
            painter.setPen(tokens.ink if now else tokens.ink2)
            baseline = BAR_PX + LABEL_GAP_PX + QFontMetrics(face).ascent()
            painter.drawText(QPointF(left, baseline), self._phases[index][0])

    def word_width(self, index: int) -> int:
        """Pixels that the word of a phase takes while it is the one that is now."""
        return QFontMetrics(self._font(bold=True)).horizontalAdvance(self._phases[index][0])

    def labels(self) -> dict[int, float]:
        """Where the word of each phase begins; when there is no room for all, that of the phase that is now and others.

        Widths are those of the bold word, so that none moves when the next phase begins.
        """
        rects = self._rects()
        widths = [self.word_width(index) for index in range(len(self._phases))]
        gap = 2 * BETWEEN_LABELS_PX
        lefts = label_lefts(rects, widths, self.width(), gap)
        if lefts is not None:
            return dict(enumerate(lefts))
        taken: dict[int, float] = {}
        for index in sorted(range(len(rects)), key=lambda index: (index != self._now, index)):
            left, width = rects[index].left(), widths[index]
            if index == self._now:
                left = min(left, self.width() - width)
            elif left + width > self.width() or width > rects[index].width() + BETWEEN_LABELS_PX:
                continue
            if all(left >= at + widths[other] + gap or left + width + gap <= at for other, at in taken.items()):
                taken[index] = left
        return taken
