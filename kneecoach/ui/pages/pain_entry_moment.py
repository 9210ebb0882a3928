"""When it was: a day and a time that can be written anew."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import moment_of_text
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import DAYS, MONTHS


class MomentFields(QWidget):
    """`changed` carries the new moment; what makes none is said in a sentence and changes nothing."""

    changed = Signal(object)

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self._at = wall()
        self.day = LineField("Day", parent=self)
        self.time = LineField("Time", parent=self)
        self.time.setFixedWidth(84)
        self.error = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self.error.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.error)
        self.day.finished.connect(self._judge)
        self.time.finished.connect(self._judge)

    def show_moment(self, at: datetime) -> None:
        """What is written when nobody has written anything."""
        self._at = at
        day, clock = f"{at.day} {MONTHS[at.month - 1]} {at.year}", f"{at:%H:%M}"
        self.day.set_text(day)
        self.time.set_text(clock)
        self._say("")

    def _judge(self, _text: str) -> None:
        now = self._wall()
        # A moment stays in the zone in which it was
        there = now.astimezone(self._at.tzinfo)
        try:
            at = moment_of_text(self.day.text(), self.time.text(), there)
        except InvalidInput as error:
            self._say(str(error))
            return
        self._say("")
        if at != self._at.replace(second=0, microsecond=0):
            self._at = at
            self.changed.emit(at)
            self.show_moment(at)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))


def moment_title(at: datetime) -> str:
    """ "Thursday 19 November, 20:10"."""
    return f"{DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"
