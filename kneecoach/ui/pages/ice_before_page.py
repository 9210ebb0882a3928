"""Before the ice: who should not use it, how long, the cloth, and what speaks for waiting."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.ice import BeforeIce
from kneecoach.domain.finding import Finding
from kneecoach.domain.ice import CAUTION_ABOVE_MINUTES, DEFAULT_MINUTES, LONGEST_MINUTES, SHORTEST_MINUTES
from kneecoach.domain.ice_guard import before_ice
from kneecoach.ui.pages import ice_words
from kneecoach.ui.pages.morning_form import MorningRow
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import Area, Banner, Card, FlowFooter, Kind
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.segmented import YesNo
from kneecoach.ui.widgets.stepper import Stepper
from kneecoach.ui.widgets.switch import CheckBox
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role, Tone

MARGIN_PX, GUTTER_PX = 40, 24
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 404, 320, 1_200


class IceBeforePage(Area):
    """Nothing is answered beforehand; `start_requested` carries minutes, cloth, and whether the caution is past."""

    start_requested = Signal(int, bool, bool)
    back_requested = Signal()

    def __init__(
        self, known: BeforeIce, *, wall: Callable[[], datetime], back: str = "Back", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._known, self._wall = known, wall
        self._minutes = DEFAULT_MINUTES
        self._waits = before_ice(DEFAULT_MINUTES, wall(), cloth=True, last=known.last)
        self._shown: tuple[Finding, ...] = ()
        self._made: list[Banner] = []
        self.setAccessibleName("Before the ice")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._make_controls(back)
        self._lay_out()
        self._connect()
        self._show()

    def _make_controls(self, back: str) -> None:
        self.back = QuietButton(back, icon="chevl", parent=self)
        self.against = YesNo(name=ice_words.ONE_APPLIES, parent=self)
        self.length = Stepper("Minutes", parent=self)
        self.past_caution = CheckBox(ice_words.PAST_CAUTION, parent=self)
        self.cloth = YesNo(name=ice_words.CLOTH_BETWEEN, warns=False, parent=self)
        self.start = PrimaryButton("Start the ice", key="Enter", size=Size.LARGE, parent=self)
        self.footer = FlowFooter(parent=self)
        self.footer.add_button(self.start)

    def _lay_out(self) -> None:
        inside = Area()
        left = QVBoxLayout()
        left.setSpacing(16)
        self._first = self._first_card()
        self._first.setVisible(not self._known.asked)
        left.addWidget(self._first)
        left.addWidget(self._now_card())
        left.addStretch(1)
        row = self._columns = QHBoxLayout(inside)
        row.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, 20)
        row.setSpacing(GUTTER_PX)
        row.addLayout(left, 1)
        row.addWidget(self._right_column())
        self.scrolled = Scrolled(inside, parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN_PX - 8, 22, MARGIN_PX, 14)
        head.setSpacing(8)
        head.addStrut(40)
        head.addWidget(self.back)
        head.addWidget(Label(ice_words.title(self._known.pain), Role.H1_FLOW, wrap=True, parent=self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.footer)

    def _right_column(self) -> QWidget:
        """What speaks for waiting stands where it moves no control."""
        self._right = QWidget(self)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for found in self._waits:
            column.addWidget(_banner(found, self))
        self._banners = QVBoxLayout()
        self._banners.setSpacing(16)
        column.addLayout(self._banners)
        column.addWidget(self._how_card(), 1)
        return self._right

    def _first_card(self) -> Card:
        card = Card(parent=self)
        card.body.addWidget(Label("Before your first ice", Role.H3, parent=card))
        for reason in ice_words.AGAINST:
            card.body.addWidget(Label(f"\N{BULLET}  {reason}", wrap=True, parent=card))
        card.body.addSpacing(4)
        card.body.addWidget(MorningRow(ice_words.ONE_APPLIES, "Asked this once.", self.against, parent=card))
        return card

    def _now_card(self) -> Card:
        card = Card(parent=self)
        card.body.setSpacing(0)
        usual = f"{SHORTEST_MINUTES} to {CAUTION_ABOVE_MINUTES}; the caution below lets you set more."
        card.body.addWidget(MorningRow("How long", usual, self.length, ruled=False, parent=card))
        note = "Wet it and wring it out."
        card.body.addWidget(MorningRow(ice_words.CLOTH_BETWEEN, note, self.cloth, parent=card))
        longer = MorningRow(ice_words.LONGER, ice_words.TOO_LONG, parent=card)
        longer.below.addWidget(self.past_caution)
        longer.below.addSpacing(8)
        card.body.addWidget(longer)
        return card

    def _how_card(self) -> Card:
        card = Card(parent=self)
        card.body.setSpacing(14)
        card.body.addWidget(Label("How", Role.H3, parent=card))
        for icon, sentence in ice_words.HOW:
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Icon(icon, 20, Tone.INK2, parent=card), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(sentence, wrap=True, parent=card), 1)
            card.body.addLayout(row)
        card.body.addStretch(1)
        card.body.addWidget(Label(ice_words.HOW_LONG, Role.SMALL, Tone.INK2, wrap=True, parent=card))
        return card

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.start.clicked.connect(self._start)
        self.length.stepped.connect(self.step)
        self.past_caution.toggled.connect(self._cap)
        self.against.changed.connect(self._show)
        self.cloth.changed.connect(self._show)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def minutes(self) -> int:
        """What is set."""
        return self._minutes

    def cautions(self) -> tuple[Finding, ...]:
        """What rule R21 says of what is set now."""
        return (*self._waits, *self._shown)

    def step(self, minutes: int) -> None:
        """So many more or fewer, within what can be set."""
        self._minutes = min(max(self._minutes + minutes, SHORTEST_MINUTES), self._most())
        self._show()

    def _cap(self) -> None:
        self.step(0)

    def _most(self) -> int:
        return LONGEST_MINUTES if self.past_caution.isChecked() else CAUTION_ABOVE_MINUTES

    def _show(self) -> None:
        self.length.show_number(
            str(self._minutes), least=self._minutes == SHORTEST_MINUTES, most=self._minutes == self._most()
        )
        cloth = self.cloth.value()
        self._show_cautions(before_ice(self._minutes, self._wall(), cloth=cloth is not False, last=None))
        found = self.cautions()
        against = not self._known.asked and self.against.value()
        open_still = cloth is None or (not self._known.asked and self.against.value() is None)
        self.start.setEnabled(not against and not open_still)
        if against:
            self.footer.show_message(Kind.STOP, ice_words.NOT_FOR_YOU, ice_words.NOT_FOR_YOU_TEXT)
        elif open_still:
            self.footer.show_message(None, "", ice_words.STILL_OPEN)
        elif found:
            self.footer.show_message(Kind.WARN, f"{found[0].title}.", ice_words.YOU_DECIDE)
        else:
            self.footer.show_message(Kind.OK, "Ready", ice_words.CUE)

    def _show_cautions(self, found: tuple[Finding, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        for old in self._made:
            self._banners.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        for one in found:
            banner = _banner(one, self)
            self._banners.addWidget(banner)
            self._made.append(banner)

    def _start(self) -> None:
        self.start_requested.emit(self._minutes, bool(self.cloth.value()), self.past_caution.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1}
        answers = {keys.Key_Y: True, keys.Key_N: False}
        key = keys(event.key())
        if key in steps:
            self.step(steps[key])
        elif key in answers and (question := self._open_question()) is not None:
            question.press(answers[key])
        elif key in {keys.Key_Return, keys.Key_Enter} and not event.isAutoRepeat():
            self.start.click()
        elif key == keys.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _open_question(self) -> YesNo | None:
        asked = (self.cloth,) if self._known.asked else (self.against, self.cloth)
        return next((one for one in asked if one.value() is None), None)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order."""
        target = beside(reading_order(self), self.focusWidget(), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
            self.scrolled.ensureWidgetVisible(target, 0, GUTTER_PX)
        return target is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        bar = self.scrolled.verticalScrollBar().sizeHint().width() if most else 0
        self._columns.setContentsMargins(MARGIN_PX, 8, MARGIN_PX - bar, 20)


def _banner(found: Finding, page: QWidget) -> Banner:
    return Banner(Kind.WARN, f"{found.title}.", f"{found.text} {found.because[0]}.", parent=page)
