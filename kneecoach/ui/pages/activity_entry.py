"""Log activity: strength, a walk, the bike, the pool; what it asks is how long and how hard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.activity import MAX_MINUTES, Activity, ActivityKind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run_input import minutes_of
from kneecoach.domain.run_moment import ENDS_LATER, SLACK, start_of
from kneecoach.ui.pages.effort_question import EffortQuestion, NoteEdit
from kneecoach.ui.pages.scroll_card import ScrollCard
from kneecoach.ui.widgets.buttons import DangerButton, PrimaryButton, Size
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.choice_grid import ChoiceGrid
from kneecoach.ui.widgets.duration_field import DurationField
from kneecoach.ui.widgets.moment_field import MomentField
from kneecoach.ui.widgets.named import Named
from kneecoach.ui.widgets.run_figures import FigureRow
from kneecoach.ui.widgets.tab_order import next_stop, reading_order
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

KINDS: tuple[tuple[ActivityKind, str], ...] = (
    (ActivityKind.STRENGTH, "Strength"),
    (ActivityKind.FLEXIBILITY, "Flexibility"),
    (ActivityKind.WALK, "Walk"),
    (ActivityKind.BIKE, "Bike"),
    (ActivityKind.SWIM, "Swim"),
    (ActivityKind.OTHER, "Other"),
)
MARGIN_PX, WIDEST_PX = 32, 760
NEW, EDIT = "Log activity", "Edit activity"
KEYS = "Esc closes, Ctrl+Enter saves"
KIND_FIRST = "Say what it was first."
TIME_FIRST = "Say how long it was, such as 45 or 45:00."
TOO_LONG = "An activity takes from one minute to a day."
USUAL_START = time(18, 0)
SAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActivityEntryPage(Area):
    """Takes values and tells an activity; knows no store. Leaving asks nothing and keeps nothing."""

    saved = Signal(object)
    """An Activity that makes sense."""
    close_requested = Signal()
    delete_requested = Signal(object)

    def __init__(self, *, wall: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._wall = wall
        self._activity: Activity | None = None
        self._id = uuid4()
        self._start_given = False
        self._before: tuple[object, ...] = ()
        self.title = Heading(NEW, Role.H1, parent=self)
        self.title.setWordWrap(False)
        self.moment = MomentField(wall, parent=self)
        self.time = DurationField(name="How long", parent=self)
        self.kind = ChoiceGrid(KINDS, name="What it was", parent=self)
        self.effort = EffortQuestion(parent=self)
        self.note = NoteEdit(parent=self)
        self.refusal = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self.refusal.hide()
        self.save = PrimaryButton("Save activity", size=Size.LARGE, parent=self)
        self.delete = DangerButton("Delete activity", parent=self)
        self._lay_out()
        self._connect()
        self.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.moment, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(Label(KEYS, Role.SMALL, Tone.INK2, parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(16)
        form.addWidget(FigureRow([self.time], parent=inside))
        form.addWidget(Named("What it was", self.kind, parent=inside))
        form.addWidget(self.effort)
        form.addWidget(self.note, 1)
        card = ScrollCard(inside, parent=self)
        card.setMaximumWidth(WIDEST_PX)
        for part in (self.refusal, self.save, self.delete):
            card.add_to_foot(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 28, MARGIN_PX, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.time.changed.connect(self._follow)
        self.time.edit.editingFinished.connect(self._finish)
        self.effort.scale.changed.connect(self._follow)
        self.effort.scale.cleared.connect(self._follow)
        self.moment.changed.connect(self._keep_start)
        self.save.clicked.connect(self.tell)
        self.delete.clicked.connect(self._ask_to_delete)

    def begin(self, kind: ActivityKind | None = None, *, day: date | None = None) -> None:
        """A new one; on a past `day` when it is told later."""
        self._activity, self._id = None, uuid4()
        self.kind.set_value(kind)
        now = self._wall()
        self._start_given = day is not None and day != now.date()
        if self._start_given and day is not None:
            self.moment.set_moment(datetime.combine(day, USUAL_START, now.tzinfo))
        self._show_kind()

    def edit(self, activity: Activity) -> None:
        """One of the diary."""
        self._activity, self._id, self._start_given = activity, activity.id, True
        self.kind.set_value(activity.kind)
        self.time.set_seconds(activity.minutes * 60)
        self.effort.scale.set_value(activity.effort)
        self.note.setPlainText(activity.note)
        self.moment.set_moment(activity.at)
        self._show_kind()

    def touched(self) -> bool:
        """Whether there is anything that closing would lose."""
        return self._state() != self._before

    def refuse(self, sentence: str) -> None:
        """What the rules or the disk have against it; everything stays."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def tell(self) -> None:
        """Signal the activity, or say what is wrong and go there."""
        self.refuse("")
        wrong, sentence = self._wrong()
        if wrong is not None:
            self.refuse(sentence)
            wrong.setFocus(Qt.FocusReason.TabFocusReason)
            return
        kind = self.kind.value()
        fields: dict[str, Any] = {
            "at": self.moment.moment(),
            "kind": kind,
            "minutes": minutes_of(self.time.text()),
            "effort": self.effort.scale.value(),
            "note": self.note.toPlainText().strip(),
        }
        try:
            told = Activity(id=self._id, **fields) if self._activity is None else replace(self._activity, **fields)
        except InvalidInput as refusal:
            self.refuse(str(refusal))
            return
        self.saved.emit(told)

    def _wrong(self) -> tuple[QWidget | None, str]:
        """The first control that makes no sense, and why."""
        if sentence := self._time_wrong():
            self.time.set_error(sentence)
            return self.time.edit, sentence
        if self.kind.value() is None:
            return self.kind.button(ActivityKind.STRENGTH), KIND_FIRST
        try:
            at = self.moment.moment()
        except InvalidInput as refusal:
            self.moment.set_error(str(refusal))
            return self.moment.clock, ""
        if at.timestamp() + 60 * minutes_of(self.time.text()) > (self._wall() + SLACK).timestamp():
            self.moment.set_error(ENDS_LATER.replace("run", "activity"))
            return self.moment.clock, ""
        return None, ""

    def _time_wrong(self) -> str:
        if not self.time.text().strip():
            return TIME_FIRST
        try:
            return "" if minutes_of(self.time.text()) <= MAX_MINUTES else TOO_LONG
        except InvalidInput as refusal:
            return str(refusal)

    def _seconds(self) -> int | None:
        try:
            return self.time.seconds()
        except InvalidInput:
            return None

    def _finish(self) -> None:
        sentence = self._time_wrong() if self.time.text().strip() else ""
        if sentence != self.time.error():
            self.time.set_error(sentence)
            self.refuse(sentence)

    def _show_kind(self) -> None:
        self.title.setText(NEW if self._activity is None else EDIT)
        self.setAccessibleName(self.title.text())
        self.delete.setVisible(self._activity is not None)
        self._follow()
        self._before = self._state()

    def _follow(self) -> None:
        seconds = self._seconds()
        self.effort.show_load(seconds)
        if self.time.error() and not self._time_wrong():
            self.time.set_error("")
            self.refuse("")
        if not self._start_given:
            self.moment.set_moment(start_of(self._wall(), seconds, hour_gone=False))

    def _keep_start(self) -> None:
        self._start_given = True

    def _ask_to_delete(self) -> None:
        self.delete_requested.emit(self._activity)

    def _state(self) -> tuple[object, ...]:
        when = (self.moment.day.text(), self.moment.clock.text()) if self._start_given else ()
        return (
            self.time.text(),
            self.kind.value(),
            self.effort.scale.value(),
            self.note.toPlainText().strip(),
            *when,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.time.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.time.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SAVING and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        target = next_stop(self, reading_order(self), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
        return target is not None
