"""Log run: one run by hand in a few seconds, or one of the diary corrected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.shoes import ShoeGone
from kneecoach.domain.entry_pains import Place
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.ice import Ice
from kneecoach.domain.ice_guard import run_after_ice
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run, RunKind
from kneecoach.domain.run_moment import refusal_of_end, start_of
from kneecoach.ui.pages.run_entry_form import RunForm
from kneecoach.ui.pages.run_entry_knee import NOWHERE, RunKnee
from kneecoach.ui.pages.run_entry_words import LATER, RunTold
from kneecoach.ui.pages.scroll_card import ScrollCard
from kneecoach.ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, Size
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.moment_field import MomentField
from kneecoach.ui.widgets.tab_order import next_stop, reading_order
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

KNEE_PX, MARGIN_PX, GUTTER_PX = 360, 32, 16
NEW, EDIT = "Log run", "Edit run"
SAVE, SAVE_BOTH = "Save run", "Save run and pain"
KEYS = "Esc closes, Ctrl+Enter saves"
USUAL_START = time(18, 0)
SAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RunEntryPage(Area):
    """Takes values and tells a run; knows no store. Leaving asks nothing and keeps nothing."""

    saved = Signal(object)
    """A RunTold: what was told makes sense. The page stays as it is until it is closed or refused."""
    close_requested = Signal()
    """Whoever shows the page asks `touched` whether anything would be lost, and can show it again."""
    delete_requested = Signal(object)
    """The Run that is edited."""
    shoes_requested = Signal(bool)
    """The list of all shoes, or, when True, the fields of a new pair."""
    import_requested = Signal()
    activity_requested = Signal()
    """It was no run; only while nothing is written."""

    def __init__(
        self,
        *,
        wall: Callable[[], datetime],
        units: Units = Units.KM,
        shoes: Sequence[ShoeGone] = (),
        ices: Sequence[Ice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._wall, self._ices = wall, ices
        self._run: Run | None = None
        self._id = uuid4()
        self._start_given = False
        self._before: tuple[object, ...] = ()
        self.title = Heading(NEW, Role.H1, parent=self)
        self.moment = MomentField(wall, parent=self)
        self.form = RunForm(units, parent=self)
        self.knee = RunKnee(parent=self)
        self.save = PrimaryButton(SAVE, size=Size.LARGE, parent=self)
        self.delete = DangerButton("Delete run", parent=self)
        self.delete.hide()
        self.files = LinkButton("Import files", parent=self)
        self.other = LinkButton("Not a run?", parent=self)
        self.refusal = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self.refusal.hide()
        self.caution = Label("", Role.SMALL, Tone.WARN, wrap=True, parent=self)
        self.caution.hide()
        self.form.show_shoes(shoes)
        self._lay_out()
        self._connect()
        self.setAccessibleName(NEW)
        self.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.moment, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.files, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(KEYS, Role.SMALL, Tone.INK2, parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        self.title.setWordWrap(False)
        self._left = ScrollCard(self.form, parent=self)
        self._right = ScrollCard(self.knee, parent=self)
        self._right.setFixedWidth(KNEE_PX)
        for part in (self.caution, self.refusal, self.save, self.delete):
            self._right.add_to_foot(part)
        columns = QHBoxLayout()
        columns.setSpacing(GUTTER_PX)
        columns.addWidget(self._left, 1)
        columns.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 28, MARGIN_PX, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(columns, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self.form.times_changed.connect(self._move_start)
        self.form.shoes_wanted.connect(self.shoes_requested)
        self.knee.changed.connect(self._follow)
        self.knee.hour_told.connect(self._move_start)
        self.moment.changed.connect(self._keep_start)
        self.moment.changed.connect(self._show_caution)
        self.save.clicked.connect(self.tell)
        self.files.clicked.connect(self.import_requested)
        self.other.clicked.connect(self.activity_requested)
        self.delete.clicked.connect(self._ask_to_delete)

    def begin(self, last: Run | None = None, place: Place = NOWHERE, *, day: date | None = None) -> None:
        """A new run, with what is usually the same as `last` time; on a past `day` when it is told later."""
        self._run, self._id = None, uuid4()
        if last is not None:
            self.form.show_last(last)
        self.knee.offer_place(place)
        now = self._wall()
        self._start_given = day is not None and day != now.date()
        if self._start_given and day is not None:
            usual = last.at.timetz().replace(second=0, microsecond=0, tzinfo=None) if last else USUAL_START
            self.moment.set_moment(datetime.combine(day, usual, now.tzinfo))
        self._show_kind()
        self._move_start()
        self._before = self._state()
        self._follow()

    @property
    def run_id(self) -> UUID:
        """The id of the run that is told here."""
        return self._id

    def suggest(self, *, kind: RunKind, seconds: int) -> None:
        """What a new run was meant to be, as far as it is known beforehand."""
        self.form.kind.set_value(kind)
        self.form.figures.time.set_seconds(seconds)
        self._move_start()
        self._before = self._state()
        self._follow()

    def edit(self, run: Run, place: Place = NOWHERE) -> None:
        """A run of the diary. What nobody writes on stays to the last metre and second."""
        self._run, self._id, self._start_given = run, run.id, True
        self.form.show_run(run)
        self.knee.show_run(run, place)
        self.moment.set_moment(run.at)
        self._show_kind()
        self._before = self._state()

    def show_shoes(self, shoes: Sequence[ShoeGone], *, chosen: UUID | None = None) -> None:
        """The pairs as they are now; one that was just added is chosen."""
        self.form.show_shoes(shoes)
        if chosen is not None:
            self.form.shoes.set_value(chosen)
            self.form.follow()

    def touched(self) -> bool:
        """Whether there is anything that closing would lose."""
        return self._state() != self._before

    def refuse(self, sentence: str) -> None:
        """What the rules or the disk have against it, said above the button; everything stays."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def tell(self) -> None:
        """Signal the run, or say what is wrong and go there."""
        self.refuse("")
        wrong = self.form.first_wrong()
        at = self._moment_or_none()
        if wrong is not None or at is None:
            self._go_to(wrong if wrong is not None else self.moment.clock)
            return
        try:
            told = RunTold(self._told(at), self.knee.told_place())
        except InvalidInput as refusal:
            self.refuse(str(refusal))
            return
        if sentence := refusal_of_end(told.run, self._wall()):
            self.moment.set_error(sentence)
            self._go_to(self.moment.clock)
            return
        self.saved.emit(told)

    def _told(self, at: datetime) -> Run:
        fields = {**self.form.told(), **self.knee.told(), "at": at, "distance_m": self.form.figures.distance.metres()}
        if self._run is not None:
            return replace(self._run, **fields)
        return Run(id=self._id, **fields)

    def _moment_or_none(self) -> datetime | None:
        try:
            at = self.moment.moment()
        except InvalidInput as refusal:
            self.moment.set_error(str(refusal))
            return None
        self.moment.set_error("")
        return at

    def _go_to(self, wrong: QWidget | None) -> None:
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.TabFocusReason)
            self._left.bring_into_view(wrong)

    def _show_kind(self) -> None:
        self.title.setText(NEW if self._run is None else EDIT)
        self.setAccessibleName(self.title.text())
        self.delete.setVisible(self._run is not None)
        self._follow()

    def _show_caution(self) -> None:
        """Rule R21: a run with the ice on, or soon after it."""
        try:
            found = run_after_ice(self.moment.moment(), self._ices)
        except InvalidInput:
            found = None
        self.caution.setText(f"{found.title}. {found.text}" if found is not None else "")
        self.caution.setVisible(found is not None)

    def _follow(self) -> None:
        self._show_caution()
        self.save.set_words(SAVE_BOTH if self.knee.hurts() else SAVE)
        fresh = self._run is None and not (self._before and self.touched())
        self.files.setVisible(fresh)
        self.other.setVisible(fresh)

    def _move_start(self) -> None:
        """While nobody has said when, it is taken to have just ended."""
        if not self._start_given:
            told = self.knee.pain(LATER) is not None
            self.moment.set_moment(start_of(self._wall(), self.form.figures.seconds(), hour_gone=told))
            self._show_caution()

    def _keep_start(self) -> None:
        self._start_given = True

    def _ask_to_delete(self) -> None:
        self.delete_requested.emit(self._run)

    def _state(self) -> tuple[object, ...]:
        figures = self.form.figures
        written = (figures.distance.text(), figures.time.text(), self.form.climb.text())
        when = (self.moment.day.text(), self.moment.clock.text()) if self._start_given else ()
        told = (*self.form.told().values(), *self.knee.told().values())
        return (*written, *when, *told, self.knee.told_place())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.figures.distance.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.figures.distance.edit.setFocus(Qt.FocusReason.TabFocusReason)

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
