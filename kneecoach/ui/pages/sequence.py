"""The exercises of a routine in order; of one's own, what can be changed opens under its row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.dosage import Dosage
from kneecoach.figure.movement import Movement
from kneecoach.ui.pages.dose_panel import DosePanel
from kneecoach.ui.pages.sequence_row import SequenceRow, Step
from kneecoach.ui.widgets.buttons import SecondaryButton
from kneecoach.ui.widgets.card import Area

CLOSED = -1


class SequenceList(Area):
    """Rows are kept from one showing to the next, so that the keyboard stays where it is."""

    show_requested = Signal(str)
    """The id of an exercise."""
    opened = Signal(int)
    """The index of the row whose panel was asked for, -1 when it was closed."""
    add_requested = Signal()

    def __init__(self, find: Callable[[str], Movement | None], *, parent: QWidget | None = None) -> None:
        """`find` gives the movement of an exercise."""
        super().__init__("surface", parent=parent)
        self._find = find
        self._rows: list[SequenceRow] = []
        self._open = CLOSED
        self._editable = False
        self.panel = DosePanel(parent=self)
        self.panel.hide()
        # Whoever shows the list puts it where it stays in sight
        self.add = SecondaryButton("Add exercise", icon="plus", parent=self)
        self.add.clicked.connect(self.add_requested)
        self._still = False
        self._moving: SequenceRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def rows(self) -> list[SequenceRow]:
        """The rows that are shown, from top to bottom."""
        return list(self._rows)

    def open_row(self) -> int:
        """The index of the row whose panel is open, -1 when none is."""
        return self._open

    def index_of(self, widget: QWidget | None) -> int:
        """Of the exercise that this control belongs to, -1 for any other."""
        if widget is None:
            return CLOSED
        if self.panel.isAncestorOf(widget):
            return self._open
        return next((at for at, row in enumerate(self._rows) if row is widget or row.isAncestorOf(widget)), CLOSED)

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a setter
        """No picture moves, for people who asked for less motion."""
        self._still = still
        self._move_one()

    def show_steps(self, steps: Sequence[Step], *, editable: bool) -> None:
        """One picture moves, that of the row looked at last."""
        self._editable = editable
        self._column.removeWidget(self.panel)
        while len(self._rows) < len(steps):
            self._add_row()
        while len(self._rows) > len(steps):
            self._drop_row()
        for row, step in zip(self._rows, steps, strict=True):
            row.show_step(step, self._find(step.exercise))
        self.add.setVisible(editable)
        if not editable or self._open >= len(steps):
            self.close_panel()
        self._move_one()

    def open_panel(self, index: int, dosage: Dosage) -> None:
        """Under the row at `index`."""
        self._open = index
        self._column.removeWidget(self.panel)
        self._column.insertWidget(index + 1, self.panel)
        self.panel.show_dosage(dosage, first=index == 0, last=index == len(self._rows) - 1)
        self.panel.show()

    def close_panel(self) -> None:
        self._open = CLOSED
        self._column.removeWidget(self.panel)
        self.panel.hide()

    def look_at_first(self) -> None:
        """Another routine: its first exercise moves."""
        self._moving = None
        self._move_one()

    def _move_one(self) -> None:
        if self._moving not in self._rows:
            self._moving = self._rows[0] if self._rows else None
        for row in self._rows:
            if row is self._moving and not self._still and self.isVisible():
                row.picture.move_on()
            else:
                row.picture.rest()

    def _look_at(self) -> None:
        row = self.sender()
        self._moving = next((one for one in self._rows if one is row), None)
        self._move_one()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move_one()

    def _add_row(self) -> None:
        row = SequenceRow(parent=self)
        row.clicked.connect(self._click)
        row.show_clicked.connect(self._show)
        row.looked_at.connect(self._look_at)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.show()

    def _drop_row(self) -> None:
        row = self._rows.pop()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _click(self) -> None:
        row = self.sender()
        index = next(at for at, one in enumerate(self._rows) if one is row)
        if not self._editable:
            self._ask_to_show(self._rows[index])
        else:
            self.opened.emit(CLOSED if index == self._open else index)

    def _show(self) -> None:
        self._ask_to_show(self.sender())

    def _ask_to_show(self, row) -> None:
        step = row.step()
        if step is not None:
            self.show_requested.emit(step.exercise)
