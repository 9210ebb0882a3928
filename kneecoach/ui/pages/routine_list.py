"""The list of routines: filter, search, and rows in groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.pages.routine_row import ENTER, MOVES, RoutineLine, RoutineRow
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import IconButton, LinkButton
from kneecoach.ui.widgets.card import Area, Card, Hairline
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import quoted

EDGE_PX, WIDTH_PX, FOOT_ICON_PX = 16, 372, 18
NOTE_MARGINS = (15, 12, 18, 12)


class Shown(Enum):
    """Which routines the list shows."""

    ALL = "All"
    FAVOURITES = "Favourites"
    BEFORE_A_RUN = "Before a run"


@dataclass(frozen=True, slots=True)
class Remark:
    """Why one of one's own routines can't be chosen; all that can be done with it is to delete it."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Routines under one title; `otherwise` is said when there are none, "" leaves the empty group out.

    `remarks` are below them, on routines that can't be chosen.
    """

    title: str
    lines: tuple[RoutineLine, ...]
    otherwise: str = ""
    remarks: tuple[Remark, ...] = ()


class RoutineList(Card):
    """Paints what it is given; what to show is asked for with `wanted`."""

    chosen = Signal(str)
    started = Signal(str)
    star_clicked = Signal(str, bool)
    delete_clicked = Signal(str, str)
    """Id and name of a routine that can't be chosen."""
    wanted = Signal()
    """Another filter, or another text to search for."""
    return_requested = Signal()
    """The page of returning to running."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 14, 1, 5), parent=parent)
        self.body.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._width = WIDTH_PX
        self.filter = Segmented([(one, one.value) for one in Shown], name="Shown", compact=True, parent=self)
        self.filter.set_value(Shown.ALL)
        self.look = IconButton("search", "Search (/)", parent=self)
        self.search = LineField("Search routines", show_label=False, placeholder="Search routines", parent=self)
        self.search.setContentsMargins(15, 4, 15, 4)
        self.search.hide()
        self.back_to_running = LinkButton("Return to running", parent=self)
        self.back_to_running.clicked.connect(self.return_requested)
        self._rows: dict[str, RoutineRow] = {}
        self._order: list[str] = []
        self._chosen = ""
        self._inside = Area("surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self._scrolled = Scrolled(self._inside, parent=self)
        self._lay_out()
        self.filter.changed.connect(self._want)
        self.search.changed.connect(self._want)
        self.look.clicked.connect(self.begin_search)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(EDGE_PX - 1, 0, 11, 4)
        top.setSpacing(8)
        top.addWidget(self.filter)
        top.addStretch(1)
        top.addWidget(self.look)
        self.body.addLayout(top)
        self.body.addWidget(self.search)
        self.body.addWidget(self._scrolled, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE_PX - 1, 4, 11, 4)
        foot.setSpacing(8)
        foot.addWidget(Icon("run", FOOT_ICON_PX, parent=self))
        foot.addWidget(self.back_to_running)
        foot.addWidget(Label("after a break", Role.SMALL, Tone.INK2, parent=self), 1)
        self.body.addWidget(Hairline(parent=self))
        self.body.addLayout(foot)

    def set_width(self, width: int) -> None:
        """As wide as this, or as the words of the filter need."""
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        return QSize(max(self._width, least.width()), least.height())

    def shown(self) -> Shown:
        value = self.filter.value()
        return value if isinstance(value, Shown) else Shown.ALL

    def text(self) -> str:
        """What is searched for, "" when nothing is."""
        return self.search.text().strip()

    def order(self) -> list[str]:
        """The ids of the rows from top to bottom."""
        return list(self._order)

    def row(self, routine_id: str) -> RoutineRow:
        """The control of one routine, for focus and clicks."""
        return self._rows[routine_id]

    def begin_search(self) -> None:
        """Open the search and go there."""
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def end_search(self) -> bool:
        """Close the search; False when it is closed already."""
        if self.search.isHidden():
            return False
        self.search.set_text("")
        self.search.hide()
        self.wanted.emit()
        self.focus_chosen()
        return True

    def show_groups(self, groups: Sequence[ListGroup], chosen: str, *, nothing: str = "") -> None:
        """`nothing` is said when no group has anything to show."""
        self._clear()
        self._order = [line.id for group in groups for line in group.lines]
        for group in groups:
            if group.lines or group.otherwise or group.remarks:
                self._add_group(group)
        if nothing:
            self._column.addLayout(_text(nothing, Role.SMALL, NOTE_MARGINS, self._inside))
        self._column.addStretch(1)
        self._forget_others()
        self._choose(chosen)

    def focus_chosen(self) -> None:
        if self._chosen in self._rows:
            self._rows[self._chosen].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def with_stars(self, order: Sequence[QWidget]) -> list[QWidget]:
        """The same widgets, and after each row its star: that lies in no layout."""
        found: list[QWidget] = []
        for one in order:
            found.append(one)
            if isinstance(one, RoutineRow) and one.star is not None and one.line().starred:
                found.append(one.star)
        return found

    def move_choice(self, by: int) -> None:
        """To the row below or above; from nowhere to the first."""
        if self._order:
            here = self._order.index(self._chosen) if self._chosen in self._order else -1
            to = min(max(here + by, 0), len(self._order) - 1)
            self.chosen.emit(self._order[to])
            self.focus_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            self.move_choice(MOVES[event.key()])
            return
        if event.key() == Qt.Key.Key_Escape and self.end_search():
            return
        if event.key() in ENTER and self.window().focusWidget() is self.search.edit:
            # To what was found; only from there does it start
            if self._order and self._chosen not in self._order:
                self.chosen.emit(self._order[0])
            self.focus_chosen()
            return
        super().keyPressEvent(event)

    def _add_group(self, group: ListGroup) -> None:
        self._column.addLayout(_text(group.title, Role.LABEL, (15, 12, 18, 6), self._inside))
        for line in group.lines:
            row = self._rows.get(line.id) or self._new_row(line.id)
            row.show_line(line)
            self._column.addWidget(row)
            row.show()
        if group.otherwise and not group.lines:
            self._add_rule()
            self._column.addLayout(_text(group.otherwise, Role.SMALL, NOTE_MARGINS, self._inside))
        for remark in group.remarks:
            self._add_rule()
            self._column.addLayout(self._remark(remark))

    def _add_rule(self) -> None:
        rule = Hairline(parent=self._inside)
        self._column.addWidget(rule)
        rule.show()

    def _remark(self, remark: Remark) -> QHBoxLayout:
        left, top, right, bottom = NOTE_MARGINS
        delete = LinkButton("Delete", parent=self._inside)
        delete.setAccessibleName(f"Delete {quoted(remark.name)}")
        delete.setProperty("routine", remark.id)
        delete.setProperty("name", remark.name)
        delete.clicked.connect(self._delete)
        row = QHBoxLayout()
        row.setContentsMargins(left, top, right, bottom)
        row.setSpacing(12)
        row.addLayout(_text(remark.text, Role.SMALL, (0, 0, 0, 0), self._inside), 1)
        row.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        delete.show()
        return row

    def _new_row(self, routine_id: str) -> RoutineRow:
        row = RoutineRow(parent=self._inside)
        row.setProperty("routine", routine_id)
        row.clicked.connect(self._click)
        row.started.connect(self._start)
        row.star_clicked.connect(self._star)
        row.left_for.connect(self.move_choice)
        self._rows[routine_id] = row
        return row

    def _clear(self) -> None:
        """Take everything out of the column; rows are kept, for the keyboard may be in one."""
        while (item := self._column.takeAt(0)) is not None:
            _let_go(item)

    def _forget_others(self) -> None:
        for routine_id in [known for known in self._rows if known not in self._order]:
            row = self._rows.pop(routine_id)
            row.hide()
            row.deleteLater()

    def _choose(self, chosen: str) -> None:
        self._chosen = chosen
        for routine_id, row in self._rows.items():
            row.set_chosen(routine_id == chosen)
        if chosen in self._rows:
            self._scrolled.bring_into_view(self._rows[chosen])

    def _want(self, _value: object) -> None:
        self.wanted.emit()

    def _click(self) -> None:
        self.chosen.emit(self.sender().property("routine"))

    def _start(self) -> None:
        self.started.emit(self.sender().property("routine"))

    def _delete(self) -> None:
        self.delete_clicked.emit(self.sender().property("routine"), self.sender().property("name"))

    def _star(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        self.star_clicked.emit(self.sender().property("routine"), wanted)


def _text(text: str, role: Role, margins: tuple[int, int, int, int], parent: QWidget) -> QVBoxLayout:
    held = QVBoxLayout()
    held.setContentsMargins(*margins)
    label = Label(text, role, Tone.INK2, wrap=True, parent=parent)
    held.addWidget(label)
    # Left to the layout it would appear one round of events later, as a flicker
    label.show()
    return held


def _let_go(item) -> None:
    """Delete what a layout held: titles and lines with their layouts, never a row."""
    widget, layout = item.widget(), item.layout()
    if layout is not None:
        while (inner := layout.takeAt(0)) is not None:
            _let_go(inner)
        layout.deleteLater()
    elif widget is not None and not isinstance(widget, RoutineRow):
        widget.hide()
        widget.deleteLater()
