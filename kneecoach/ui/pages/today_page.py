"""Today: start the next session in one click; see the last pain, the week and the last session."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.person import first_side
from kneecoach.domain.routine import Routine
from kneecoach.domain.screening import Verdict
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import CALM_DOWN, SHORT_WARM_UP, WARM_UP, WARM_UPS
from kneecoach.storage.glance import Glance
from kneecoach.ui import words
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages import today_columns, today_picture, today_routines, today_week, today_words
from kneecoach.ui.pages.pain_card import PainCard
from kneecoach.ui.pages.quick_actions import QuickActions
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.pages.session_card import SessionCard
from kneecoach.ui.pages.today_advice import TodayAdvice
from kneecoach.ui.pages.today_notes import TodayNotes
from kneecoach.ui.pages.warm_up_card import WarmUpCard
from kneecoach.ui.pages.week_card import WeekCard
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

if TYPE_CHECKING:
    from kneecoach.coaching.advice import Advised


@dataclass(frozen=True, slots=True)
class Choice:
    """What Start would play: a routine, perhaps with exercises left out, and the side that begins.

    A rehearsal counts for nothing.
    """

    routine: Routine
    first: Side
    rehearsal: bool = False


class TodayPage(Area):
    """Reads the record through `look`; whoever shows it listens to its wishes."""

    start_requested = Signal(object)
    """The Choice to play."""
    check_in_requested = Signal()
    go_on_requested = Signal()
    close_requested = Signal()
    seen_requested = Signal()
    session_requested = Signal(object)
    review_requested = Signal()
    advice_requested = Signal(object)
    """The finding to explain, None for all advice."""
    advice_wanted = Signal()
    """`show_advice` is waited for; until then its place is kept."""
    lacking_changed = Signal(str, bool)
    """The name of a thing, and whether the person has none."""

    def __init__(
        self,
        glance: Glance,
        look: Callable[[], Glance | None],
        *,
        wall: Callable[[], datetime],
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        changes: Changes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._glance, self._look, self._wall = glance, look, wall
        self._exercises, self._routines = exercises, routines
        self._chosen: Choice | None = None
        self._shown = wall()
        self._stale = False
        self.setAccessibleName("Today")
        # The page is given the keyboard, so that Enter starts, but Tab does not stop at it: it would show no ring
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build()
        for changed in (changes.person, changes.sessions, changes.diary, changes.settings):
            changed.connect(self._on_change)
        changes.routines.connect(self._on_other_routines)
        self._show()

    def _build(self) -> None:
        self._date = Label("", Role.BODY, Tone.INK2, parent=self)
        self._knee = Label("", Role.SMALL, Tone.INK2, parent=self)
        self.warm_up = WarmUpCard(self._exercises, parent=self)
        self.pain = PainCard(parent=self)
        self.week = WeekCard(parent=self)
        self.quick = QuickActions(parent=self)
        self.session = SessionCard(parent=self)
        self._side = today_columns.column(self.quick, self.session, parent=self)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(16)
        self._column.addLayout(self._head())
        self._column.addLayout(today_columns.row(self.warm_up, self.pain))
        self.advice = TodayAdvice(parent=self)
        self.advice.advice_requested.connect(self.advice_requested)
        self._column.addWidget(self.advice)
        self.notes = TodayNotes(parent=self)
        for told, wish in (
            (self.notes.close_requested, self.close_requested),
            (self.notes.seen_requested, self.seen_requested),
            (self.notes.review_requested, self.review_requested),
        ):
            told.connect(wish)
        self._column.addWidget(self.notes)
        self._column.addLayout(today_columns.row(self.week, self._side), 1)
        inside = Area()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside, parent=self))
        # Not before: it would be measured in a width that it never has
        inside.setLayout(self._column)
        self.warm_up.start_clicked.connect(self._start)
        self.warm_up.change_clicked.connect(self._change)
        self.warm_up.other_clicked.connect(self._take_other)
        self.warm_up.favourite_clicked.connect(self._take_favourite)
        self.session.session_requested.connect(self.session_requested)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading("Today", parent=self), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._date, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._knee, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def choice(self) -> Choice:
        """What Start would play now."""
        if self._chosen is not None:
            return self._chosen
        calm = self._glance.permission(self._wall()).verdict is Verdict.CALM_ONLY
        routine = self._routines[CALM_DOWN] if calm else today_routines.main(self._glance, self._routines_now())
        return Choice(self._playable(routine), self._sore_side())

    def _playable(self, routine: Routine) -> Routine:
        return today_routines.playable(self._glance, routine, self._exercises)

    def _routines_now(self) -> dict[str, Routine]:
        return today_routines.at_hand(self._glance, self._routines, self._exercises)

    def choose(self, choice: Choice) -> None:
        """Play this from now on, until KneeCoach is closed."""
        self._chosen = choice
        self._show_choice()

    def refresh(self) -> None:
        """Read the record again, or note that it must be read when the page is next seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._glance = self._look() or self._glance
        self._show()

    def refresh_if_old(self) -> None:
        """After a change elsewhere, on a new day, and when what was said of the pain now may have run out."""
        if self._stale or not today_picture.still_good(self._shown, self._wall()):
            self.refresh()

    def _on_change(self) -> None:
        self.refresh()

    def _on_other_routines(self) -> None:
        # It may be changed or gone
        self._chosen = None
        self.refresh()

    def _sore_side(self) -> Side:
        return first_side(self._glance.person)

    def _show(self) -> None:
        now = self._wall()
        self._shown, today = now, now.date()
        glance = self._glance
        self._date.setText(words.long_day(today))
        self._knee.setText(today_words.knee_words(glance))
        self.pain.show_pain(today_picture.last_pain(glance), today, today_words.region_name)
        days = today_picture.week(glance, now, self._exercises)
        self.week.show_week(days, today, today_week.week_words(glance, days))
        self._show_choice()
        last = today_picture.last_session(glance)
        self.session.setVisible(last is not None)
        if last is not None:
            self.session.show_session(last, today)
        self._show_notes(now)
        self.advice_wanted.emit()

    def show_advice(self, advised: "Advised") -> None:
        """What the rules found by now, read beside the window."""
        self.advice.show_advised(advised, self._glance.person)
        self.warm_up.leave_out_run(yes=self.advice.no_run)

    def _of_choice(self) -> list[Exercise]:
        return [self._exercises[item.exercise] for item in self.choice().routine.items]

    def _show_choice(self) -> None:
        choice, left = self.choice(), self._glance.open_session
        if left is not None:
            self.warm_up.show_left(left)
        else:
            main = today_routines.main(self._glance, self._routines_now())
            self.warm_up.show_routine(choice.routine, choice.first, before_runs=choice.routine.id == main.id)
        # Under a red flag nothing here may look like training
        free = left is None and not self._glance.permission(self._wall()).red_flag
        self.warm_up.offer_other(self._other_words() if free else "")
        self.warm_up.change.setVisible(free)
        others = today_routines.others(self._glance, self._routines_now(), choice.routine) if free else []
        self.warm_up.offer_favourites(
            [(one.id, today_routines.link_words(one, plan(one, self._exercises).minutes)) for one in others]
        )
        if self._refused():
            self.warm_up.show_refused()
        elif self._glance.open_session is not None:
            self.warm_up.say_start("Go on")
        else:
            self.warm_up.say_start("Start warm-up" if self._is_warm_up(choice.routine) else "Start")

    def _is_warm_up(self, routine: Routine) -> bool:
        return routine.id in {*WARM_UPS, self._glance.settings.before_run}

    def _other(self) -> Routine | None:
        routine = self.choice().routine
        return {WARM_UP: self._routines[SHORT_WARM_UP], SHORT_WARM_UP: self._routines[WARM_UP]}.get(routine.id)

    def _other_words(self) -> str:
        other = self._other()
        return "" if other is None else today_routines.version_words(other, plan(other, self._exercises).minutes)

    def _show_notes(self, now: datetime) -> None:
        said = today_picture.notes(self._glance, now, self._exercises)
        judged = today_picture.is_judged(self._glance)
        self.advice.judge(self._glance.permission(now))
        self.warm_up.leave_out_run(yes=self.advice.no_run)
        self.advice.setVisible(judged)
        if not said and not judged:
            said = (today_words.needed(self._of_choice()),)
        self.notes.show_notes(said)

    def _refused(self) -> bool:
        return self._glance.permission(self._wall()).verdict is Verdict.REFUSED

    def _start(self) -> None:
        if self._refused():
            self.check_in_requested.emit()
        elif self._glance.open_session is not None:
            self.go_on_requested.emit()
        else:
            self.start_requested.emit(self.choice())

    def _take_other(self) -> None:
        if (other := self._other()) is not None:
            self.choose(Choice(self._playable(other), self.choice().first))

    def _change(self) -> None:
        # Hardly ever needed, so it must not cost every start
        from kneecoach.ui.dialogs.change_routine import ChangeRoutine  # noqa: PLC0415

        choice = self.choice()
        routines = today_routines.to_choose_from(self._glance, self._routines_now())
        lacking = self._glance.settings.lacking
        dialog = ChangeRoutine(
            choice.routine, choice.first, routines, self._exercises, lacking=lacking, parent=self.window()
        )
        dialog.lacking_changed.connect(self.lacking_changed)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take_favourite(self, routine_id: str) -> None:
        self.choose(Choice(self._playable(self._routines_now()[routine_id]), self.choice().first))

    def _take(self, routine: Routine, first: Side) -> None:
        self.choose(Choice(routine, first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.warm_up.start.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_if_old()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = today_columns.side_px(self.width())
        self.pain.setFixedWidth(side)
        self._side.setFixedWidth(side)
