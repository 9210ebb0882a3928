"""What Start plays: another routine, the side that begins, and what to leave out."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from kneecoach.domain.equipment import name_of, needed, to_bring
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.routine import Routine, without
from kneecoach.domain.timeline import plan
from kneecoach.ui import words
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.dialogs.routine_choice import RoutineChoice
from kneecoach.ui.pages.routine_row import RoutineLine
from kneecoach.ui.pages.routine_words import things_line
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Label, Role, Tone

LEAVABLE = ("Foam roller", "Loop tube")
"""Things that not everybody has; whatever else is needed stands in every home."""


class ChangeRoutine(Frame):
    """Shows at once how long the choice takes."""

    chosen = Signal(object, object)
    """The Routine to play, and the Side that begins."""
    lacking_changed = Signal(str, bool)
    """The name of a thing, and whether the person has none; kept for other days too."""

    def __init__(
        self,
        routine: Routine,
        first: Side,
        routines: Mapping[str, Routine],
        exercises: Mapping[str, Exercise],
        *,
        lacking: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Change what is played", width_px=600, parent=parent)
        self._routines, self._exercises = routines, exercises
        self.which = RoutineChoice([_line(one, exercises) for one in routines.values()], parent=self)
        self.which.set_value(routine.id)
        self.first = Segmented(((Side.LEFT, "Left"), (Side.RIGHT, "Right")), name="Side that begins", parent=self)
        self.first.set_value(first)
        self.without = ChipRow([(name, f"No {name.lower()}") for name in LEAVABLE], name="Leave out", parent=self)
        self._lacking = frozenset(lacking) & frozenset(LEAVABLE)
        self.without.set_value(self._missing(routine) | self._lacking)
        self._instead = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._description = Label("", Role.BODY, Tone.INK2, wrap=True, parent=self)
        self._length = Label("", Role.H3, wrap=True, parent=self)
        self._lay_out()
        self.which.changed.connect(self._tell)
        self.without.changed.connect(self._tell)
        self._tell()

    def _lay_out(self) -> None:
        self.body.addWidget(self.which)
        self.body.addWidget(self._description)
        self.body.addSpacing(4)
        for text, control in (("Side that begins", self.first), ("I don't have", self.without)):
            row = QHBoxLayout()
            row.addWidget(Label(text, parent=self), 1)
            row.addWidget(control)
            self.body.addLayout(row)
        self.body.addWidget(self._instead)
        self.body.addSpacing(4)
        self.body.addWidget(self._length)
        self.add_button(SecondaryButton("Cancel", parent=self)).clicked.connect(self.reject)
        self._take = self.add_button(PrimaryButton("Use this", parent=self))
        self._take.clicked.connect(self._choose)
        self.which.row(self.which.value()).setFocus()

    def routine(self) -> Routine | None:
        """What would be played; None when everything is left out."""
        whole = self._routines[self.which.value()]
        gone = {item.exercise for item in whole.items if self._needs(item.exercise) & self.without.value()}
        try:
            return without(whole, gone) if gone else whole
        except InvalidInput:
            return None

    def _needs(self, exercise: str) -> frozenset[str]:
        return frozenset(item.name for item in self._exercises[exercise].equipment)

    def _instead_words(self, routine: Routine) -> str:
        """What would do instead of the things that could be left out."""
        found = needed(self._exercises[item.exercise] for item in routine.items)
        return " ".join(
            f"Instead of a {name_of(thing)}: {thing.substitute}." for thing in found if thing.name in LEAVABLE
        )

    def _missing(self, routine: Routine) -> frozenset[str]:
        """What the routine that is played now already leaves out."""
        played = {item.exercise for item in routine.items}
        gone = [item.exercise for item in self._routines[routine.id].items if item.exercise not in played]
        return frozenset(name for name in LEAVABLE for exercise in gone if name in self._needs(exercise))

    def _tell(self) -> None:
        whole, routine = self._routines[self.which.value()], self.routine()
        needed = frozenset[str]().union(*(self._needs(item.exercise) for item in whole.items))
        for name in LEAVABLE:
            self.without.chip(name).setEnabled(name in needed)
        self._description.setText(whole.description)
        self._instead.setText(self._instead_words(whole))
        self._take.setEnabled(routine is not None)
        self._length.setText("Nothing would be left to play." if routine is None else self._length_words(routine))
        if (layout := self.layout()) is not None:
            # By itself it would keep room for lines that are as narrow as words can be
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))

    def _length_words(self, routine: Routine) -> str:
        names = [self._exercises[item.exercise].short_name for item in routine.items]
        return f"{words.minutes(plan(routine, self._exercises).minutes)}: {words.listed(names)}"

    def _choose(self) -> None:
        routine = self.routine()
        if routine is not None:
            self.accept()
            for name in sorted(self._lacking ^ self.without.value()):
                self.lacking_changed.emit(name, name in self.without.value())
            self.chosen.emit(routine, self.first.value())


def _line(routine: Routine, exercises: Mapping[str, Exercise]) -> RoutineLine:
    needs = things_line(to_bring(routine, exercises))
    return RoutineLine(routine.id, plan(routine, exercises).minutes, routine.name, needs, routine.how_often)
