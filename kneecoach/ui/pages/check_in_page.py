"""The check-in: half a minute that decides whether to go, to go easier, or to stop and see someone."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kneecoach.coaching import doctor
from kneecoach.coaching.check_in import read_record, save_check_in
from kneecoach.domain.answered import Answered, Entries, entries_of
from kneecoach.domain.check_in import Family
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.flag import Urgency
from kneecoach.domain.known import last_pain
from kneecoach.domain.routine import Routine
from kneecoach.domain.screening import Permission, Verdict, may_start
from kneecoach.exchange.catalogue import CALM_DOWN, SHORT_WARM_UP, WARM_UP
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.check_in_footer import CheckInFooter
from kneecoach.ui.pages.check_in_form import CheckInForm
from kneecoach.ui.pages.check_in_knee import KneeCard
from kneecoach.ui.pages.check_in_rows import when
from kneecoach.ui.pages.check_in_words import QUESTIONS
from kneecoach.ui.widgets.buttons import QuietButton
from kneecoach.ui.widgets.card import Area, Kind
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role, Tone

MARGIN_PX, GUTTER_PX = 40, 24
HEADER_PX, TOP_PX, BOTTOM_PX = 76, 8, 20
KNEE_PX, NARROW_KNEE_PX, NARROW_BELOW_PX = 452, 404, 1_200
KNEE_LEAST_PX = 470


class CheckInPage(Area):
    """Asks, shows what follows, and keeps it. Nothing is chosen beforehand; leaving keeps nothing but a red flag."""

    session_requested = Signal(str, object)
    """The id of the routine to play, and the CheckIn that was kept."""
    back_requested = Signal()
    stopped = Signal(object)
    """The check-in was kept and no session follows; carries the Permission."""
    noted = Signal(object)
    """The person left, and what was told so far was kept because it is a red flag; carries the Permission."""

    def __init__(
        self,
        store: Store,
        person_id: UUID,
        routine: Routine,
        *,
        wall: Callable[[], datetime],
        needs: str = "",
        changes: Changes | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._store, self._person_id, self._routine = store, person_id, routine
        self._wall, self._changes, self._needs = wall, changes, needs
        self._record = read_record(store, person_id, wall())
        self._unkept = False
        self._asked_which: tuple[Family, ...] = ()
        self.setAccessibleName("Check-in")
        self._build()
        self._follow()

    def _build(self) -> None:
        now = self._wall()
        knee = self._record.person.knee if self._record.person else None
        self.form = CheckInForm(self._record, now, parent=self)
        self.knee = KneeCard(knee, parent=self)
        short = self._routine.id == WARM_UP
        self.footer = CheckInFooter(self._routine.id, short=short, needs=self._needs, parent=self)
        held = Area(parent=self)
        columns = self._columns = QHBoxLayout(held)
        columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX, BOTTOM_PX)
        columns.setSpacing(GUTTER_PX)
        columns.addWidget(self.form, 1)
        columns.addWidget(self.knee, 0, Qt.AlignmentFlag.AlignTop)
        self.scrolled = QScrollArea(self)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setWidget(held)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.footer)
        self.form.strip.set_last(self._last_pain(now))
        self._connect()

    def _header(self) -> QHBoxLayout:
        self.back = QuietButton("Today", icon="chevl", parent=self)
        self.back.setAccessibleName("Back to Today")
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN_PX - 8, 22, MARGIN_PX, 14)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(Label("How is the knee right now?", Role.H1_FLOW, wrap=True, parent=self), 1)
        row.addWidget(Label("Takes about 30 seconds", Role.BODY, Tone.INK2, parent=self))
        return row

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.form.changed.connect(self._follow)
        self.form.questions.opened.connect(self._show_opened)
        self.form.strip.changed.connect(self.knee.set_pain)
        self.knee.changed.connect(self._follow)
        self.knee.pain_needed.connect(self.form.strip.setFocus)
        self.footer.start_requested.connect(self._start)
        self.footer.short_requested.connect(self._start_short)
        self.footer.calm_requested.connect(self._start_calm)
        self.footer.save_requested.connect(self._save_and_close)
        self.footer.leave_requested.connect(self._leave)
        self.footer.summary_requested.connect(self._show_summary)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        self.scrolled.viewport().installEventFilter(self)

    def _last_pain(self, now: datetime) -> int | None:
        last = last_pain(self._record)
        if last is None:
            return None
        self.form.say_last(f"Last time: {last.score}, {when(last.at.date(), now.date())}")
        return last.score

    def take_pain(self, score: int) -> None:
        """What the person told on the command line; it can be changed like any other answer."""
        self.form.strip.set_value(score)
        self.knee.set_pain(score)
        self._follow()

    def _follow(self) -> None:
        """Ask what the answers make necessary, and say what follows from them."""
        now = self._wall()
        marks = self.knee.marks()
        self.form.ask_companions(entries_of(self.form.answered(marks, alone=True), self._record, now), now)
        missing, first = self.form.missing()
        if missing and self._judged(self.form.hopeful(marks))[1].verdict is not Verdict.REFUSED:
            self.footer.show_missing(missing, first)
        else:
            # What would be kept: a question that is still open counts as yes, here as in the summary and on Today
            self.footer.show_permission(self._judged(self.form.answered(marks))[1])
        self._fit()
        if missing and missing == self.form.unanswered():
            self._show_companions()

    def _judged(self, answered: Answered) -> tuple[Entries, Permission]:
        now = self._wall()
        entries = entries_of(answered, self._record, now)
        return entries, may_start(entries.added_to(self._record), now)

    def _tells_red_flag(self) -> bool:
        """Whether the answers so far hold a red flag that the record does not hold yet."""
        entries, after = self._judged(self.form.answered(self.knee.marks()))
        graver = (after.urgency or 0) > (may_start(self._record, self._wall()).urgency or 0)
        return after.red_flag and bool(entries.flags or entries.injuries or graver)

    def _show_opened(self, opened: QWidget) -> None:
        """What a yes opens comes into view, not under the foot."""
        held = self.scrolled.widget()
        if held is not None and self.isVisible():
            held.adjustSize()
            self.scrolled.ensureWidgetVisible(opened, 0, GUTTER_PX)

    def _show_companions(self) -> None:
        """Everything else is answered: bring what is left into view."""
        self._show_opened(self.form.more)

    def _start(self) -> None:
        self._play(self._routine.id)

    def _start_short(self) -> None:
        self._play(SHORT_WARM_UP)

    def _start_calm(self) -> None:
        self._play(CALM_DOWN)

    def _play(self, routine_id: str) -> None:
        if (kept := self._keep()) is not None:
            self.session_requested.emit(routine_id, kept[0])

    def _save_and_close(self) -> None:
        if self._asks_which():
            return
        if (kept := self._keep()) is not None:
            self.stopped.emit(kept[1])

    def _leave(self) -> None:
        """An emergency that was told must not be lost by the key that closes."""
        if self._asks_which():
            return
        if not self._tells_red_flag():
            self.back_requested.emit()
        elif (kept := self._keep()) is not None:
            self.noted.emit(kept[1])
        elif self._unkept:
            self.back_requested.emit()
        else:
            # The foot says why; leaving again leaves
            self._unkept = True

    def _asks_which(self) -> bool:
        """Whether a yes that says nothing of what it is was asked about just now; once, and not in an emergency."""
        bare = self.form.questions.bare()
        families = tuple(row.family for row in bare)
        if not bare or families == self._asked_which:
            return False
        if self._judged(self.form.answered(self.knee.marks()))[1].urgency is Urgency.EMERGENCY:
            return False
        self._asked_which = families
        asked = ", ".join(QUESTIONS[family] for family in families)
        said = f"{asked}: choose which it is. If you leave now, nothing of such a yes is kept."
        self.footer.show_message(Kind.WARN, "You said yes: which is it?", said)
        self._fit()
        self._show_opened(bare[0])
        return True

    def put_away(self) -> None:
        """The window closes in the middle: a red flag that was told is kept."""
        if self._tells_red_flag():
            self._keep()

    def _keep(self):
        try:
            kept = save_check_in(self._store, self._person_id, self.form.answered(self.knee.marks()), self._wall())
        except KneeCoachError as trouble:
            self.footer.show_message(Kind.STOP, "This could not be kept.", str(trouble))
            return None
        if self._changes is not None:
            self._changes.diary.emit()
        return kept

    def _show_summary(self) -> None:
        now = self._wall()
        after = entries_of(self.form.answered(self.knee.marks()), self._record, now).added_to(self._record)
        try:
            facts = doctor.facts(self._store, self._person_id, now, record=after)
        except KneeCoachError as trouble:
            self.footer.show_message(Kind.STOP, "This could not be read.", str(trouble))
            return
        # Only a red flag asks for it
        from kneecoach.ui.dialogs.doctor_summary import DoctorSummary  # noqa: PLC0415

        DoctorSummary(facts, parent=self.window()).open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Not a focus proxy: Tab would come back to the strip instead of going on to the foot
        self.form.strip.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and len(event.text()) == 1:
            self.form.strip.press_digit(int(event.text()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # In a field Enter ends the writing
            if not event.isAutoRepeat() and not isinstance(self.focusWidget(), QLineEdit | QComboBox):
                self.footer.press_primary()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order, whatever came late: the head, the form, the knee, the foot."""
        target = beside(reading_order(self), self.focusWidget(), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
        return target is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The foot grows with what it says: what has the keyboard must not end up under it
        at = self.focusWidget()
        if event.type() is QEvent.Type.Resize and at is not None and self.scrolled.isAncestorOf(at):
            self.scrolled.ensureWidgetVisible(at, 0, GUTTER_PX)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.knee.setFixedWidth(NARROW_KNEE_PX if self.width() < NARROW_BELOW_PX else KNEE_PX)
        self._fit()

    def _fit(self) -> None:
        """The map fills what the header and the foot leave, and scrolls only below its least height."""
        foot = self.footer.heightForWidth(self.width()) if self.footer.hasHeightForWidth() else 0
        foot = max(foot, self.footer.minimumSizeHint().height(), self.footer.minimumHeight())
        room = self.height() - HEADER_PX - foot - TOP_PX - BOTTOM_PX
        self.knee.setMinimumHeight(max(KNEE_LEAST_PX, room))

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        bar = self.scrolled.verticalScrollBar().sizeHint().width() if most else 0
        self._columns.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX - bar, BOTTOM_PX)
