"""When it was: a day and a time of day that read as a sentence and can be written over."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import day_of_text, moment_of_text, time_of_text
from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Tone
from kneecoach.ui.words import long_day

PLAIN = "QLineEdit, QLineEdit:focus { border: 0; padding: 0; background: transparent; }"
STEP = timedelta(minutes=5)
SPARE_PX = 12
LATER = "Added later"
ARROWS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class FlatEdit(Focusable, QLineEdit):
    """Text that shows only by a thin rule that it can be written over; the arrows go up and down."""

    stepped = Signal(int)

    def __init__(self, name: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._wrong = False
        self.setAccessibleName(name)
        self.setMaxLength(40)
        self.setFrame(False)
        self.setStyleSheet(PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._widen)
        self._widen()

    def set_wrong(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def _widen(self, *_text: str) -> None:
        face = role_font(Role.BODY, tokens_of(self).text_scale)
        metrics = QFontMetrics(face)
        self.setFont(face)
        width = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance("00:00"))
        self.setFixedSize(width + SPARE_PX, metrics.height() + 8)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.stepped.emit(ARROWS[event.key()])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = tokens_of(self)
        colour = tokens.stop if self._wrong else tokens.line2
        fill(QPainter(self), self.rect().adjusted(2, self.height() - (2 if self._wrong else 1), -2, 0), colour)


class MomentField(QWidget):
    """Day and time of day in the zone of the moment that it shows. `changed` when the person wrote or stepped."""

    changed = Signal()

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self._shown: datetime | None = None
        self._texts = ("", "")
        self.day = FlatEdit("Day", parent=self)
        self.clock = FlatEdit("Start, time of day", parent=self)
        self._later = Label(LATER, Role.SMALL, Tone.INK3, parent=self)
        self._error = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self._error.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.day, self.clock, self._later):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._error)
        for edit, step in ((self.day, self._step_day), (self.clock, self._step_clock)):
            edit.textEdited.connect(self._write)
            edit.editingFinished.connect(self._finish)
            edit.stepped.connect(step)

    def set_moment(self, at: datetime) -> None:
        day = long_day(at.date())
        if at.year != self._wall().year:
            day = f"{day} {at.year}"
        self._shown, self._texts = at, (day, f"{at:%H:%M}")
        self.day.setText(day)
        self.clock.setText(self._texts[1])
        self.set_error("")

    def moment(self) -> datetime:
        """`InvalidInput` in a sentence when it makes no sense, or is in the future."""
        if self._shown is not None and (self.day.text(), self.clock.text()) == self._texts:
            return self._shown
        now = self._wall()
        if self._shown is not None:
            now = now.astimezone(self._shown.tzinfo)
        return moment_of_text(self.day.text(), self.clock.text(), now)

    def error(self) -> str:
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        for edit, reads in ((self.day, self._day_is_right), (self.clock, self._clock_is_right)):
            edit.set_wrong(wrong=bool(sentence) and not reads())
            edit.setAccessibleDescription(sentence)
        if sentence and self._day_is_right() and self._clock_is_right():
            self.clock.set_wrong(wrong=True)
        self._mark_later()

    def is_later(self) -> bool:
        """Whether it is an earlier day than today: what is told now is marked as added later."""
        return not self._later.isHidden()

    def _day_is_right(self) -> bool:
        return _reads(lambda: day_of_text(self.day.text(), self._wall().date()))

    def _clock_is_right(self) -> bool:
        return _reads(lambda: time_of_text(self.clock.text()))

    def _write(self) -> None:
        self.set_error("")
        self.changed.emit()

    def _finish(self) -> None:
        """Written out in full as it was understood, or what is wrong with it."""
        if (self.day.text(), self.clock.text()) == self._texts:
            return
        try:
            self.set_moment(self.moment())
        except InvalidInput as refusal:
            self.set_error(str(refusal))

    def _mark_later(self) -> None:
        try:
            at = self.moment()
        except InvalidInput:
            self._later.hide()
            return
        self._later.setVisible(at.date() < self._wall().astimezone(at.tzinfo).date())

    def _step_day(self, step: int) -> None:
        self._step(timedelta(days=step))

    def _step_clock(self, step: int) -> None:
        self._step(step * STEP)

    def _step(self, by: timedelta) -> None:
        """By the clock face; never into the future."""
        try:
            at = self.moment() + by
        except InvalidInput:
            return
        if at <= self._wall():
            self.set_moment(at)
            self.changed.emit()


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except InvalidInput:
        return False
    return True
