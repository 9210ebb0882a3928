"""Adding an exercise to a routine of one's own, from the page of the exercise."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from kneecoach.coaching import routines
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.own_routine import OwnRoutine
from kneecoach.domain.routine import Routine
from kneecoach.domain.routine_edits import removed
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.words import named, quoted

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
            action = self.menu.addAction(named(routine.name).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, routine=routine: self._add(exercise, routine))
        if mine:
            self.menu.addSeparator()
        self.menu.addAction(NEW).triggered.connect(lambda _checked=False: self._make(exercise))

    def _add(self, exercise: Exercise, routine: Routine) -> None:
        own = self._kept(lambda: routines.add_exercise(self._store, routine.id, exercise, self._wall()))
        if own is not None:
            before = removed(own.routine, len(own.routine.items) - 1)
            self._notice().offer_undo(f"Added to {quoted(own.routine.name)}.", lambda: self._take_back(own, before))

    def _make(self, exercise: Exercise) -> None:
        own = self._kept(lambda: routines.make(self._store, [exercise], self._wall()))
        if own is not None:
            said = f"Made {quoted(own.routine.name)}. It is under Routines."
            self._notice().offer_undo(said, lambda: self._take_back(own, None))

    def _take_back(self, own: OwnRoutine, before: Routine | None) -> None:
        self._do(lambda: routines.take_back(self._store, own, before, self._wall()))

    def _kept(self, act: Callable[[], OwnRoutine]) -> OwnRoutine | None:
        kept: list[OwnRoutine] = []
        return kept[0] if self._do(lambda: kept.append(act())) else None

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KneeCoachError as error:
            self._notice().say(str(error))
            return False
        self._changes.routines.emit()
        return True
