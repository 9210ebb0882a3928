"""The store that is opened after the first paint."""

import pytest

from kneecoach.domain.errors import AlreadyOpen
from kneecoach.storage.database import open_store
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.ui.late_store import LateStore


@pytest.fixture
def late(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = LateStore(tmp_path / "data")
    yield made
    made.close()


def test_it_opens_by_itself_a_moment_later(qtbot, late, tmp_path):
    with qtbot.waitSignal(late.opened):
        late.prepare()

    with pytest.raises(AlreadyOpen):
        open_store(tmp_path / "data")


def test_it_opens_at_once_when_it_is_needed(late):
    assert late.get() is late.get()


def test_a_lock_that_is_held_already_becomes_its_own(qtbot, tmp_path):  # noqa: ARG001
    folder = tmp_path / "data"
    open_store(folder).close()
    lock = FolderLock(folder)
    lock.acquire()

    late = LateStore(folder, lock)
    late.get()
    late.close()

    open_store(folder).close()


def test_what_was_never_opened_lets_the_folder_go(qtbot, tmp_path):  # noqa: ARG001
    folder = tmp_path / "data"
    open_store(folder).close()
    lock = FolderLock(folder)
    lock.acquire()

    LateStore(folder, lock).close()

    open_store(folder).close()


def test_a_folder_that_cannot_be_used_is_said(qtbot, tmp_path):
    (tmp_path / "data").write_text("not a folder")
    late = LateStore(tmp_path / "data")

    with qtbot.waitSignal(late.failed) as told:
        late.prepare()

    assert "is a file" in told.args[0]
    late.close()


def test_closed_it_opens_nothing_any_more(qtbot, late, tmp_path):
    late.close()

    with qtbot.assertNotEmitted(late.opened, wait=50):
        late.prepare()

    assert not (tmp_path / "data").exists()
