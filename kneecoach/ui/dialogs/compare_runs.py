"""A run of a file beside the one that it is, or may be: which of them is kept."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import UNIT_WORDS, distance_text, time_text
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.pages.diary_words import pace_words
from kneecoach.ui.pages.import_batch import Answer, Doubtful
from kneecoach.ui.pages.import_words import long_moment
from kneecoach.ui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import cut, named

WIDTH_PX = 720
UNKNOWN = "–"
BY_HAND = "Told by hand"
KEEPS = "Measured values replace start, distance, time and climb. Pain, effort, shoes and note stay as you told them."
ONE_OF_TWO = "Adding both would count the same way twice. Leave it out unless these were two runs."


class CompareRuns(Frame):
    """Nothing is kept here: the answer is for the import."""

    answered = Signal(object, object)
    """The Doubtful and its Answer."""

    def __init__(self, one: Doubtful, today: date, units: Units, *, parent: QWidget) -> None:
        super().__init__("The same run?", width_px=WIDTH_PX, parent=parent)
        self.one = one
        self.body.addLayout(self._table(today, units))
        by_hand = one.pair.by_hand
        self.body.addWidget(Label(KEEPS if by_hand else ONE_OF_TWO, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.leave = self._button(SecondaryButton("Leave out", parent=self), Answer.LEAVE)
        self.take = self._button(SecondaryButton("Add both", parent=self), Answer.TAKE)
        self.measure = self._button(PrimaryButton("Use measured values", parent=self), Answer.MEASURE)
        self.measure.setVisible(by_hand)
        (self.measure if by_hand else self.leave).setFocus()
        self.fit_height(WIDTH_PX)

    def event(self, event: QEvent) -> bool:
        layout = self.layout()
        if event.type() is QEvent.Type.LayoutRequest and layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
        return super().event(event)

    def _button(self, button: Button, answer: Answer) -> Button:
        button.clicked.connect(lambda: self._answer(answer))
        return self.add_button(button)

    def _answer(self, answer: Answer) -> None:
        self.answered.emit(self.one, answer)
        self.accept()

    def _table(self, today: date, units: Units) -> QGridLayout:
        pair = self.one.pair
        here = f"In {named(cut(pair.file))}" if pair.file else "In the diary"
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        heads = (here, f"In {named(cut(pair.found.file))}")
        for column, head in enumerate(heads, start=1):
            grid.addWidget(Label(head, Role.H3, wrap=True, parent=self), 0, column)
        ours, theirs = facts(pair.other, today, units), facts(pair.run, today, units)
        for line, ((name, mine), (_, other)) in enumerate(zip(ours, theirs, strict=True), start=1):
            grid.addWidget(Label(name, Role.SMALL, Tone.INK2, parent=self), line, 0)
            for column, value in enumerate((mine, other), start=1):
                role = Role.BODY if mine == other else Role.H3
                grid.addWidget(Label(value, role, wrap=True, parent=self), line, column)
        return grid


def facts(run: Run, today: date, units: Units) -> tuple[tuple[str, str], ...]:
    """What is compared, by name."""
    return (
        ("Start", long_moment(run.at, today)),
        ("Distance", f"{distance_text(run.distance_m, units)} {UNIT_WORDS[units]}"),
        ("Time", UNKNOWN if run.seconds is None else time_text(run.seconds)),
        ("Pace", pace_words(run, units) or UNKNOWN),
        ("Climb", UNKNOWN if run.climb_m is None else f"{run.climb_m:,} m"),
        ("Known from", named(cut(run.source)) or BY_HAND),
    )
