"""The weekly review: the week beside the one before it, two questions, and what is true of the next one."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching import reviews
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.storage.database import Store
from kneecoach.ui import words
from kneecoach.ui.pages import review_plan, review_words
from kneecoach.ui.pages.review_cards import NextWeek, SureCard, WeekCompared, WordsCard
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import Area, Banner, FlowFooter, Kind
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role, Tone

MARGIN_PX, GUTTER_PX, TOP_PX, BOTTOM_PX = 40, 24, 8, 20
HEAD_PX = 40
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 452, 404, 1_200
CHANGEABLE = "Both questions may be left open. The answers are kept for the week looked at and can be changed later."

Answers = tuple[Change | None, int | None]


class ReviewPage(Area):
    """Shows one week as the diary has it now, with the answers that were kept for it."""

    saved = Signal(object)
    """The WeeklyReview of before, None for the first time."""
    back_requested = Signal()

    def __init__(
        self,
        store: Store,
        person_id: UUID,
        monday: date,
        *,
        wall: Callable[[], datetime],
        back: str = "Today",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._store, self._person_id, self._monday, self._wall = store, person_id, monday, wall
        self._week = reviews.look_back(store, person_id, monday, wall())
        self.setAccessibleName("Weekly review")
        self._build(back)
        self._show()

    def _build(self, back: str) -> None:
        weeks = review_words.weeks_of(self._monday, self._wall().date())
        self.compared = WeekCompared(review_words.rows(self._week), weeks, parent=self)
        self.banner = Banner(*review_words.sentence(self._week, weeks), parent=self)
        self.words = WordsCard(parent=self)
        self.sure = SureCard(weeks, parent=self)
        foot = review_plan.foot(self._week)
        self.next = NextWeek(review_plan.rows(self._week, weeks), weeks, foot=foot, parent=self)
        held = Area()
        columns = self._columns = QHBoxLayout(held)
        columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX, BOTTOM_PX)
        columns.setSpacing(GUTTER_PX)
        left, self._right = QVBoxLayout(), QWidget(held)
        left.setSpacing(16)
        left.addWidget(self.compared, 1)
        # What comes before everything else stands there too, also where the window is low
        left.insertWidget(0 if self._week.first is not None else 1, self.banner)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        right.addWidget(self.words)
        right.addWidget(self.sure)
        right.addWidget(self.next, 1)
        columns.addLayout(left, 1)
        columns.addWidget(self._right)
        self.scrolled = Scrolled(held, parent=self)
        self.footer = FlowFooter(parent=self)
        self.save = PrimaryButton("Save review", key="Enter", size=Size.LARGE, parent=self)
        self.footer.add_button(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(back))
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.footer)
        self.back.clicked.connect(self.back_requested)
        self.save.clicked.connect(self._save)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def _head(self, back: str) -> QHBoxLayout:
        self.back = QuietButton(back, icon="chevl", parent=self)
        self.back.setAccessibleName(f"Back to {back}")
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN_PX - 8, 22, MARGIN_PX, 14)
        row.setSpacing(8)
        row.addStrut(HEAD_PX)
        row.addWidget(self.back)
        self.title = Label(review_words.title(self._monday, self._wall().date()), Role.H1_FLOW, wrap=True, parent=self)
        row.addWidget(self.title, 1)
        row.addWidget(Label("About two minutes", Role.BODY, Tone.INK2, parent=self))
        return row

    def _show(self) -> None:
        kept = self._week.review
        if kept is None:
            self.footer.show_message(None, "", CHANGEABLE)
            return
        self.show_answers((kept.change, kept.sure))
        self.footer.show_message(None, "", f"Answered on {words.long_day(kept.at.date())}. It can be changed.")

    def answers(self) -> Answers:
        """What is answered on the page, kept or not."""
        return self.words.answer.value(), self.sure.answer.value()

    def show_answers(self, answers: Answers) -> None:
        change, sure = answers
        self.words.answer.set_value(change)
        self.sure.answer.set_value(sure)

    def touched(self) -> bool:
        """Whether leaving now would lose an answer."""
        kept = self._week.review
        return self.answers() != ((kept.change, kept.sure) if kept is not None else (None, None))

    def _save(self) -> None:
        now = self._wall()
        review = WeeklyReview(uuid4(), self._monday, now, *self.answers())
        try:
            before = reviews.keep(self._store, self._person_id, review, now)
        except KneeCoachError as trouble:
            self.footer.show_message(Kind.STOP, "This could not be kept.", str(trouble))
            return
        self.saved.emit(before)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.words.answer.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the first question and lead to the second, which takes its own while it has the keyboard."""
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and len(event.text()) == 1:
            if self.words.answer.press_digit(int(event.text())):
                self.sure.answer.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.save.click()
        elif key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order, past what is only read."""
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
        self._columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX - bar, BOTTOM_PX)
