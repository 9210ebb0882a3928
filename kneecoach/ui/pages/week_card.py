"""The week on Today: what was done on each day, and the highest pain said."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.ui import words
from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.pages.today_week import NOTHING, Day, day_words
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, fill, outline, triangle_down
from kneecoach.ui.widgets.text import Label, Role, Tone

DAYS = 7
HEAD_PX = 4
BAR_PX = 36
SWATCH_PX = 22
FOOT_LINE_PX = 30
LEAST_BARS_PX = 60
LEAST_TOP = 5.0
LEAST_LETTERS_PX = 12


class WeekScale(Focusable, QWidget):
    """Seven columns on one scale of distance; the needle marks today. Arrow keys move the day that is read out."""

    day_read = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self._today = date.min
        self._read: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("This week")

    def set_week(self, days: Sequence[Day], today: date) -> None:
        self._days, self._today, self._read = tuple(days), today, None
        self._announce()
        self.update()

    def read_day(self) -> Day | None:
        """The day under the reading line, once an arrow key or a click chose one."""
        return self._days[self._read] if self._read is not None and self._days else None

    def columns(self) -> list[QRect]:
        edges = [round(self.width() * i / DAYS) for i in range(DAYS + 1)]
        return [QRect(edges[i], 0, edges[i + 1] - edges[i], self.height()) for i in range(DAYS)]

    def _now(self) -> int:
        return next((i for i, day in enumerate(self._days) if day.day == self._today), 0)

    def _line(self) -> int:
        return QFontMetrics(self._font()).height()

    def _font(self, *, weight: int = 400):
        return font(TEXT, 13 * tokens_of(self).text_scale, weight)

    def sizeHint(self) -> QSize:
        return QSize(560, self.minimumSizeHint().height() + 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 2 * self._line() + HEAD_PX + 8 + 24 + LEAST_BARS_PX + FOOT_LINE_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._now() if self._read is None else self._read
        moves = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: DAYS - 1,
        }
        key = Qt.Key(event.key())
        if key not in moves:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(DAYS - 1, moves[key])))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = [i for i, column in enumerate(self.columns()) if column.contains(event.position().toPoint())]
        if hit and event.button() is Qt.MouseButton.LeftButton:
            self._choose(hit[0])

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self._choose(None)

    def _choose(self, index: int | None) -> None:
        if index != self._read:
            self._read = index
            self._announce()
            self.update()
            self.day_read.emit()

    def _announce(self) -> None:
        shown = [self.read_day()] if self.read_day() else [day for day in self._days if day.done]
        said = "; ".join(day_words(day, self._today) for day in shown if day)
        self.setAccessibleDescription(said or NOTHING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self._base()
        for i, (day, column) in enumerate(zip(self._days, self.columns(), strict=False)):
            self._paint_ground(painter, tokens, day, column)
            if i:
                fill(painter, QRect(column.left(), HEAD_PX, 1, self.height() - HEAD_PX), tokens.line)
            self._paint_day(painter, tokens, day, column, base)
        fill(painter, QRect(0, base, self.width(), 1), tokens.line2)

    def _base(self) -> int:
        return self.height() - FOOT_LINE_PX - self._line() - 4

    def _paint_ground(self, painter: QPainter, tokens: Tokens, day: Day, column: QRect) -> None:
        if day.day == self._today:
            fill(painter, column.adjusted(0, 0, 1, 0), tokens.sunken)
            triangle_down(painter, column.center().x() + 0.5, 0, (14, 8), tokens.accent)
        if self.read_day() is day:
            outline(painter, column.adjusted(2, HEAD_PX + 2, -1, -2), tokens.ink2, None, radius=4)

    def _paint_day(self, painter: QPainter, tokens: Tokens, day: Day, column: QRect, base: int) -> None:
        now = day.day == self._today
        painter.setFont(self._font(weight=600 if now else 400))
        painter.setPen(tokens.ink if now else tokens.ink2)
        head = QRect(column.left(), HEAD_PX + 10, column.width(), self._line())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, words.short_day(day.day))
        if day.run or day.to_run:
            self._paint_bar(painter, tokens, day, column, base)
        if day.short_names():
            painter.setPen(tokens.ink2)
            foot = QRect(column.left() + 4, base + 5, column.width() - 8, self._line())
            name, face = name_that_fits(day.short_names(), self._font(), foot.width())
            painter.setFont(face)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, name)
        if day.pain is not None:
            top = base + 5 + self._line() + 2
            at = QRectF(column.center().x() - SWATCH_PX / 2 + 0.5, top, SWATCH_PX, SWATCH_PX)
            outline(painter, at, tokens.ink2, tokens.pain_fill(day.pain), radius=3)
            cap_text(painter, at, str(day.pain), font(TEXT, 13, 600), tokens.pain_text(day.pain))

    def _paint_bar(self, painter: QPainter, tokens: Tokens, day: Day, column: QRect, base: int) -> None:
        face = font(DISPLAY, 15 * tokens.text_scale, 600)
        metrics = QFontMetrics(face)
        room = base - (HEAD_PX + 10 + self._line() + metrics.height() + 10)
        longest = max(LEAST_TOP, *(max(one.run, one.to_run) for one in self._days))
        height = max(3, round(max(0, room) * (day.run or day.to_run) / longest))
        bar = QRect(column.center().x() - BAR_PX // 2 + 1, base - height, BAR_PX, height)
        if day.run:
            outline(painter, bar, tokens.line2, tokens.bar, radius=0)
        else:
            painter.setPen(QPen(tokens.ink2, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setFont(face)
        painter.setPen(tokens.ink)
        text = day.distance if day.run else f"{day.to_run:.1f}"
        x = column.center().x() + 0.5 - metrics.horizontalAdvance(text) / 2
        painter.drawText(QPointF(x, bar.top() - 5), text)


def name_that_fits(names: Sequence[str], face: QFont, width: int) -> tuple[str, QFont]:
    """The first of the names that fits, else the last in smaller letters, and cut only where those are the least."""
    fits = next((one for one in names if QFontMetrics(face).horizontalAdvance(one) <= width), names[-1])
    smaller = QFont(face)
    while QFontMetrics(smaller).horizontalAdvance(fits) > width and smaller.pixelSize() > LEAST_LETTERS_PX:
        smaller.setPixelSize(smaller.pixelSize() - 1)
    return QFontMetrics(smaller).elidedText(fits, Qt.TextElideMode.ElideRight, width), smaller


class WeekCard(Card):
    """The week with its title and, at the right, what it adds up to and the way to the plan."""

    plan_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 16, 1, 8), parent=parent)
        self.body.setSpacing(6)
        self._sum = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.scale = WeekScale(parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(23, 0, 23, 0)
        head.addWidget(Label("This week", Role.H3, parent=self))
        head.addWidget(self._sum, 1)
        self.plan = LinkButton("Plan", parent=self)
        self.plan.setAccessibleName("My plan")
        self.plan.clicked.connect(self.plan_requested)
        head.addSpacing(8)
        head.addWidget(self.plan)
        self.body.addLayout(head)
        self.body.addWidget(self.scale, 1)
        self._today = date.min
        self._summed_up = ""
        self.scale.day_read.connect(self._tell)

    def show_week(self, days: Sequence[Day], today: date, summed_up: str) -> None:
        self._today, self._summed_up = today, summed_up
        self.scale.set_week(days, today)
        self._tell()

    def _tell(self) -> None:
        day = self.scale.read_day()
        self._sum.setText(day_words(day, self._today) if day else self._summed_up)
