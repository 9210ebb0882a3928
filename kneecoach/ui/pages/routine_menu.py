"""The small menu of a routine: what is not needed every day."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kneecoach.domain.equipment import to_bring
from kneecoach.domain.routine import Mood, Routine
from kneecoach.ui.dialogs.change_routine import LEAVABLE
from kneecoach.ui.pages.routines_known import Known
from kneecoach.ui.pages.routines_picture import playable


class RoutineMenu(QObject):
    """Filled for one routine when it is opened; each entry is a wish."""

    before_runs = Signal()
    renamed = Signal()
    mood_changed = Signal(object)
    """The Mood that is wanted."""
    duplicated = Signal()
    deleted = Signal()
    whole_started = Signal()
    lacking_changed = Signal(str, bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.menu = QMenu(page)

    def open_for(self, known: Known, routine: Routine, under: QWidget) -> None:
        self.fill(known, routine)
        self.menu.popup(under.mapToGlobal(QPoint(0, under.height() + 4)))

    def fill(self, known: Known, routine: Routine) -> None:
        """What can be done with this routine."""
        self.menu.clear()
        mine = known.shelf.own(routine.id) is not None
        used = routine.id == known.shelf.before_run
        use = self._entry("Use before runs", self.before_runs)
        use.setCheckable(True)
        use.setChecked(used)
        use.setEnabled(not used)
        if playable(known, routine) != routine:
            self._entry("Start all of it", self.whole_started).setEnabled(known.permission.allows(routine))
        for name in to_bring(routine, known.exercises):
            if name in LEAVABLE:
                self._add_lacking(name, lacking=name in known.lacking)
        if mine:
            self.menu.addSeparator()
            self._entry("Rename", self.renamed)
            calm = self.menu.addAction("Calm sound")
            calm.setCheckable(True)
            calm.setChecked(routine.mood is Mood.CALM)
            calm.triggered.connect(lambda checked: self.mood_changed.emit(Mood.CALM if checked else Mood.BRISK))
            self._entry("Duplicate", self.duplicated)
            self._entry("Delete", self.deleted)

    def entry(self, text: str) -> QAction:
        """The entry that says so."""
        return next(action for action in self.menu.actions() if action.text() == text)

    def _entry(self, text: str, wish) -> QAction:
        action = self.menu.addAction(text)
        # A signal of its own carries nothing
        action.triggered.connect(lambda _checked=False: wish.emit())
        return action

    def _add_lacking(self, name: str, *, lacking: bool) -> None:
        action = self.menu.addAction(f"I have no {name[:1].lower()}{name[1:]}")
        action.setCheckable(True)
        action.setChecked(lacking)
        action.triggered.connect(lambda checked, name=name: self.lacking_changed.emit(name, checked))
