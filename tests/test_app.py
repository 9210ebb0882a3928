"""Starting: what stands in the way is said in one sentence, and a second start finds the first window."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from kneecoach import app
from kneecoach.coaching import people
from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.domain.settings import Theme
from kneecoach.storage.database import open_store
from kneecoach.ui.dialogs.cannot_start import CannotStartWindow
from kneecoach.ui.main_window import MainWindow
from tests.fakes import HandClock, ScriptedAwake, ScriptedPrompts, SilentSounds, SilentVoice
from tests.made_up import used_folder

ROOT = Path(__file__).resolve().parent.parent
REFUSED = 3


@pytest.fixture
def build(qtbot):  # noqa: ARG001 - qtbot makes the application
    """Holds its windows until the test is over: Python would otherwise collect them in the middle of an event."""
    windows = []

    def build(folder, sounds=None):
        clock = HandClock()
        windows.append(
            app.build(
                folder,
                now=clock.now,
                wall=clock.wall,
                sounds=sounds or SilentSounds(),
                voice=SilentVoice(),
                awake=ScriptedAwake(),
                prompts=ScriptedPrompts(),
            )
        )
        return windows[-1]

    yield build
    for window in windows:
        window.close()
        window.deleteLater()


def program(
    folder, code="import sys, pathlib; from kneecoach.app import run; sys.exit(run(pathlib.Path(sys.argv[1])))"
):
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def ended(started):
    """How it ended, its pipes closed."""
    started.communicate(timeout=50)
    return started.returncode


# Closes the window that says why, as the person would
REFUSING = """
import sys, pathlib
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kneecoach import app
from kneecoach.coaching import people
from kneecoach.ui.dialogs import cannot_start

real = cannot_start.CannotStartWindow.showEvent

def shown(self, event):
    print(self.words.text(), flush=True)
    QTimer.singleShot(0, self, self.leave.click)
    real(self, event)

cannot_start.CannotStartWindow.showEvent = shown
sys.exit(app.run(pathlib.Path(sys.argv[1])))
"""


def test_a_folder_that_is_a_file_is_refused(build, tmp_path):
    (tmp_path / "data").write_text("")

    with pytest.raises(CannotStart):
        build(tmp_path / "data")


def test_the_settings_on_disk_dress_the_first_paint(build, qapp, tmp_path):
    folder = tmp_path / "data"
    used_folder(folder)
    store = open_store(folder)
    people.change_settings(store, theme=Theme.DARK, volume=3, beeps=False, window_full_screen=True)
    store.close()
    sounds = SilentSounds()

    window = build(folder, sounds)

    assert qapp.property("tokens").dark
    assert (sounds.volume, sounds.muted) == (3, True)
    assert window.isFullScreen()


def test_a_folder_of_an_older_kneecoach_is_brought_up_to_date_first(build, monkeypatch, tmp_path):
    used_folder(tmp_path / "data")
    # Nothing can be seen at a glance of a database that must be upgraded
    monkeypatch.setattr(app, "glance", lambda _folder, _now: None)

    window = build(tmp_path / "data")

    assert window.flow is None
    assert window.shell.current() == "today"


def test_it_stays_until_the_window_is_closed(qtbot, qapp, monkeypatch, tmp_path):  # noqa: ARG001
    used_folder(tmp_path / "data")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen = []

    def close():
        windows = [one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        seen.extend(windows)
        for window in windows:
            window.close()

    QTimer.singleShot(0, close)

    assert app.run(tmp_path / "data") == 0
    assert len(seen) == 1
    open_store(tmp_path / "data").close()


def test_what_cannot_start_ends_with_3_once_it_was_read(qtbot, qapp, capsys, tmp_path):  # noqa: ARG001
    (tmp_path / "data").write_text("")

    def close():
        for window in qapp.topLevelWidgets():
            if isinstance(window, CannotStartWindow):
                window.close()

    QTimer.singleShot(0, close)

    assert app.run(tmp_path / "data") == REFUSED
    assert "The data folder is a file" in capsys.readouterr().err


@pytest.mark.slow
def test_what_cannot_start_says_why_twice_and_ends_with_3(tmp_path):
    (tmp_path / "data").write_text("")

    refused = program(tmp_path / "data", REFUSING)
    shown, said = refused.communicate(timeout=50)

    assert refused.returncode == REFUSED
    assert "The data folder is a file" in shown
    assert said.count("The data folder is a file") == 1
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_folder_held_by_a_terminal_is_refused_in_one_sentence(tmp_path):
    store = open_store(tmp_path / "data")

    refused = program(tmp_path / "data", REFUSING)
    _, said = refused.communicate(timeout=50)
    store.close()

    assert refused.returncode == REFUSED
    assert "already open" in said


@pytest.mark.slow
def test_a_second_start_finds_the_first_window_and_the_first_closes_on_a_signal(tmp_path):
    folder = tmp_path / "data"
    used_folder(folder)
    first = program(folder)
    listening = (
        "import sys, pathlib; from kneecoach.ui.one_window import raise_first; "
        "sys.exit(not raise_first(pathlib.Path(sys.argv[1])))"
    )
    for _ in range(200):
        if ended(program(folder, listening)) == 0:
            break
    second = program(folder)

    assert ended(second) == 0
    with pytest.raises(AlreadyOpen):
        open_store(folder)
    first.send_signal(signal.SIGTERM)
    assert ended(first) == 0
    open_store(folder).close()
