"""It hurts: how much, is it sharp, and what follows from it. A part of the player's page, never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.number_words import in_words
from kneecoach.domain.pain import MAX_PAIN
from kneecoach.domain.pain_gate import Gate, Zones
from kneecoach.domain.timeline import PlannedSet
from kneecoach.ui.widgets.buttons import Button, InkButton, Measures, PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.segmented import YesNo
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

ASK = ("How much does it hurt now?", f"0 is nothing, {MAX_PAIN} is the worst you can think of.")
CARRY_ON = ("You can carry on.", "Up to {green_max} out of 10 is fine. If it rises, press P again.")
LESS = ("Do less of it.", "{amber} out of 10 means an easier version, or less of this exercise.")
STOP = (
    "Stopping now is doing it right.",
    "Above {amber_max}, {points} up, or sharp pain: this exercise ends here. Your other sets are saved.",
)


RULE = RULES["R10"]


def why_words(zones: Zones) -> str:
    """The rule behind it, with these zones, its source and how sure that is."""
    condition = RULE.condition.format(**zones.shown)
    sure = RULE.evidence.word.lower()
    return f"Rule {RULE.id}: {condition} Source: {RULE.source}. How sure: {sure}. {zones.note}".rstrip()


class HurtsPanel(QWidget):
    """Nothing is preselected. `scored` comes once per opening; what the person then wants comes after it."""

    scored = Signal(int, bool)
    carry_on_requested = Signal()
    easier_requested = Signal()
    fewer_requested = Signal()
    stop_requested = Signal()
    next_requested = Signal()
    cancelled = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: int | None = None
        self._zones = Zones()
        self._verdict: Gate | None = None
        self._planned: PlannedSet | None = None
        self._title = Heading(role=Role.H1, parent=self)
        self._text = Label(role=Role.BODY_MEDIUM, tone=Tone.INK2, wrap=True, parent=self)
        self._easier = Label(role=Role.BODY_MEDIUM, wrap=True, parent=self)
        self._why = Label(why_words(self._zones), role=Role.SMALL, tone=Tone.INK2, wrap=True, parent=self)
        self.strip = PainStrip(name="Pain now", parent=self)
        self.sharp = YesNo(name="Is it a sharp pain?", parent=self)
        self._question = Label("Is it a sharp pain? Y or N", role=Role.BODY_MEDIUM, parent=self)
        self.go_on = PrimaryButton("Continue", key="Enter", parent=self)
        self.cancel = SecondaryButton("Close", key="Esc", parent=self)
        self.easier = PrimaryButton("Go on, easier", key="Enter", parent=self)
        self.fewer = SecondaryButton("Half of what is left", parent=self)
        self.stop = InkButton("Stop the session", key="Enter", parent=self)
        self.next = SecondaryButton("Go on with the next exercise", key="→", parent=self)
        self.strip.changed.connect(self._answered)
        self.sharp.changed.connect(self._answered)
        for button, slot in (
            (self.go_on, self._continue),
            (self.cancel, self._close),
            (self.easier, self.easier_requested),
            (self.fewer, self.fewer_requested),
            (self.stop, self.stop_requested),
            (self.next, self.next_requested),
        ):
            button.clicked.connect(slot)
        self._lay_out()

    def open(self, planned: PlannedSet, before: int | None, zones: Zones, *, has_next: bool) -> None:
        """Ask about this set. `before` is the pain the session began with, `zones` what a score is judged by."""
        self._zones = zones
        self._why.setText(why_words(zones))
        self._planned, self._before, self._verdict = planned, before, None
        self._has_next = has_next
        self.strip.set_value(None)
        self.strip.set_last(before)
        self.sharp.set_value(None)
        self._show()
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def verdict(self) -> Gate | None:
        """What the score means; None while it is asked."""
        return self._verdict

    def fit(self, height: int) -> None:
        """Sizes from the window."""
        self._title.set_size_px(0.06 * height)
        for label in (self._text, self._easier, self._question):
            label.set_size_px(max(16, 0.032 * height))
        self._why.set_size_px(max(13, 0.02 * height))
        text = max(16, round(0.025 * height))
        measures = Measures(
            max(56, round(0.084 * height)), round(0.034 * height), text, text + 4, 12, max(12, round(0.015 * height))
        )
        for button in self._buttons():
            button.set_measures(measures)
        self._column.setSpacing(round(0.024 * height))
        margin = round(0.02 * height)
        self._column.setContentsMargins(0, margin, 0, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._default().click()
        elif event.key() in {Qt.Key.Key_Y, Qt.Key.Key_N} and self._verdict is None:
            self.sharp.press(event.key() == Qt.Key.Key_Y)
        elif event.text().isdecimal() and len(event.text()) == 1 and self._verdict is None:
            self.strip.press_digit(int(event.text()))
        elif event.key() == Qt.Key.Key_Right and self.next.isVisible():
            self.next.click()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        asked = QHBoxLayout()
        asked.setSpacing(24)
        asked.addWidget(self._question)
        asked.addWidget(self.sharp)
        asked.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for button in self._buttons():
            ways.addWidget(button)
        ways.addStretch(1)
        self._column.addStretch(1)
        for widget in (self._title, self._text, self._easier, self.strip):
            self._column.addWidget(widget)
        self._column.addLayout(asked)
        self._column.addLayout(ways)
        self._column.addWidget(self._why)
        self._column.addStretch(1)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.go_on, self.easier, self.fewer, self.stop, self.next, self.cancel)

    def _default(self) -> Button:
        defaults = {None: self.go_on, Gate.GREEN: self.go_on, Gate.AMBER: self.easier, Gate.RED: self.stop}
        return defaults[self._verdict]

    def _answered(self) -> None:
        self.go_on.setEnabled(self._complete())

    def _complete(self) -> bool:
        score = self.strip.value()
        return score is not None and (
            self.sharp.value() is not None or self._zones.gate(score, self._before) is Gate.RED
        )

    def _continue(self) -> None:
        if self._verdict is Gate.GREEN:
            self.carry_on_requested.emit()
            return
        if not self._complete():
            return
        score, sharp = self.strip.value() or 0, self.sharp.value() is True
        self._verdict = self._zones.gate(score, self._before, sharp=sharp)
        self._show()
        self._default().setFocus(Qt.FocusReason.OtherFocusReason)
        self.scored.emit(score, sharp)

    def _close(self) -> None:
        if self._verdict is not Gate.RED:
            self.cancelled.emit()

    def _show(self) -> None:
        verdict = self._verdict
        title, text = {None: ASK, Gate.GREEN: CARRY_ON, Gate.AMBER: LESS, Gate.RED: STOP}[verdict]
        self._title.setText(title)
        points = self._zones.rise
        rise = f"{in_words(points)} {'point' if points == 1 else 'points'}"
        self._text.setText(text.format(points=rise, **self._zones.shown))
        self._easier.setText(f"Easier: {self._planned.exercise.easier}" if self._planned else "")
        self._easier.setVisible(verdict is Gate.AMBER and bool(self._planned and self._planned.exercise.easier))
        for widget in (self.strip, self.sharp, self._question):
            widget.setVisible(verdict is None)
        self._why.setVisible(verdict is not None)
        self.go_on.set_words("Continue" if verdict is None else "Carry on", key="Enter")
        self.go_on.setVisible(verdict in {None, Gate.GREEN})
        self.go_on.setEnabled(verdict is Gate.GREEN)
        self.easier.setVisible(verdict is Gate.AMBER)
        self.fewer.setVisible(verdict is Gate.AMBER)
        self.stop.setVisible(verdict is Gate.RED)
        self.next.setVisible(verdict is Gate.RED and self._has_next)
        self.cancel.setVisible(verdict is not Gate.RED)
