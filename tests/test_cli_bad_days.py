"""Data folders that cannot be used, no display, no libraries, and our own mistakes."""

import json
import os
import sqlite3
import sys
import tempfile
from contextlib import closing

import pytest

from kneecoach import cli
from kneecoach.domain.exercise import Side
from kneecoach.exchange.catalogue import find_routine
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.terminal import commands
from kneecoach.ui.opening import Opening
from tests.terminal.stand_ins import Desk

DISPLAY = {"QT_QPA_PLATFORM": "offscreen"}
REHEARSE = ("start", "--terminal", "--speed", "60", "--pain-before", "2", "--pain-after", "1")


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "data")


def test_a_data_folder_that_is_a_file_is_refused(desk, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    for command in (REHEARSE, ("sessions",)):
        assert desk.run(*command, folder=tmp_path / "file") == 3
        assert desk.err == "The data folder is a file: choose another folder with --data-dir.\n"
    assert (tmp_path / "file").read_text("utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_data_folder_that_may_not_be_written_is_refused(desk, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)

    assert desk.run(*REHEARSE, folder=tmp_path / "locked" / "data") == 3
    assert desk.err.startswith("KneeCoach may not write in its data folder")


def test_data_of_a_newer_version_is_refused(desk):
    desk.introduce()
    with closing(sqlite3.connect(desk.folder / "kneecoach.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    for command in (REHEARSE, ("sessions",), ("log", "flag", "limp")):
        assert desk.run(*command) == 3
        assert desk.err == "This data was written by a newer KneeCoach: install that version. Nothing was changed.\n"


def test_beside_an_open_window_commands_read_and_do_not_write(desk):
    desk.run(*REHEARSE)
    lock = FolderLock(desk.folder)
    lock.acquire()

    reading = desk.run("sessions", "--json"), json.loads(desk.out)[0]["status"]
    writing = desk.run(*REHEARSE), desk.err
    lock.release()

    assert reading == (0, "completed")
    assert writing[0] == 3
    assert writing[1].startswith("KneeCoach is already open on this data folder")


def test_the_folder_of_the_environment_is_used(desk, tmp_path):
    terminal_folder = tmp_path / "elsewhere"

    assert desk.run(*REHEARSE, folder=terminal_folder) == 0
    assert (terminal_folder / "kneecoach.db").exists()
    assert not desk.folder.exists()


def test_version_and_help_end_well(desk, capsys):
    assert desk.run("--version") == 0
    assert capsys.readouterr().out == "KneeCoach 0.1.0\n"

    assert desk.run("start", "--help") == 0
    assert "--pain-before" in capsys.readouterr().out


def test_with_no_display_it_says_so_and_plays_here(desk):
    assert desk.run() == 0

    assert desk.err == "No display was found here, so the warm-up plays in this terminal.\n"
    assert desk.sessions()[0].status.value == "completed"


def test_start_without_a_display_plays_what_was_asked(desk):
    assert desk.run("start", "calm-down", "--speed", "60") == 0

    assert desk.sessions()[0].routine.id == "calm-down"


def test_with_a_display_the_window_opens_on_the_folder(desk, monkeypatch):
    app = pytest.importorskip("kneecoach.app")
    opened = []
    monkeypatch.setattr(app, "run", lambda *asked: opened.append(asked) or 0)

    assert desk.run(environ=DISPLAY) == 0
    assert opened == [(desk.folder, None)]


STARTS = [
    ([], Opening()),
    (["--short"], Opening(find_routine("short-warm-up"))),
    (["calm-down", "--pain-before", "0"], Opening(find_routine("calm-down"), pain=0)),
    (["--first", "right", "--discard"], Opening(first=Side.RIGHT, discard=True)),
    (["--resume"], Opening(resume=True)),
    (["return"], Opening(returning=True)),
]


@pytest.mark.parametrize(("typed", "opening"), STARTS, ids=[" ".join(typed) for typed, _ in STARTS])
def test_start_with_a_display_tells_the_window_what_to_play(desk, monkeypatch, typed, opening):
    app = pytest.importorskip("kneecoach.app")
    opened = []
    monkeypatch.setattr(app, "run", lambda *asked: opened.append(asked) or 0)

    assert desk.run("start", *typed, environ=DISPLAY) == 0
    assert opened == [(desk.folder, opening)]
    assert desk.err == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["nope"], "There is no routine called 'nope'."),
        (["calm-down", "--short"], "Only the warm-up has a short version."),
    ],
)
def test_what_the_window_cannot_play_is_refused_before_it_opens(desk, monkeypatch, typed, sentence):
    app = pytest.importorskip("kneecoach.app")
    monkeypatch.setattr(app, "run", lambda *_: pytest.fail("the window opened"))

    assert desk.run("start", *typed, environ=DISPLAY) == 2
    assert desk.err.startswith(sentence)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--speed", "60"], "Only the terminal knows --speed, so this plays here.\n"),
        (
            ["--speed", "60", "--pain-after", "0"],
            "Only the terminal knows --speed and --pain-after, so this plays here.\n",
        ),
    ],
)
def test_what_only_the_terminal_can_do_plays_here(desk, typed, said):
    assert desk.run("start", *typed, environ=DISPLAY) == 0

    assert desk.err == said
    assert desk.sessions()[0].status.value == "completed"


