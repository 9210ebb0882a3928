"""The commands in a process of their own: real terminals, signals, pipes and full disks."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.stand_ins import Desk, a_terminal


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
    ours, theirs = a_terminal()
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
