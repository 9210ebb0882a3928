"""The commands as they are typed: what they print, what they refuse, and how they end."""

import json
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from rich.text import Text

from kneecoach import cli
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.terminal import commands
from tests.terminal.stand_ins import Desk

REHEARSE = ("start", "--terminal", "--speed", "60", "--pain-before", "2", "--pain-after", "1")
EXERCISES = ["adductor_roll", "adductor_stretch", "lateral_walk", "front_lunge"]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "data")


def test_a_rehearsed_warm_up_is_on_record_as_it_was_prescribed(desk):
    assert desk.run(*REHEARSE) == 0
    assert desk.run("sessions", "--json") == 0

    (session,) = json.loads(desk.out)
    assert (session["status"], session["rehearsal"]) == ("completed", True)
    assert (session["pain_before"], session["pain_after"]) == (2, 1)
    assert list(dict.fromkeys(done["exercise"] for done in session["sets"])) == EXERCISES
    done = [(s["exercise"], s["number"], s["side"], s["reps"], s["seconds"], s["status"]) for s in session["sets"]]
    assert done[:2] == [
        ("adductor_roll", 1, "left", None, 60, "done"),
        ("adductor_roll", 1, "right", None, 60, "done"),
    ]
    assert done[-1] == ("front_lunge", 2, "right", 10, 35, "done")
    assert len(done) == 14


def test_a_session_document_has_exactly_the_promised_fields(desk):
    desk.run(*REHEARSE)
    desk.run("sessions", "--json")

    (session,) = json.loads(desk.out)
    assert list(session) == [
        "id", "person", "routine", "started_at", "ended_at", "status", "rehearsal", "check_in", "pain_before",
        "pain_after", "sets",
    ]  # fmt: skip
    assert list(session["sets"][0]) == ["id", "exercise", "number", "side", "reps", "seconds", "status", "pain"]
    assert session["check_in"]["asked"] is False
    assert session["started_at"] == "2026-11-21T17:20:00+00:00"


def test_start_with_json_prints_the_session_and_nothing_else(desk):
    assert desk.run(*REHEARSE, "--json") == 0

    assert json.loads(desk.out)["status"] == "completed"
    assert desk.err.count("saved ") == 14


def test_routines_and_exercises_print_their_documents(desk):
    desk.run("routines", "--json")
    warm_up = json.loads(desk.out)[0]
    desk.run("--json", "exercises")
    walk = json.loads(desk.out)[2]

    assert (warm_up["id"], warm_up["minutes"], warm_up["version"]) == ("warm-up", 12, 1)
    assert warm_up["items"][0]["dosage"] == {
        "sets": 1,
        "seconds": 60,
        "tempo": [{"phase": "out", "s": 3}, {"phase": "back", "s": 3}],
        "rest_s": 40,
        "sides": "each",
    }
    assert list(walk) == [
        "id", "code", "name", "muscles", "equipment", "sides", "movement", "dosage", "source",
    ]  # fmt: skip
    assert walk["dosage"]["tempo"][1] == {"phase": "hold", "s": 0.3}


def test_lists_in_a_pipe_are_plain_columns(desk):
    desk.run("routines")
    assert desk.out.splitlines()[1] == (
        "warm-up        Inner-knee warm-up  12 min  Foam roll, Adductor stretch, Tube walk, Front lunge"
    )

    desk.run("exercises")
    assert desk.out.splitlines()[1].startswith("E01   adductor_roll")