def test_without_the_libraries_of_the_window_it_plays_here(desk, monkeypatch):
    monkeypatch.setitem(sys.modules, "kneecoach.app", None)
    monkeypatch.delattr("kneecoach.app", raising=False)

    assert desk.run("start", environ=DISPLAY) == 0
    assert desk.err == "The window's libraries can't be loaded here, so the warm-up plays in this terminal.\n"


def test_the_desktop_entry_is_the_same_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["kneecoach-window", "--version"])

    assert cli.window() == 0
    assert "KneeCoach 0.1.0" in capsys.readouterr().out


def test_our_own_mistake_is_one_sentence_and_a_log_without_names(desk, monkeypatch):
    def stumble(*_arguments):
        raise ValueError("Anna, pain 7") from KeyError("Anna")

    desk.introduce(name="Anna")
    monkeypatch.setitem(commands.COMMANDS, "routines", stumble)

    assert desk.run("routines") == 3

    log = (desk.folder / "errors.log").read_text("utf-8")
    assert desk.err.startswith("Something in KneeCoach went wrong, and it has ended. What was saved is safe;")
    assert desk.err.count("\n") == 1
    assert "ValueError from KeyError" in log
    assert "stumble" in log
    assert "Anna" not in log
    assert (desk.folder / "errors.log").stat().st_mode & 0o077 == 0


def test_a_mistake_before_there_is_a_folder_is_logged_where_the_sentence_says(desk, tmp_path, monkeypatch):
    monkeypatch.setitem(commands.COMMANDS, "routines", lambda *_: 1 // 0)

    assert desk.run("routines", environ={"XDG_STATE_HOME": str(tmp_path / "state")}) == 3

    log = tmp_path / "state" / "kneecoach" / "errors.log"
    assert str(log) in desk.err
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert not desk.folder.exists()


def test_a_mistake_that_can_be_logged_nowhere_is_still_one_sentence(desk, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    monkeypatch.setitem(commands.COMMANDS, "routines", lambda *_: 1 // 0)

    assert desk.run("routines", environ={"XDG_STATE_HOME": str(tmp_path / "file")}) == 3
    assert desk.err == "Something in KneeCoach went wrong, and it has ended. What was saved is safe.\n"


def test_a_log_that_has_grown_large_begins_anew(desk, monkeypatch):
    desk.introduce()
    (desk.folder / "errors.log").write_bytes(b"x" * 1_000_001)
    monkeypatch.setitem(commands.COMMANDS, "routines", lambda *_: 1 // 0)

    desk.run("routines")

    assert (desk.folder / "errors.log").stat().st_size < 2_000


def test_an_unknown_fault_of_the_system_is_ours_to_log(desk, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(13, "no")

    desk.introduce()
    monkeypatch.setitem(commands.COMMANDS, "routines", refuse)

    assert desk.run("routines") == 3
    assert "PermissionError" in (desk.folder / "errors.log").read_text("utf-8")


def test_ctrl_c_at_a_question_ends_with_one_sentence(desk, monkeypatch):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "routines", interrupt)

    assert desk.run("routines") == 1
    assert desk.err == "Ended before anything was started.\n"
