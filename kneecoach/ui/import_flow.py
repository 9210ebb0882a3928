"""Leads to the import of runs, from buttons and from files that are dropped on the window, and keeps what it brings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.ui.aside import Aside
from kneecoach.ui.changes import Changes
from kneecoach.ui.diary_drops import DiaryDrops
from kneecoach.ui.diary_files import IN_AGAIN, TAKEN_BACK, DiaryFiles
from kneecoach.ui.in_turns import TURN_MS, InTurns
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import DIARY

if TYPE_CHECKING:
    from kneecoach.coaching.imports import TakenIn
    from kneecoach.ui.pages.import_batch import ImportBatch
    from kneecoach.ui.pages.import_page import ImportPage
    from kneecoach.ui.run_reading import RunReading

# The page and what it needs are imported when it is first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

FILES = "Run files (*.gpx *.tcx *.fit *.csv *.gz *.zip *.GPX *.TCX *.FIT *.CSV *.GZ *.ZIP)"
ANY = "All files (*)"
LOOKED_AT_MS = 300
"""By then the page before it is on the screen."""
DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class ImportFlow(QObject):
    """One page at a time, in place of the rail; afterwards the diary at the newest run."""

    added = Signal(object)
    """The day and the id of the newest entry that came in."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        files: DiaryFiles,
    ) -> None:
        super().__init__(window)
        self._drops = DiaryDrops(window, files, self._read_runs)
        self._window, self._late, self._person = window, late, person
        self._wall, self._changes = wall, changes
        self._page: ImportPage | None = None
        self._closed = False
        self._then: Callable[[], None] | None = None
        """What is told of an undo; None while an import comes in."""
        self.listens = False
        """Whether files may be dropped by now."""
        self._unloaded = list(LOADING)
        self._loading = QTimer(self)
        self._loading.timeout.connect(self._load_next)
        self._turns = InTurns(parent=self)
        self._keeping = Aside(parent=self)
        self._keeping.done.connect(self._kept)
        self._keeping.refused.connect(self._refused)
        window.shell.page_shown.connect(self._expect)
        window.flow_left.connect(self._forget)
        window.closed.connect(self._close_down)

    def listen(self) -> None:
        """Files may be dropped anywhere from now on: a field would take their names for text. Once it is painted."""
        handle = self._window.windowHandle()
        if handle is not None and not self.listens:
            handle.installEventFilter(self)
            self.listens = True

    def _expect(self, page: str) -> None:
        """From the diary runs are imported: what that needs is loaded while it is looked at."""
        if page == DIARY and self._unloaded:
            self._loading.start(LOOKED_AT_MS)

    def _load_next(self) -> None:
        if self._unloaded and self._window.flow is None:
            self._unloaded.pop(0)()
            self._loading.start(TURN_MS)
        else:
            self._loading.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGGED or not isinstance(event, QDropEvent):
            return False
        paths = dropped(event)
        if not paths or not self._takes_drops():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.read(paths)
        return True

    def _takes_drops(self) -> bool:
        """Not before somebody is known, and not in the middle of a session or of questions."""
        return (self._window.flow is None or self._window.flow is self._page) and self._person() is not None

    def open(self) -> None:
        """The page, to choose files on; it stays where it is open already."""
        if self._page is not None or self._window.flow is not None:
            return
        try:
            self._show()
            self._drops.look()
        except KneeCoachError as error:
            self._window.notice().say(str(error))

    def read(self, paths: Sequence[Path], reading: "Callable[[], RunReading] | None" = None) -> None:
        """Read these files, folders and archives; a diary among them comes in at once."""
        self._drops.read(paths, reading)

    def _read_runs(self, paths: Sequence[Path], reading: "Callable[[], RunReading] | None") -> None:
        try:
            if self._page is not None:
                self._page.read(paths)
            else:
                self._show(reading, paths)
        except KneeCoachError as error:
            self._window.notice().say(str(error))

    def _show(self, reading: "Callable[[], RunReading] | None" = None, paths: Sequence[Path] = ()) -> None:
        from kneecoach.coaching.imports import Intake
        from kneecoach.ui.pages.import_page import ImportPage
        from kneecoach.ui.run_reading import RunReading

        person = self._known()
        intake = Intake(self._late.get(), person.id)
        page = ImportPage(intake.sort, now=self._wall(), units=person.units, reading=reading or RunReading)
        page.close_requested.connect(self._close)
        page.add_requested.connect(self._keep)
        page.left.connect(self._keeping.wait)
        page.files_requested.connect(self.choose_files)
        page.folder_requested.connect(self.choose_folder)
        self._page = page
        # Before it is shown, which then need not lay out what it shows without files
        page.read(paths)
        self._window.show_flow(page)

    def choose_files(self) -> None:
        dialog = QFileDialog(self._window, "Choose run files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([FILES, ANY])
        self._ask(dialog)

    def choose_folder(self) -> None:
        dialog = QFileDialog(self._window, "Choose a folder of run files")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chose)
        dialog.open()

    def _chose(self, names: list[str]) -> None:
        if self._page is not None:
            self.read([Path(name) for name in names])

    def _close(self) -> None:
        self._window.end_flow(DIARY)

    def _forget(self, flow: QWidget) -> None:
        if flow is self._page and self._page is not None:
            self._page.put_away()
            self._page = None

    def _close_down(self) -> None:
        self._closed = True
        self._loading.stop()
        self._turns.stop()
        self._keeping.wait()

    def _keep(self, batch: "ImportBatch") -> None:
        from kneecoach.coaching import imports

        store, person, now = self._late.get(), self._known().id, self._wall()
        self._then = None
        self._keeping.begin(lambda: imports.take_in(store, person, batch.chosen(), now))

    def _kept(self, came: object) -> None:
        if self._closed:
            return
        if self._then is not None:
            self._turns.begin(self._changes.diary.emit, self._then)
            return
        from kneecoach.coaching.imports import TakenIn
        from kneecoach.ui.pages.import_words import added_words

        assert isinstance(came, TakenIn), "nothing else is done beside the window"
        said = added_words(len(came.runs), len(came.activities), len(came.edits))
        if self._page is not None:
            self._window.end_flow(DIARY)
        self._turns.begin(
            self._changes.diary.emit,
            lambda: self._go_to(came),
            lambda: self._window.notice().offer_undo(said, lambda: self._undo(came)),
        )

    def _go_to(self, came: "TakenIn") -> None:
        if came.newest is not None:
            self.added.emit(came.newest)

    def _undo(self, taken: "TakenIn") -> None:
        from kneecoach.coaching import imports

        store, person, now = self._late.get(), self._known().id, self._wall()
        self._then = lambda: self._window.notice().offer_undo(TAKEN_BACK, lambda: self._again(taken))
        self._keeping.begin(lambda: imports.undo(store, person, taken, now))

    def _again(self, taken: "TakenIn") -> None:
        from kneecoach.coaching import imports

        assert taken.kept is not None, "something was taken back"
        store, person, now, kept = self._late.get(), self._known().id, self._wall(), taken.kept
        self._then = lambda: self._window.notice().offer_undo(IN_AGAIN, lambda: self._undo(taken))
        self._keeping.begin(lambda: imports.put_back(store, person, kept, now))

    def _refused(self, why: str) -> None:
        if self._page is not None and self._then is None:
            self._page.refuse(why)
        else:
            self._window.notice().say(why)

    def _known(self) -> Person:
        person = self._person()
        assert person is not None, "nobody comes here before first run"
        return person


def _load_diaries() -> None:
    from kneecoach.coaching import diary_files

    assert diary_files


def _load_reading() -> None:
    from kneecoach.coaching import imports
    from kneecoach.ui import run_reading

    assert all((imports, run_reading))


def _load_comparing() -> None:
    from kneecoach.ui.dialogs import compare_runs

    assert compare_runs


def _load_rows() -> None:
    from kneecoach.ui.pages import import_new

    assert import_new


def _load_page() -> None:
    from kneecoach.ui.pages import import_page

    assert import_page


LOADING = (_load_reading, _load_diaries, _load_comparing, _load_rows, _load_page)
"""One after another, so that none holds the window up."""


def dropped(event: QDropEvent) -> list[Path]:
    """The files and folders of this computer that are held over the window."""
    if not event.mimeData().hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
