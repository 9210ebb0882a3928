"""The diary as a file, out and in: asks where it is, and says what became of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kneecoach.coaching import diary_files
from kneecoach.domain.errors import KneeCoachError
from kneecoach.storage.database import Store
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.words import named

FILE_NAME = "KneeCoach diary {day}.json"
FILTERS = ("KneeCoach diary (*.json)", "Table (*.csv)")
ANY = "KneeCoach diary (*.json *.csv)"
SAVED = "The diary is in {file}."
NO_DIARY = "{file} is no diary of KneeCoach. Runs come in by Import runs."
NOTHING_NEW = "All of {file} is in the diary already."


class DiaryFiles(QObject):
    """Writes the diary where the person wants it, and takes one in."""

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
        self._store, self._person, self._changes, self._notice, self._wall = store, person, changes, notice, wall
        self._window = parent
        self._dialog: QFileDialog | None = None

    def ask_where(self) -> None:
        """Choose a name to export to."""
        name = FILE_NAME.format(day=self._wall().date().isoformat())
        dialog = QFileDialog(self._window, "Export the diary", str(Path.home() / name))
        dialog.setNameFilters(FILTERS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(name)
        dialog.filterSelected.connect(self._take_ending)
        self._open(dialog, self.export)

    def ask_which(self) -> None:
        """Choose a diary to take in."""
        dialog = QFileDialog(self._window, "Import a diary", str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([ANY])
        self._open(dialog, self.bring)

    def export(self, name: str) -> None:
        """Write it there, and say so or why not."""
        path = Path(name)
        try:
            diary_files.export(self._store, self._person(), path)
        except KneeCoachError as error:
            self._notice.say(str(error))
        else:
            self._notice.say(SAVED.format(file=named(path.name)))

    def bring(self, name: str) -> None:
        """Take it in, whole or not at all, and say what came."""
        path = Path(name)
        if not diary_files.is_diary(path):
            self._notice.say(NO_DIARY.format(file=named(path.name)))
            return
        try:
            brought = diary_files.take_in(self._store, self._person(), path, self._wall())
        except KneeCoachError as error:
            self._notice.say(str(error))
            return
        self._notice.say(_told(brought, path))
        self._changes.diary.emit()

    def _take_ending(self, chosen: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix("csv" if chosen == FILTERS[1] else "json")

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()


def _told(brought: diary_files.Brought, path: Path) -> str:
    new = sum(brought.new.values())
    if not new:
        return NOTHING_NEW.format(file=named(path.name))
    there = f", {brought.duplicates:,} were there already" if brought.duplicates else ""
    return f"{new:,} {'entry' if new == 1 else 'entries'} came in{there}."
