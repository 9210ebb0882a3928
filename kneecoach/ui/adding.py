"""Adding an exercise to a routine of one's own, from the page of the exercise."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from kneecoach.coaching import routines
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.domain.routine_edits import added
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice

NEW = "New routine"


class Adding(QObject):
    """A menu of one's own routines and a new one; what is chosen is kept at once and can be taken back."""

    def __init__(
        self,
        page: QWidget,
        store: Store,
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        notice: Callable[[], Notice],
    ) -> None:
        super().__init__(page)
        self._store, self._wall, self._changes, self._notice = store, wall, changes, notice
        self.menu = QMenu(page)

    def offer(self, exercise: Exercise, under: QWidget) -> None:
        """Ask which routine, below the button."""
        self.fill(exercise, routines.mine(self._store))
        self.menu.popup(under.mapToGlobal(QPoint(0, under.height() + 4)))

    def fill(self, exercise: Exercise, mine: Sequence[Routine]) -> None:
        """One's own routines by name, then a new one."""
        self.menu.clear()
        for routine in mine:
            # A single & would make the next letter a short cut
            action = self.menu.addAction(routine.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, routine=routine: self._add(exercise, routine))
        if mine:
            self.menu.addSeparator()
        self.menu.addAction(NEW).triggered.connect(lambda _checked=False: self._make(exercise))

    def _add(self, exercise: Exercise, routine: Routine) -> None:
        def keep() -> None:
            routines.save(self._store, added(routine, exercise), self._wall())

        if self._do(keep):
            self._notice().offer_undo(f"Added to “{routine.name}”.", lambda: self._put_back(routine))

    def _put_back(self, routine: Routine) -> None:
        self._do(lambda: routines.save(self._store, routine, self._wall()))

    def _make(self, exercise: Exercise) -> None:
        made: list[Routine] = []

        def keep() -> None:
            made.append(routines.make(self._store, [exercise], self._wall()).routine)

        if self._do(keep):
            self._notice().offer_undo(f"Made “{made[0].name}”. It is under Routines.", lambda: self._delete(made[0]))

    def _delete(self, routine: Routine) -> None:
        self._do(lambda: routines.delete(self._store, routine.id, self._wall()))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KneeCoachError as error:
            self._notice().say(str(error))
            return False
        self._changes.routines.emit()
        return True
