"""The right side of the summary: pain now beside pain before, and what is next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.pages.summary_words import Change, Step
from kneecoach.ui.widgets.card import Card, Hairline, Kind
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.text import Label, Role, Tone

SWATCH_PX = 30
ROW_PX, TIGHT_ROW_PX, FEW = 12, 7, 3
"""Above and below each of a few steps, or of more."""


class PainAfterCard(Card):
    """The strip with the score from before as its grey marker, and the change in words."""

    def __init__(self, title: str, before: int | None, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 20, 24, 20), parent=parent)
        self._before_score = before
        head = QHBoxLayout()
        head.addWidget(Label(title, Role.H3, parent=self))
        head.addStretch(1)
        said = "Not asked before" if before is None else f"Before: {before}"
        head.addWidget(Label(said, Role.SMALL, Tone.INK2, parent=self))
        self.strip = PainStrip(name=title, cell_px=60, parent=self)
        self.strip.set_last(before)
        self._before = PainSwatch(before or 0, size_px=SWATCH_PX, parent=self)
        self._arrow = Label("→", tone=Tone.INK2, parent=self)
        self._after = PainSwatch(size_px=SWATCH_PX, parent=self)
        self._icon = Icon("warn", 20, Tone.WARN, parent=self)
        self._words = Label(wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._icon, self._before, self._arrow, self._after):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(8)
        row.addWidget(self._words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.strip)
        self.body.addSpacing(8)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(6)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def change(self) -> str:
        """The sentence as shown."""
        return self._words.text()

    def show_change(self, change: Change) -> None:
        after = self.strip.value()
        both = after is not None and self._before_score is not None
        for widget in (self._before, self._arrow, self._after):
            widget.setVisible(both)
        self._after.set_value(after or 0)
        self._icon.setVisible(change.kind is Kind.WARN)
        self._words.setText(change.text)
        self._words.set_tone(Tone.WARN if change.kind is Kind.WARN else Tone.INK)


class NextCard(Card):
    """A few things to do or to leave."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 20, 24, 8), parent=parent)
        self.body.setSpacing(0)
        self.body.addWidget(Label("Now", Role.H3, parent=self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._steps: tuple[Step, ...] = ()
        self._shown: list[QWidget] = []

    def steps(self) -> tuple[Step, ...]:
        """What is shown."""
        return self._steps

    def show_steps(self, steps: Sequence[Step]) -> None:
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        for old in self._shown:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for number, step in enumerate(steps):
            if number:
                self._shown.append(Hairline(parent=self))
            self._shown.append(_row(step, ROW_PX if len(steps) <= FEW else TIGHT_ROW_PX, self))
        for new in self._shown:
            self._rows.addWidget(new)


def _row(step: Step, margin_px: int, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, margin_px, 0, margin_px)
    row.setSpacing(16)
    row.addWidget(Icon(step.icon, 20, parent=made), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(step.title, Role.H3, wrap=True, parent=made))
    words.addWidget(Label(step.text, Role.SMALL, Tone.INK2, wrap=True, parent=made))
    row.addLayout(words, 1)
    return made
