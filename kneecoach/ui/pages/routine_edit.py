"""Changing one's own routine in the detail: each press is kept, and can be undone and done again."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from kneecoach.domain import routine_edits
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import MAX_ITEMS, Mood, Routine
from kneecoach.domain.routine_edits import Amount, Edits
from kneecoach.ui.notice import Notice
from kneecoach.ui.pages.routine_detail import RoutineDetail
from kneecoach.ui.pages.sequence import CLOSED
from kneecoach.ui.words import quoted


class RoutineEdit(QObject):
    """Follows one routine; the way back is forgotten when another one is followed."""

    def __init__(self, detail: RoutineDetail, keep: Callable[[Routine], bool], notice: Callable[[], Notice]) -> None:
        """`keep` puts a routine on disk and shows it, and says whether that went well."""
        super().__init__(detail)
        self._detail, self._keep, self._notice = detail, keep, notice
        self._edits: Edits | None = None
        detail.undo_clicked.connect(self.undo)
        detail.redo_clicked.connect(self.redo)
        detail.name.renamed.connect(self._rename)
        detail.sequence.opened.connect(self._open)
        panel = detail.sequence.panel
        panel.stepped.connect(self._step)
        panel.moved.connect(self._move)
        panel.removed.connect(self._remove)

    def follow(self, routine: Routine | None) -> Edits | None:
        """The routine as it is kept, None for one that can't be changed; its way back and forth."""
        if routine is None:
            self._edits = None
        elif self._edits is None or self._edits.routine.id != routine.id or not _same(self._edits.routine, routine):
            self._edits = Edits(routine)
        return self._edits

    def show_panel(self) -> None:
        """What the open row holds now."""
        sequence = self._detail.sequence
        if self._edits is not None and sequence.open_row() != CLOSED:
            index = sequence.open_row()
            sequence.open_panel(index, self._edits.routine.items[index].dosage)

    def undo(self) -> None:
        if self._edits is not None:
            self._notice().hide()
            self._take(self._edits.undo())

    def redo(self) -> None:
        if self._edits is not None:
            self._notice().hide()
            self._take(self._edits.redo())

    def add(self, exercises: Iterable[Exercise]) -> None:
        """At the end, in this order, as one change."""
        if self._edits is None:
            return
        routine = self._edits.routine
        for exercise in exercises:
            if len(routine.items) < MAX_ITEMS:
                routine = routine_edits.added(routine, exercise)
        self._change(routine)

    def press(self, event: QKeyEvent) -> bool:
        """Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, Del on an exercise, and Esc for an open panel; whether it was one of them."""
        if event.key() == Qt.Key.Key_Escape:
            return self._close_panel()
        if event.key() == Qt.Key.Key_Delete:
            return self._remove_at(self._detail.sequence.index_of(self._detail.window().focusWidget()))
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._edits is None or not ctrl or event.key() not in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            return False
        again = event.key() == Qt.Key.Key_Y or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.redo() if again else self.undo()
        return True

    def _open(self, index: int) -> None:
        sequence = self._detail.sequence
        if index == CLOSED or self._edits is None:
            sequence.close_panel()
        else:
            sequence.open_panel(index, self._edits.routine.items[index].dosage)
            self._detail.scrolled.bring_into_view(sequence.rows()[index], sequence.panel)

    def _close_panel(self) -> bool:
        sequence = self._detail.sequence
        index = sequence.open_row()
        if index == CLOSED:
            return False
        sequence.close_panel()
        sequence.rows()[index].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _rename(self, name: str) -> None:
        if self._edits is not None:
            self._change(routine_edits.renamed(self._edits.routine, name))

    def set_mood(self, mood: Mood) -> None:
        if self._edits is not None:
            self._change(routine_edits.with_mood(self._edits.routine, mood))

    def _step(self, amount: Amount, steps: int) -> None:
        index = self._detail.sequence.open_row()
        if self._edits is not None and index != CLOSED:
            self._change(routine_edits.stepped(self._edits.routine, index, amount, steps))

    def _move(self, by: int) -> None:
        index = self._detail.sequence.open_row()
        if self._edits is not None and index != CLOSED:
            to = min(max(index + by, 0), len(self._edits.routine.items) - 1)
            self._change(routine_edits.moved(self._edits.routine, index, to), opened=to)

    def _remove(self) -> None:
        self._remove_at(self._detail.sequence.open_row())

    def _remove_at(self, index: int) -> bool:
        if self._edits is None or index == CLOSED:
            return False
        before, step = self._edits.routine, self._detail.sequence.rows()[index].step()
        try:
            routine = routine_edits.removed(before, index)
        except InvalidInput as error:
            self._notice().say(str(error))
            return True
        self._change(routine, opened=CLOSED)
        if self._edits.routine != routine:
            return True
        rows = self._detail.sequence.rows()
        rows[min(index, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        said = f"{quoted(step.name) if step else 'The exercise'} was taken out."
        self._notice().offer_undo(said, lambda: self._put_back(before, index))
        return True

    def _put_back(self, before: Routine, index: int) -> None:
        """What was taken out, where it was; what was changed since stays, as far as this routine is still shown."""
        now = self._edits.routine if self._edits is not None else None
        if now is None or now.id != before.id:
            self._keep(before)
        elif now.items == routine_edits.removed(before, index).items:
            self.undo()
        elif len(now.items) < MAX_ITEMS:
            items = list(now.items)
            items.insert(index, before.items[index])
            self._change(replace(now, items=tuple(items)))

    def _change(self, routine: Routine, *, opened: int | None = None) -> None:
        if self._edits is not None:
            self._take(self._edits.changed(routine), opened=opened)

    def _take(self, edits: Edits, *, opened: int | None = None) -> None:
        before = self._edits
        if edits is before:
            return
        sequence = self._detail.sequence
        if opened == CLOSED:
            sequence.close_panel()
        elif opened is not None:
            sequence.open_panel(opened, edits.routine.items[opened].dosage)
        self._edits = edits
        if not self._keep(edits.routine):
            self._edits = before


def _same(one: Routine, other: Routine) -> bool:
    """The same content, whatever its version: each edit is the next one."""
    return (one.name, one.items, one.pauses, one.mood) == (other.name, other.items, other.pauses, other.mood)
