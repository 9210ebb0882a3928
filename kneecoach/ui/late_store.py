"""The store that is opened after the first paint: importing it takes longer than painting everything."""

from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kneecoach.domain.errors import CannotStart
from kneecoach.storage.folder_lock import FolderLock

if TYPE_CHECKING:
    from kneecoach.storage.database import Store

# What the first step after Today needs; imported while the person reads
LOOK_MS = 20
SOON = ("kneecoach.storage.database", "kneecoach.coaching.play", "kneecoach.coaching.check_in")


class LateStore(QObject):
    """`get` opens it at once when it is needed before it is ready. The window's thread alone opens and uses it."""

    opened = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, lock: FolderLock | None = None, parent: QObject | None = None) -> None:
        """`lock` is one that this program already holds on the folder."""
        super().__init__(parent)
        self.folder = folder
        self._lock = lock
        self._store: Store | None = None
        self._thread: Thread | None = None
        self._closed = False
        # The thread touches nothing of Qt: it may outlive the window by a moment
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._open_when_imported)

    @property
    def is_open(self) -> bool:
        """Whether the store is there by now."""
        return self._store is not None

    def prepare(self) -> None:
        """Import in the background, then open. Called once, after the first paint."""
        if self._thread is None and not self._closed:
            self._thread = Thread(target=_import_all, name="store-import", daemon=True)
            self._thread.start()
            self._look.start()

    def get(self) -> "Store":
        """The open store; `CannotStart` and its kinds when it can't be opened. Asking again tries again."""
        if self._store is None:
            from kneecoach.storage.database import open_store  # noqa: PLC0415

            lock, self._lock = self._lock, None
            self._store = open_store(self.folder, lock)
            self.opened.emit()
        return self._store

    def close(self) -> None:
        """Close what was opened and let the folder go; nothing is opened any more."""
        self._closed = True
        self._look.stop()
        store, self._store = self._store, None
        lock, self._lock = self._lock, None
        if store is not None:
            store.close()
        if lock is not None:
            lock.release()

    def _open_when_imported(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._look.stop()
        try:
            self.get()
        except CannotStart as error:
            self.failed.emit(str(error))


def _import_all() -> None:
    for name in SOON:
        import_module(name)
