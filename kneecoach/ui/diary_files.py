"""The diary as a file, out and in, beside the window: asks where it is, and says what became of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from kneecoach.domain.errors import KneeCoachError
from kneecoach.ui.aside import Aside
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.words import named

if TYPE_CHECKING:
    from kneecoach.coaching.diary_files import Brought
    from kneecoach.exchange.diary_file import Kept
    from kneecoach.storage.database import Store

# What it needs is imported when a file is first asked for: the first paint needs Today alone
# ruff: noqa: PLC0415

FILE_NAME = "KneeCoach diary {day}.json"
FILTERS = ("KneeCoach diary (*.json)", "Table (*.csv)")
ANY = "KneeCoach diary (*.json *.csv)"
SAVED = "The diary is in {file}."
NO_DIARY = "{file} is no diary of KneeCoach. Runs come in by Import runs."
NOTHING_NEW = "All of {file} is in the diary already."
TAKEN_BACK = "The import was taken back."
ONE_AT_A_TIME = "A diary is still being written or read. Try again in a moment."


class Doing(Enum):
    """What is being done, in the words of the button that began it."""

    WRITING = "Writing\u2026"
    READING = "Reading\u2026"
    TAKING_BACK = "Undoing\u2026"


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one file: what it brought, or why nothing of it came in."""

    path: Path
    brought: "Brought | None" = None
    why: str = ""


class DiaryFiles(QObject):
    """Writes the diary where the person wants it, and takes some in: one at a time, each whole or not at all."""

    doing_changed = Signal(object)
    """A Doing, or None when it is over."""

    def __init__(
        self,
        window: MainWindow,
        store: "Callable[[], Store]",
        person: Callable[[], UUID],
        *,
        changes: Changes,
        wall: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._person = window, store, person
        self._changes, self._wall = changes, wall
        self._doing: Doing | None = None
        self._closed = False
        self._dialog: QFileDialog | None = None
        self._then: Callable[[object], None] | None = None
        self._aside = Aside(parent=self)
        self._aside.over.connect(self._end)
        self._aside.done.connect(self._go_on)
        self._aside.refused.connect(self._refused)
        window.closed.connect(self._close_down)

    @property
    def doing(self) -> Doing | None:
        return self._doing

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
        self._open(dialog, self._chose)

    def export(self, name: str) -> None:
        """Write it there, and say so or why not."""
        from kneecoach.coaching import diary_files

        path = Path(name)
        self._begin(
            Doing.WRITING,
            lambda store, person: diary_files.export(store, person, path),
            lambda _: self._window.notice().tell(SAVED.format(file=named(path.name))),
        )

    def bring(self, paths: Sequence[Path], then: Callable[[bool], None] | None = None) -> None:
        """Take these in, each whole or not at all, and say what came.

        Before it is said, `then` hears whether anything did.
        """
        now = self._wall()
        self._begin(
            Doing.READING, lambda store, person: _taken(store, person, paths, now), partial(self._brought, then=then)
        )

    def _chose(self, name: str) -> None:
        self.bring([Path(name)])

    def _brought(self, came: Sequence[Came], then: Callable[[bool], None] | None) -> None:
        added = [value for one in came if one.brought is not None for value in one.brought.added]
        if added:
            self._tell_pages()
        if then is not None:
            then(bool(added))
        if added:
            self._window.notice().offer_undo(told(came), partial(self._undo, added))
        elif any(one.why for one in came):
            self._window.notice().say(told(came))
        else:
            self._window.notice().tell(told(came))

    def _undo(self, added: "Sequence[Kept]") -> None:
        from kneecoach.coaching import diary_files

        if self._doing is not None:
            self._window.notice().offer_undo(ONE_AT_A_TIME, partial(self._undo, added))
            return
        self._begin(
            Doing.TAKING_BACK, lambda store, person: diary_files.take_back(store, person, added), self._taken_back
        )

    def _taken_back(self, staying: int) -> None:
        self._tell_pages()
        stays = {0: "", 1: " One entry stays: it was changed since, or another needs it."}
        more = f" {staying:,} entries stay: they were changed since, or others need them."
        self._window.notice().tell(TAKEN_BACK + stays.get(staying, more))

    def _tell_pages(self) -> None:
        self._changes.diary.emit()
        self._changes.sessions.emit()

    def _begin(self, doing: Doing, act: "Callable[[Store, UUID], object]", then: Callable[..., None]) -> None:
        if self._doing is not None:
            self._window.notice().say(ONE_AT_A_TIME)
            return
        try:
            store, person = self._store(), self._person()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
            return
        self._doing, self._then = doing, then
        self.doing_changed.emit(doing)
        self._aside.begin(lambda: act(store, person))

    def _end(self) -> None:
        self._doing = None
        if not self._closed:
            self.doing_changed.emit(None)

    def _go_on(self, came: object) -> None:
        then, self._then = self._then, None
        if not self._closed and then is not None:
            then(came)

    def _refused(self, why: str) -> None:
        if not self._closed:
            self._window.notice().say(why)

    def _close_down(self) -> None:
        self._closed = True
        self._aside.wait()

    def _take_ending(self, chosen: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix("csv" if chosen == FILTERS[1] else "json")

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()


def told(came: Sequence[Came]) -> str:
    """One sentence for what came, and one for each file that did not."""
    brought = [one for one in came if one.brought is not None]
    new = sum(sum(one.brought.new.values()) for one in brought if one.brought is not None)
    there = sum(one.brought.duplicates for one in brought if one.brought is not None)
    said: list[str] = []
    if new:
        again = f", {there:,} {'was' if there == 1 else 'were'} there already" if there else ""
        said.append(f"{new:,} {'entry' if new == 1 else 'entries'} came in{again}.")
    elif brought:
        said.append(
            NOTHING_NEW.format(file=named(brought[0].path.name) if len(brought) == 1 else "what these files hold")
        )
    refused = [one for one in came if one.why]
    alone = len(came) == 1
    said += [one.why if alone else f"{named(one.path.name)}: {one.why}" for one in refused]
    return " ".join(said)


def _taken(store: "Store", person: UUID, paths: Sequence[Path], now: datetime) -> list[Came]:
    from kneecoach.coaching import diary_files

    came: list[Came] = []
    for path in paths:
        if not diary_files.is_diary(path):
            came.append(Came(path, why=NO_DIARY.format(file=named(path.name))))
            continue
        try:
            came.append(Came(path, diary_files.take_in(store, person, path, now)))
        except KneeCoachError as error:
            came.append(Came(path, why=str(error)))
    return came
