"""Limits in files: asks which one, keeps what it says for the person with Undo, and saves a copy to change."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kneecoach.coaching import thresholds
from kneecoach.coaching.thresholds import Holding
from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.errors import KneeCoachError
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.words import named

FILTER = "Limits (*.toml)"
FILE_NAME = "KneeCoach limits.toml"
HOLD = "From now on the limits “{name}” hold."
USUAL = "From now on the usual limits hold."
SAVED = "The limits are in {file}."


class LimitsFiles(QObject):
    """What is on disk is told to every page; what is refused is said, and nothing changes."""

    def __init__(
        self,
        store: Store,
        person: Callable[[], UUID],
        *,
        changes: Changes,
        notice: Notice,
        wall: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._person = store, person
        self._changes, self._notice, self._wall = changes, notice, wall
        self._page = parent

    def ask_which(self) -> None:
        """Choose a file whose limits are to hold."""
        dialog = QFileDialog(self._page.window(), "Choose limits", str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([FILTER])
        self._open(dialog, self.choose)

    def ask_where(self) -> None:
        """Choose a name to save a copy of the limits that hold to."""
        dialog = QFileDialog(self._page.window(), "Save the limits", str(Path.home() / FILE_NAME))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([FILTER])
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(FILE_NAME)
        self._open(dialog, self.save)

    def choose(self, name: str) -> None:
        """Let the limits in this file hold."""
        whose = self._person()
        self._keep(whose, lambda: thresholds.choose(self._store, whose, Path(name), self._wall()))

    def go_back(self) -> None:
        """Let those of KneeCoach hold."""
        whose = self._person()
        self._keep(whose, lambda: thresholds.put(self._store, whose, None))

    def save(self, name: str) -> None:
        """Write those that hold there."""
        try:
            thresholds.write_out(thresholds.holding(self._store, self._person()).profile, Path(name))
        except KneeCoachError as error:
            self._notice.say(str(error))
            return
        self._notice.tell(SAVED.format(file=named(Path(name).name)))

    def _keep(self, whose: UUID, act: Callable[[], Chosen | None]) -> None:
        kept: list[Chosen | None] = []
        held: list[Holding] = []

        def change() -> None:
            kept.append(act())
            held.append(thresholds.holding(self._store, whose))

        if self._do(change):
            said = USUAL if held[0].at is None else HOLD.format(name=held[0].profile.name)
            self._notice.offer_undo(said, lambda: self._do(lambda: thresholds.put(self._store, whose, kept[0])))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KneeCoachError as error:
            self._notice.say(str(error))
            return False
        self._changes.person.emit()
        return True

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()
