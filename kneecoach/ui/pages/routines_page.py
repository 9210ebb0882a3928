"""Routines: find the right one for today, start it, or make it one's own."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching import people, routines
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.pages import routines_picture
from kneecoach.ui.pages.routine_detail import RoutineDetail
from kneecoach.ui.pages.routine_edit import RoutineEdit
from kneecoach.ui.pages.routine_list import WIDTH_PX, RoutineList
from kneecoach.ui.pages.routine_menu import RoutineMenu
from kneecoach.ui.pages.routines_known import Library, read_known
from kneecoach.ui.widgets.buttons import SecondaryButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.tab_order import next_stop, reading_order
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone
from kneecoach.ui.words import quoted

NARROW_LIST_PX, NARROW_BELOW_PX = 300, 1_000


class RoutinesPage(Area):
    """Each press is kept at once and can be taken back; whoever shows it listens to its wishes."""

    start_requested = Signal(object)
    """The Routine to play."""
    exercise_requested = Signal(str, str)
    """The id of an exercise, and the name of the routine it was shown in."""

    def __init__(
        self,
        store: Store,
        library: Library,
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        notice: Callable[[], Notice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._store, self._library, self._wall = store, library, wall
        self._changes, self._notice = changes, notice
        self._stale = False
        self._chosen = ""
        self.setAccessibleName("Routines")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._count = Label("", Role.BODY, Tone.INK2, parent=self)
        self.new = SecondaryButton("New routine", icon="plus", parent=self)
        self.list = RoutineList(parent=self)
        self.detail = RoutineDetail(library.movement, parent=self)
        self.edit = RoutineEdit(self.detail, self._keep_edit, notice)
        self.menu = RoutineMenu(self)
        self._lay_out()
        self._connect()
        self._read()
        self.choose(self._known.shelf.before_run)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading("Routines", parent=self), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.new)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.make_new)
        self.list.chosen.connect(self.choose)
        self.list.started.connect(self._start_one)
        self.list.star_clicked.connect(self._star)
        self.list.delete_clicked.connect(self._delete_unusable)
        self.list.wanted.connect(self._show)
        detail = self.detail
        detail.start_clicked.connect(self.start)
        detail.duplicate_clicked.connect(self.duplicate)
        detail.more_clicked.connect(self._open_menu)
        detail.star_clicked.connect(self._star_chosen)
        detail.sequence.show_requested.connect(self._show_exercise)
        detail.sequence.add_requested.connect(self._add_exercises)
        self.menu.before_runs.connect(self._use_before_runs)
        self.menu.renamed.connect(detail.name.begin)
        self.menu.mood_changed.connect(self.edit.set_mood)
        self.menu.duplicated.connect(self.duplicate)
        self.menu.deleted.connect(self.delete)
        self.menu.whole_started.connect(self._start_whole)
        self.menu.lacking_changed.connect(self._change_lacking)
        changes = self._changes
        for changed in (changes.routines, changes.settings, changes.sessions, changes.person, changes.diary):
            changed.connect(self.refresh)

    def chosen(self) -> Routine:
        """The routine that is shown."""
        return self._known.routine(self._chosen)

    def choose(self, routine_id: str) -> None:
        """Show this one."""
        self._chosen = routine_id
        self._chosen = self.chosen().id
        self._show()

    def refresh(self) -> None:
        """Read again, or when the page is next seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        try:
            self._read()
        except KneeCoachError as error:
            self._stale = True
            self._notice().say(str(error))
        self._show()

    def _read(self) -> None:
        self._known = read_known(self._store, self._library, self._wall())
        self.detail.sequence.set_still(self._known.still)

    def _show(self) -> None:
        shown, text = self.list.shown(), self.list.text()
        groups = routines_picture.groups(self._known, shown, text)
        empty = not any(group.lines for group in groups)
        self.list.show_groups(groups, self.chosen().id, nothing=routines_picture.nothing(shown, text) if empty else "")
        self._count.setText(routines_picture.count(groups, len(self._known.shelf.routines())))
        routine = self.chosen()
        own = self._known.shelf.own(routine.id)
        edits = self.edit.follow(own.routine if own is not None else None)
        self.detail.show_picture(routines_picture.picture(self._known, routine, edits))
        self.edit.show_panel()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order: rows and panels come and go, and Qt would put them last."""
        target = next_stop(self, self.list.with_stars(reading_order(self)), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
        return target is not None

    def start(self) -> None:
        """Play what is shown, without what can't be done for want of equipment; have back what was deleted."""
        if self._known.gone(self.chosen().id) is not None:
            self._have_back(self.chosen().id)
            self.list.focus_chosen()
            return
        self.start_requested.emit(routines_picture.playable(self._known, self.chosen()))

    def _show_exercise(self, exercise_id: str) -> None:
        self.exercise_requested.emit(exercise_id, self.chosen().name)

    def _start_one(self, routine_id: str) -> None:
        self.choose(routine_id)
        self.start()

    def _start_whole(self) -> None:
        self.start_requested.emit(self.chosen())

    def duplicate(self) -> None:
        """A copy of what is shown, to be changed."""

        def copy() -> None:
            own = routines.duplicate(self._store, self.chosen(), self._wall(), self._library.routines.values())
            self._chosen = own.id

        if self._do(copy):
            self.list.focus_chosen()
            self._notice().tell(f"Copied. It is under Mine as {quoted(self.chosen().name)}.")

    def make_new(self) -> None:
        """A new routine begins with its exercises."""
        dialog = self._picker("New routine", "Make routine")
        dialog.picked.connect(self._make)
        dialog.open()

    def _make(self, picked: list[Exercise]) -> None:
        def make() -> None:
            self._chosen = routines.make(self._store, picked, self._wall()).id

        if self._do(make):
            self.detail.name.begin()

    def _add_exercises(self) -> None:
        dialog = self._picker("Add exercises", "Add")
        dialog.picked.connect(self.edit.add)
        dialog.open()

    def _picker(self, title: str, word: str):
        # Needed only by those who make routines
        from kneecoach.ui.dialogs.pick_exercises import PickExercises  # noqa: PLC0415

        return PickExercises(title, word, self._library.exercises, self._library.movement, parent=self.window())

    def delete(self) -> None:
        """Take away what is shown, if it is one's own; Undo has it back."""
        own = self._known.shelf.own(self.chosen().id)
        if own is None:
            return
        order = self.list.order()
        at = order.index(own.id) if own.id in order else 0
        if self._do(lambda: routines.delete(self._store, own.id, self._wall())):
            left = [known for known in self.list.order() if self._known.gone(known) is None]
            self.choose(left[min(at, len(left) - 1)] if left else self._known.shelf.before_run)
            self.list.focus_chosen()
            self._notice().offer_undo(f"{quoted(own.routine.name)} was deleted.", lambda: self._have_back(own.id))

    def _delete_unusable(self, routine_id: str, name: str) -> None:
        """Take away one that can't be shown; Undo has it back."""
        if self._do(lambda: routines.delete(self._store, routine_id, self._wall())):
            self.list.focus_chosen()
            self._notice().offer_undo(f"{quoted(name)} was deleted.", lambda: self._have_back(routine_id))

    def _have_back(self, routine_id: str) -> None:
        back = self._do(lambda: routines.restore(self._store, routine_id))
        if back and self._known.routine(routine_id).id == routine_id:
            self.choose(routine_id)

    def _keep_edit(self, routine: Routine) -> bool:
        return self._do(lambda: routines.save(self._store, routine, self._wall()))

    def _star(self, routine_id: str, favourite: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(lambda: routines.set_favourite(self._store, routine_id, favourite=favourite))

    def _star_chosen(self) -> None:
        if self._known.gone(self.chosen().id) is not None:
            return
        self._star(self.chosen().id, self.chosen().id not in self._known.shelf.favourites)

    def _use_before_runs(self) -> None:
        if self._do(lambda: routines.use_before_runs(self._store, self.chosen().id)):
            # It is one of the settings too
            self._changes.settings.emit()

    def _change_lacking(self, name: str, lacking: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(lambda: people.say_lacking(self._store, name, lacking=lacking), settings=True)

    def _do(self, act: Callable[[], object], *, settings: bool = False) -> bool:
        """Keep something, and show what is there then; what is refused is said in a sentence."""
        try:
            act()
        except KneeCoachError as error:
            self._notice().say(str(error))
            self._show()
            return False
        (self._changes.settings if settings else self._changes.routines).emit()
        return True

    def _open_menu(self) -> None:
        self.menu.open_for(self._known, self.chosen(), self.detail.more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        keys = Qt.Key
        acts: dict[int, Callable[[], object]] = {}
        if ctrl:
            acts = {keys.Key_D: self.duplicate, keys.Key_N: self.make_new}
        elif plain:
            acts = {
                keys.Key_Return: self.start,
                keys.Key_Enter: self.start,
                keys.Key_F: self._star_chosen,
                keys.Key_Slash: self.list.begin_search,
                keys.Key_Up: lambda: self.list.move_choice(-1),
                keys.Key_Down: lambda: self.list.move_choice(1),
            }
            if self.list.isAncestorOf(self.window().focusWidget()):
                acts[keys.Key_Delete] = self.delete
        act = acts.get(event.key())
        if act is not None:
            act()
        elif not self.edit.press(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._known.today != self._wall().date():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_width(NARROW_LIST_PX if self.width() < NARROW_BELOW_PX else WIDTH_PX)
