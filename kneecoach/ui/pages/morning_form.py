"""The questions of the morning: pain, and four short rows of which nothing is answered beforehand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.entry_pains import Place
from kneecoach.domain.pain import Amount
from kneecoach.ui.pages.diary_words import place_words
from kneecoach.ui.widgets.buttons import SecondaryButton
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.choice_grid import ChoiceGrid, YesNoUnknown
from kneecoach.ui.widgets.knee_drawing import UNDRAWN, home_view
from kneecoach.ui.widgets.knee_picture import KneePicture
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.text import Label, Role, Tone

ROW_PX, PICTURE_PX = 72, 34
NIGHT_CELL_PX = 44
SWELLINGS = ((Amount.NONE, "No"), (Amount.LITTLE, "A little"), (Amount.CLEAR, "Clearly"))
ORDER = (Amount.NONE, Amount.LITTLE, Amount.CLEAR)
ELSEWHERE, ON_THE_MAP, BACK = "Elsewhere", "Show on the map", "Done"
NO_PLACE = "Not marked yet"
UNKNOWN_STAYS = "A morning without an answer stays unknown. Nothing is filled in for you."


class MorningRow(QWidget):
    """A question with a note under it, and what answers it; `below` takes what a yes opens."""

    def __init__(self, text: str, note: str, *controls: QWidget, ruled: bool = True, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label(text, Role.BODY, wrap=True, parent=self)
        self.note = Label(note, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self.label)
        said.addWidget(self.note)
        said.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(16)
        line.addLayout(said, 1)
        for control in controls:
            line.addWidget(control)
        held = QWidget(self)
        held.setLayout(line)
        held.setMinimumHeight(ROW_PX)
        self.below = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if ruled:
            column.addWidget(Hairline(parent=self))
        column.addWidget(held)
        column.addLayout(self.below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class MorningForm(QWidget):
    """Holds the answers. Only the pain, and that of a night that hurt, are needed."""

    changed = Signal()
    night_opened = Signal(QWidget)
    map_requested = Signal()
    """The place is another one, or is done with."""

    def __init__(self, usual: str, last: Place, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._mapped = last, False
        self.strip = PainStrip(name="Pain in the first minutes out of bed", parent=self)
        self.stiff = YesNoUnknown(name="Stiff for longer than a few minutes", parent=self)
        self.swelling = ChoiceGrid(
            SWELLINGS, name="Swollen, compared with the other knee", cell_px=34, text_px=14, fills=False, parent=self
        )
        self.night = YesNoUnknown(name="Did it hurt at night", parent=self)
        self.night_strip = PainStrip(name="Pain in the night", cell_px=NIGHT_CELL_PX, words=False, parent=self)
        self.picture = KneePicture(width_px=PICTURE_PX, parent=self)
        self.elsewhere = SecondaryButton(ELSEWHERE, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._pain_card(usual))
        column.addWidget(self._rows_card(), 1)
        for control in (self.stiff, self.swelling, self.night):
            control.changed.connect(self._tell)
        self.strip.changed.connect(self._follow_pain)
        self.night.changed.connect(self._open_night)
        self.night_strip.changed.connect(self._tell)
        self.elsewhere.clicked.connect(self.map_requested)
        self.show_place(last)

    def _pain_card(self, usual: str) -> Card:
        card = Card(margins=(24, 18, 24, 16), parent=self)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Label("Pain in the first minutes out of bed", Role.H3, wrap=True, parent=card), 1)
        head.addWidget(Label(usual, Role.SMALL, Tone.INK2, parent=card))
        card.body.addLayout(head)
        card.body.addSpacing(4)
        card.body.addWidget(self.strip)
        return card

    def _rows_card(self) -> Card:
        card = Card(margins=(24, 8, 24, 14), parent=self)
        card.body.setSpacing(0)
        swollen = "Compare with the other knee"
        self.night_row = MorningRow(
            "Did it hurt at night?", "Woke you, or hurt without moving", self.night, parent=card
        )
        self.place_row = MorningRow("Same place as last time?", "", self.picture, self.elsewhere, parent=card)
        rows = (
            MorningRow("Stiff?", "Longer than a few minutes", self.stiff, ruled=False, parent=card),
            MorningRow("Swollen?", swollen, self.swelling, parent=card),
            self.night_row,
            self.place_row,
        )
        for row in rows:
            card.body.addWidget(row)
        self.night_held = self._night_held(card)
        self.night_row.below.addWidget(self.night_held)
        self.night_held.hide()
        card.body.addWidget(Hairline(parent=card))
        card.body.addSpacing(14)
        card.body.addWidget(Label(UNKNOWN_STAYS, Role.SMALL, Tone.INK2, wrap=True, parent=card))
        card.body.addStretch(1)
        return card

    def _night_held(self, card: Card) -> QWidget:
        held = QWidget(card)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(4)
        column.addWidget(Label("How much in the night?", Role.LABEL, parent=held))
        column.addWidget(self.night_strip)
        return held

    def pain(self) -> int | None:
        return self.strip.value()

    def amount(self) -> Amount | None:
        value = self.swelling.value()
        return value if isinstance(value, Amount) else None

    def is_stiff(self) -> bool | None:
        value = self.stiff.value()
        return None if value is None else bool(value)

    def hurt_at_night(self) -> bool | None:
        value = self.night.value()
        return None if value is None else bool(value)

    def night_score(self) -> int | None:
        return self.night_strip.value() if self.hurt_at_night() else None

    def place(self) -> Place:
        """Where it hurts: the last place unless another one was shown."""
        return self._place

    def show_place(self, place: Place, *, mapped: bool = False) -> None:
        """Say and draw the place; `mapped` while the map is open."""
        self._place, self._mapped = place, mapped
        side, regions = place
        known = bool(regions)
        drawn = [region for region in regions if region not in UNDRAWN]
        self.place_row.label.setText("Same place as last time?" if known and not mapped else "Where does it hurt?")
        self.place_row.note.setText(place_words(side, regions) if known else NO_PLACE)
        self.elsewhere.set_words(BACK if mapped else ELSEWHERE if known else ON_THE_MAP)
        if drawn and side is not None:
            pain = self.pain()
            self.picture.show_knee(home_view(drawn[0]), side.leading, dict.fromkeys(drawn, pain))
        self.picture.setVisible(bool(drawn) and side is not None)

    def answer_next(self, *, yes: bool) -> None:
        """What Y and N do away from a row: the first of the two questions that is still open."""
        waits = next((one for one in (self.stiff, self.night) if one.value() is None), None)
        if waits is not None:
            waits.press(yes)
        if waits is not self.night or not yes:
            # The next letter is for the next question
            self.strip.setFocus()

    def next_swelling(self) -> None:
        """What S does: none, a little, clearly, and none again."""
        now = self.amount()
        self.swelling.press(ORDER[0] if now is None else ORDER[(ORDER.index(now) + 1) % len(ORDER)])
        self.strip.setFocus()

    def _follow_pain(self, pain: int) -> None:
        # At 0 it hurts nowhere
        self.place_row.setVisible(pain > 0)
        self.show_place(self._place, mapped=self._mapped)
        self.changed.emit()

    def _open_night(self, hurt: object) -> None:
        self.night_held.setVisible(bool(hurt))
        if hurt:
            self.night_strip.setFocus()
            self.night_opened.emit(self.night_row)
        self.changed.emit()

    def _tell(self, _value: object) -> None:
        self.changed.emit()
