"""The rest of the player: how long it lasts, what comes next, what to fetch."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import Timeline
from kneecoach.ui.pages.player_sizes import NEAR, Sizes
from kneecoach.ui.pages.player_text import BigWords
from kneecoach.ui.pages.player_words import LEADS, coming, digits, in_minutes, unit
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.text import Role, Tone
from kneecoach.ui.widgets.two_lines import Title
from kneecoach.ui.words import dose

ONE_LINE_PX = 100_000
"""Wide enough for any name in one line."""


class RestStage(QWidget):
    """Painted in the colours of the rest, which the page sets."""

    digits_clicked = Signal()

    def __init__(self, *, lacking: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacking = lacking
        self._window_height = 800
        self._line_top = 0
        self._sizes, self._reserved, self._minutes = NEAR, 0, False
        self._word = BigWords(parent=self)
        self._word.set_lines("Rest")
        self.digits = BigNumber(parent=self)
        self.digits.clicked.connect(self.digits_clicked)
        self._unit = BigWords(tone=Tone.INK2, parent=self)
        self._next = BigWords(tone=Tone.INK2, parent=self)
        self._next.set_lines("Next")
        self._name = Title(role=Role.H1, most=2, parent=self)
        self._dose = BigWords(parent=self)
        self._more = Title(role=Role.BODY_MEDIUM, parent=self)

    def show_playing(self, playing: Playing, timeline: Timeline) -> None:
        before = (self._name.text(), self._more.text(), len(self.digits.text()), self._unit.text())
        self._word.set_lines(LEADS[playing.planned.lead])
        self.digits.set_text(digits(playing))
        self._minutes = in_minutes(playing)
        self._unit.set_lines(*unit(playing).split(maxsplit=1))
        self._name.set_text(playing.planned.exercise.name)
        self._dose.set_lines(dose(playing.planned.dosage, "").strip())
        self._more.set_text(coming(playing, timeline, self._lacking, self._has_room))
        if before != (self._name.text(), self._more.text(), len(self.digits.text()), self._unit.text()):
            self._place()

    def fit(self, window_height: int, sizes: Sizes = NEAR, *, reserved: int = 0) -> None:
        """Sizes from the window; `reserved` pixels at the right, above the line, are left to the figure."""
        self._window_height, self._sizes, self._reserved = window_height, sizes, reserved
        self.digits.set_window_height(window_height)
        self._name.set_size_px(sizes.next_name * window_height)
        self._more.set_size_px(sizes.cue * window_height)
        self._place()

    def line_top(self) -> int:
        """Where the line above what comes is painted."""
        return self._line_top

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def _has_room(self, line: str) -> bool:
        return self._more.holds(line, self.width())

    def _place(self) -> None:
        height, width = self._window_height, self.width()
        sizes = self._sizes
        self.digits.set_share(*(sizes.minutes if self._minutes else sizes.seconds))
        self._word.put(0, round((sizes.rest_word - 0.012) * height), sizes.rest_word * height)
        more = self._more.heightForWidth(width)
        self._more.setGeometry(0, self.height() - more, width, more)
        line = self._name.heightForWidth(ONE_LINE_PX)
        low_edge = self.height() - more - round(0.004 * height)
        dose_left = self._dose.put_right(width, low_edge - round(0.28 * line), sizes.set_of * height)
        room = dose_left - round(0.02 * height)
        name = self._name.heightForWidth(room)
        name_top = low_edge - name
        self._name.setGeometry(0, name_top, room, name)
        self._next.put(0, name_top - round(0.006 * height), sizes.next_word * height)
        self._line_top = name_top - round((sizes.next_word + 0.024) * height)
        self._place_digits(round((sizes.rest_word + 0.01) * height), self._line_top)
        self.update()

    def _place_digits(self, top: int, bottom: int) -> None:
        height, width = self._window_height, self.width() - self._reserved
        wanted = self.digits.sizeHint()
        tall = min(wanted.height(), bottom - top - round(0.03 * height))
        low = bottom - max(round(0.015 * height), (bottom - top - tall) // 2)
        wide = min(round(wanted.width() * tall / wanted.height()), width)
        self.digits.setGeometry(0, low - tall, wide, tall)
        left = wide + round(0.024 * height)
        self._unit.put(left, low - round(0.006 * height), self._sizes.unit * height, room=max(1, width - left))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self._line_top, self.width(), 2, tokens_of(self).ink)
