"""What is written about our own mistakes, and where it goes while there is no data folder."""

import os
from pathlib import Path

import pytest

from kneecoach.error_log import LARGEST_BYTES, ErrorLog
from kneecoach.paths import spare_folders
from tests.builders import A_DAY


def a_mistake():
    try:
        raise ValueError("Anna, pain 7") from KeyError("Anna")
    except ValueError as error:
        return error


@pytest.fixture
def log(tmp_path):
    return ErrorLog(tmp_path / "data", lambda: (tmp_path / "state" / "kneecoach", tmp_path / "lost"), lambda: A_DAY)


def test_the_data_folder_gets_when_what_and_where_and_no_name(log):
    log.folder.mkdir()

    where = log.note(a_mistake())

    written = where.read_text("utf-8")
    assert where == log.folder / "errors.log"
    assert written.startswith("2025-11-24T07:30:00+00:00 ValueError from KeyError\n  tests/test_error_log.py:")
    assert written.endswith(" a_mistake\n")
    assert "Anna" not in written
    assert where.stat().st_mode & 0o077 == 0


def test_the_next_mistake_is_added(log):
    log.folder.mkdir()

    log.note(a_mistake())
    where = log.note(a_mistake())

    assert where.read_text("utf-8").count("ValueError") == 2


def test_a_log_that_has_grown_large_begins_anew(log):
    log.folder.mkdir()
    (log.folder / "errors.log").write_bytes(b"x" * (LARGEST_BYTES + 1))

    assert log.note(a_mistake()).stat().st_size < 2_000


def test_before_there_is_a_data_folder_it_goes_to_a_spare_one_and_makes_no_data_folder(log):
    where = log.note(a_mistake())

    assert where == log.spares()[0] / "errors.log"
    assert where.parent.stat().st_mode & 0o077 == 0
    assert not log.folder.exists()


def test_a_spare_folder_that_cannot_be_made_is_passed_over(log, tmp_path):
    (tmp_path / "state").touch()

    assert log.note(a_mistake()) == tmp_path / "lost" / "errors.log"


def test_a_link_that_somebody_laid_is_not_written_through(log, tmp_path):
    log.folder.mkdir()
    (tmp_path / "precious").write_text("mine", "utf-8")
    (log.folder / "errors.log").symlink_to(tmp_path / "precious")

    assert log.note(a_mistake()) == log.spares()[0] / "errors.log"
    assert (tmp_path / "precious").read_text("utf-8") == "mine"


def test_with_nowhere_to_write_there_is_no_file(tmp_path):
    (tmp_path / "file").touch()

    assert ErrorLog(tmp_path / "file", lambda: (tmp_path / "file",), lambda: A_DAY).note(a_mistake()) is None


def test_the_spare_folders_are_the_desktops_and_then_the_systems(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    mine = f"kneecoach-{os.getuid()}"

    named, lost = spare_folders({"XDG_STATE_HOME": str(tmp_path / "named")})

    assert named == tmp_path / "named" / "kneecoach"
    assert lost.name == mine
    assert spare_folders({})[0] == Path.home() / ".local" / "state" / "kneecoach"
