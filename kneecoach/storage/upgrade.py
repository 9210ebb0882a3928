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
from kneecoach.storage.revision import NEWEST, SIGN

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, found: str | None, engine: Callable[[], Engine], to: str = NEWEST) -> None:
    """Bring the database at `path` from revision `found` to `to`; a step that fails leaves it as it was."""
    if found is not None:
        set_aside(path, found)
    opened = engine()
    try:
        with opened.connect() as connection:
            # Rebuilding a table with foreign keys on would delete the rows that point to it
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.rollback()
            with connection.begin():
                _run_steps(connection, to)
    finally:
        opened.dispose()


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
    try:
        half.unlink(missing_ok=True)
        os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as target:
            source.backup(target)
            # One file that needs nothing beside it
            target.execute("PRAGMA journal_mode = DELETE")
            if target.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise CannotStart(disk.DAMAGED)
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.replace(copy)
    except OSError as error:
        raise disk.file_trouble(error) from error
    return copy
