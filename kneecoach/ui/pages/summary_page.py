"""The summary of a session: what was done, pain after, and what is next; also for one that lies some days back."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneecoach.coaching import cautions, diary, play
from kneecoach.domain.check_in import GOOD_FOR_S
from kneecoach.domain.errors import InvalidInput, KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.pain import MAX_NOTE
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetStatus
from kneecoach.domain.timeline import plan_played
from kneecoach.storage import sessions
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.effort_question import EffortQuestion
from kneecoach.ui.pages.figure import Figure
from kneecoach.ui.pages.player_words import clock
from kneecoach.ui.pages.summary_cards import NextCard, PainAfterCard
from kneecoach.ui.pages.summary_table import DoneTable
from kneecoach.ui.pages.summary_words import (
    STOP_REASONS,
    change_of,
    left_out,
    next_steps,
    nothing_done,
    saved_words,
    title_of,
)
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Card, FlowFooter, Kind, UprightLine
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone
from kneecoach.ui.words import long_day

SIDE_PX, NARROW_SIDE_PX = 452, 400
NARROW_PX = 1_100
HOW_HARD = "How hard was it? 0 to 10, optional"


class SummaryPage(Area):
    """Everything but the pain is saved at once. `finished` tells that the page is done with."""

    finished = Signal()
    corrected = Signal(object)
    """After it, with the id to have a session back as it was before what was changed here was changed."""

    def __init__(
        self,
        session_id: UUID,
        store: Store,
        *,
        exercises: Mapping[str, Exercise],
        changes: Changes,
        wall: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._id, self._store, self._changes, self._wall = session_id, store, changes, wall
        self._left, self._exercises = False, exercises
        self._before: UUID | None = None
        self._record = self._read()
        self._timeline = plan_played(self._record.routine, exercises, first=self._record.first_side)
        ended = self._record.ended_at or self._record.started_at
        self._past = wall() - ended > timedelta(seconds=GOOD_FOR_S)
        self._permission = play.permission_of(store, self._record.person, wall())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(ended))
        column.addWidget(self._body(), 1)
        column.addWidget(self._foot())
        self.pain.strip.set_value(self._record.pain_after)
        self.pain.strip.changed.connect(self._show)
        self._show()

    def put_away(self) -> None:
        """The window closes in the middle: what was given is kept."""
        if not self._left:
            self._keep(with_pain=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pain.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(NARROW_SIDE_PX if self.width() < NARROW_PX else SIDE_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        counting = isinstance(self.focusWidget(), QAbstractSpinBox)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            if not counting and self.save.isEnabled():
                self.save.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif not counting and event.text().isdecimal() and len(event.text()) == 1:
            self.pain.strip.press_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _read(self) -> SessionRecord:
        with self._store.begin() as tx:
            record = sessions.session(tx, self._id)
        if record is None:
            raise InvalidInput("This session was deleted.")
        self._found = cautions.of_session(self._store, record, self._exercises)
        return record

    def _head(self, ended: datetime) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(40, 22, 40, 14)
        self.title = Heading(title_of(self._record), Role.H1_FLOW, parent=self)
        when = Label(f"{long_day(ended.date())}, {ended:%H:%M}", tone=Tone.INK2, parent=self)
        head.addWidget(self.title, 1)
        head.addWidget(when)
        return head

    def _body(self) -> QScrollArea:
        inside = Area(parent=self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(40, 8, 40, 20)
        row.setSpacing(24)
        row.addWidget(self._left_card(inside), 1)
        self._right = QWidget(inside)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        self.pain = PainAfterCard("Pain after" if self._past else "Pain now", self._record.pain_before, parent=inside)
        self.next = NextCard(parent=inside)
        self.next.setVisible(not self._past)
        right.addWidget(self.pain)
        right.addWidget(self.next, 1)
        if self._past:
            right.addStretch(1)
        row.addWidget(self._right)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _left_card(self, parent: QWidget) -> Card:
        card = Card(margins=(28, 24, 28, 24), parent=parent)
        self.table = DoneTable(self._timeline, parent=card)
        self.table.corrected.connect(self._correct)
        self.note = LineField(
            "Note", show_label=False, placeholder="Add a note, for example “lunges pulled on the right”"
        )
        self.note.edit.setMaxLength(MAX_NOTE)
        self.note.set_text(self._record.note)
        self.note.finished.connect(self._keep_note)
        card.body.addLayout(self._metrics(card))
        card.body.addSpacing(12)
        card.body.addWidget(self.table)
        card.body.addStretch(1)
        early = self._record.status is SessionStatus.STOPPED or nothing_done(self._record)
        if early and not self._record.stop_reason:
            card.body.addWidget(self._ask_reason(card))
        card.body.addSpacing(8)
        self.effort = EffortQuestion(name=HOW_HARD, cell_px=34, clearable=False, parent=card)
        self.effort.scale.set_value(self._record.effort)
        self.effort.scale.changed.connect(self._keep_effort)
        card.body.addWidget(self.effort)
        card.body.addSpacing(8)
        card.body.addWidget(self.note)
        return card

    def _metrics(self, parent: QWidget) -> QHBoxLayout:
        self.active, self.done_sets = Figure(parent=parent), Figure(parent=parent)
        self._of_sets = Label(role=Role.UNIT, tone=Tone.INK2, parent=parent)
        self._missing = Label(tone=Tone.INK2, wrap=True, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(32)
        time = QVBoxLayout()
        time.setSpacing(6)
        time.addWidget(self.active)
        time.addWidget(Label("minutes active", tone=Tone.INK2, parent=parent))
        time.addStretch(1)
        sets = QVBoxLayout()
        sets.setSpacing(6)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.done_sets)
        numbers.addWidget(self._of_sets, 0, Qt.AlignmentFlag.AlignBottom)
        numbers.addStretch(1)
        sets.addLayout(numbers)
        sets.addWidget(self._missing)
        sets.addStretch(1)
        row.addLayout(time)
        row.addWidget(UprightLine(parent=parent))
        row.addLayout(sets, 1)
        return row

    def _ask_reason(self, parent: QWidget) -> QWidget:
        asked = "What kept you from it?" if nothing_done(self._record) else "What ended it early?"
        made = QWidget(parent)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(Label(asked, Role.H3, parent=made))
        self.reasons = ChipRow(STOP_REASONS, name=asked, parent=made)
        self.reasons.changed.connect(self._keep_reason)
        column.addWidget(self.reasons)
        return made

    def _foot(self) -> FlowFooter:
        self.footer = FlowFooter(parent=self)
        self.skip = SecondaryButton("Finish without pain", key="Esc", parent=self)
        self.save = PrimaryButton("Save pain and finish", key="Enter", size=Size.LARGE, parent=self)
        self.skip.clicked.connect(self._leave)
        self.save.clicked.connect(self._finish)
        self.footer.add_button(self.skip)
        self.footer.add_button(self.save)
        self.footer.show_message(None, "", saved_words(self._record))
        return self.footer

    def _show(self) -> None:
        record, after = self._record, self.pain.strip.value()
        done = sum(one.status is SetStatus.DONE for one in record.sets)
        active_s = sum(one.seconds for one in record.sets)
        minutes = clock(active_s)
        self.effort.show_load(active_s)
        self.active.set_figure(minutes, f"{minutes} minutes active")
        self.done_sets.set_figure(str(done), f"{done} sets done")
        self._of_sets.setText(f"of {len(self._timeline.sets)} sets")
        self._missing.setText(left_out(self._timeline, record.sets))
        self.table.show_records(record.sets)
        self.pain.show_change(change_of(record.pain_before, after, rehearsal=record.rehearsal))
        self.next.show_steps(next_steps(record, after, self._permission, self._found))
        self.save.setEnabled(after is not None)
        self.skip.setVisible(record.pain_after is None)

    def _correct(self, index: int, reps: int) -> None:
        if self._try(lambda: play.correct_set(self._store, self._id, index, reps, self._wall())):
            self._record = self._read()
            self._changes.sessions.emit()
        self._show()

    def _keep_reason(self, chosen: frozenset) -> None:
        newest = chosen - {self._record.stop_reason}
        reason = next(iter(newest), "")
        self.reasons.set_value({reason} if reason else ())
        if self._try(lambda: self._write(stop_reason=reason)):
            self._show()

    def _keep_effort(self, effort: int) -> None:
        self._try(lambda: self._write(effort=effort))
        self._show()

    def _keep_note(self, _text: str) -> None:
        if self.note.text() != self._record.note:
            self._try(lambda: self._write(note=self.note.text()))

    def _keep(self, *, with_pain: bool) -> bool:
        pain = self.pain.strip.value() if with_pain else None
        unchanged = pain in {None, self._record.pain_after} and self.note.text() == self._record.note
        return unchanged or self._try(lambda: self._write(pain_after=pain, note=self.note.text()))

    def _write(self, **said) -> None:
        play.finish(self._store, self._id, now=self._wall(), **said)
        self._record = self._read()
        self._changes.sessions.emit()

    def _keep_before(self) -> None:
        """A session that was put away lies in the bin as it was before its first correction."""
        record, told = self._record, self._past or self._record.pain_after is not None
        if told and self._before is None and record.person is not None and record.status is not SessionStatus.OPEN:
            self._before = diary.change_session(self._store, record.person, record, self._wall())

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            self._keep_before()
            act()
        except KneeCoachError as refusal:
            self.footer.show_message(Kind.STOP, str(refusal))
            return False
        self.footer.show_message(None, "", saved_words(self._record))
        return True

    def _finish(self) -> None:
        self._go(with_pain=True)

    def _leave(self) -> None:
        self._go(with_pain=False)

    def _go(self, *, with_pain: bool) -> None:
        if self._keep(with_pain=with_pain):
            self._left = True
            self.finished.emit()
            if self._before is not None:
                self.corrected.emit(self._before)
