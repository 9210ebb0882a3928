"""What else can be said of pain: how large, how sore, what was noticed, what was used, and at what moment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.pain import Amount, PainEntry, PainSize, Symptom, Tenderness
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.ui.pages.check_in_rows import AskRow
from kneecoach.ui.pages.check_in_words import AMOUNTS, SIZES, TENDERNESSES
from kneecoach.ui.pages.diary_names import SUPPORTS, SYMPTOMS
from kneecoach.ui.pages.pain_entry_moment import MomentFields
from kneecoach.ui.pages.pain_entry_place import PainPlace
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.segmented import YesNo
from kneecoach.ui.widgets.text import Label, Role, Tone

ROW_PX = 44
STAYS_OPEN = (
    "A chip that opened a warning sign leaves it open when it is taken off. Answer the sign itself in the diary."
)


class OneChip(ChipRow):
    """At most one of the options; the chosen one pressed again is not chosen any more."""

    def __init__(self, options: Sequence[tuple[object, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(options, name=name, narrow=True, parent=parent)
        self._values = [value for value, _ in options]
        self._before: object = None

    def one(self) -> object:
        """The chosen option, or None."""
        return next((value for value in self._values if self.chip(value).isChecked()), None)

    def set_one(self, value: object) -> None:
        self._before = value
        self.set_value(() if value is None else (value,))

    def _changed(self) -> None:
        chosen = self.value() - {self._before}
        self.set_one(next(iter(chosen), None))
        super()._changed()


class PainMore(QWidget):
    """Changes come as a function from the entry before to the entry after."""

    changed = Signal(object)
    support_answered = Signal(object, bool)
    """A Support and whether it was used that day."""

    def __init__(self, wall: Callable[[], datetime], place: PainPlace, *, parent: QWidget | None = None) -> None:
        """What `place` can say without the map is laid out here."""
        super().__init__(parent)
        self._place = place
        self.extent = OneChip(SIZES, name="Size of the place", parent=self)
        self.tenderness = OneChip(TENDERNESSES, name="Sore to touch", parent=self)
        self.swelling = OneChip(AMOUNTS, name="Swelling", parent=self)
        self.symptoms = ChipRow(list(SYMPTOMS.items()), name="What else you notice", narrow=True, parent=self)
        self.moment = MomentFields(wall, parent=self)
        self.supports: dict[Support, YesNo] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lay_out()
        self.extent.changed.connect(self._choose_size)
        self.tenderness.changed.connect(self._choose_tenderness)
        self.swelling.changed.connect(self._choose_swelling)
        self.symptoms.changed.connect(self._choose_symptoms)
        self.moment.changed.connect(self._choose_moment)

    def _lay_out(self) -> None:
        self._add("Which knee", self._place.whose)
        self._add("No place to point at", self._place.unplaced)
        self._add("Size of the place", self.extent)
        self._add("Sore to touch", self.tenderness)
        self._add("Swelling", self.swelling)
        self._add("What else you notice", self.symptoms)
        self._column.addWidget(Label(STAYS_OPEN, Role.SMALL, Tone.INK3, wrap=True, parent=self))
        self._column.addSpacing(8)
        self._title("Used that day")
        for support, word in SUPPORTS.items():
            answer = YesNo(name=f"{word} used that day", warns=False, parent=self)
            answer.changed.connect(self._answer_support)
            self.supports[support] = answer
            self._column.addWidget(AskRow(word, answer, role=Role.SMALL, height_px=ROW_PX, parent=self))
        self._column.addSpacing(8)
        self._add("The moment", self.moment)

    def _title(self, text: str) -> None:
        self._column.addWidget(Label(text, Role.SMALL_BOLD, wrap=True, parent=self))

    def _add(self, title: str, control: QWidget) -> None:
        self._title(title)
        self._column.addWidget(control)
        self._column.addSpacing(8)

    def show_entry(self, entry: PainEntry) -> None:
        self.extent.set_one(entry.size)
        self.tenderness.set_one(entry.tenderness)
        self.swelling.set_one(entry.swelling)
        self.symptoms.set_value(entry.symptoms)
        self.moment.show_moment(entry.at)

    def show_support(self, support: SupportUsed | None) -> None:
        """What was said of the day; None when nothing was."""
        for one, answer in self.supports.items():
            used = support is not None and one in support.used
            not_used = support is not None and one in support.not_used
            answer.set_value(True if used else False if not_used else None)

    def _tell(self, **fields: object) -> None:
        self.changed.emit(lambda entry: replace(entry, **fields))

    def _choose_size(self, _chosen: object) -> None:
        size = self.extent.one()
        self._tell(size=size if isinstance(size, PainSize) else None)

    def _choose_tenderness(self, _chosen: object) -> None:
        found = self.tenderness.one()
        self._tell(tenderness=found if isinstance(found, Tenderness) else None)

    def _choose_swelling(self, _chosen: object) -> None:
        found = self.swelling.one()
        self._tell(swelling=found if isinstance(found, Amount) else None)

    def _choose_symptoms(self, chosen: Iterable[Symptom]) -> None:
        ticked = frozenset(chosen)
        self._tell(symptoms=tuple(symptom for symptom in SYMPTOMS if symptom in ticked))

    def _choose_moment(self, at: datetime) -> None:
        self._tell(at=at)

    def _answer_support(self, used: object) -> None:
        asked = next(support for support, answer in self.supports.items() if answer is self.sender())
        self.support_answered.emit(asked, bool(used))
