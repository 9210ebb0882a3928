"""The bar of buttons under the player; key hints drop first when the words need the room."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.pages.player_keys import Wish
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import Button, DangerButton, InkButton, Measures, QuietButton, SecondaryButton
from kneecoach.ui.widgets.text import Label, Tone

MAIN_EXTRA = 0.014


class Mode(Enum):
    """Which controls make sense."""

    WORK = "work"
    LEAD = "lead"
    REST = "rest"
    PAUSED = "paused"
    BLOCKED = "blocked"


HINTS = {
    Mode.PAUSED: "A presenter remote works too: forward resumes, back restarts.",
    Mode.BLOCKED: "Everything saved before this is safe.",
}


PAUSE, START_NOW = ("Pause", "pause", "Space"), ("Start now", "play", "Space")
FROM_NEAR = ("Read from near", "", "F11")
MINUS = "\N{MINUS SIGN}"
WORDS = (
    ("Back", "back", "←"),
    PAUSE,
    ("Skip", "next", "→"),
    ("Set done", "", "Enter"),
    ("+15 s", "", "+"),
    (f"{MINUS}15 s", "", MINUS),
    ("Undo", "undo", "Ctrl+Z"),
    ("Read from afar", "", "F11"),
    ("Other screen", "", "Ctrl+Shift+M"),
    ("It hurts", "hand", "P"),
)


WISHES = (
    Wish.BACK,
    Wish.MAIN,
    Wish.SKIP,
    Wish.SET_DONE,
    Wish.LONGER,
    Wish.SHORTER,
    Wish.UNDO,
    Wish.DISTANCE,
    Wish.SCREEN,
    Wish.HURTS,
)


class PlayerControls(QWidget):
    """`wished` carries a `Wish`. Each has a key on the page, so the buttons take the keyboard by Tab only."""

    wished = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.LEAD
        self._undoable = self._opaque = self._more_screens = self._far = False
        self._window = (1280, 800)
        self.back = SecondaryButton(parent=self)
        self.main = InkButton(parent=self)
        self.skip = SecondaryButton(parent=self)
        self.set_done = SecondaryButton(parent=self)
        self.longer = SecondaryButton(parent=self)
        self.shorter = SecondaryButton(parent=self)
        self.undo = QuietButton(parent=self)
        self.distance = SecondaryButton(parent=self)
        self.other_screen = SecondaryButton(parent=self)
        self.hurts = DangerButton(parent=self)
        self._hint = Label(tone=Tone.INK2, wrap=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._hint, 100)
        for button in self._buttons():
            if button is self.undo:
                self._row.addStretch(1)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._wish)
            self._row.addWidget(button)
        self.set_mode(Mode.LEAD)

    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        working, still = mode is Mode.WORK, mode in HINTS
        for button in (self.back, self.main, self.skip):
            button.setVisible(not still)
        self.set_done.setVisible(working)
        for button in (self.longer, self.shorter):
            button.setVisible(mode in {Mode.LEAD, Mode.REST})
        self.hurts.setVisible(mode is not Mode.BLOCKED)
        self.distance.setVisible(still)
        self._hint.setText(HINTS.get(mode, ""))
        self._hint.setVisible(still)
        self._fit()

    def set_undoable(self, *, undoable: bool) -> None:
        """Whether a skip, a step back or a jump can still be taken back."""
        if undoable != self._undoable:
            self._undoable = undoable
            self._fit()

    def set_screens(self, *, more: bool) -> None:
        """Whether there is another screen to move to."""
        self._more_screens = more
        self._fit()

    def set_far(self, *, far: bool) -> None:
        """Whether it is read from afar already; then the button leads back."""
        self._far = far
        self._fit()

    def fit(self, width: int, height: int) -> None:
        """Sizes from the window."""
        self._window = (width, height)
        side = round(0.03 * width)
        self._row.setContentsMargins(side, round(0.016 * height), side, round(0.022 * height))
        self._row.setSpacing(round(0.01 * width))
        self._hint.set_size_px(max(15, 0.02 * height))
        self._fit()

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.back,
            self.main,
            self.skip,
            self.set_done,
            self.longer,
            self.shorter,
            self.undo,
            self.distance,
            self.other_screen,
            self.hurts,
        )

    def _wish(self) -> None:
        self.wished.emit(WISHES[self._buttons().index(self.sender())])

    def _fit(self) -> None:
        self.undo.setVisible(self._undoable and self._mode is not Mode.BLOCKED)
        self.other_screen.setVisible(self._more_screens and self._mode in HINTS)
        for spread, keyed in ((1.0, self._buttons()), (1.0, (self.main,)), (1.0, ()), (0.5, ())):
            for button in self._buttons():
                button.set_measures(self._measures(button, spread))
            self._say(keyed)
            if self._wanted() <= self._window[0]:
                break
        self._row.activate()

    def _say(self, keyed: tuple[Button, ...]) -> None:
        others: dict[Button, tuple[str, str, str]] = {self.main: START_NOW} if self._mode is Mode.REST else {}
        if self._far:
            others[self.distance] = FROM_NEAR
        for button, usual in zip(self._buttons(), WORDS, strict=True):
            text, icon, key = others.get(button, usual)
            button.set_words(text, icon=icon, key=key if button in keyed else "")
        self.longer.setAccessibleName("15 seconds longer")
        self.shorter.setAccessibleName("15 seconds shorter")

    def _wanted(self) -> int:
        margins = self._row.contentsMargins()
        shown = [button for button in self._buttons() if not button.isHidden()]
        gaps = self._row.spacing() * (len(shown) + 1)
        return sum(button.sizeHint().width() for button in shown) + gaps + margins.left() + margins.right()

    def _measures(self, button: Button, spread: float) -> Measures:
        width, height = self._window
        padding = round(spread * 0.016 * width)
        if button is self.main:
            padding = round(spread * (0.016 + MAIN_EXTRA) * width)
        text = max(16, round(0.025 * height))
        return Measures(
            max(56, round(0.084 * height)),
            padding,
            text,
            max(20, round(0.0275 * height)),
            round(0.008 * width),
            max(12, round(0.015 * height)),
        )

    def set_opaque(self, opaque: bool) -> None:  # noqa: FBT001 - a property setter
        """Whether it lies over something."""
        if opaque != self._opaque:
            self._opaque = opaque
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._opaque:
            QPainter(self).fillRect(event.rect(), tokens_of(self).surface)
        QPainter(self).fillRect(0, 0, self.width(), 1, tokens_of(self).line)
