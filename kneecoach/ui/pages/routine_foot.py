"""Under the exercises of a routine, always in sight: what is to be said of it, and Add exercise for one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.warm_up_order import OrderNote
from kneecoach.ui.widgets.card import Hairline, LeadText
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Tone

NOTE_PX = 13


class RoutineNote(QWidget):
    """One note; it is kept and says something else."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = LeadText(size_px=NOTE_PX, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon("info", 18, Tone.INFO, parent=self))
        row.addWidget(self._words, 1)

    def show_note(self, note: OrderNote) -> None:
        self._words.set_text(note.lead, note.text)


class RoutineFoot(QWidget):
    """Away while there is nothing in it."""

    def __init__(self, add: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: list[RoutineNote] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._held, 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(23, 0, 24, 0)
        column.setSpacing(12)
        column.addWidget(Hairline(parent=self))
        column.addLayout(row)

    def show_notes(self, notes: Sequence[OrderNote], *, addable: bool) -> None:
        while len(self._notes) < len(notes):
            self._notes.append(RoutineNote(parent=self))
            self._held.addWidget(self._notes[-1])
        for at, held in enumerate(self._notes):
            held.setVisible(at < len(notes))
        for held, note in zip(self._notes, notes, strict=False):
            held.show_note(note)
        self.setVisible(bool(notes) or addable)
