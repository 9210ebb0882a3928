"""A file for the person is there whole, or what was there before is."""

import errno
import os
import stat

import pytest

from kneecoach.domain.errors import DiskTrouble, InvalidInput
from kneecoach.exchange import diary_writing
from kneecoach.exchange.diary_writing import write_whole


def test_a_file_is_written_for_its_owner_only_and_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "diary.json"
    path.write_text("old")

    write_whole(path, "new é\ud800")

    assert path.read_bytes() == "new é?".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["diary.json"]


def test_a_link_leads_to_what_is_written(tmp_path):
    (tmp_path / "there").mkdir()
    link = tmp_path / "diary.json"
    link.symlink_to(tmp_path / "there" / "real.json")

    write_whole(link, "new")

    assert link.is_symlink()
    assert (tmp_path / "there" / "real.json").read_text() == "new"


@pytest.mark.parametrize(
    ("number", "why"),
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "does not let KneeCoach"), (errno.EIO, "The disk refused")],
)
def test_a_disk_that_refuses_leaves_the_old_file(tmp_path, monkeypatch, number, why):
    path = tmp_path / "diary.json"
    path.write_text("old")

    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(diary_writing.os, "fsync", refuse)

    with pytest.raises(DiskTrouble, match=why):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["diary.json"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".", "That is a folder"),
        ("no/where.json", "no such folder"),
        ("x" * 300, "can't be called"),
        ("\0", "can't be"),
    ],
)
def test_where_no_file_can_be_nothing_is_written(tmp_path, name, why):
    with pytest.raises(InvalidInput, match=why):
        write_whole(tmp_path / name, "new")

    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs the device that is always full")  # noqa: PTH110
def test_a_device_that_is_full_is_no_traceback():
    with pytest.raises(DiskTrouble, match="The disk is full"):
        write_whole(diary_writing.Path("/dev/full"), "new")
