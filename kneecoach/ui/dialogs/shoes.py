"""The shoes: add, name, start distance, first day, retire and bring back, and how far each pair has gone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneecoach.coaching.shoes import ShoeGone
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import day_of_text
from kneecoach.domain.person import Units
from kneecoach.domain.run_input import UNIT_WORDS, distance_m, distance_text
from kneecoach.domain.shoe import MAX_SHOE_NAME, MAX_START_M, Shoe, Wear
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.pages.run_entry_words import shoe_line
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Hairline
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import named, plain_day

WIDTH_PX, HEIGHT_PX = 560, 520
TONES = {Wear.FINE: Tone.INK2, Wear.INFO: Tone.INFO, Wear.CAUTION: Tone.WARN}
NO_SHOES = "No shoes yet. Add the pair that you run in, and each run adds its distance to it."


class ShoeRow(QWidget):
    """One pair."""

    edit_requested = Signal(object)
    retire_requested = Signal(object)

    def __init__(self, gone: ShoeGone, units: Units, today: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shoe = gone.shoe
        line, said = shoe_line(gone, units, this_run_m=None)
        retired = gone.shoe.retired
        if retired is not None:
            line, said = f"{line.partition(',')[0]}, retired {plain_day(retired, today.date())}", Wear.FINE
        self.name = Label(named(gone.shoe.name), Role.H3, wrap=True, parent=self)
        self.line = Label(line, Role.SMALL, TONES[said], wrap=True, parent=self)
        self.edit = SecondaryButton("Edit", size=Size.SMALL, parent=self)
        self.edit.setAccessibleName(f"Edit {gone.shoe.name}")
        word = "Retire" if retired is None else "Bring back"
        self.retire = SecondaryButton(word, size=Size.SMALL, parent=self)
        self.retire.setAccessibleName(f"{word} {gone.shoe.name}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.retire)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline(parent=self))
        self.edit.clicked.connect(self._edit)
        self.retire.clicked.connect(self._retire)

    def _edit(self) -> None:
        self.edit_requested.emit(self._shoe)

    def _retire(self) -> None:
        self.retire_requested.emit(self._shoe)


class ShoeForm(QWidget):
    """The fields of one pair."""

    def __init__(self, units: Units, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units, self._wall = units, wall
        self._shoe = Shoe(uuid4(), "?")
        self._texts = ("", "")
        self.name = LineField("Name", placeholder="For example Pegasus 41", parent=self)
        self.name.edit.setMaxLength(MAX_SHOE_NAME)
        self.start = LineField(f"Had gone before, {UNIT_WORDS[units]}", placeholder="0", parent=self)
        self.first = LineField("First day, optional", placeholder="21 November", parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.start, 1)
        row.addWidget(self.first, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addLayout(row)

    def show_shoe(self, shoe: Shoe | None) -> None:
        """None is a new pair."""
        self._shoe = shoe or Shoe(uuid4(), "?")
        start = distance_text(self._shoe.start_m, self._units) if self._shoe.start_m else ""
        first = self._shoe.first_day
        self._texts = (start, plain_day(first, self._wall().date()) if first else "")
        self.name.set_text(shoe.name if shoe else "")
        self.start.set_text(self._texts[0])
        self.first.set_text(self._texts[1])
        for field in (self.name, self.start, self.first):
            field.set_error("")

    def told(self) -> Shoe | None:
        """The pair as it is written; None when something is wrong, which is said at its field."""
        name = self._read(self.name, self._name)
        start = self._read(self.start, self._start_m)
        first = self._read(self.first, self._first_day)
        if any(field.error() for field in (self.name, self.start, self.first)):
            return None
        try:
            return replace(self._shoe, name=name, start_m=start, first_day=first)
        except InvalidInput as refusal:
            self.first.set_error(str(refusal))
            return None

    @staticmethod
    def _read(field: LineField, read: Callable[[], object]):
        field.set_error("")
        try:
            return read()
        except InvalidInput as refusal:
            field.set_error(str(refusal))
            return None

    def _name(self) -> str:
        name = self.name.text().strip()
        if not name:
            raise InvalidInput("Give the shoes a name.")
        return name

    def _start_m(self) -> int:
        text = self.start.text().strip()
        if text == self._texts[0]:
            return self._shoe.start_m
        if text in {"", "0", "0.0"}:
            return 0
        return distance_m(text, self._units, most_m=MAX_START_M)

    def _first_day(self):
        text = self.first.text().strip()
        if text == self._texts[1]:
            return self._shoe.first_day
        if not text:
            return None
        found = day_of_text(text, self._wall().date())
        if found > self._wall().date():
            raise InvalidInput("That day is in the future.")
        return found


class Shoes(Frame):
    """Takes the pairs and says what to keep: a new one, a changed one, a retired one or one that is back."""

    kept = Signal(object)
    """A Shoe, new or changed."""

    def __init__(
        self,
        shoes: Sequence[ShoeGone],
        *,
        units: Units = Units.KM,
        wall: Callable[[], datetime],
        adding: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`adding` opens the fields of a new pair at once."""
        super().__init__("Shoes", width_px=WIDTH_PX, parent=parent)
        self._units, self._wall = units, wall
        self.rows: list[ShoeRow] = []
        self.empty = Label(NO_SHOES, Role.BODY, Tone.INK2, wrap=True, parent=self)
        self.form = ShoeForm(units, wall, parent=self)
        held = Area("surface")
        self._list = QVBoxLayout(held)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self._scrolled: QScrollArea = Scrolled(held, parent=self)
        self._scrolled.setMinimumHeight(220)
        self.body.addWidget(self._scrolled, 1)
        self.body.addWidget(self.form)
        self.add = self.add_button(SecondaryButton("Add shoes", icon="plus", parent=self))
        self.cancel = self.add_button(QuietButton("Cancel", parent=self))
        self.save = self.add_button(PrimaryButton("Save shoes", parent=self))
        self.shut = self.add_button(SecondaryButton("Close", parent=self))
        self.add.clicked.connect(self.begin)
        self.cancel.clicked.connect(self._close_form)
        self.save.clicked.connect(self._save)
        self.shut.clicked.connect(self.close)
        for field in (self.form.name, self.form.start, self.form.first):
            field.edit.returnPressed.connect(self._save)
        self.show_shoes(shoes)
        self._show_form(shown=adding)
        if adding:
            self.begin()
        self.resize(WIDTH_PX, HEIGHT_PX)

    def show_shoes(self, shoes: Sequence[ShoeGone]) -> None:
        """The pairs in use first."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        ordered = sorted(shoes, key=lambda gone: gone.shoe.retired is not None)
        self.rows = [ShoeRow(gone, self._units, self._wall(), parent=self) for gone in ordered]
        for place, row in enumerate(self.rows):
            row.edit_requested.connect(self._edit)
            row.retire_requested.connect(self._retire)
            self._list.insertWidget(place, row)
        self.empty.setVisible(not self.rows)

    def begin(self) -> None:
        """A new pair."""
        self.form.show_shoe(None)
        self._show_form(shown=True)
        self.form.name.setFocus()

    def _edit(self, shoe: Shoe) -> None:
        self.form.show_shoe(shoe)
        self._show_form(shown=True)
        self.form.name.setFocus()

    def _retire(self, shoe: Shoe) -> None:
        today = self._wall().date()
        self.kept.emit(replace(shoe, retired=None if shoe.retired else max(today, shoe.first_day or today)))

    def _save(self) -> None:
        told = self.form.told()
        if told is not None:
            self._show_form(shown=False)
            self.kept.emit(told)

    def _close_form(self) -> None:
        self._show_form(shown=False)

    def _show_form(self, *, shown: bool) -> None:
        self.form.setVisible(shown)
        for button, wanted in ((self.save, shown), (self.cancel, shown), (self.add, not shown), (self.shut, not shown)):
            button.setVisible(wanted)
