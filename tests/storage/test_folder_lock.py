"""One data folder, one KneeCoach; and no lock that ever needs a human."""

import signal
import subprocess
import sys

import pytest

from kneecoach.domain.errors import AlreadyOpen, CannotStart, DiskTrouble
from kneecoach.storage.folder_lock import NAME, FolderLock

HOLD_IT = (
    "import sys; from pathlib import Path; from kneecoach.storage.folder_lock import FolderLock; "
    "lock = FolderLock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def other_program(folder):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_IT, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout.readline() == "held\n"
        yield program
        program.kill()


def test_a_folder_another_program_holds_is_refused_until_that_one_is_killed(folder, other_program):
    with pytest.raises(AlreadyOpen, match="already open"):
        FolderLock(folder).acquire()

    other_program.send_signal(signal.SIGKILL)
    other_program.wait()

    FolderLock(folder).acquire()


def test_a_lock_file_left_behind_means_nothing(folder):
    folder.mkdir()
    (folder / NAME).write_text("4711")

    FolderLock(folder).acquire()


def test_a_lock_let_go_can_be_taken_again(folder):
    lock = FolderLock(folder)
    lock.acquire()
    lock.release()
    lock.release()

    FolderLock(folder).acquire()


def test_a_place_that_can_not_hold_a_lock_says_why(folder):
    folder.write_text("a file")
    with pytest.raises(CannotStart):
        FolderLock(folder).acquire()

    folder.unlink()
    (folder / NAME).mkdir(parents=True)
    with pytest.raises(DiskTrouble):
        FolderLock(folder).acquire()
