"""A month of days, each with its highest pain and how far was run."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.diary import DayShown
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.buttons import IconButton
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, fill, outline
from kneecoach.ui.widgets.text import Label, Role
from kneecoach.ui.words import DAYS, MONTHS, long_day

COLUMNS, ROWS = 7, 6
CELL_PX, GAP_PX, HEAD_PX = 50, 2, 24
SWATCH = QSize(22, 17)
BAR_PX, SHORTEST_BAR_PX, BAR_OF_KM, LONGEST_BAR_PX = 3, 4, 2.5, 32
FIRST, LAST = date(1990, 1, 1), date(2199, 12, 31)
STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}

MONTH_STEPS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def months_on(day: date, months: int) -> date:
    """The same day of a later or earlier month, or the last day of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    return first + timedelta(days=min(day.day, days_in(first)) - 1)


def days_in(month: date) -> int:
    """How many days the month of `month` has."""
    following = (month_of(month) + timedelta(days=32)).replace(day=1)
    return (following - timedelta(days=1)).day


def month_words(day: date) -> str:
    """ "November 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_words(day: date, shown: DayShown | None) -> str:
    """What a screen reader says of a day: "Thursday 19 November, highest pain 3, 6.2 km run"."""
    parts = [f"{long_day(day)} {day.year}"]
    if shown is not None and shown.pain is not None:
        parts.append(f"highest pain {shown.pain}")
    if shown is not None and shown.run_m:
        parts.append(f"{shown.run_m / 1_000:.1f} km run")
    return ", ".join(parts)


class MonthGrid(Focusable, QWidget):
    """The days themselves. It says which day is asked for and lets its calendar decide."""

    asked = Signal(object)
    months_asked = Signal(int)
    """So many months later, or earlier when it is negative."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = FIRST
        self._chosen = False
        self._days: Mapping[date, DayShown] = {}
        self._hot: date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, day: date, today: date, days: Mapping[date, DayShown], *, chosen: bool) -> None:
        """`day` is where the keyboard stands; it is framed when it was chosen."""
        self._day, self._today, self._days, self._chosen = day, today, days, chosen
        self.setAccessibleName(f"Calendar, {day_words(day, days.get(day))}")
        self.setAccessibleDescription("Arrow keys change the day, Page Up and Page Down the month, T goes to today.")
        self.update()

    def day_rect(self, day: date) -> QRect:
        """Where a day of the shown month is painted."""
        first = month_of(self._day)
        place = first.weekday() + (day - first).days
        width, height = self.width() / COLUMNS, self._cell_px() + GAP_PX
        left, right = round(place % COLUMNS * width), round((place % COLUMNS + 1) * width)
        return QRect(left, self._head_px() + place // COLUMNS * height, right - left, height - GAP_PX)

    def day_at(self, at: QPoint) -> date | None:
        """The day under a point."""
        first = month_of(self._day)
        days = (first + timedelta(days=back) for back in range(days_in(first)))
        return next((day for day in days if self.day_rect(day).contains(at)), None)

    def focus_rect(self) -> QRect:
        return self.day_rect(self._day)

    def sizeHint(self) -> QSize:
        return QSize(246, self._head_px() + ROWS * (self._cell_px() + GAP_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(210, self.sizeHint().height())

    def _scale(self) -> float:
        return max(1.0, tokens_of(self).text_scale)

    def _cell_px(self) -> int:
        return round(CELL_PX * self._scale())

    def _head_px(self) -> int:
        return round(HEAD_PX * self._scale())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self.asked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.day_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, day: date | None) -> None:
        if day != self._hot:
            self._hot = day
            self.setToolTip(day_words(day, self._days.get(day)) if day is not None else "")
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self._day)
        elif event.key() in MONTH_STEPS:
            # Handed on it would scroll the column that the calendar lies in
            self.months_asked.emit(MONTH_STEPS[event.key()])
        elif step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.asked.emit(self._day + timedelta(days=step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TEXT, 13 * tokens.text_scale, 400))
        painter.setPen(tokens.ink2)
        for column, name in enumerate(DAYS):
            left, right = round(column * self.width() / COLUMNS), round((column + 1) * self.width() / COLUMNS)
            at = QRect(left, 0, right - left, self._head_px() - 4)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, name[0])
        first = month_of(self._day)
        for back in range(days_in(first)):
            self._paint_day(painter, tokens, first + timedelta(days=back))

    def _paint_day(self, painter: QPainter, tokens: Tokens, day: date) -> None:
        at = self.day_rect(day)
        scale = self._scale()
        if day == self._day and self._chosen:
            outline(painter, at.adjusted(-1, -1, 1, 1) & self.rect(), tokens.ink, None, radius=4, width=2)
        elif day == self._hot:
            outline(painter, at, tokens.line, tokens.sunken, radius=4)
        today = day == self._today
        face = font(TEXT, 13 * tokens.text_scale, 600 if today else 400)
        line_px = QFontMetrics(face).height()
        painter.setFont(face)
        painter.setPen(tokens.ink3 if day > self._today else tokens.ink)
        painter.drawText(QRect(at.x(), at.y() + 3, at.width(), line_px), Qt.AlignmentFlag.AlignCenter, str(day.day))
        if today:
            width = QFontMetrics(face).horizontalAdvance(str(day.day))
            middle = at.x() + (at.width() - width) // 2
            fill(painter, QRect(middle, at.y() + 3 + line_px, width, 2), tokens.accent)
        shown = self._days.get(day)
        if shown is None:
            return
        if shown.pain is not None:
            size = SWATCH * scale
            left, top = at.x() + (at.width() - size.width()) / 2, at.y() + line_px + 6
            swatch = QRectF(round(left), top, size.width(), size.height())
            outline(painter, swatch, tokens.pain_fill(shown.pain), tokens.pain_fill(shown.pain), radius=3)
            number = font(TEXT, 12 * tokens.text_scale, 600)
            cap_text(painter, swatch, str(shown.pain), number, tokens.pain_text(shown.pain))
        if shown.run_m:
            width = bar_px(shown.run_m)
            left = at.x() + (at.width() - width) // 2
            fill(painter, QRect(left, at.bottom() - 1 - BAR_PX, width, BAR_PX), tokens.ink2)


