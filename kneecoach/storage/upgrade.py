"""Bringing a database to the newest revision: a verified copy first, then all steps in one transaction."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from kneecoach.domain.errors import CannotStart
from kneecoach.storage import disk
from kneecoach.storage.folder import file_faults, make_file, sync_folder
from kneecoach.storage.revision import NEWEST, SIGN

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, found: str | None, engine: Callable[[], Engine], to: str = NEWEST) -> None:
    """Bring the database at `path` from revision `found` to `to`; a step that fails leaves it as it was."""
    if found is not None:
        set_aside(path, found)
    opened = engine()
    try:
        with opened.connect() as connection:
            # Rebuilding a table with foreign keys on would delete the rows that point to it; inside a transaction
            # the pragma would do nothing
            _driver(connection).execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _run_steps(connection, to)
    finally:
        opened.dispose()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _run_steps(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    connection.exec_driver_sql(SIGN)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise CannotStart(disk.DAMAGED)


def set_aside(path: Path, found: str) -> Path:
    """A copy of the database as it is, read back and checked, beside it; the copy of an earlier try is replaced."""
    copy = path.with_name(f"{path.stem}-before-upgrade-from-{found}.db")
    half = copy.with_suffix(".part")
    with file_faults():
        half.unlink(missing_ok=True)
        make_file(half)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as target:
            source.backup(target)
            # One file that needs nothing beside it
            target.execute("PRAGMA journal_mode = DELETE")
            if target.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise CannotStart(disk.DAMAGED)
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.replace(copy)
        sync_folder(path.parent)
    return copy
