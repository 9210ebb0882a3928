"""The drawings behind a finding: two values on the scale of pain, bars on one scale, the days of a week."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.advice.rule import Evidence
from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.pages.advice_why_words import Bars, Days, Pair
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.needle_scale import STEPS, step_x
from kneecoach.ui.widgets.painting import fill, triangle_down
from kneecoach.ui.words import DAYS

MARGIN_PX, BAND_PX, BAND_AT_PX = 12, 6, 22
BAR_PX, BAR_GAP_PX = 20, 14
DAY_PX = 64


class Drawing(QWidget):
    """What all of them share: small words, and a height that follows the text size."""

    def __init__(self, said: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def line(self) -> int:
        """The height of a line of small words."""
        return QFontMetrics(role_font(Role.SMALL, tokens_of(self).text_scale)).height()

    def high(self) -> int:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(300, self.high())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.high())

    def write(self, painter: QPainter, words: str, x: float, y: float, *, role: Role = Role.SMALL) -> None:
        """Centred on `x`, within the drawing."""
        face = role_font(role, tokens_of(self).text_scale)
        wide = QFontMetrics(face).horizontalAdvance(words)
        left = max(0.0, min(self.width() - wide, x - wide / 2))
        painter.setFont(face)
        painter.drawText(QPointF(left, y + QFontMetrics(face).ascent()), words)


class PairScale(Drawing):
    """The coloured scale with a needle, and a grey mark for what it is measured by. What is over has a grey needle."""

    def __init__(self, pair: Pair, *, over: bool = False, parent: QWidget | None = None) -> None:
        said = f"{float(pair.value):g} of 10 {pair.said}"
        if pair.before is not None:
            said += f", {float(pair.before):g} {pair.grey}"
        super().__init__(said, parent=parent)
        self._pair, self._over = pair, over

    def high(self) -> int:
        return BAND_AT_PX + BAND_PX + 6 + self.line()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        edges = [round(step_x(step, self.width(), MARGIN_PX)) for step in range(STEPS + 1)]
        for step in range(STEPS):
            band = QRect(edges[step], BAND_AT_PX, edges[step + 1] - edges[step], BAND_PX)
            fill(painter, band, tokens.pain_fill(step + 1 if step else 0))
        for half in range(2 * STEPS + 1):
            tall = 4 if half % 2 else 8
            tick = round(step_x(half / 2, self.width(), MARGIN_PX))
            fill(painter, QRect(tick, BAND_AT_PX - tall, 1, tall), tokens.line2)
        painter.setPen(tokens.ink2)
        for step in (0, 5, 10):
            self.write(painter, str(step), step_x(step, self.width(), MARGIN_PX), BAND_AT_PX + BAND_PX + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pair.before is not None:
            x = step_x(float(self._pair.before), self.width(), MARGIN_PX)
            fill(painter, QRectF(x - 1, 10, 2, 22), tokens.line2)
        needle = tokens.line2 if self._over else tokens.accent
        x = step_x(float(self._pair.value), self.width(), MARGIN_PX)
        fill(painter, QRectF(x - 1.5, 6, 3, 26), needle)
        triangle_down(painter, x, 2, (12, 8), needle)


class BarChart(Drawing):
    """One bar for each amount, its words above it, and a dashed line at the limit."""

    def __init__(self, bars: Bars, *, over: bool = False, parent: QWidget | None = None) -> None:
        said = ", ".join(f"{name}: {value}" for name, value, _ in bars.rows)
        super().__init__(f"{said}. {bars.limit_words}".strip(), parent=parent)
        self._bars, self._over = bars, over

    def high(self) -> int:
        row = self.line() + BAR_PX + BAR_GAP_PX
        return len(self._bars.rows) * row + (self.line() if self._bars.limit_words else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        most = max(1, self._bars.limit or 0, *(amount for _, _, amount in self._bars.rows))
        scale = (self.width() - 2) / most
        y = 0
        for place, (name, value, amount) in enumerate(self._bars.rows):
            self._row(painter, y, name, value)
            colour = tokens.bar if place or self._over else tokens.accent
            fill(painter, QRectF(0, y + self.line() + 2, max(2.0, amount * scale), BAR_PX), colour)
            y += self.line() + BAR_PX + BAR_GAP_PX
        if self._bars.limit is not None:
            pen = QPen(tokens.ink, 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            x = round(self._bars.limit * scale)
            painter.drawLine(x, self.line() + 1, x, y - BAR_GAP_PX + 4)
            painter.setPen(tokens.ink2)
            self.write(painter, self._bars.limit_words, x, y - BAR_GAP_PX + 6)

    def _row(self, painter: QPainter, y: int, name: str, value: str) -> None:
        tokens = tokens_of(self)
        painter.setFont(role_font(Role.SMALL, tokens.text_scale))
        painter.setPen(tokens.ink2)
        at = QRect(0, y, self.width(), self.line())
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(role_font(Role.SMALL_BOLD, tokens.text_scale))
        painter.setPen(tokens.ink)
        painter.drawText(at, Qt.AlignmentFlag.AlignRight, value)


class DayRuler(Drawing):
    """Seven days with a bar for what was run on each."""

    def __init__(self, week: Days, *, parent: QWidget | None = None) -> None:
        ran = [DAYS[day.weekday()] for day, metres in week.days if metres]
        super().__init__(f"Days with a run: {', '.join(ran) or 'none'}", parent=parent)
        self._days = week.days

    def high(self) -> int:
        return DAY_PX + self.line() + 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        most = max(1, *(metres for _, metres in self._days))
        wide = self.width() / len(self._days)
        fill(painter, QRect(0, DAY_PX, self.width(), 1), tokens.line2)
        for place, (day, metres) in enumerate(self._days):
            x = (place + 0.5) * wide
            if metres:
                high = max(4, round((DAY_PX - 8) * metres / most))
                fill(painter, QRectF(x - 12, DAY_PX - high, 24, high), tokens.bar)
            painter.setPen(tokens.ink2)
            last = place == len(self._days) - 1
            self.write(painter, _short(day), x, DAY_PX + 4, role=Role.SMALL_BOLD if last else Role.SMALL)


def _short(day: date) -> str:
    return DAYS[day.weekday()][:3]


class Strength(Drawing):
    """The scale of words for how sure a source is."""

    def __init__(self, evidence: Evidence, *, parent: QWidget | None = None) -> None:
        super().__init__(f"How sure: {evidence.word}", parent=parent)
        self._evidence = evidence

    def high(self) -> int:
        return 28 + self.line()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        room = self.width() / len(Evidence)
        places = {one: (place + 0.5) * room for place, one in enumerate(Evidence)}
        ends = list(places.values())
        fill(painter, QRectF(ends[0], 20, ends[-1] - ends[0], 1), tokens.line2)
        for one, x in places.items():
            fill(painter, QRectF(x - 0.5, 11, 1, 10), tokens.line2)
            chosen = one is self._evidence
            painter.setPen(tokens.ink if chosen else tokens.ink2)
            self.write(painter, one.word, x, 25, role=Role.SMALL_BOLD if chosen else Role.SMALL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = places[self._evidence]
        fill(painter, QRectF(x - 1.5, 4, 3, 22), tokens.accent)
        triangle_down(painter, x, 0, (12, 8), tokens.accent)


def drawing(picture: Pair | Bars | Days | None, *, over: bool, parent: QWidget) -> Drawing | None:
    """The widget for this picture."""
    match picture:
        case Pair():
            return PairScale(picture, over=over, parent=parent)
        case Bars():
            return BarChart(picture, over=over, parent=parent)
        case Days():
            return DayRuler(picture, parent=parent)
    return None
