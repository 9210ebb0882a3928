"""The plan: one goal, the days of the week, how it began, and what changed. Everything is kept as it is said."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.plans import Background
from kneecoach.domain.person import Units
from kneecoach.domain.plan import MAX_GOAL, NOTHING_PLANNED, Plan, PlannedDay
from kneecoach.ui.pages import plan_words
from kneecoach.ui.pages.plan_began import BeganCard
from kneecoach.ui.pages.plan_changes import ChangedCard
from kneecoach.ui.pages.plan_week import WeekTable
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.buttons import QuietButton
from kneecoach.ui.widgets.card import Area, Card
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role, Tone

MARGIN_PX, GUTTER_PX, TOP_PX, BOTTOM_PX, HEAD_PX = 40, 24, 8, 28, 40
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 452, 336, 1_200


class GoalCard(Card):
    """One line in the person's own words. `changed` when it was written over."""

    changed = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 16), parent=parent)
        self._shown = ""
        self.field = LineField(plan_words.GOAL, show_label=False, placeholder=plan_words.GOAL_EXAMPLE, parent=self)
        self.field.edit.setMaxLength(MAX_GOAL)
        self.body.addWidget(Label(plan_words.GOAL, Role.H3, wrap=True, parent=self))
        self.body.addWidget(self.field)
        self.body.addWidget(Label(plan_words.GOAL_HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.field.finished.connect(self._finish)

    def show_goal(self, goal: str) -> None:
        """What is being typed stays while the goal is as it was."""
        if goal != self._shown:
            self._shown = goal
            self.field.set_text(goal)

    def finish(self) -> None:
        """Keep what is written so far."""
        self._finish(self.field.text())

    def _finish(self, text: str) -> None:
        # What could not be kept is told again when the field is next left
        if text.strip() != self._shown:
            self.changed.emit(text.strip())


class PlanPage(Area):
    """Shows the background as it was read, and says what the person changes; whoever shows it keeps that."""

    back_requested = Signal()
    undo_requested = Signal()
    goal_changed = Signal(str)
    days_changed = Signal(object)
    """The seven PlannedDay."""
    began_changed = Signal(object)
    injury_told = Signal(object)
    novelty_told = Signal(object)
    novelty_deleted = Signal(object)

    def __init__(
        self,
        background: Background,
        *,
        wall: Callable[[], datetime],
        back: str,
        red_flag: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        person = background.person
        self._units = person.units if person is not None else Units.KM
        self.setAccessibleName(plan_words.TITLE)
        self.goal = GoalCard(parent=self)
        self.week = WeekTable(self._units, parent=self)
        self._hint = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._sum = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.began = BeganCard(wall, parent=self)
        self.changed = ChangedCard(wall, parent=self)
        self._build(back)
        self._connect()
        self.show_background(background, red_flag=red_flag)

    def _build(self, back: str) -> None:
        week = Card(margins=(24, 16, 24, 16), parent=self)
        week.body.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label("The week", Role.H3, parent=week))
        head.addWidget(self._sum, 1)
        week.body.addLayout(head)
        week.body.addWidget(self.week)
        week.body.addWidget(self._hint)
        held = Area()
        columns = self._columns = QHBoxLayout(held)
        columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX, BOTTOM_PX)
        columns.setSpacing(GUTTER_PX)
        self._right = QWidget(held)
        left, right = QVBoxLayout(), QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        for column, cards in ((left, (self.goal, week)), (right, (self.began, self.changed))):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        columns.addLayout(left, 1)
        columns.addWidget(self._right)
        self.scrolled = SteadyScrolled(held, margin_px=MARGIN_PX, parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head(back))
        whole.addWidget(self.scrolled, 1)

    def _head(self, back: str) -> QHBoxLayout:
        self.back = QuietButton(back, icon="chevl", parent=self)
        self.back.setAccessibleName(f"Back to {back}")
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN_PX - 8, 22, MARGIN_PX, 14)
        row.setSpacing(8)
        row.addStrut(HEAD_PX)
        row.addWidget(self.back)
        row.addWidget(Label(plan_words.TITLE, Role.H1_FLOW, wrap=True, parent=self), 1)
        row.addWidget(Label(plan_words.AT_ONCE, Role.BODY, Tone.INK2, parent=self))
        return row

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.goal.changed.connect(self.goal_changed)
        self.week.changed.connect(self._tell_days)
        self.began.began_changed.connect(self.began_changed)
        self.began.injury_told.connect(self.injury_told)
        self.changed.told.connect(self.novelty_told)
        self.changed.delete_requested.connect(self.novelty_deleted)

    def show_background(self, background: Background, *, red_flag: bool) -> None:
        """As it is kept now; what is being typed elsewhere stays. Under a red flag nothing here hints at training."""
        self._hint.setText(plan_words.RED_HINT if red_flag else plan_words.WEEK_HINT)
        self._hint.set_tone(Tone.STOP if red_flag else Tone.INK2)
        plan, person = background.plan, background.person
        self.goal.show_goal(plan.goal if plan is not None else "")
        days = plan.days if plan is not None else NOTHING_PLANNED
        self.week.show_days(days)
        self._sum_up(plan)
        self.began.show_told(person.began if person is not None else None, background.injuries)
        self.changed.show_novelties(background.novelties)

    def _sum_up(self, plan: Plan | None) -> None:
        said = plan_words.week_words(plan, self._units) if plan is not None else plan_words.NOTHING_PLANNED
        self._sum.setText(said)

    def _tell_days(self, days: tuple[PlannedDay, ...]) -> None:
        self.days_changed.emit(days)

    def put_away(self) -> None:
        """What is being typed is kept."""
        self.goal.finish()
        self.week.finish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.goal.field.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            self.back_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
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
