"""A store of its own for every test, with the person of the builders in it."""

from contextlib import closing

import pytest

from kneecoach.storage import people
from kneecoach.storage.database import open_store
from tests.builders import (
    a_person,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder):
    with closing(open_store(folder)) as store:
        with store.begin() as tx:
            people.add(tx, a_person())
        yield store
