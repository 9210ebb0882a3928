"""What a diary file would bring, before anything of it is added."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import cut, named

if TYPE_CHECKING:
    from kneecoach.coaching.diary_files import Brought

WIDTH_PX = 520
ONE, SEVERAL = "Add this diary?", "Add these diaries?"
NOTHING_YET = "Nothing has been added yet. What is here already stays as it is here."
MORE_PX = 60


class ImportDiary(Frame):
    """`accepted` when all of it is to come in; Esc and Cancel leave everything as it is."""

    def __init__(
        self, found: Sequence[tuple[str, "Brought"]], refused: Sequence[tuple[str, str]], *, parent: QWidget
    ) -> None:
        super().__init__(ONE if len(found) == 1 else SEVERAL, width_px=WIDTH_PX, parent=parent)
        for file, brought in found:
            self._tell(file, brought)
        for file, why in refused:
            self.body.addWidget(
                Label(f"{named(cut(file, MORE_PX))}: {why}", Role.SMALL, Tone.WARN, wrap=True, parent=self)
            )
        self.body.addWidget(Label(NOTHING_YET, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        new = sum(sum(brought.new.values()) for _, brought in found)
        self.cancel = self.add_button(SecondaryButton("Cancel", parent=self))
        self.add = self.add_button(PrimaryButton("Add 1 entry" if new == 1 else f"Add {new:,} entries", parent=self))
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.add.setFocus()
        self.fit_height(WIDTH_PX)

    def _tell(self, file: str, brought: "Brought") -> None:
        self.body.addWidget(Label(named(cut(file, MORE_PX)), Role.H3, wrap=True, parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, count in enumerate(brought.counts):
            number, _, kind = count.partition(" ")
            self._line(grid, line, number, kind, Tone.INK)
        there = f"{brought.duplicates:,}"
        self._line(grid, len(brought.counts), there, "already in the diary", Tone.INK2)
        self.body.addLayout(grid)
        self.body.addWidget(Hairline(parent=self))

    def _line(self, grid: QGridLayout, line: int, number: str, kind: str, tone: Tone) -> None:
        for column, words in enumerate((number, kind)):
            role = Role.H3 if tone is Tone.INK and column == 0 else Role.BODY
            label = Label(words, role, tone, wrap=column == 1, parent=self)
            if column == 0:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, line, column)
