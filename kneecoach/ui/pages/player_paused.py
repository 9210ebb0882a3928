"""The player standing still: what it stands at, why, and the ways on."""

from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.session import Cause, Playing
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.player_keys import Wish
from kneecoach.ui.pages.player_sizes import FAR, NEAR, Sizes
from kneecoach.ui.pages.player_text import BigWords
from kneecoach.ui.pages.player_words import digits, in_minutes, place, standing_still
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.buttons import Button, Look, Measures, PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.keycap import keycap_size, paint_keycap
from kneecoach.ui.widgets.text import Role, Tone
from kneecoach.ui.widgets.two_lines import Title

LEAST_FIGURE = 0.2
"""A figure lower than this share of the height would not be worth its room."""
BAR_WIDTH, BAR_HEIGHT, BAR_PITCH = 0.020, 0.072, 0.036


class Spread:
    """Mixed in before a button: the word at the left, the key at the right, as a menu has them."""

    def _paint_content(self: Any, painter: QPainter, look: Look) -> None:
        m, middle = self._measures, self.height() / 2
        paint_icon(painter, self._icon, QRectF(m.padding, round(middle - m.icon / 2), m.icon, m.icon), look.text)
        self._paint_text(painter, m.padding + m.icon + m.gap, look)
        if not self._key:
            return
        cap = keycap_size(self._key, m.key)
        left = self.width() - m.padding - cap.width()
        at = QRectF(left, round(middle - cap.height() / 2), cap.width(), cap.height())
        paint_keycap(painter, at, self._key, m.key, look.key)


class MainChoice(Spread, PrimaryButton):
    """What Space does."""


class Choice(Spread, SecondaryButton):
    """Any other way on."""


def left_of_it(playing: Playing) -> tuple[str, ...]:
    """What the digits count while it stands still."""
    if playing.working and playing.reps is not None:
        return (f"of {playing.reps}", "counted")
    word = "minutes" if in_minutes(playing) else "seconds"
    return (word, "left") if playing.working else (word, "to start")


