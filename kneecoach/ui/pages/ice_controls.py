"""The bar of buttons under the ice timer."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.pages.ice_words import MINUS
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import Button, DangerButton, InkButton, Measures, SecondaryButton
from kneecoach.ui.widgets.text import Label, Tone


class Stage(Enum):
    """What the page is about; each comes before those after it."""

    NOT_FINE = "not fine"
    NOT_KEPT = "not kept"
    TIME_UP = "time up"
    CHECK = "check"
    PAUSED = "paused"
    RUNNING = "running"


ASKING = {Stage.CHECK, Stage.TIME_UP}
GOING = {Stage.PAUSED, Stage.RUNNING}


class IceControls(QWidget):
    """Shows the buttons that make sense; each has a key on the page too."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._size = (1280, 800)
        self.pause = InkButton("Pause", icon="pause", key="Space", parent=self)
        self.fine = InkButton("Skin is fine", icon="check", key="Y", parent=self)
        self.not_fine = DangerButton("Not fine", icon="warn", key="N", parent=self)
        self.again = InkButton("Try again", key="Enter", parent=self)
        self.close_page = InkButton("Close", key="Enter", parent=self)
        self.longer = SecondaryButton("+1 min", key="+", parent=self)
        self.shorter = SecondaryButton(f"{MINUS}1 min", key=MINUS, parent=self)
        self.end = SecondaryButton("End and save", icon="check", key="Esc", parent=self)
        self.leave = SecondaryButton("Leave unsaved", key="Esc", parent=self)
        self._hint = Label("", tone=Tone.INK2, wrap=True, parent=self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        for button in self.buttons():
            if button is self.end:
                self._row.addWidget(self._hint, 1)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.longer.setAccessibleName("One minute longer")
        self.shorter.setAccessibleName("One minute shorter")

    def buttons(self) -> tuple[Button, ...]:
        """From left to right."""
        main = (self.pause, self.fine, self.not_fine, self.again, self.close_page)
        return (*main, self.longer, self.shorter, self.end, self.leave)

    def show_stage(self, stage: Stage, hint: str) -> None:
        """Cheap to call five times a second."""
        self._hint.setText(hint)
        if stage is self._stage:
            return
        self._stage = stage
        shown = {
            self.pause: stage in GOING,
            self.fine: stage in ASKING,
            self.not_fine: stage in ASKING,
            self.again: stage is Stage.NOT_KEPT,
            self.close_page: stage is Stage.NOT_FINE,
            self.longer: stage in GOING,
            self.shorter: stage in GOING,
            self.end: stage in GOING or stage is Stage.CHECK,
            self.leave: stage is Stage.NOT_KEPT,
        }
        # First what goes, so that the row is never wider than the window
        for button in sorted(shown, key=lambda one: shown[one]):
            button.setVisible(shown[button])
        if stage is Stage.PAUSED:
            self.pause.set_words("Go on", icon="play", key="Space")
        else:
            self.pause.set_words("Pause", icon="pause", key="Space")

    def set_steps(self, *, longer: bool, shorter: bool) -> None:
        """Whether the time can still be changed each way."""
        self.longer.setEnabled(longer)
        self.shorter.setEnabled(shorter)

    def fit(self, width: int, height: int) -> None:
        """Sizes from the window."""
        side = round(0.03 * width)
        self._row.setContentsMargins(side, round(0.016 * height), side, round(0.022 * height))
        self._row.setSpacing(round(0.01 * width))
        self._hint.set_size_px(max(15, 0.02 * height))
        for button in self.buttons():
            button.set_measures(
                Measures(
                    max(56, round(0.084 * height)),
                    round(0.016 * width),
                    max(16, round(0.025 * height)),
                    max(20, round(0.0275 * height)),
                    round(0.008 * width),
                    max(12, round(0.015 * height)),
                )
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, tokens_of(self).line)
