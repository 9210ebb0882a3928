"""What changed for the knee: the list, and the few fields that add to it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import day_of_text
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.plan import MAX_GOAL
from kneecoach.ui.pages.plan_words import CHANGED_HINT, NEW_THINGS, novelty_words
from kneecoach.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import plain_day

SHOWN = 4
FUTURE = "That day is in the future."


class ChangedRow(QWidget):
    """One entry."""

    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, novelty: Novelty, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.novelty = novelty
        said, when = novelty_words(novelty), plain_day(novelty.on, today)
        self.edit = LinkButton("Change", parent=self)
        self.edit.setAccessibleName(f"Change what changed on {when}")
        self.delete = IconButton("x", f"Delete what changed on {when}", parent=self)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(said, Role.BODY, wrap=True, parent=self))
        told.addWidget(Label(when, Role.SMALL, Tone.INK2, parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(4)
        row.addLayout(told, 1)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline(parent=self))
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)

    def _edit(self) -> None:
        self.edit_requested.emit(self.novelty)

    def _delete(self) -> None:
        self.delete_requested.emit(self.novelty)


class ChangedCard(Card):
    """Told entries go out as `told`, those to be deleted as `delete_requested`, both as a Novelty."""

    told = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 16), parent=parent)
        self._wall, self._edited, self._all = wall, Novelty(uuid4(), date.min, wall(), note="?"), False
        self._novelties: Sequence[Novelty] = ()
        self.things = ChipRow(NEW_THINGS, name="What changed", narrow=True, parent=self)
        self.on = LineField("On", placeholder="today", parent=self)
        self.note = LineField("In your own words", placeholder="if you like", parent=self)
        self.note.edit.setMaxLength(MAX_GOAL)
        self.add = SecondaryButton("Add", size=Size.SMALL, parent=self)
        self.more = SecondaryButton("Show all", size=Size.SMALL, parent=self)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        fields.addWidget(self.on, 2)
        fields.addWidget(self.note, 5)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self.body.addWidget(Label("What changed", Role.H3, parent=self))
        self.body.addWidget(Label(CHANGED_HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.body.addLayout(self.list)
        self.body.addWidget(self.things)
        self.body.addLayout(fields)
        self.body.addLayout(foot)
        self.add.clicked.connect(self._add)
        self.more.clicked.connect(self._show_all)
        self._begin(None)

    def show_novelties(self, novelties: Sequence[Novelty]) -> None:
        """The newest first."""
        self._novelties = novelties
        self._list()

    def rows(self) -> list[ChangedRow]:
        """The entries that are listed."""
        return self.findChildren(ChangedRow)

    def _list(self) -> None:
        for row in self.rows():
            self.list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        today = self._wall().date()
        shown = self._novelties if self._all else self._novelties[:SHOWN]
        for novelty in shown:
            row = ChangedRow(novelty, today, parent=self)
            row.edit_requested.connect(self._begin)
            row.delete_requested.connect(self.delete_requested)
            self.list.addWidget(row)
        self.more.setVisible(len(self._novelties) > len(shown))

    def _show_all(self) -> None:
        self._all = True
        self._list()

    def _begin(self, novelty: Novelty | None) -> None:
        """The fields for this entry, or empty ones for a new one."""
        now = self._wall()
        self._edited = novelty or Novelty(uuid4(), now.date(), now, note="?")
        self.things.set_value(novelty.things if novelty else ())
        self.on.set_text(plain_day(novelty.on, now.date()) if novelty else "")
        self.note.set_text(novelty.note if novelty else "")
        self.add.set_words("Keep" if novelty else "Add", key="")
        for field in (self.on, self.note):
            field.set_error("")
        if novelty is not None:
            self.on.setFocus()

    def _add(self) -> None:
        now, text = self._wall(), self.on.text().strip()
        for field in (self.on, self.note):
            field.set_error("")
        try:
            on = day_of_text(text, now.date()) if text else now.date()
            if on > now.date():
                raise InvalidInput(FUTURE)
        except InvalidInput as refusal:
            self.on.set_error(str(refusal))
            return
        chosen = self.things.value()
        things = tuple(thing for thing, _ in NEW_THINGS if thing in chosen)
        try:
            novelty = Novelty(self._edited.id, on, now, things, self.note.text().strip())
        except InvalidInput as refusal:
            self.note.set_error(str(refusal))
            return
        self._begin(None)
        self.told.emit(novelty)
