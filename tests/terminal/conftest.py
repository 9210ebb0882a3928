"""Terminals for the tests."""

import pytest

from kneecoach.terminal import awake
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