def bar_px(run_m: int) -> int:
    """How long the bar of a day is: longer means further."""
    return round(min(LONGEST_BAR_PX, SHORTEST_BAR_PX + BAR_OF_KM * run_m / 1_000))


class MonthCalendar(QWidget):
    """`day_chosen` for a day of the person's choice, `month_shown` when another month needs its days."""

    day_chosen = Signal(object)
    month_shown = Signal(object)
    """The first day of the month that is shown now."""

    def __init__(self, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = self._day = today
        self._chosen = False
        self._days: Mapping[date, DayShown] = {}
        self.setAccessibleName("Calendar")
        self.earlier = IconButton("chevl", "Month before (Page Up)", parent=self)
        self.later = IconButton("chev", "Month after (Page Down)", parent=self)
        self.title = Label("", Role.H3, wrap=True, parent=self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = MonthGrid(parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.earlier)
        head.addWidget(self.title, 1)
        head.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.grid.asked.connect(self.choose)
        self.grid.months_asked.connect(self.go_months)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self._show()

    def day(self) -> date:
        """Where the keyboard stands: a day of the shown month."""
        return self._day

    def month(self) -> date:
        """The first day of the shown month."""
        return month_of(self._day)

    def set_days(self, days: Mapping[date, DayShown], today: date) -> None:
        """What the days of the shown month hold."""
        self._days, self._today = days, today
        self._show()

    def set_day(self, day: date, *, chosen: bool = True) -> None:
        """Stand on this day without telling anybody but of the month."""
        before = self.month()
        self._day, self._chosen = max(FIRST, min(LAST, day)), chosen
        if self.month() != before:
            self._days = {}
            self.month_shown.emit(self.month())
        self._show()

    def choose(self, day: date) -> None:
        """What a click on this day does."""
        self.set_day(day)
        self.day_chosen.emit(self._day)

    def go_months(self, months: int) -> None:
        """To another month; the day there is only stood on, not chosen."""
        self.set_day(months_on(self._day, months), chosen=False)

    def _go_earlier(self) -> None:
        self.go_months(-1)

    def _go_later(self) -> None:
        self.go_months(1)

    def _show(self) -> None:
        self.title.setText(month_words(self._day))
        self.grid.show_days(self._day, self._today, self._days, chosen=self._chosen)
