"""Seven mornings on a scale of pain: a square for each answer, a question mark where there is none."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui import words
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import cap_text, fill, outline

DAYS = 7
LOW, HIGH = 5, 10
SQUARE_PX, COLUMN_PX = 12, 52
LEFT_PX, TOP_PX, FOOT_PX = 26, 10, 32
LEAST_PX, PREFERRED_PX = 150, 232
_DAY = timedelta(days=1)


class WeekOfMornings(QWidget):
    """The last of the seven is the one that is being answered; a dashed line marks the usual morning when known."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._morning = date.min
        self._pains: dict[date, int] = {}
        self._usual: float | None = None
        self._now: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_week(self, morning: date, pains: Mapping[date, int], usual: float | None) -> None:
        """The week up to `morning`; `pains` are the answers before it."""
        self._morning, self._pains, self._usual = morning, dict(pains), usual
        self._announce()
        self.update()

    def set_now(self, pain: int | None) -> None:
        """The pain of the morning that is being answered."""
        self._now = pain
        self._announce()
        self.update()

    def days(self) -> tuple[date, ...]:
        return tuple(self._morning - (DAYS - 1 - place) * _DAY for place in range(DAYS))

    def pain_of(self, day: date) -> int | None:
        return self._now if day == self._morning else self._pains.get(day)

    def unanswered(self) -> tuple[date, ...]:
        """The mornings before this one without an answer."""
        return tuple(day for day in self.days()[:-1] if day not in self._pains)

    def most(self) -> int:
        """Where the scale ends: at five unless something is higher."""
        told = [pain for day in self.days() if (pain := self.pain_of(day)) is not None]
        return HIGH if max([*told, self._usual or 0]) > LOW else LOW

    def _announce(self) -> None:
        said = []
        for day in self.days() if self._morning != date.min else ():
            pain = self.pain_of(day)
            waits = "not yet" if day == self._morning else "no answer"
            said.append(f"{words.DAYS[day.weekday()]} {waits if pain is None else pain}")
        usual = "" if self._usual is None else f". Usual {self._usual:g}"
        self.setAccessibleName(f"Mornings this week: {', '.join(said)}{usual}")

    def sizeHint(self) -> QSize:
        return QSize(402, round(PREFERRED_PX * tokens_of(self).text_scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(LEAST_PX * tokens_of(self).text_scale))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _foot(self) -> float:
        return self.height() - FOOT_PX * tokens_of(self).text_scale

    def _y(self, pain: float) -> float:
        return round(self._foot() - (self._foot() - TOP_PX) * pain / self.most()) + 0.5

    def _x(self, place: int) -> float:
        return LEFT_PX + (self.width() - LEFT_PX) * (place + 0.5) / DAYS

    def square(self, day: date) -> QRectF | None:
        """Where the answer of a day is drawn."""
        pain = self.pain_of(day)
        if pain is None or day not in self.days():
            return None
        half = SQUARE_PX / 2
        x, y = self._x(self.days().index(day)), self._y(pain)
        return QRectF(round(x - half), round(y - half), SQUARE_PX, SQUARE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._morning == date.min:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        self._paint_grid(painter, tokens)
        for place, day in enumerate(self.days()):
            self._paint_day(painter, tokens, place, day)
        if self._usual is not None:
            self._paint_usual(painter, tokens, self._usual)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for day in self.days():
            self._paint_square(painter, tokens, day)

    def _paint_grid(self, painter: QPainter, tokens: Tokens) -> None:
        face = font(TEXT, 12 * tokens.text_scale, 400)
        metrics = QFontMetricsF(face)
        step = 1 if self.most() == LOW else 2
        for pain in range(0, self.most() + 1, step):
            colour = tokens.line if pain else tokens.line2
            fill(painter, QRectF(LEFT_PX, self._y(pain) - 0.5, self.width() - LEFT_PX, 1), colour)
        painter.setFont(face)
        painter.setPen(tokens.ink2)
        for pain in (0, self.most()):
            width = metrics.horizontalAdvance(str(pain))
            painter.drawText(QPointF(LEFT_PX - 6 - width, self._y(pain) + metrics.ascent() / 2 - 1), str(pain))

    def _paint_day(self, painter: QPainter, tokens: Tokens, place: int, day: date) -> None:
        now = day == self._morning
        x, foot = self._x(place), self._foot()
        if not now and day not in self._pains:
            wide = min(COLUMN_PX, (self.width() - LEFT_PX) / DAYS - 2)
            fill(painter, QRectF(round(x - wide / 2), TOP_PX, round(wide), round(foot - TOP_PX)), tokens.sunken)
            at = QRectF(x - 20, TOP_PX, 40, (foot - TOP_PX) * 0.6)
            cap_text(painter, at, "?", font(TEXT, 14 * tokens.text_scale, 600), tokens.ink2)
        face = font(TEXT, 12 * tokens.text_scale, 600 if now else 400)
        at = QRectF(x - 40, foot, 80, self.height() - foot)
        cap_text(painter, at, words.DAYS[day.weekday()][:3], face, tokens.ink if now else tokens.ink2)

    def _paint_usual(self, painter: QPainter, tokens: Tokens, usual: float) -> None:
        y = self._y(usual)
        pen = QPen(tokens.ink2, 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawLine(QPointF(LEFT_PX, y), QPointF(self.width(), y))
        face = font(TEXT, 12 * tokens.text_scale, 400)
        text = f"Usual, {usual:g}"
        place, metrics = self._usual_place(usual), QFontMetricsF(face)
        left = max(LEFT_PX + 4, self._x(place) - metrics.horizontalAdvance(text) / 2)
        # Above the squares that may stand on the line; at the top of the scale below them
        above = y - SQUARE_PX / 2 - 5 > TOP_PX + metrics.ascent()
        painter.setFont(face)
        painter.setPen(tokens.ink2)
        painter.drawText(QPointF(left, y - SQUARE_PX / 2 - 5 if above else y + SQUARE_PX / 2 + metrics.ascent()), text)

    def _usual_place(self, usual: float) -> int:
        """The first column in which nothing lies where the words would stand."""
        near = [
            place
            for place, day in enumerate(self.days())
            if (pain := self.pain_of(day)) is None or not 0 < pain - usual <= self.most() / LOW
        ]
        return near[0] if near else 0

    def _paint_square(self, painter: QPainter, tokens: Tokens, day: date) -> None:
        at, pain = self.square(day), self.pain_of(day)
        if at is None or pain is None:
            return
        if day == self._morning:
            outline(painter, at.adjusted(-1, -1, 1, 1), tokens.ink, tokens.pain_fill(pain), radius=2, width=2)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            outline(painter, at, tokens.ink2, tokens.pain_fill(pain), radius=1)
