"""Reading beside the window: in portions, until the end, called off, and when the other process is gone."""

import io
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kneecoach import cli
from kneecoach.exchange.runs.found import Found, Refused
from kneecoach.own_programs import READER, own_command
from kneecoach.ui import reader, run_reading
from kneecoach.ui.run_reading import STOPPED, STOPPED_AT, RunReading
from tests.exchange.runs.run_files import a_gpx

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Berlin"))


class Told:
    """What a reading told."""

    def __init__(self, reading):
        self.came, self.progress, self.ended = [], [], []
        reading.came.connect(self.came.append)
        reading.progressed.connect(lambda *said: self.progress.append(said))
        reading.ended.connect(self.ended.append)


@pytest.fixture
def reading(qtbot):  # noqa: ARG001 - qtbot makes the application
    made = RunReading()
    yield made
    made.stop()


@pytest.fixture
def program(monkeypatch, tmp_path):
    """A program in place of the one that reads."""

    def put(text):
        path = tmp_path / "other.py"
        path.write_text(text)
        monkeypatch.setattr(run_reading, "own_command", lambda _program: (sys.executable, str(path)))

    return put


def test_files_are_read_by_another_process_from_any_folder(qtbot, tmp_path, monkeypatch, reading):
    (tmp_path / "run.gpx").write_text(a_gpx(name="Käse"))
    (tmp_path / "bad.fit").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    told = Told(reading)

    with qtbot.waitSignal(reading.ended, timeout=20_000):
        reading.begin([Path("run.gpx"), Path("bad.fit"), Path(os.fsdecode(b"\xff.gpx"))], NOW)

    assert told.ended == [""]
    run, *refused = [one for portion in told.came for one in portion]
    assert isinstance(run, Found)
    assert (run.run.distance_m, run.run.note, run.run.at.tzinfo) == (1_001, "Käse", NOW.tzinfo)
    assert [one.why for one in refused] == ["The file is empty.", "There is no such file."]


def test_many_come_in_portions_and_the_end_comes_last(qtbot, program, reading):
    lines = "\\n".join([json.dumps({"file": "a", "why": "b"})] * 45)
    program(f'print(\'{lines}\')\nprint(\'{{"done": 45, "total": 46, "name": "c"}}\\n{{"end": true}}\')')
    told = Told(reading)

    with qtbot.waitSignal(reading.ended, timeout=20_000):
        reading.begin([], NOW)

    sizes = [len(portion) for portion in told.came]
    assert sum(sizes) == 45
    assert max(sizes) <= run_reading.AT_ONCE
    assert told.came[0][0] == Refused("a", "b")
    assert told.progress == [(45, 46, "c")]


def test_nothing_comes_after_it_was_called_off(qtbot, program, reading):
    program('import threading\nprint(\'{"file": "a", "why": "b"}\', flush=True)\nthreading.Event().wait(60)')
    told = Told(reading)
    with qtbot.waitSignal(reading.came, timeout=20_000):
        reading.begin([], NOW)

    reading.stop()
    reading.stop()

    qtbot.wait_until(lambda: reading._process.state() is reading._process.ProcessState.NotRunning)
    assert told.ended == []
    assert len(told.came) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import os; os._exit(9)", STOPPED),
        ('print(\'{"done": 1, "total": 2, "name": "x.fit"}\')', STOPPED_AT.format(name="x.fit")),
    ],
)
def test_a_process_that_ends_before_the_end_is_told_of(qtbot, program, reading, text, said):
    program(text)
    told = Told(reading)

    with qtbot.waitSignal(reading.ended, timeout=20_000):
        reading.begin([], NOW)

    assert told.ended == [said]


def test_a_process_that_can_not_be_started_is_told_of(qtbot, monkeypatch, reading):
    monkeypatch.setattr(run_reading, "own_command", lambda _program: ("/nowhere/python",))
    told = Told(reading)

    with qtbot.waitSignal(reading.ended, timeout=20_000):
        reading.begin([], NOW)

    assert told.ended == [STOPPED]


class Pipe(io.StringIO):
    """A standard input that has bytes too."""

    def __init__(self, wish):
        super().__init__()
        self.buffer = io.BytesIO(json.dumps(wish).encode())


def read_here(monkeypatch, *paths):
    wish = {"paths": [str(path) for path in paths], "zone": "Europe/Berlin", "now": NOW.isoformat()}
    monkeypatch.setattr(sys, "stdin", Pipe(wish))
    monkeypatch.setattr(reader.signal, "signal", lambda *_: None)
    return cli.main([READER])


def test_the_reader_writes_a_line_for_each_and_one_for_the_end(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(reader, "TELLS_EVERY_S", 0.0)
    (tmp_path / "run.gpx").write_text(a_gpx())

    assert read_here(monkeypatch, tmp_path / "run.gpx", tmp_path / "none.gpx") == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"done": 1, "total": 2, "name": "none.gpx"} in lines
    assert lines[-1] == {"end": True}
    assert [line["file"] for line in lines if "file" in line] == ["run.gpx", "none.gpx"]


def test_the_reader_ends_quietly_when_nobody_listens(monkeypatch):
    class Gone(io.StringIO):
        def write(self, _text):
            raise BrokenPipeError

        def fileno(self):
            return os.open(os.devnull, os.O_WRONLY)

    monkeypatch.setattr(sys, "stdout", Gone())

    assert read_here(monkeypatch) == 0


def test_the_reader_is_a_file_from_source_and_the_program_itself_when_built_in_one(monkeypatch):
    assert Path(own_command(READER)[-1]).is_file()

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(READER) == (sys.executable, READER)
