"""The seven stages on one scale of minutes: done, now and ahead; any of them can be looked at."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.advice.returning import Stage
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.return_words import rung_name, rung_times, stage_words
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, fill, outline, triangle_down

BAR_PX, CHECK_PX = 44, 16
HEAD_PX = 28
LEAST_BARS_PX, MOST_BARS_PX = 56, 76
FOOT_GAP_PX = 8
DASHES = [4.0, 3.0]


class StageLadder(Focusable, QWidget):
    """A bar for each stage: its outline are all minutes, its filling those that are run. Arrows and clicks look."""

    looked_at = Signal(int)

    def __init__(self, stages: Sequence[Stage], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages = tuple(stages)
        self._now = self._looked_at = 0
        self._done = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Stages")
        self._announce()

    def show_stage(self, number: int, *, done: bool) -> None:
        """Today's stage; with `done` it is behind too."""
        self._now = self._looked_at = number
        self._done = done
        self._announce()
        self.update()

    def stage_looked_at(self) -> Stage:
        return self._stages[self._looked_at]

    def columns(self) -> list[QRect]:
        edges = [round(self.width() * place / len(self._stages)) for place in range(len(self._stages) + 1)]
        return [QRect(left, 0, right - left, self.height()) for left, right in pairwise(edges)]

    def _announce(self) -> None:
        stage = self.stage_looked_at()
        now = ", today's" if stage.number == self._now and not self._done else ""
        self.setAccessibleDescription(f"{stage_words(stage)[:-1]}{now}.")

    def _line(self) -> int:
        return QFontMetrics(self._font(13, 600)).height()

    def _font(self, size_px: float, weight: int):
        return font(TEXT, size_px * tokens_of(self).text_scale, weight)

    def sizeHint(self) -> QSize:
        return QSize(700, HEAD_PX + MOST_BARS_PX + 2 * self._line() + 3 * FOOT_GAP_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HEAD_PX + LEAST_BARS_PX + 2 * self._line() + 3 * FOOT_GAP_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._look_at(self._looked_at + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        place = next((number for number, column in enumerate(self.columns()) if column.contains(at)), None)
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._look_at(place)

    def _look_at(self, number: int) -> None:
        self._looked_at = max(0, min(number, len(self._stages) - 1))
        self._announce()
        self.update()
        self.looked_at.emit(self._looked_at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - 2 * self._line() - 2 * FOOT_GAP_PX
        for stage, column in zip(self._stages, self.columns(), strict=True):
            now = stage.number == self._now and not self._done
            if now or stage.number == self._looked_at:
                fill(painter, column, tokens.sunken)
            if now:
                triangle_down(painter, column.center().x() + 0.5, 0, (14, 9), tokens.accent)
            if column.left():
                fill(painter, QRect(column.left(), 14, 1, column.height() - 14), tokens.line)
            self._paint_bar(painter, tokens, stage, QRect(column.left(), HEAD_PX, column.width(), foot - HEAD_PX))
            self._paint_words(painter, tokens, stage, column, foot)
        fill(painter, QRect(0, foot, self.width(), 1), tokens.line2)

    def _paint_bar(self, painter: QPainter, tokens: Tokens, stage: Stage, room: QRect) -> None:
        most = max(one.total_min for one in self._stages)
        now = stage.number == self._now and not self._done
        ahead = stage.number > self._now
        tall, running = (room.height() * minutes / most for minutes in (stage.total_min, stage.running_min))
        left, foot = room.center().x() - BAR_PX / 2 + 0.5, room.bottom() + 1.0
        face = tokens.ink if now else tokens.tissue if ahead else tokens.bar
        fill(painter, QRectF(left, foot - running, BAR_PX, running), face)
        pen = QPen(tokens.ink2, 1.2)
        if ahead:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left + 0.6, foot - tall, BAR_PX - 1.2, tall))
        label = QRectF(left - BAR_PX, foot - tall - 20, 3 * BAR_PX, 18)
        cap_text(painter, label, str(stage.total_min), self._font(12, 600), tokens.ink)
        if not now and not ahead:
            check = QRectF(room.right() - CHECK_PX - 12, room.top() - 12, CHECK_PX, CHECK_PX)
            paint_icon(painter, "check", check, tokens.ok)

    def _paint_words(self, painter: QPainter, tokens: Tokens, stage: Stage, column: QRect, foot: int) -> None:
        top, line = foot + FOOT_GAP_PX, self._line()
        for text, weight, colour in ((rung_name(stage), 600, tokens.ink), (rung_times(stage), 400, tokens.ink2)):
            face = self._font(13, weight)
            painter.setFont(face)
            painter.setPen(colour)
            metrics = QFontMetrics(face)
            x = column.center().x() - metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(x, top + metrics.ascent()), text)
            top += line


class Swatch(QWidget):
    """What a filled and an outlined bar mean, beside its word."""

    def __init__(self, *, filled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled
        self.setFixedSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        if self._filled:
            fill(painter, self.rect(), tokens.ink)
        else:
            outline(painter, self.rect(), tokens.ink2, None, radius=0)
