"""`kneecoach advice --pdf`: one page for the doctor, written whole or not at all."""

import json
import subprocess
import sys

import pytest

from tests.terminal.stand_ins import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sore(desk):
    """Somebody with a run, a pain and a sign."""
    desk.run("log", "run", "5", "--pain", "4", "--at", "2026-11-20T08:00")
    desk.run("log", "flag", "locked")
    return desk


def test_the_page_is_written_where_it_is_wanted(sore, tmp_path):
    assert sore.run("advice", "--pdf", str(tmp_path / "page.pdf")) == 0

    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert f"The summary for the doctor is in {tmp_path / 'page.pdf'}." in sore.out


def test_a_program_is_told_the_file_and_nothing_else(sore, tmp_path):
    assert sore.run("advice", "--pdf", str(tmp_path / "page.pdf"), "--no-name", "--json") == 0

    assert json.loads(sore.out) == {"file": str(tmp_path / "page.pdf")}


@pytest.mark.parametrize(
    ("name", "said"), [("page.txt", "ends in .pdf"), ("none/page.pdf", "There is no such folder"), (".pdf", "ends in")]
)
def test_a_name_that_can_be_no_page_is_refused(sore, tmp_path, name, said):
    assert sore.run("advice", "--pdf", str(tmp_path / name)) == 2

    assert said in sore.err
    assert not (tmp_path / name).exists()


def test_there_is_nothing_to_sum_up_of_nobody(desk, tmp_path):
    assert desk.run("advice", "--pdf", str(tmp_path / "page.pdf")) == 2

    assert "Nothing was entered yet" in desk.err


def test_a_day_to_come_is_refused_here_too(sore, tmp_path):
    assert sore.run("advice", "--on", "2027-01-01", "--pdf", str(tmp_path / "page.pdf")) == 2


def test_where_the_window_can_t_be_loaded_it_is_said(sore, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "kneecoach.ui.paper.in_terminal", None)

    assert sore.run("advice", "--pdf", str(tmp_path / "page.pdf")) == 3

    assert "can't be loaded here" in sore.err


@pytest.mark.slow
def test_no_display_is_needed(sore, tmp_path):
    assert isinstance(sore, Desk)
    typed = ["--data-dir", str(sore.folder), "advice", "--pdf", str(tmp_path / "page.pdf")]

    done = subprocess.run(
        [sys.executable, "-m", "kneecoach", *typed],
        env={"HOME": str(tmp_path), "PATH": ""},
        check=False,
        capture_output=True,
        text=True,
        timeout=50,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
