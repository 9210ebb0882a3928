"""The store that is opened after the first paint: importing it takes longer than painting everything."""

from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.errors import CannotStart
from kneecoach.storage.folder_lock import FolderLock

if TYPE_CHECKING:
    from kneecoach.storage.database import Store

# What the first step after Today needs; imported while the person reads
SOON = ("kneecoach.storage.database", "kneecoach.coaching.play", "kneecoach.coaching.check_in")


class LateStore(QObject):
    """`get` opens it at once when it is needed before it is ready. The window's thread alone opens and uses it."""

    opened = Signal()
    failed = Signal(str)
    _imported = Signal()

    def __init__(self, folder: Path, lock: FolderLock | None = None, parent: QObject | None = None) -> None:
        """`lock` is one that this program already holds on the folder."""
        super().__init__(parent)
        self._folder = folder
        self._lock = lock
        self._store: Store | None = None
        self._thread: Thread | None = None
        self._imported.connect(self._open_quietly)

    def prepare(self) -> None:
        """Import in the background, then open. Called once, after the first paint."""
        if self._thread is None:
            self._thread = Thread(target=self._import, name="store-import", daemon=True)
            self._thread.start()

    def get(self) -> "Store":
        """The open store; `CannotStart` and its kinds when it can't be opened. Asking again tries again."""
        if self._store is None:
            from kneecoach.storage.database import open_store  # noqa: PLC0415

            lock, self._lock = self._lock, None
            self._store = open_store(self._folder, lock)
            self.opened.emit()
        return self._store

    def close(self) -> None:
        """Close what was opened and let the folder go."""
        if self._thread is not None:
            self._thread.join()
        store, self._store = self._store, None
        if store is not None:
            store.close()
        elif self._lock is not None:
            self._lock.release()

    def _import(self) -> None:
        for name in SOON:
            import_module(name)
        self._imported.emit()

    def _open_quietly(self) -> None:
        try:
            self.get()
        except CannotStart as error:
            self.failed.emit(str(error))
