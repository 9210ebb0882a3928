"""How the pain began: with an incident or gradually, and what happened when there was one."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Injury, Mechanism
from kneecoach.domain.moment_input import day_of_text
from kneecoach.domain.person import Began
from kneecoach.ui.pages.check_in_questions import ChipOne
from kneecoach.ui.pages.check_in_rows import AskRow
from kneecoach.ui.pages.check_in_words import MECHANISMS, SIGNS
from kneecoach.ui.pages.person_words import BEGAN
from kneecoach.ui.pages.plan_words import BEGAN_HINT, injury_line
from kneecoach.ui.widgets.buttons import LinkButton, QuietButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.text import Label, Role, Tone

NOON = time(12)
NO_DAY = "Write the day, such as 14 November."
NO_KIND = "Choose what happened first."
OPEN_HINT = "It stays open, and counts as a warning sign where the rules say so, until you answer it in the diary."


class InjuryFields(QWidget):
    """What happened and when, and four signs that may be left open. `told` carries the Injury."""

    told = Signal(object)

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self.what = ChipOne(MECHANISMS, name="What happened", narrow=True, parent=self)
        self.on = LineField("On", placeholder="14 November", parent=self)
        self.signs = {asks: YesNo(name=text) for asks, text in SIGNS}
        self.keep = SecondaryButton("Note it", size=Size.SMALL, parent=self)
        self.leave = QuietButton("Not now", size=Size.SMALL, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(self.on)
        for asks, text in SIGNS:
            column.addWidget(AskRow(text, self.signs[asks], role=Role.SMALL, height_px=40))
        column.addWidget(Label(OPEN_HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column.addLayout(foot)
        self.keep.clicked.connect(self._tell)

    def clear(self) -> None:
        """For the next one."""
        for value in self.what.value():
            self.what.chip(value).click()
        self.on.set_text("")
        self.on.set_error("")
        for control in self.signs.values():
            control.set_value(None)

    def _tell(self) -> None:
        now, what = self._wall(), self.what.one()
        self.on.set_error("")
        try:
            if not isinstance(what, Mechanism):
                raise InvalidInput(NO_KIND)
            if not self.on.text().strip():
                raise InvalidInput(NO_DAY)
            day = day_of_text(self.on.text(), now.date())
        except InvalidInput as refusal:
            self.on.set_error(str(refusal))
            return
        at = now if day == now.date() else datetime.combine(day, NOON, now.tzinfo)
        signs: dict[str, Any] = {asks.value: _yes(control) for asks, control in self.signs.items()}
        self.told.emit(Injury(uuid4(), at, now, what, **signs))


class BeganCard(Card):
    """`began_changed` carries Began, `injury_told` an Injury."""

    began_changed = Signal(object)
    injury_told = Signal(object)

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 16), parent=parent)
        self._wall = wall
        self.began = Segmented(BEGAN, name="How did it begin?", compact=True, parent=self)
        self._list = Label("", Role.BODY, wrap=True, parent=self)
        self.note = LinkButton("Note what happened", parent=self)
        self.fields = InjuryFields(wall, parent=self)
        self.fields.hide()
        self.body.addWidget(Label("How it began", Role.H3, parent=self))
        self.body.addWidget(Label(BEGAN_HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.body.addWidget(self.began, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._list)
        line = QHBoxLayout()
        line.addWidget(self.note)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.fields)
        self.began.changed.connect(self._choose)
        self.note.clicked.connect(self._open)
        self.fields.told.connect(self._tell)
        self.fields.leave.clicked.connect(self._shut)

    def show_told(self, began: Began | None, injuries: Sequence[Injury]) -> None:
        """The newest injury first."""
        self.began.set_value(began)
        today = self._wall().date()
        self._list.setText("\n".join(injury_line(one, today) for one in injuries))
        self._list.setVisible(bool(injuries))
        self._follow(began)

    def _choose(self, began: object) -> None:
        self._follow(began)
        self.began_changed.emit(began)

    def _follow(self, began: object) -> None:
        incident = began is Began.INCIDENT
        self.note.setVisible(incident and self.fields.isHidden())
        if not incident:
            self.fields.hide()

    def _open(self) -> None:
        self.fields.clear()
        self.fields.show()
        self.note.hide()
        self.fields.what.chip(Mechanism.TWIST).setFocus()

    def _shut(self) -> None:
        self.fields.hide()
        self.note.show()
        self.note.setFocus()

    def _tell(self, injury: Injury) -> None:
        self._shut()
        self.injury_told.emit(injury)


def _yes(control: YesNo) -> bool | None:
    value = control.value()
    return value if isinstance(value, bool) else None
