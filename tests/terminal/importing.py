"""Imports from the command line, for their tests."""

import json
from contextlib import closing

from kneecoach.coaching import diary
from kneecoach.storage import people
from kneecoach.storage.database import open_store


def entries(desk):
    with closing(open_store(desk.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
        return diary.read_diary(store, person.id).entries if person else ()


def exported(desk, tmp_path):
    """The diary of another folder."""
    path, elsewhere = tmp_path / "other.json", tmp_path / "elsewhere"
    desk.run("log", "pain", "3", folder=elsewhere)
    desk.run("export", "diary", "--to", str(path), folder=elsewhere)
    return path


def said(desk):
    return json.loads(desk.out)
