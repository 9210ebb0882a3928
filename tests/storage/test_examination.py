"""The doctor's look at the whole file."""

import sqlite3
from contextlib import closing
from uuid import UUID

from kneecoach.domain.own_routine import copy_of
from kneecoach.storage import own_routines
from kneecoach.storage.database import open_store
from kneecoach.storage.examination import examine
from kneecoach.storage.revision import DATABASE, NEWEST
from tests.builders import A_DAY, a_routine


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


def test_a_routine_that_cannot_be_read_is_named(folder):
    with closing(open_store(folder)) as store, store.begin() as tx:
        own_routines.keep_own(tx, copy_of(a_routine(name="Harmed"), UUID(int=1), A_DAY))
    assert examine(folder).lost_routines == ()
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE own_routine SET items = '[]'")

    found = examine(folder)

    assert (found.problems, found.lost_routines) == ((), ("Harmed (mine)",))