def test_lists_on_a_terminal_fit_eighty_columns(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    seat = Desk(tmp_path / "data", tty=True)

    for name in ("routines", "exercises"):
        assert seat.run(name) == 0
        printed = Text.from_ansi(seat.out).plain
        assert "Front lunge" in printed
        assert max(len(line.rstrip()) for line in printed.splitlines()) <= 80


def test_sessions_lists_what_was_played_and_since_when(desk):
    assert desk.run("sessions") == 0
    assert desk.out == "No sessions yet. `kneecoach start` plays the warm-up.\n"

    desk.run(*REHEARSE)
    desk.run("sessions", "--since", "2026-11-21")
    assert "2026-11-21 17:20  Inner-knee warm-up  completed, rehearsal  14 of 14   2 to 1" in desk.out

    desk.run("sessions", "--since", "2026-11-22", "--json")
    assert json.loads(desk.out) == []


REFUSED = [
    (["start", "--terminal", "--pain-before", "11"], "Pain is a whole number from 0 to 10."),
    (["start", "--terminal", "--pain-before", "-1"], "Pain is a whole number from 0 to 10."),
    (["start", "--terminal", "--pain-after", "2.5"], "Pain is a whole number from 0 to 10."),
    *[
        (["start", "--terminal", "--speed", speed], "The speed is more than 0 and at most 1000.")
        for speed in ("0", "-1", "nan", "inf", "1001", "fast")
    ],
    (
        ["start", "nope", "--terminal"],
        "There is no routine called 'nope'. There are: warm-up, short-warm-up, calm-down.",
    ),
    (["start", "calm-down", "--short", "--terminal"], "Only the warm-up has a short version."),
    (["start", "--terminal", "--resume"], "There is no unfinished session to go on with."),
    (["start", "--terminal", "--resume", "--discard"], "Argument --discard: not allowed with argument --resume."),
    (["start", "--first", "both"], "Argument --first: invalid choice: 'both'"),
    (["sessions", "--since", "yesterday"], "A day is written year first, such as 2026-11-21."),
    (["sessions", "--person", "Anna"], "There is nobody called Anna."),
    (["log", "flag", "swolen"], "There is no flag called swolen. There are: deformity, foot_cold_pale"),
    (["log", "flag", "swollen", "--at", "25:00"], "A time is written such as 07:30 for today"),
    (["log", "flag", "swollen", "--at", "18:00"], "That time is in the future."),
    (["log", "flag", "swollen", "--seen", "2026-11-22"], "That time is in the future."),
    (["log"], "The following arguments are required: ENTRY."),
    (["dance"], "Argument COMMAND: invalid choice: 'dance'"),
    (["routines", "--loud"], "Unrecognized arguments: --loud."),
    (["routines", "--data-dir", ""], "The data folder needs a name."),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED, ids=[" ".join(typed) for typed, _ in REFUSED])
def test_what_cannot_be_meant_is_refused_in_one_sentence(desk, typed, sentence):
    assert desk.run(*typed) == 2

    assert desk.err.startswith(sentence)
    assert desk.err.count("\n") == 1
    assert desk.out == ""
    assert not desk.sessions()


def test_a_name_full_of_tricks_is_printed_as_text(desk):
    assert desk.run("sessions", "--person", "<b>\x1b[31mAnna\u202eXY\x7f") == 2

    assert desk.err == "There is nobody called <b>\N{SYMBOL FOR ESCAPE}[31mAnna\ufffdXY\N{SYMBOL FOR DELETE}.\n"


def test_a_person_is_named_by_name_or_id(desk):
    anna = desk.introduce(name="Anna")

    assert desk.run(*REHEARSE, "--person", "anna") == 0
    assert desk.run("sessions", "--json", "--person", str(anna.id)) == 0
    assert json.loads(desk.out)[0]["person"] == str(anna.id)


def test_two_people_of_one_name_need_an_id(desk):
    desk.introduce(name="Anna")
    desk.introduce(name="Anna", id=UUID(int=7))

    assert desk.run("sessions", "--person", "Anna") == 2
    assert desk.err == "Several people are called Anna: give the id of one.\n"


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
    monkeypatch.setattr(app, "run", lambda folder: opened.append(folder) or 0)

    assert desk.run(environ={"QT_QPA_PLATFORM": "offscreen"}) == 0
    assert desk.run("start", environ={"QT_QPA_PLATFORM": "offscreen"}) == 0
    assert opened == [desk.folder, desk.folder]


def test_what_the_window_cannot_be_told_plays_here(desk):
    assert desk.run("start", "--speed", "60", environ={"QT_QPA_PLATFORM": "offscreen"}) == 0

    assert desk.err == "The window can't take these options yet, so this plays in the terminal.\n"


def test_without_the_libraries_of_the_window_it_plays_here(desk, monkeypatch):
    monkeypatch.setitem(sys.modules, "kneecoach.app", None)
    monkeypatch.delattr("kneecoach.app", raising=False)

    assert desk.run("start", environ={"QT_QPA_PLATFORM": "offscreen"}) == 0
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


def test_a_mistake_before_there_is_a_folder_is_still_one_sentence(desk, monkeypatch):
    monkeypatch.setitem(commands.COMMANDS, "routines", lambda *_: 1 // 0)

    assert desk.run("routines") == 3
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


def in_a_process(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "kneecoach", *arguments], capture_output=True, text=True, check=False, **more
    )


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m kneecoach exercises --json | true; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.returncode in {0, 1}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output_is_one_sentence():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kneecoach", "exercises"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 3
    assert done.stderr == "What this command prints could not be written: the disk it goes to is full.\n"


@pytest.mark.slow
def test_the_window_waits_for_no_library_of_the_terminal():
    slow = ("rich", "sqlalchemy", "alembic", "appdirs", "PySide6", "sqlite3")
    code = f"""
import sys
from kneecoach import cli
from kneecoach.terminal import arguments, display
arguments.parsed([])
print([name for name in {slow} if name in sys.modules])
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


@pytest.mark.slow
def test_ctrl_c_in_a_real_terminal_keeps_the_session_and_the_terminal(tmp_path):
    ours, theirs = pty.openpty()
    # Only the terminal that controls a session turns Ctrl-C into a signal
    command = ["setsid", "--ctty", sys.executable, "-m", "kneecoach", "--data-dir", str(tmp_path / "data")]
    environ = {**os.environ, "TERM": "xterm"}
    player = subprocess.Popen(
        [*command, "start", "--terminal"], stdin=theirs, stdout=theirs, stderr=theirs, env=environ
    )
    os.close(theirs)
    seen = wait_for(ours, b"Pain now")
    for answer in (b"2\n", *[b"n\n"] * 5):
        os.write(ours, answer)
    seen += wait_for(ours, b"Get ready")
    os.write(ours, b"\x03")
    seen += wait_for(ours, b"Pain after")
    os.write(ours, b"1\n")
    seen += wait_for(ours, b"ended early")
    code = player.wait(timeout=20)
    os.close(ours)

    assert code == 1
    assert b"\x1b[?1049l" in seen
    assert seen.count(b"saved ") == 14
    (session,) = Desk(tmp_path / "data").sessions()
    assert (session.status.value, session.pain_before, session.pain_after) == ("stopped", 2, 1)


@pytest.mark.slow
def test_a_session_whose_process_is_ended_can_be_gone_on_with(tmp_path):
    command = [sys.executable, "-m", "kneecoach", "--data-dir", str(tmp_path / "data"), "start", "--terminal"]
    player = subprocess.Popen(
        [*command, "--speed", "8"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_for(player.stdout.fileno(), b"Go: ")
    player.send_signal(signal.SIGTERM)
    _, said = player.communicate(timeout=20)

    assert player.returncode == 1
    assert said.decode() == "The session is left open: `kneecoach start --terminal --resume` goes on with it.\n"
    (session,) = Desk(tmp_path / "data").sessions()
    assert (session.status.value, session.position) == ("open", 0)


def wait_for(file: int, wanted: bytes, limit_s: float = 20.0) -> bytes:
    seen = b""
    while wanted not in seen:
        assert select.select([file], [], [], limit_s)[0], seen
        seen += os.read(file, 65_536)
    return seen
