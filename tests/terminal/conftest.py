"""Terminals for the tests."""

import pytest

from kneecoach.terminal import awake
from tests.exchange.runs.run_files import a_gpx, lap, tcx
from tests.terminal.stand_ins import Desk


@pytest.fixture
def desk(tmp_path):
    """Nobody at the keyboard: a pipe, a log, a script."""
    return Desk(tmp_path / "data")


@pytest.fixture
def seat(tmp_path, monkeypatch):
    """Somebody at the keyboard who has been through first run."""
    # No desktop is asked to stay awake for a test
    monkeypatch.setattr(awake.StayAwake, "__enter__", lambda self: self)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("TERM", "xterm")
    desk = Desk(tmp_path / "data", tty=True)
    desk.introduce()
    return desk


@pytest.fixture
def files(tmp_path):
    """A run, a ride and something broken."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "run.gpx").write_text(a_gpx())
    (folder / "ride.tcx").write_text(tcx(lap(2_400, 15_000), sport="Biking"))
    (folder / "broken.fit").write_bytes(b"\x0e\x10\0\0\0\0\0\0.FIT")
    return folder
