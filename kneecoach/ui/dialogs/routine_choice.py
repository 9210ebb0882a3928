"""One routine out of several, in rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.pages.routine_row import RoutineLine, RoutineRow
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.card import Area

MOST_SHOWN = 4


class RoutineChoice(QWidget):
    """Always one is chosen; more than four scroll. Signals only what the person does."""

    changed = Signal(str)

    def __init__(self, lines: Sequence[RoutineLine], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Routine")
        self._value = lines[0].id
        self._rows: dict[str, RoutineRow] = {}
        inside = Area("surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for line in lines:
            row = RoutineRow(starred=False, parent=inside)
            row.show_line(line)
            row.setProperty("routine", line.id)
            row.clicked.connect(self._click)
            row.left_for.connect(self._move)
            rows.addWidget(row)
            self._rows[line.id] = row
        self._scrolled = Scrolled(inside, parent=self)
        high = sum(row.sizeHint().height() for row in list(self._rows.values())[:MOST_SHOWN])
        self._scrolled.setFixedHeight(high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolled)
        self.set_value(self._value)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        for known, row in self._rows.items():
            row.set_chosen(known == value)
        self._scrolled.bring_into_view(self._rows[value])

    def row(self, routine_id: str) -> RoutineRow:
        """The control of one routine, for focus and clicks."""
        return self._rows[routine_id]

    def press(self, routine_id: str) -> None:
        """As a click on its row."""
        self.set_value(routine_id)
        self.changed.emit(routine_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scrolled.bring_into_view(self._rows[self._value])

    def _move(self, by: int) -> None:
        known = list(self._rows)
        self.press(known[min(max(known.index(self._value) + by, 0), len(known) - 1)])
        self._rows[self._value].setFocus(Qt.FocusReason.TabFocusReason)

    def _click(self) -> None:
        self.press(self.sender().property("routine"))
