"""A second start on the same folder."""

import subprocess
import sys

import pytest

from kneecoach.ui.one_window import OneWindow, name_of, raise_first


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "data"
    made.mkdir()
    return made


def second_start(folder):
    """Another program, as two windows never share one."""
    words = (
        "import sys, pathlib; from kneecoach.ui.one_window import raise_first; "
        "print(raise_first(pathlib.Path(sys.argv[1])))"
    )
    return subprocess.Popen([sys.executable, "-c", words, str(folder)], stdout=subprocess.PIPE, text=True)


def answer_of(qtbot, program):
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=10_000)
    return program.communicate()[0].strip()


def test_a_second_start_is_answered_and_the_first_window_asked_to_the_front(qtbot, folder):
    first = OneWindow(folder)

    with qtbot.waitSignal(first.raise_requested, timeout=10_000):
        program = second_start(folder)

    assert answer_of(qtbot, program) == "True"
    first.close()


def test_nobody_answers_when_no_window_is_open(qtbot, folder):  # noqa: ARG001 - qtbot makes the application
    assert raise_first(folder) is False


def test_two_folders_have_two_names(tmp_path):
    assert name_of(tmp_path / "a") != name_of(tmp_path / "b")
    assert name_of(tmp_path / "a" / ".." / "b") == name_of(tmp_path / "b")


@pytest.mark.skipif(sys.platform == "win32", reason="a killed server leaves no file there")
def test_a_name_that_a_killed_window_left_behind_is_taken_over(qtbot, folder):
    dead = OneWindow(folder)
    dead._server.disconnect(dead)
    second = OneWindow(folder)

    with qtbot.waitSignal(second.raise_requested, timeout=10_000):
        program = second_start(folder)

    assert answer_of(qtbot, program) == "True"
    second.close()
    dead.close()
