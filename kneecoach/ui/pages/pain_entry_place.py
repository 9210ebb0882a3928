"""Where one entry of pain is: the knee map, whose knee, and the places by name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.ui.pages.diary_words import place_words, short_region
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import IconButton
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.knee_drawing import DEEP_INSIDE, MOVES_AROUND, UNDRAWN, WHOLE_KNEE, Spot, home_view
from kneecoach.ui.widgets.knee_map import KneeMap
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Label, Role, Tone

KNEES_PX = 214
UNPLACED = ((WHOLE_KNEE, "Whole knee"), (DEEP_INSIDE, "Deep inside"), (MOVES_AROUND, "Moves around"))
WHOSE = ((Side.RIGHT, "Right"), (Side.LEFT, "Left"), (Side.BOTH, "Both"))
PAIN_FIRST = "Give the pain from 0 to 10 first."
HINT = "Tap where it hurts. Tap again to clear."
Place = tuple[Side | None, tuple[str, ...]]


class PlaceRow(QWidget):
    """One place by name, and the way to clear it."""

    cleared = Signal(str)

    def __init__(self, region: str, value: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region = region
        name = short_region(region)
        self.clear = IconButton("x", f"Clear {name}", parent=self)
        self.clear.clicked.connect(self._clear)
        line = QHBoxLayout()
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(PainSwatch(value, parent=self))
        line.addWidget(Label(name, Role.SMALL, wrap=True, parent=self), 1)
        line.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(line)

    def _clear(self) -> None:
        self.cleared.emit(self._region)


class PainPlace(QWidget):
    """All places of an entry share its pain and its side. `whose` and `unplaced` are laid out by whoever shows it.

    A tap on the other knee asks for an entry of its own there, unless nobody has touched the place that was offered.
    """

    changed = Signal()
    valued = Signal(int)
    """Another pain, told on the map."""
    other_knee = Signal(object)
    """The spot on the other knee."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self._regions: tuple[str, ...] = ()
        self._score: int | None = None
        self._offered = False
        self._rows: list[PlaceRow] = []
        self.map = KneeMap(short=True, parent=self)
        self.whose = Segmented(WHOSE, name="Which knee", compact=True, parent=self)
        self.unplaced = ChipRow(UNPLACED, name="No place to point at", narrow=True, parent=self)
        self.hint = Label(HINT, Role.SMALL, Tone.INK3, wrap=True, parent=self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.map)
        column.addLayout(self._list)
        column.addWidget(self.hint)
        self.map.marks_changed.connect(self._mark)
        self.map.pain_needed.connect(self._want_pain)
        self.whose.changed.connect(self._choose_side)
        self.unplaced.changed.connect(self._choose_unplaced)
        self._size_map()

    def place(self) -> Place:
        return self._side, self._regions

    def offered(self) -> bool:
        """Whether the place is still the last one, which nobody has chosen for this entry."""
        return self._offered

    def show_place(self, place: Place, score: int | None, *, offered: bool = False) -> None:
        """`offered` says that it is the last place, which nobody has chosen for this entry yet."""
        self._side, self._regions = place
        self._offered = offered
        drawn = [region for region in self._regions if region not in UNDRAWN]
        if drawn:
            self.map.set_view(home_view(drawn[0]))
        self.set_score(score)

    def set_score(self, score: int | None) -> None:
        """The pain of all its places; None while it is not given."""
        self._score = score
        self.map.set_current(score)
        self._show()

    def rows(self) -> tuple[PlaceRow, ...]:
        return tuple(self._rows)

    def _size_map(self) -> None:
        scale = max(1.0, tokens_of(self).text_scale)
        self.map.knees.setFixedHeight(round(KNEES_PX * scale))

    def _sides(self) -> tuple[Side, ...]:
        return (self._side,) if self._side in (Side.LEFT, Side.RIGHT) else (Side.RIGHT, Side.LEFT)

    def _marks(self) -> dict[Spot, int]:
        if self._score is None:
            return {}
        return {(side, region): self._score for side in self._sides() for region in self._regions}

    def _show(self) -> None:
        self.map.set_marks(self._marks())
        self.whose.set_value(self._side)
        self.unplaced.set_value(region for region in self._regions if region in UNDRAWN)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        if self._score is not None:
            for region in self._regions:
                self._add_row(region, self._score)
        self.hint.set_tone(Tone.INK3)
        waits = self._score is None and bool(self._regions)
        self.hint.setText(f"Last place: {place_words(self._side, self._regions)}." if waits else HINT)
        self.hint.setVisible(waits or not self._regions)

    def _add_row(self, region: str, score: int) -> None:
        row = PlaceRow(region, score, parent=self)
        row.cleared.connect(self._clear)
        self._rows.append(row)
        self._list.addWidget(row)

    def _mark(self, marks: dict[Spot, int]) -> None:
        before = self._marks()
        added = [spot for spot in marks if spot not in before]
        gone = [spot for spot in before if spot not in marks]
        if added:
            self._add(added[0])
        elif gone:
            self._clear(gone[0][1])
        else:
            value = next((marks[spot] for spot in marks if marks[spot] != before[spot]), self._score)
            if value is not None and value != self._score:
                self.valued.emit(value)

    def _add(self, spot: Spot) -> None:
        side, region = spot
        if self._side in (None, side, Side.BOTH) or not self._regions:
            self._take(self._side if self._side is Side.BOTH else side, (*self._regions, region))
        elif self._offered:
            self._take(side, (region,))
        else:
            self._show()
            self.other_knee.emit(spot)

    def _clear(self, region: str) -> None:
        self._take(self._side, tuple(one for one in self._regions if one != region))
        self.map.knees.setFocus()

    def _choose_side(self, side: object) -> None:
        if isinstance(side, Side):
            self._take(side, self._regions)

    def _choose_unplaced(self, chosen: frozenset[str]) -> None:
        drawn = tuple(region for region in self._regions if region not in UNDRAWN)
        self._take(self._side, (*drawn, *(region for region, _ in UNPLACED if region in chosen)))

    def _take(self, side: Side | None, regions: tuple[str, ...]) -> None:
        self._side, self._regions, self._offered = side, tuple(dict.fromkeys(regions)), False
        self._show()
        self.changed.emit()

    def _want_pain(self) -> None:
        self.hint.set_tone(Tone.STOP)
        self.hint.setText(PAIN_FIRST)
        self.hint.show()
