"""Six weeks on paper: the highest pain of each day, the runs below it, and the weeks in numbers under both."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from kneecoach.domain.advice.words import METRES_A_MILE
from kneecoach.domain.doctor_days import WEEK_DAYS, WEEKS, DayFacts, PainSum, WeekFacts
from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.person import Units
from kneecoach.domain.tenths import tenths
from kneecoach.ui import words
from kneecoach.ui.fonts import Role
from kneecoach.ui.paper.paper import Align, Paper, Part, line_height
from kneecoach.ui.widgets.painting import fill, triangle_down

LABEL_PX = 118.0
PAIN_PX, RUN_PX, GAP_PX = 132.0, 46.0, 16.0
DOT_PX = 4.2
TOP_SCORE, MIDDLE_SCORE = 10, 5
RING_PX, NOW_PX = 6.2, 2.6
"""Around what was told before it was changed on a later day, and what that says now."""
SIGN_PX = (9.0, 7.0)
UNKNOWN = "not known"
CHANGED_LATER, AS_NOW = "before a later change", "as it is now"
KM = Fraction(1_000)


class DoctorChart:
    """As wide as it is told; `height` says how high that is."""

    def __init__(self, paper: Paper, facts: DoctorFacts, width: float) -> None:
        self._paper, self._facts, self._width = paper, facts, width
        self._step = (width - LABEL_PX) / (WEEKS * WEEK_DAYS)
        self._miles = facts.person is not None and facts.person.units is Units.MILES

    def draw(self, x: float, y: float) -> float:
        """Draw it from this corner; how high it is."""
        top = y
        y += self._paper.words((x, y), "Pain and running, day by day", self._width, role=Role.H3) + 6
        pain = QRectF(x + LABEL_PX, y + SIGN_PX[1] + 3, self._width - LABEL_PX, PAIN_PX)
        run = QRectF(pain.left(), pain.bottom() + GAP_PX, pain.width(), RUN_PX)
        self._weeks(pain, run)
        self._pain(x, pain)
        self._runs(x, run)
        y = run.bottom() + 4
        for number in range(WEEKS):
            self._week_head(run.left() + number * WEEK_DAYS * self._step, y, self._facts.weeks[number])
        y += line_height(Role.HINT) + 5
        y = self._table(x, y)
        return y + self._legend(x, y + 5) + 5 - top

    def _day_x(self, number: int) -> float:
        return (number + 0.5) * self._step

    def _weeks(self, pain: QRectF, run: QRectF) -> None:
        for number in range(WEEKS + 1):
            at = pain.left() + number * WEEK_DAYS * self._step
            fill(self._paper.painter, QRectF(at, pain.top(), 0.8, run.bottom() - pain.top()), self._paper.tokens.line)

    def _pain(self, x: float, at: QRectF) -> None:
        paper, painter = self._paper, self._paper.painter
        for score in (0, MIDDLE_SCORE, TOP_SCORE):
            y = self._pain_y(score, at)
            fill(
                painter, QRectF(at.left(), y, at.width(), 0.8), paper.tokens.line2 if score == 0 else paper.tokens.line
            )
            middle = y - line_height(Role.HINT) / 2
            paper.words((x, middle), str(score), LABEL_PX - 8, role=Role.HINT, tone="ink2", align=Align.RIGHT)
        label = [Part("Highest pain", Role.SMALL_BOLD), Part(" of the day, 0 to 10", Role.HINT, "ink2")]
        paper.words((x, at.top() + at.height() * 0.16), label, LABEL_PX - 34, most=3)
        for number, day in enumerate(self._facts.days):
            self._pain_of(day, at.left() + self._day_x(number), at)

    def _pain_of(self, day: DayFacts, x: float, at: QRectF) -> None:
        painter, tokens = self._paper.painter, self._paper.tokens
        if day.warned:
            fill(painter, QRectF(x - 0.5, at.top(), 1, at.height()), tokens.stop)
            triangle_down(painter, x, at.top() - SIGN_PX[1] - 1, SIGN_PX, tokens.stop)
        if day.told is not None:
            self._changed(x, self._pain_y(day.told, at), None if day.pain is None else self._pain_y(day.pain, at))
        worst = day.pain if day.told is None else day.told
        if worst is not None:
            self._dot(x, self._pain_y(worst, at), DOT_PX, tokens.pain_fill(worst))

    def _changed(self, x: float, told_y: float, now_y: float | None) -> None:
        """A ring around the dot, and a thin line down to what it says now."""
        if now_y is not None:
            fill(self._paper.painter, QRectF(x - 0.4, told_y, 0.8, now_y - told_y), self._paper.tokens.ink2)
            self._dot(x, now_y, NOW_PX, self._paper.tokens.surface)
        self._dot(x, told_y, RING_PX, self._paper.tokens.surface)

    def _dot(self, x: float, y: float, radius: float, colour: QColor) -> None:
        self._paper.painter.setPen(QPen(self._paper.tokens.ink, 1.0))
        self._paper.painter.setBrush(colour)
        self._paper.painter.drawEllipse(QPointF(x, y), radius, radius)

    def _pain_y(self, score: int, at: QRectF) -> float:
        return at.bottom() - at.height() * score / TOP_SCORE

    def _runs(self, x: float, at: QRectF) -> None:
        paper, painter = self._paper, self._paper.painter
        most = max((day.metres for day in self._facts.days), default=0)
        label = [Part("Run", Role.SMALL_BOLD), Part(f" {self._unit()}", Role.HINT, "ink2")]
        paper.words((x, at.top() + 4), label, LABEL_PX - 40)
        if most:
            text = self._distance(most)
            paper.words((x, at.top() - 7), text, LABEL_PX - 8, role=Role.HINT, tone="ink2", align=Align.RIGHT)
        for number, day in enumerate(self._facts.days):
            centre = at.left() + self._day_x(number)
            if day.metres:
                high = max(1.5, at.height() * day.metres / most)
                wide = self._step * 0.62
                fill(painter, QRectF(centre - wide / 2, at.bottom() - high, wide, high), paper.tokens.bar)
            if day.painkiller:
                painter.setPen(QPen(paper.tokens.ink, 1.1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(centre - 3, at.top() - 9, 6, 6))
        fill(painter, QRectF(at.left(), at.bottom(), at.width(), 0.8), paper.tokens.line2)

    def _week_head(self, x: float, y: float, week: WeekFacts) -> None:
        wide = WEEK_DAYS * self._step
        text = f"{week.first.day} {words.MONTHS[week.first.month - 1][:3]}"
        self._paper.words((x + 3, y), f"from {text}", wide - 4, role=Role.HINT, tone="ink2")

    def _table(self, x: float, y: float) -> float:
        rows: list[tuple[str, Callable[[WeekFacts], str]]] = [
            ("Pain entries", lambda week: str(week.pains)),
            ("Average, highest", pain_words),
            *(
                [(AS_NOW, lambda week: _pain_now(week) if week.told else "")]
                if any(week.told for week in self._facts.weeks)
                else []
            ),
            ("Runs", lambda week: str(week.runs)),
            (f"Distance, {self._unit()}", lambda week: self._distance(week.metres) if week.runs else ""),
            (f"Longest, {self._unit()}", lambda week: self._distance(week.longest_m) if week.runs else ""),
            ("Effort × minutes", _load_words),
        ]
        wide = WEEK_DAYS * self._step
        for name, value in rows:
            self._paper.rule(x, y, self._width, thick=0.8)
            y += 3
            self._paper.words((x, y), name, LABEL_PX - 4, role=Role.HINT, tone="ink2")
            for number, week in enumerate(self._facts.weeks):
                self._paper.words((x + LABEL_PX + number * wide + 3, y), value(week), wide - 4, role=Role.HINT)
            y += line_height(Role.HINT) + 1
        self._paper.rule(x, y, self._width, thick=0.8)
        return y

    def _legend(self, x: float, y: float) -> float:
        painter, tokens, line = self._paper.painter, self._paper.tokens, line_height(Role.HINT)
        triangle_down(painter, x + 5, y + (line - SIGN_PX[1]) / 2, SIGN_PX, tokens.stop)
        self._paper.words((x + 14, y), "a warning sign was ticked", 150, role=Role.HINT, tone="ink2")
        painter.setPen(QPen(tokens.ink, 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x + 172, y + line / 2 - 3, 6, 6))
        rest = self._width - 184
        said = "painkiller noted.  No dot: no entry that day"
        self._paper.words((x + 184, y), said, rest, role=Role.HINT, tone="ink2")
        return line + self._changed_legend(x, y + line + 2) if self._facts.changed_later else line

    def _changed_legend(self, x: float, y: float) -> float:
        tokens, line = self._paper.tokens, line_height(Role.HINT)
        self._dot(x + RING_PX, y + line / 2, RING_PX, tokens.surface)
        self._dot(x + RING_PX, y + line / 2, DOT_PX, tokens.ink3)
        self._dot(x + 172 + 3, y + line / 2, NOW_PX, tokens.surface)
        self._paper.words((x + 17, y), CHANGED_LATER, 147, role=Role.HINT, tone="ink2")
        self._paper.words((x + 184, y), AS_NOW, self._width - 184, role=Role.HINT, tone="ink2")
        return line + 2

    def _unit(self) -> str:
        return "miles" if self._miles else "km"

    def _distance(self, metres: int) -> str:
        return f"{float(metres / (METRES_A_MILE if self._miles else KM)):.1f}"


def pain_words(week: WeekFacts) -> str:
    """ "5.3, 7": the mean and the highest pain of a week, as it was told."""
    return _pain_now(week) if week.told is None else _mean_and_highest(week.told)


def _pain_now(week: WeekFacts) -> str:
    if week.highest is None:
        return "no entry"
    return _mean_and_highest(PainSum(week.pains, week.pain_sum, week.highest))


def _mean_and_highest(pain: PainSum) -> str:
    return f"{tenths(Fraction(pain.total, pain.times))}, {pain.highest}"


def _load_words(week: WeekFacts) -> str:
    if not week.runs:
        return ""
    if not week.loaded:
        return UNKNOWN
    return str(week.load) if week.loaded == week.runs else f"{week.load} ({week.loaded} of {week.runs})"
