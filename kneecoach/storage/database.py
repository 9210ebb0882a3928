"""The store: one connection to the database of a data folder, checked, locked and at the newest revision."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, RLock

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.storage import disk
from kneecoach.storage.folder import make_file, sync_folder
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.storage.revision import DATABASE, NEWEST, SIGN, open_read_only, revision_of
from kneecoach.storage.tables.shared import alembic_version, metadata

Transaction = Connection
"""What `Store.begin` hands out and every function of storage takes first."""

NOT_SAFE_HERE = (
    "This disk can't keep KneeCoach's data safe: choose a folder on a disk of this computer with --data-dir."
)

LOOKS, LOOK_S = 25, 0.1
"""How often, and after how long, a reader looks whether another one has brought the data up to date."""

# What must hold on every connection: how to set it, how to read it back, what it must say
_WAITS = ("PRAGMA busy_timeout = 2000", "PRAGMA busy_timeout", 2000)
_LINKED = ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1)
WRITING = (
    _WAITS,
    _LINKED,
    ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
    ("PRAGMA synchronous = FULL", "PRAGMA synchronous", 2),
)
READING = (_WAITS, ("PRAGMA query_only = ON", "PRAGMA query_only", 1))
IN_MEMORY = (_LINKED,)
Pragmas = tuple[tuple[str, str, object], ...]


class Store:
    """The open database. Closed, it lets the data folder go."""

    def __init__(self, engine: Engine, lock: FolderLock | None = None) -> None:
        self._engine = engine
        self._lock = lock
        self._turn = RLock()
        with _disk_faults():
            self._connection = engine.connect()

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """One transaction: committed and on disk at the end of the block, or nothing of it.

        `DiskTrouble` when the disk refuses; the store stays usable and the same block can be tried again. Another
        thread waits for its turn.
        """
        with self._turn, _disk_faults(), self._connection.begin():
            yield self._connection

    def close(self) -> None:
        """Close the database and release the folder; closing twice is fine."""
        try:
            with self._turn, _disk_faults():
                self._connection.close()
                self._engine.dispose()
        finally:
            if self._lock:
                self._lock.release()


def open_store(folder: Path, lock: FolderLock | None = None) -> Store:
    """Open the database in `folder` for writing, made or brought up to date if need be.

    Holds the folder's lock until `Store.close`; a `lock` that was taken before becomes the store's own, also when it
    can't be opened. `AlreadyOpen`, `TooNew`, `DiskTrouble` or plain `CannotStart` then, and nothing was changed.
    """
    if lock is None:
        lock = FolderLock(folder)
        lock.acquire()
    with ExitStack() as undo:
        undo.callback(lock.release)
        path = folder / DATABASE
        found = revision_of(folder)
        if found is None:
            make_file(path)
        elif found != NEWEST:
            # Alembic takes longer to import than the database to open, and is hardly ever needed
            from kneecoach.storage.upgrade import upgrade  # noqa: PLC0415

            with _disk_faults():
                upgrade(path, found, lambda: _engine(path, WRITING))
        store = Store(_engine(path, WRITING), lock)
        undo.callback(store.close)
        if found is None:
            with store.begin() as tx:
                make_schema(tx)
            sync_folder(folder)
        undo.pop_all()
    return store


def open_to_read(folder: Path, wait: Callable[[float], object] | None = None) -> Store:
    """Open the database in `folder` to read beside an open window; a folder without one reads as empty.

    Takes no lock and changes nothing, but that data of an older KneeCoach is brought up to date first, with the same
    copy set aside as by `open_store` and under its lock. Whoever else is just doing that is waited for, a few seconds
    at most (`wait` lets them pass). `CannotStart` and its kinds when it can't be read.
    """
    found = revision_of(folder)
    if found is None:
        return open_in_memory()
    if found != NEWEST:
        _bring_up_to_date(folder, wait or Event().wait)
    return Store(_engine(folder / DATABASE, READING))


def _bring_up_to_date(folder: Path, wait: Callable[[float], object]) -> None:
    for left in reversed(range(LOOKS)):
        try:
            open_store(folder).close()
        except AlreadyOpen:
            if not left:
                raise
            wait(LOOK_S)
        if revision_of(folder) == NEWEST:
            return


def open_in_memory() -> Store:
    """A store that is gone when closed."""
    store = Store(_engine(None, IN_MEMORY))
    with store.begin() as tx:
        make_schema(tx)
    return store


def make_schema(tx: Transaction) -> None:
    """Everything the migrations would make, without the time it takes to import them; a test holds them together."""
    metadata.create_all(tx, checkfirst=False)
    tx.execute(insert(alembic_version), {"version_num": NEWEST})
    tx.exec_driver_sql(SIGN)


def _engine(path: Path | None, pragmas: Pragmas) -> Engine:
    reading = pragmas is READING

    def connect() -> sqlite3.Connection:
        if reading and path:
            return open_read_only(path)
        # The driver would otherwise leave DDL outside the transaction
        return sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)

    # A path in an address would be cut at a question mark: the creator takes it whole
    engine = create_engine(URL.create("sqlite"), creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _record: object) -> None:
        for wanted, _question, _answer in pragmas:
            connection.execute(wanted)
        for _wanted, question, answer in pragmas:
            if connection.execute(question).fetchone()[0] != answer:
                raise CannotStart(NOT_SAFE_HERE)

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


@contextmanager
def _disk_faults() -> Iterator[None]:
    with disk.faults():
        try:
            yield
        except DBAPIError as error:
            trouble = disk.sql_trouble(error.orig)
            if trouble is None:
                raise
            raise trouble from error
