"""What tests of opening a data folder share."""

import sqlite3
import stat
from contextlib import closing
from uuid import uuid4

from kneecoach.storage import people
from kneecoach.storage.database import open_store, open_to_read
from kneecoach.storage.revision import DATABASE
from tests.builders import a_person


def rights(path):
    return stat.S_IMODE(path.stat().st_mode)


def raw(folder):
    return closing(sqlite3.connect(folder / DATABASE, isolation_level=None))


def names_of_people(folder):
    with closing(open_to_read(folder)) as store, store.begin() as tx:
        return [person.name for person in people.people(tx)]


def kept_by(folder, name="Ada"):
    with closing(open_store(folder)) as store, store.begin() as tx:
        people.add(tx, a_person(name=name))


def a_crowd(store):
    with store.begin() as tx:
        for number in range(200):
            people.add(tx, a_person(id=uuid4(), name=f"{number}" * 60))
