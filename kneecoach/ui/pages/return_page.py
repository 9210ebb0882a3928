"""Returning to running: today's stage, why it is that one, what comes next, and the way into its timer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.returning import STAGES, Step
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages import return_words as words
from kneecoach.ui.pages.return_ladder import StageLadder, Swatch
from kneecoach.ui.pages.return_table import MoveOn
from kneecoach.ui.pages.return_today import TodayStage
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Area, Banner, Card, Kind
from kneecoach.ui.widgets.crumbs import Crumbs
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

MARGIN_PX, GUTTER_PX = 32, 16
TABLE_PX, NARROW_TABLE_PX, NARROW_BELOW_PX = 440, 372, 960
BESIDE_FROM_PX, ANY_WIDTH_PX = 828, 16_777_215
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReturnPage(Area):
    """Reads again whenever it is shown or what it read has changed. Under a red flag it says that alone."""

    timer_requested = Signal()
    warm_up_requested = Signal()
    log_requested = Signal()
    run_requested = Signal(object)
    check_in_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        read: Callable[[], Returning],
        *,
        changes: Changes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._read = read
        self._found: Returning | None = None
        self.crumbs = Crumbs("Today", parent=self)
        self.crumbs.set_name(words.TITLE)
        self.title = Heading("", Role.H1, parent=self)
        self._since = Label("", Role.SMALL, Tone.INK2, parent=self)
        self.banner = Banner(Kind.STOP, parent=self)
        self.check_in = PrimaryButton("Check in again", parent=self)
        self.ladder = StageLadder(STAGES, parent=self)
        self._looked_at = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.today = TodayStage(parent=self)
        self.move_on = MoveOn(parent=self)
        self.setAccessibleName(words.TITLE)
        self._lay_out()
        self._connect(changes)

    @property
    def found(self) -> Returning | None:
        """What is shown."""
        return self._found

    def set_above(self, name: str) -> None:
        """The page that the way back leads to."""
        self.crumbs.back.set_words(name)
        self.crumbs.back.setAccessibleName(f"Back to {name}")

    def refresh(self) -> None:
        found = self._found = self._read()
        stands = found.standing
        self.title.setText(words.TITLE if found.stopped else words.title_of(found))
        self._since.setText(words.since_words(found))
        self._stages.setVisible(not found.stopped)
        self._columns_held.setVisible(not found.stopped)
        self._show_banner(found)
        self.check_in.setVisible(found.stopped)
        if found.stopped:
            return
        self.ladder.show_stage(stands.stage.number, done=stands.step is Step.DONE)
        self._look_at()
        self.today.show_today(found)
        self.move_on.show_times(found, found.profile)

    def _show_banner(self, found: Returning) -> None:
        """A red flag alone; else what another rule says of leaving the run, before anything of the stage."""
        self.banner.setVisible(found.stopped or bool(found.stops))
        if found.stopped:
            numbers = " ".join(found.permission.numbers)
            self.banner.show_message(Kind.STOP, found.permission.title, f"{found.permission.words} {numbers}".strip())
        elif found.stops:
            first = found.stops[0]
            more = " ".join(f"{one.title}." for one in found.stops[1:])
            self.banner.show_message(Kind.WARN, f"{first.title}.", f"{first.text} {more}".strip())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """The table stands beside today's stage where both have room, else below it."""
        below = self.width() - 2 * MARGIN_PX < BESIDE_FROM_PX * tokens_of(self).text_scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        beside = NARROW_TABLE_PX if self.width() < NARROW_BELOW_PX else TABLE_PX
        self.move_on.setMinimumWidth(0 if below else beside)
        self.move_on.setMaximumWidth(ANY_WIDTH_PX if below else beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        no = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not no or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self._press(self.walk_or_warm_up)
        elif event.key() == Qt.Key.Key_T:
            self._press(self.walk_or_timer)
        elif event.key() == Qt.Key.Key_R and self.today.log.isVisible():
            self.log_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    @property
    def walk_or_warm_up(self) -> QWidget:
        return self.today.warm_up if self.today.warm_up.isVisible() else self.today.walk

    @property
    def walk_or_timer(self) -> QWidget:
        return self.today.timer if self.today.timer.isVisible() else self.today.walk

    def _press(self, button: QWidget) -> None:
        if button.isVisible() and isinstance(button, PrimaryButton | SecondaryButton):
            button.click()

    def _connect(self, changes: Changes) -> None:
        self.crumbs.back_requested.connect(self.back_requested)
        self.check_in.clicked.connect(self.check_in_requested)
        self.ladder.looked_at.connect(self._look_at)
        self.today.timer_requested.connect(self.timer_requested)
        self.today.warm_up_requested.connect(self.warm_up_requested)
        self.today.log_requested.connect(self.log_requested)
        self.move_on.run_requested.connect(self.run_requested)
        for changed in (changes.diary, changes.sessions, changes.person):
            changed.connect(self._refresh_if_seen)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _look_at(self) -> None:
        self._looked_at.setText(words.stage_words(self.ladder.stage_looked_at()))

    def _lay_out(self) -> None:
        held = Area(parent=self)
        column = QVBoxLayout(held)
        column.setContentsMargins(MARGIN_PX, 28, MARGIN_PX, 20)
        column.setSpacing(GUTTER_PX)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self.check_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._ladder_card(held))
        self._columns_held = QWidget(held)
        row = self._row = QHBoxLayout(self._columns_held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.today, 1)
        row.addWidget(self.move_on)
        column.addWidget(self._columns_held, 1)
        column.addStretch(0)
        self.scrolled = SteadyScrolled(held, margin_px=MARGIN_PX, parent=self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scrolled)

    def _head(self) -> QHBoxLayout:
        row, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.crumbs)
        names.addWidget(self.title)
        row.addLayout(names, 1)
        row.addWidget(self._since, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _ladder_card(self, parent: QWidget) -> Card:
        card = self._stages = Card(margins=(22, 16, 22, 12), parent=parent)
        head = QHBoxLayout()
        head.setSpacing(GUTTER_PX)
        head.addWidget(Label("Stages, minutes", Role.H3, parent=card))
        head.addWidget(self._looked_at, 1)
        for filled, text in ((True, "Run"), (False, "Walk and run together")):
            head.addWidget(Swatch(filled=filled, parent=card))
            head.addWidget(Label(text, Role.SMALL, Tone.INK2, parent=card))
        card.body.addLayout(head)
        card.body.addWidget(self.ladder)
        return card
