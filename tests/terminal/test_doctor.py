"""The doctor and the display: what works here, found out without ending on what does not."""

import errno
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach.own_programs import PROBE, own_command
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.terminal import display, doctor
from kneecoach.terminal.console import Terminal
from tests.terminal.stand_ins import Screen

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def answering(everything, **answers):
    """Answers a look by its name: window, sound, awake; `once` is the speaker's and `stdin` that of espeak-ng."""
    return lambda command, **_more: answers.get(command[-1].strip("-"), everything)


FINE = answering((0, "fine"), once=(0, "ready speechd, English"))


def examined(folder, *, environ=None, probe=FINE):
    out = Screen()
    terminal = Terminal(Screen(), out, Screen(), json=True)
    assert doctor.doctor(folder, terminal, environ or OFFSCREEN, probe) == 0
    return {found.pop("check"): found for found in json.loads(out.getvalue())}


def test_where_everything_works_nothing_is_advised(desk):
    desk.introduce()

    found = examined(desk.folder)

    assert list(found) == ["display", "sound", "voice", "keep-awake", "data folder", "database"]
    assert all(check["ok"] and check["advice"] is None for check in found.values())
    assert found["database"]["detail"].startswith("Whole, revision 0004 of 0004, SQLite 3.")


def test_where_nothing_works_each_says_what_to_do(tmp_path):
    (tmp_path / "file").touch()

    found = examined(tmp_path / "file", environ={"X": "1"}, probe=answering((134, "")))

    assert not any(check["ok"] for check in found.values())
    assert all(check["advice"] for check in found.values())
    assert found["display"]["detail"] == "No display was found here."
    assert found["sound"]["detail"] == "Sound can't be used: it ended at once."


def test_a_machine_without_sound_or_a_window_says_so(tmp_path):
    silent = examined(tmp_path, probe=answering((0, "")))
    broken = examined(tmp_path, probe=answering((1, "ImportError: libEGL.so.1")))

    assert silent["sound"]["detail"] == "No sound device was found."
    assert not silent["keep-awake"]["ok"]
    assert broken["display"]["detail"] == "Qt can't open a window: ImportError: libEGL.so.1."


def test_a_folder_that_is_not_there_yet_is_left_that_way(tmp_path):
    found = examined(tmp_path / "new" / "data")

    assert "will be made at the first start" in found["data folder"]["detail"]
    assert found["database"]["detail"] == "None yet; the first session makes it."
    assert not (tmp_path / "new").exists()


def test_a_folder_that_others_can_read_is_pointed_out(desk):
    desk.introduce()
    desk.folder.chmod(0o755)

    assert examined(desk.folder)["data folder"]["advice"] == doctor.ONLY_YOURS


def test_a_disk_that_is_nearly_full_is_pointed_out(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 9, 1))

    assert examined(tmp_path)["data folder"]["advice"] == "Free some space on this disk."


def test_a_folder_that_may_not_be_written_is_pointed_out(tmp_path, monkeypatch):
    def denied(**_more):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(doctor, "TemporaryFile", denied)

    looked = examined(tmp_path)

    assert "can't be written in" in looked["data folder"]["detail"]
    assert looked["database"]["detail"] == "None yet."


def test_a_full_disk_is_not_taken_for_a_forbidden_one(tmp_path, monkeypatch):
    def full(**_more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(doctor, "TemporaryFile", full)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 0))

    assert examined(tmp_path)["data folder"]["advice"] == "Free some space on this disk."


def test_a_damaged_database_is_found(desk):
    desk.introduce()
    path = desk.folder / "kneecoach.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = rootpage + 1 WHERE name = 'person'")
        connection.commit()

    found = examined(desk.folder)["database"]

    assert not found["ok"]
    assert found["advice"] == doctor.KEEP_A_COPY


def test_a_database_that_is_in_use_is_said_to_be(desk):
    desk.introduce()
    lock = FolderLock(desk.folder)
    lock.acquire()

    found = examined(desk.folder)["database"]
    lock.release()

    assert found["ok"]
    assert "open in a window now" in found["detail"]


def test_the_doctor_speaks_to_people_too(desk, monkeypatch):
    monkeypatch.setattr(doctor.doctor, "__defaults__", (answering((0, "")),))

    assert desk.run("doctor") == 0
    assert "check  sound: No sound device was found.\n       Nothing needs sound" in desk.out
    assert "works  data folder: " in desk.out


def python(code):
    return doctor.in_a_child([sys.executable, "-c", code], deadline_s=20)


def test_a_probe_runs_in_a_process_of_its_own():
    assert python("print('one'); print('two')") == (0, "two")
    assert python("import os; os.abort()")[0] != 0
    assert python("raise SystemExit('no libEGL')") == (1, "no libEGL")
    assert doctor.in_a_child(["/nowhere/at/all"]) == (1, "No such file or directory")


def test_a_probe_takes_nothing_from_the_folder_we_are_in(tmp_path, monkeypatch):
    (tmp_path / "collections.py").write_text("raise SystemExit('this ran')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert doctor.in_a_child(own_command(PROBE, "window")) == (0, "offscreen with 1 screen(s)")


def test_a_probe_that_never_answers_is_given_up_on():
    never = [sys.executable, "-c", "__import__('threading').Event().wait()"]

    assert doctor.in_a_child(never, deadline_s=0.2) == (1, "no answer within 0 seconds")


def test_other_systems_always_have_a_display():
    assert display.display_trouble({}, "win32") == ""
    assert display.display_trouble({}, "darwin") == ""


def test_without_a_name_for_it_there_is_no_display():
    assert display.display_trouble({"DISPLAY": "", "HOME": "/"}, "linux") == display.NO_DISPLAY


def test_a_display_that_is_dead_is_found_out():
    assert display.display_trouble({"DISPLAY": ":4711"}, "linux") == display.DEAD_DISPLAY
    assert display.display_trouble({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}, "linux")


def test_a_compositor_that_listens_is_a_display(tmp_path):
    path = tmp_path / "wayland-0"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(path))
        compositor.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}

        assert display.display_trouble(environ, "linux") == ""
        assert display.display_trouble(environ | {"QT_QPA_PLATFORM": "xcb"}, "linux") == display.DEAD_DISPLAY


def test_a_library_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(display, "NEEDED", ("libc.so.6", "libnowhere.so.1"))

    said = display.display_trouble({"DISPLAY": ":4711"}, "linux")

    assert said == "The window needs libnowhere.so.1, which this computer lacks"


def test_a_display_that_never_answers_is_given_up_on(monkeypatch):
    monkeypatch.setattr(display, "DEADLINE_S", 0.3)
    number = 4_700 + os.getpid() % 90
    path = Path(f"/tmp/.X11-unix/X{number}")
    path.parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        said = display.display_trouble({"DISPLAY": f":{number}"}, "linux")
    path.unlink()

    assert said == display.DEAD_DISPLAY


def test_the_child_tells_what_it_met(monkeypatch):
    assert display._connect(":4711") == display.NO_ANSWER

    monkeypatch.setattr(display, "NEEDED", ("libnowhere.so.1",))
    assert display._connect(None) == 1


@pytest.mark.slow
def test_a_living_display_is_found():
    if not shutil.which("Xvfb"):
        pytest.skip("no Xvfb here")
    ready, told = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", "320x200x24"], pass_fds=[told], stderr=subprocess.DEVNULL
    )
    os.close(told)
    number = os.read(ready, 16).decode().strip()

    alive = display.display_trouble({"DISPLAY": f":{number}"}, sys.platform)
    server.terminate()
    server.wait(timeout=10)
    os.close(ready)

    assert alive == ""
