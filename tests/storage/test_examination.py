"""The doctor's look at the whole file."""

import sqlite3
from contextlib import closing

from kneecoach.storage.database import open_store
from kneecoach.storage.examination import examine
from kneecoach.storage.revision import DATABASE, NEWEST


def test_a_sound_file_has_no_problems(folder):
    open_store(folder).close()

    found = examine(folder)

    assert (found.revision, found.newest, found.problems) == (NEWEST, NEWEST, ())


def test_no_file_has_no_revision_and_no_problems(folder):
    assert (examine(folder).revision, examine(folder).problems) == (None, ())


def test_an_index_that_lost_its_place_is_a_problem(folder):
    open_store(folder).close()
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'session_open'")

    assert examine(folder).problems
