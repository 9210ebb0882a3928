"""A store of its own for every test."""

import pytest

from kneecoach.storage.database import open_in_memory, open_store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder):
    store = open_store(folder)
    yield store
    store.close()


@pytest.fixture
def memory():
    store = open_in_memory()
    yield store
    store.close()
