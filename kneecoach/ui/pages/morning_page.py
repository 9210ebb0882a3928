"""The morning check: ten seconds that close the run or session of the day before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching import mornings
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.diary import last_place
from kneecoach.coaching.mornings import Due
from kneecoach.domain.entry_pains import pains_of_morning
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.person import Units
from kneecoach.domain.screening import Permission, may_start
from kneecoach.storage.database import Store
from kneecoach.ui import words
from kneecoach.ui.pages import morning_words
from kneecoach.ui.pages.morning_form import MorningForm
from kneecoach.ui.pages.morning_side import MorningClosed, MorningMap
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import Area, FlowFooter, Kind
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role, Tone

MARGIN_PX, GUTTER_PX, TOP_PX, BOTTOM_PX = 40, 24, 8, 20
HEAD_PX = 40
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 452, 404, 1_200
ANSWERS: dict[int, bool] = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}


class MorningPage(Area):
    """Asks for one morning and keeps the answer. Leaving keeps nothing but a red flag that was told."""

    saved = Signal(object)
    """The MorningCheck that was kept."""
    put_off = Signal()

    def __init__(
        self,
        store: Store,
        person_id: UUID,
        due: Due,
        *,
        wall: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._store, self._person_id, self._due, self._wall = store, person_id, due, wall
        self._record = read_record(store, person_id, wall(), stops=False)
        self._last = last_place(store, person_id)
        self._id = uuid4()
        self._left = False
        self.setAccessibleName("Morning check")
        self._build()
        self._follow()

    def _build(self) -> None:
        units = self._record.person.units if self._record.person else Units.KM
        self.form = MorningForm(morning_words.usual_words(self._due.usual), self._last, parent=self)
        self.closed = MorningClosed(self._due, units, parent=self)
        self.map = MorningMap(parent=self)
        self.map.hide()
        held = Area()
        columns = self._columns = QHBoxLayout(held)
        columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX, BOTTOM_PX)
        columns.setSpacing(GUTTER_PX)
        columns.addWidget(self.form, 1)
        columns.addWidget(self.closed)
        columns.addWidget(self.map)
        self.scrolled = Scrolled(held, parent=self)
        self.footer = FlowFooter(parent=self)
        self.not_now = QuietButton("Not now", size=Size.LARGE, parent=self)
        self.save = PrimaryButton("Save", key="Enter", size=Size.LARGE, parent=self)
        self.footer.add_button(self.not_now)
        self.footer.add_button(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.footer)
        self._connect()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN_PX, 22, MARGIN_PX, 14)
        row.setSpacing(16)
        row.addStrut(HEAD_PX)
        title = morning_words.title(self._due, self._wall().date())
        self.title = Label(title, Role.H1_FLOW, wrap=True, parent=self)
        row.addWidget(self.title, 1)
        row.addWidget(Label(f"{words.long_day(self._due.morning)}, ten seconds", Role.BODY, Tone.INK2, parent=self))
        return row

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self.form.night_opened.connect(self._show_night)
        self.form.map_requested.connect(self._turn_map)
        self.map.changed.connect(self._take_place)
        self.map.places.valued.connect(self._take_pain)
        self.not_now.clicked.connect(self._leave)
        self.save.clicked.connect(self._save)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def check(self) -> MorningCheck | None:
        """What would be kept; None while the pain is not given."""
        pain = self.form.pain()
        if pain is None:
            return None
        return MorningCheck(
            self._id,
            self._due.morning,
            self._wall(),
            pain,
            self.form.is_stiff(),
            self.form.amount(),
            self.form.hurt_at_night(),
        )

    def _after(self, check: MorningCheck) -> Permission:
        """What `may_start` says with these answers in the record."""
        told = pains_of_morning(check, self.form.place(), self.form.night_score())
        return may_start(replace(self._record, pains=(*self._record.pains, *told)), self._wall())

    def _night_waits(self) -> bool:
        return bool(self.form.hurt_at_night()) and self.form.night_score() is None

    def _follow(self) -> None:
        """Say what follows from the answers so far."""
        pain, check = self.form.pain(), self.check()
        self.closed.week.set_now(pain)
        self.map.places.set_score(pain)
        if not pain and self.map.isVisibleTo(self):
            self._show_map(shown=False)
        if pain is None or check is None:
            self._say(None, "One answer to go", morning_words.PAIN_FIRST)
        elif self._night_waits():
            self._say(None, "One answer to go", morning_words.NIGHT_FIRST)
        else:
            today = self._wall().date()
            said = morning_words.foot_words(self._due, today, pain, self.form.amount(), self._after(check))
            self._say(*said)
        self.save.setEnabled(pain is not None and not self._night_waits())

    def _say(self, kind: Kind | None, lead: str, text: str) -> None:
        self.footer.show_message(kind, lead, text)

    def _show_night(self, row: QWidget) -> None:
        self.scrolled.bring_into_view(row, below_px=GUTTER_PX)

    def _turn_map(self) -> None:
        shown = not self.map.isVisibleTo(self)
        self._show_map(shown=shown)
        # So that Enter saves, and does not press the same button again
        (self.map.places.map.knees if shown else self.form.strip).setFocus()

    def _show_map(self, *, shown: bool) -> None:
        """The map takes the place of what is closed; what was marked on it stays."""
        if shown:
            self.map.show_place(self.form.place(), self.form.pain())
        self.closed.setVisible(not shown)
        self.map.setVisible(shown)
        self.form.show_place(self.form.place(), mapped=shown)

    def _take_place(self) -> None:
        self.form.show_place(self.map.places.place(), mapped=True)
        self._follow()

    def _take_pain(self, pain: int) -> None:
        self.form.strip.set_value(pain)
        self._follow()

    def _save(self) -> None:
        if (check := self._keep()) is not None:
            self.saved.emit(check)

    def _keep(self) -> MorningCheck | None:
        check = self.check()
        if check is None or self._night_waits():
            return None
        place, night = self.form.place(), self.form.night_score()
        try:
            return mornings.answer(self._store, self._person_id, check, self._wall(), place, night)
        except KneeCoachError as trouble:
            self._say(Kind.STOP, "This could not be kept.", str(trouble))
            return None

    def _tells_red_flag(self) -> bool:
        """Whether the answers hold a red flag that the record does not hold yet."""
        check = self.check()
        if check is None:
            return False
        after, before = self._after(check), may_start(self._record, self._wall())
        return after.red_flag and (after.urgency or 0) > (before.urgency or 0)

    def _leave(self) -> None:
        """A red flag that was told must not be lost by the key that closes; what can't be kept does not hold back."""
        if not self._left and self._tells_red_flag() and not self._night_waits():
            self._left = True
            self._save()
        else:
            self.put_off.emit()

    def put_away(self) -> None:
        """The window closes in the middle: a red flag that was told is kept."""
        if self._tells_red_flag():
            self._keep()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.strip.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and len(event.text()) == 1:
            self.form.strip.press_digit(int(event.text()))
        elif key in ANSWERS:
            self.form.answer_next(yes=ANSWERS[key])
        elif key == Qt.Key.Key_S:
            self.form.next_swelling()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.save.click()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order: the questions, the map when it is open, the foot."""
        target = beside(reading_order(self), self.focusWidget(), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
        return target is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX
        self.closed.setFixedWidth(side)
        self.map.setFixedWidth(side)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        bar = self.scrolled.verticalScrollBar().sizeHint().width() if most else 0
        self._columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX - bar, BOTTOM_PX)