class PausedStage(QWidget):
    """`wished` carries a `Wish`. `trouble` is a save that failed: then trying again is the way on."""

    wished = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window_height = 800
        self._sizes = NEAR
        self._menu = QRect()
        self._trouble = ""
        self._word = BigWords(parent=self)
        self._word.set_lines("Paused")
        self.digits = BigNumber(parent=self)
        self.digits.set_dimmed(True)
        self._unit = BigWords(tone=Tone.INK2, parent=self)
        self._place_name = Title(role=Role.H1, parent=self)
        self._why = Title(role=Role.BODY_MEDIUM, tone=Tone.INK2, parent=self)
        self._alarm = Title(role=Role.BODY_MEDIUM, tone=Tone.STOP, most=3, parent=self)
        self.resume = MainChoice("Resume", icon="play", key="Space", parent=self)
        self.retry = MainChoice("Try again", icon="undo", key="Space", parent=self)
        self.restart = Choice("Restart this set", icon="undo", key="Home", parent=self)
        self.skip = Choice("Skip this set", icon="next", key="→", parent=self)
        self.end = Choice("End and save", icon="check", key="Esc", parent=self)
        self._wishes: dict[QObject, Wish] = {
            self.resume: Wish.MAIN,
            self.retry: Wish.MAIN,
            self.restart: Wish.RESTART,
            self.skip: Wish.SKIP,
            self.end: Wish.LEAVE,
            self.digits: Wish.MAIN,
        }
        for button in (self.retry, *self._ways()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._wish)
        self.digits.clicked.connect(self._wish)

    def why(self) -> str:
        """The line that says why it stands still."""
        return self._alarm.text() if self._trouble else self._why.text()

    def show_length(self, playing: Playing, paused_for_s: float) -> None:
        """Why it stands still, and for how long it has."""
        before, said = self._why.text(), standing_still(playing.paused or Cause.ASKED, paused_for_s)
        if said != before:
            self._why.set_text(said)
            if len(said) != len(before):
                self._place()

    def show_playing(self, playing: Playing, trouble: str) -> None:
        before = self._words()
        counted = playing.working and playing.reps is not None
        self._trouble = trouble
        self.digits.set_text(digits(playing))
        self.digits.set_share(*(NEAR.reps if counted else NEAR.minutes if in_minutes(playing) else NEAR.seconds))
        self._unit.set_lines(*left_of_it(playing))
        self._place_name.set_text(place(playing.planned))
        self._alarm.set_text(trouble)
        self._alarm.setVisible(bool(trouble))
        self._why.setVisible(not trouble)
        self.retry.setVisible(bool(trouble))
        for button in self._ways():
            button.setVisible(not trouble)
        if before != self._words():
            self._place()

    def fit(self, window_width: int, window_height: int, sizes: Sizes = NEAR) -> None:
        """Sizes from the window. Read from afar, Esc leads back to near and does not end."""
        self._window_height, self._sizes = window_height, sizes
        self.end.set_words("End and save", icon="check", key="" if sizes is FAR else "Esc")
        self.digits.set_window_height(window_height)
        self._place_name.set_size_px(sizes.place * window_height)
        self._why.set_size_px(sizes.cue * window_height)
        self._alarm.set_size_px(sizes.cue * window_height)
        text = max(16, round(0.025 * window_height))
        measures = Measures(
            max(56, round(0.094 * window_height)),
            round(0.02 * window_width),
            text,
            max(20, round(0.03 * window_height)),
            round(0.8 * text),
            max(12, round(0.015 * window_height)),
        )
        for button in (self.retry, *self._ways()):
            button.set_measures(measures)
        self._place()

    def figure_room(self) -> QRect:
        """Where the last pose can be shown, above the ways on; empty when there is no room for it."""
        room = QRect(self._menu.left(), 0, self._menu.width(), self._menu.top() - round(0.024 * self._window_height))
        return room if room.height() >= LEAST_FIGURE * self._window_height else QRect()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def _wish(self) -> None:
        self.wished.emit(self._wishes[self.sender()])

    def _ways(self) -> tuple[Button, ...]:
        return (self.resume, self.restart, self.skip, self.end)

    def _words(self) -> tuple[str, ...]:
        why = self._alarm if self._trouble else self._why
        lines = why.heightForWidth(why.width())
        return (self._place_name.text(), str(lines), self._trouble, self._unit.text(), "0" * len(self.digits.text()))

    def _place(self) -> None:
        height, width = self._window_height, self.width()
        bars = round(BAR_PITCH * height) + round(BAR_WIDTH * height)
        self._word.put(bars + round(0.045 * height), round(0.078 * height), 0.09 * height)
        gap = round(0.03 * height)
        menu = min(width - gap, max(self._menu_width(), round(0.37 * width)))
        self._place_menu(QRect(width - menu, 0, menu, self.height()))
        why = self._alarm if self._trouble else self._why
        beside = width - menu - gap
        lines = why.heightForWidth(beside)
        why.setGeometry(0, self.height() - lines, beside, lines)
        name = self._place_name.heightForWidth(beside)
        name_top = self.height() - lines - round(0.004 * height) - name
        self._place_name.setGeometry(0, name_top, beside, name)
        self._place_digits(QRect(0, round(0.10 * height), beside, name_top - round(0.10 * height)))

    def _place_digits(self, room: QRect) -> None:
        height = self._window_height
        wanted = self.digits.sizeHint()
        tall = min(wanted.height(), room.height() - round(0.03 * height))
        low = room.bottom() + 1 - max(round(0.015 * height), (room.height() - tall) // 2)
        beside = self._unit.width_at(0.04 * height) + round(0.024 * height)
        wide = min(round(wanted.width() * tall / wanted.height()), max(1, room.width() - beside))
        self.digits.setGeometry(0, low - tall, wide, tall)
        self._unit.put(wide + round(0.024 * height), low - round(0.006 * height), 0.04 * height, room=room.width())

    def _menu_width(self) -> int:
        return max(button.sizeHint().width() for button in self._ways()) + 24

    def _place_menu(self, room: QRect) -> None:
        shown = (self.retry,) if self._trouble else self._ways()
        tall, gap = shown[0].sizeHint().height(), round(0.016 * self._window_height)
        whole = len(shown) * tall + (len(shown) - 1) * gap
        y = max(0, room.height() - whole)
        self._menu = QRect(room.left(), y, room.width(), whole)
        for button in shown:
            button.setGeometry(room.left(), y, room.width(), tall)
            y += tall + gap

    def paintEvent(self, _event: QPaintEvent) -> None:
        height = self._window_height
        painter = QPainter(self)
        top = round(0.078 * height) - round(BAR_HEIGHT * height) + round(0.004 * height)
        for number in range(2):
            left = round(0.010 * height) + number * round(BAR_PITCH * height)
            painter.fillRect(left, top, round(BAR_WIDTH * height), round(BAR_HEIGHT * height), tokens_of(self).ink)
