"""The diary as a file, out and in, beside the window: asks where it is, and says what became of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.ui.aside import Aside
from kneecoach.ui.changes import Changes
from kneecoach.ui.diary_came import Came, looked_at, taken, told
from kneecoach.ui.in_turns import InTurns
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.words import named

if TYPE_CHECKING:
    from kneecoach.coaching.imports import TakenIn
    from kneecoach.storage.database import Store
    from kneecoach.ui.dialogs.import_diary import ImportDiary

# What it needs is imported when a file is first asked for: the first paint needs Today alone
# ruff: noqa: PLC0415

FILE_NAME = "KneeCoach diary {day}.json"
FILTERS = ("KneeCoach diary (*.json)", "Table (*.csv)")
ANY = "KneeCoach diary (*.json *.csv)"
SAVED = "The diary is in {file}."
TAKEN_BACK = "The import was taken back. It lies under Deleted and changed."
IN_AGAIN = "The import is in again."
NOT_ASKED = "The diary was read and not added, because something else began meanwhile. Choose it again."
ONE_AT_A_TIME = "A diary is still being written or read. Try again in a moment."


class Doing(Enum):
    """What is being done, in the words of the button that began it."""

    WRITING = "Writing\u2026"
    READING = "Reading\u2026"
    ASKING = "Waiting\u2026"
    TAKING_BACK = "Undoing\u2026"


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
        self.asking: ImportDiary | None = None
        """What a diary would bring, while it is shown."""
        self._then: Callable[[object], None] | None = None
        self._turns = InTurns(parent=self)
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

        path, now = Path(name), self._wall()
        self._begin(
            Doing.WRITING,
            lambda store, person: diary_files.export(store, person, path, now),
            lambda _: self._window.notice().tell(SAVED.format(file=named(path.name))),
        )

    def bring(self, paths: Sequence[Path], then: Callable[[bool], None] | None = None) -> None:
        """Say what these hold, and take them in when the person wants it, each whole or not at all.

        Before it is said what came, `then` hears whether anything did.
        """
        now, on = self._wall(), self._window.flow
        self._begin(
            Doing.READING,
            lambda store, person: looked_at(store, person, paths, now),
            partial(self._ask_for, on=on, then=then),
        )

    def _ask_for(self, found: "Sequence[Came]", on: "QWidget | None", then: Callable[[bool], None] | None) -> None:
        if not any(one.brought is not None and one.brought.new for one in found):
            self._brought(found, then)
        elif self._window.flow not in (None, on):
            # In the middle of a session nothing is asked that can wait
            self._leave_out(then)
            self._window.notice().tell(NOT_ASKED)
        else:
            self._show_found(found, then)

    def _show_found(self, found: "Sequence[Came]", then: Callable[[bool], None] | None) -> None:
        from kneecoach.ui.dialogs.import_diary import ImportDiary

        brought = [(one.path.name, one.brought) for one in found if one.brought is not None]
        refused = [(one.path.name, one.why) for one in found if one.why]
        dialog = ImportDiary(brought, refused, parent=self._window)
        self._doing, self.asking = Doing.ASKING, dialog
        self.doing_changed.emit(Doing.ASKING)
        dialog.accepted.connect(partial(self._take, found, then))
        dialog.rejected.connect(partial(self._leave_out, then))
        dialog.open()

    def _take(self, found: "Sequence[Came]", then: Callable[[bool], None] | None) -> None:
        now = self._wall()
        self._doing, self.asking = None, None
        self._begin(
            Doing.READING, lambda store, person: taken(store, person, found, now), partial(self._brought, then=then)
        )

    def _leave_out(self, then: Callable[[bool], None] | None) -> None:
        self.asking = None
        self._end()
        if then is not None and not self._closed:
            came = False
            then(came)

    def _chose(self, name: str) -> None:
        self.bring([Path(name)])

    def _brought(self, came: Sequence[Came], then: Callable[[bool], None] | None) -> None:
        brought = (one.brought.taken for one in came if one.brought is not None)
        in_all = next((taken for taken in brought if taken is not None), None)
        if in_all is not None:
            self._tell_pages()
        if then is not None:
            self._turns.begin(partial(then, in_all is not None))
        self._turns.begin(partial(self._tell, came, in_all))

    def _tell(self, came: Sequence[Came], brought: "TakenIn | None") -> None:
        if brought is not None:
            self._window.notice().offer_undo(told(came), partial(self._undo, brought))
        elif any(one.why for one in came):
            self._window.notice().say(told(came))
        else:
            self._window.notice().tell(told(came))

    def _undo(self, brought: "TakenIn") -> None:
        from kneecoach.coaching import imports

        self._turn_back(
            lambda store, person, now: imports.undo(store, person, brought, now),
            TAKEN_BACK,
            back=partial(self._undo, brought),
            then=partial(self._again, brought),
        )

    def _again(self, brought: "TakenIn") -> None:
        from kneecoach.coaching import imports

        assert brought.kept is not None, "something was taken back"
        kept = brought.kept
        self._turn_back(
            lambda store, person, now: imports.put_back(store, person, kept, now),
            IN_AGAIN,
            back=partial(self._again, brought),
            then=partial(self._undo, brought),
        )

    def _turn_back(
        self,
        act: "Callable[[Store, UUID, datetime], None]",
        said: str,
        *,
        back: Callable[[], None],
        then: Callable[[], None],
    ) -> None:
        """Have it done, say so and offer to turn that back; while something else is being done, offer it again."""
        if self._doing is not None:
            self._window.notice().offer_undo(ONE_AT_A_TIME, back)
            return
        now = self._wall()
        self._begin(
            Doing.TAKING_BACK, lambda store, person: act(store, person, now), lambda _: self._turned(said, then)
        )

    def _turned(self, said: str, then: Callable[[], None]) -> None:
        self._tell_pages()
        self._turns.begin(lambda: self._window.notice().offer_undo(said, then))

    def _tell_pages(self) -> None:
        self._turns.begin(self._changes.diary.emit, self._changes.sessions.emit)

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
        self._turns.stop()
        self._aside.wait()

    def _take_ending(self, chosen: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix("csv" if chosen == FILTERS[1] else "json")

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()
