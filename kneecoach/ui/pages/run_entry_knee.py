"""The right card of a run: whether the knee hurt, when, how much, and where."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.entry_pains import Place
from kneecoach.domain.exercise import Side
from kneecoach.domain.run import Onset, Run
from kneecoach.ui.pages.pain_entry_place import PainPlace
from kneecoach.ui.pages.run_entry_words import ASKED, DURING, ONSETS, WHEN, said_words
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.choice_grid import ChoiceGrid
from kneecoach.ui.widgets.knee_drawing import Spot
from kneecoach.ui.widgets.named import Named
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.spread_row import SpreadRow
from kneecoach.ui.widgets.text import Label, Role, Tone

ONSET_PX = 36
NOWHERE: Place = (None, ())


class RunKnee(QWidget):
    """Four pains on one strip, none given to begin with. The places share the highest of them."""

    changed = Signal()
    hour_told = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pains: dict[str, int | None] = {when: None for when, _ in WHEN}
        self._shown = DURING
        self.when = ChoiceGrid(WHEN, name="When", cell_px=36, text_px=14, parent=self)
        self.when.keep_one()
        self.when.set_value(DURING)
        self.strip = PainStrip(name=ASKED[DURING], cell_px=44, parent=self)
        self.said = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.onset = ChoiceGrid(ONSETS, name="It began", cell_px=ONSET_PX - 2, text_px=14, fills=False, parent=self)
        self.place = PainPlace(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label("Did the knee hurt?", Role.H3, wrap=True, parent=self))
        column.addWidget(self.when)
        column.addWidget(self.strip)
        column.addWidget(self.said)
        began = Label("It began", parent=self)
        began.setMinimumHeight(ONSET_PX)
        column.addWidget(SpreadRow([began, self.onset], parent=self))
        column.addWidget(Hairline(parent=self))
        column.addWidget(self.place)
        column.addWidget(Named("Which knee", self.place.whose, fills=False, parent=self))
        column.addWidget(self.place.unplaced)
        column.addStretch(1)
        self.when.changed.connect(self._turn_to)
        self.strip.make_clearable()
        self.strip.changed.connect(self._say)
        self.strip.cleared.connect(self._take_back)
        self.onset.changed.connect(self.changed)
        self.place.changed.connect(self.changed)
        self.place.valued.connect(self._say_on_map)
        self.place.other_knee.connect(self._both)
        self._show()

    def show_run(self, run: Run, place: Place) -> None:
        self._pains = {when: getattr(run, when) for when, _ in WHEN}
        self.onset.set_value(run.onset)
        self.place.show_place(place, None)
        self._show()

    def offer_place(self, place: Place) -> None:
        """The last place: it is taken over once it hurts, unless another one is shown."""
        self.place.show_place(place, None, offered=True)
        self._show()

    def told(self) -> dict[str, Any]:
        """The fields of the run that are told here, for `Run`."""
        onset = self.onset.value()
        return {**self._pains, "onset": onset if isinstance(onset, Onset) else None}

    def told_place(self) -> Place:
        """Nowhere when nothing hurt."""
        return self.place.place() if self._highest() else NOWHERE

    def hurts(self) -> bool:
        """Whether any pain was told, be it none."""
        return any(pain is not None for pain in self._pains.values())

    def pain(self, when: str) -> int | None:
        return self._pains[when]

    def turn_to(self, when: str) -> None:
        """What the strip asks for."""
        self.when.set_value(when)
        self._turn_to(when)

    def _highest(self) -> int | None:
        """None also for no pain: there is no place of no pain."""
        return max((pain for pain in self._pains.values() if pain), default=None)

    def _turn_to(self, when: object) -> None:
        self._shown = str(when)
        self.strip.set_name(ASKED[self._shown])
        self._show()

    def _take_back(self) -> None:
        self._say(None)

    def _say(self, pain: int | None) -> None:
        self._pains[self._shown] = pain
        self._show()
        self.hour_told.emit()
        self.changed.emit()

    def _say_on_map(self, pain: int) -> None:
        """The places share the highest pain: what is said there is that one."""
        highest = self._highest()
        of = [when for when, told in self._pains.items() if told == highest and highest is not None]
        when = self._shown if not of or self._shown in of else of[0]
        self._pains[when] = pain
        self._show()
        self.changed.emit()

    def _both(self, spot: Spot) -> None:
        """A run is one entry: a place on the other knee makes it both knees."""
        _, regions = self.place.place()
        self.place.show_place((Side.BOTH, tuple(dict.fromkeys((*regions, spot[1])))), self._highest())
        self.changed.emit()

    def _show(self) -> None:
        self.strip.set_value(self._pains[self._shown])
        self.strip.set_others(pain for when, pain in self._pains.items() if when != self._shown and pain is not None)
        self.said.setText(said_words(self._pains))
        self.place.set_score(self._highest())
