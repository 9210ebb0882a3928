"""The rest of the player: how long it lasts, what comes next, what to fetch."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import Timeline
from kneecoach.ui.pages.player_text import BigWords
from kneecoach.ui.pages.player_words import LEADS, begins, cue, digits, in_minutes, set_of, to_fetch, unit
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.text import Role, Tone
from kneecoach.ui.widgets.two_lines import Title
from kneecoach.ui.words import SIDES, dose

ONE_LINE_PX = 100_000
"""Wide enough for any name in one line."""
SECONDS, MINUTES = (0.46, -0.045), (0.39, -0.03)


def coming(playing: Playing, timeline: Timeline) -> str:
    """The set that comes, and what to fetch or to think of."""
    planned = playing.planned
    side = "" if planned.side is Side.BOTH else f", {SIDES[planned.side].lower()} side"
    more = to_fetch(planned.exercise) if begins(planned, timeline) else cue(playing)
    return f"{set_of(planned)}{side}. {more}".strip()


class RestStage(QWidget):
    """Painted in the colours of the rest, which the page sets."""

    digits_clicked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window_height = 800
        self._line_top = 0
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
        self.digits.set_share(*(MINUTES if in_minutes(playing) else SECONDS))
        self._unit.set_lines(*unit(playing).split(maxsplit=1))
        self._name.set_text(playing.planned.exercise.name)
        self._dose.set_lines(dose(playing.planned.dosage, "").strip())
        self._more.set_text(coming(playing, timeline))
        if before != (self._name.text(), self._more.text(), len(self.digits.text()), self._unit.text()):
            self._place()

    def fit(self, window_height: int) -> None:
        self._window_height = window_height
        self.digits.set_window_height(window_height)
        self._name.set_size_px(0.054 * window_height)
        self._more.set_size_px(0.036 * window_height)
        self._place()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        height, width = self._window_height, self.width()
        self._word.put(0, round(0.078 * height), 0.09 * height)
        more = self._more.heightForWidth(width)
        self._more.setGeometry(0, self.height() - more, width, more)
        line = self._name.heightForWidth(ONE_LINE_PX)
        low_edge = self.height() - more - round(0.004 * height)
        dose_left = self._dose.put_right(width, low_edge - round(0.28 * line), 0.04 * height)
        room = dose_left - round(0.02 * height)
        name = self._name.heightForWidth(room)
        name_top = low_edge - name
        self._name.setGeometry(0, name_top, room, name)
        self._next.put(0, name_top - round(0.006 * height), 0.028 * height)
        self._line_top = name_top - round(0.052 * height)
        self._place_digits(round(0.10 * height), self._line_top)
        self.update()

    def _place_digits(self, top: int, bottom: int) -> None:
        height, width = self._window_height, self.width()
        wanted = self.digits.sizeHint()
        tall = min(wanted.height(), bottom - top - round(0.03 * height))
        low = bottom - max(round(0.015 * height), (bottom - top - tall) // 2)
        wide = min(round(wanted.width() * tall / wanted.height()), width)
        self.digits.setGeometry(0, low - tall, wide, tall)
        left = wide + round(0.024 * height)
        self._unit.put(left, low - round(0.006 * height), 0.04 * height, room=max(1, width - left))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self._line_top, self.width(), 2, tokens_of(self).ink)
