"""The screen is kept on where the desktop allows it, and never at the cost of a waiting window."""

import threading

import pytest
from shiboken6 import isValid

from kneecoach.ui.awake import ScreenAwake


@pytest.fixture
def answers():
    return []


@pytest.fixture
def awake(qapp):
    awake = ScreenAwake(qapp)
    yield awake
    awake.end()
    for thread in threading.enumerate():
        if thread.name == "keep-awake":
            thread.join(5)


def test_the_screen_is_kept_on_when_the_desktop_agrees(qtbot, monkeypatch, awake, answers):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")

    awake.begin(answers.append)

    qtbot.waitUntil(lambda: answers == [True])


def test_without_a_desktop_bus_it_says_that_it_could_not(qtbot, monkeypatch, awake, answers):
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.delenv("DISPLAY", raising=False)

    awake.begin(answers.append)

    qtbot.waitUntil(lambda: answers == [False])


def test_an_answer_that_comes_after_the_end_is_not_told(qtbot, monkeypatch, awake, answers):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake.begin(answers.append)
    awake.end()

    later = []
    awake.begin(later.append)
    qtbot.waitUntil(lambda: later == [True])

    assert answers == []


def test_the_screen_may_sleep_again_once_it_is_over(qtbot, monkeypatch, awake, answers):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake.begin(answers.append)
    qtbot.waitUntil(lambda: bool(answers))

    awake.end()

    qtbot.waitUntil(lambda: not any(thread.name == "keep-awake" for thread in threading.enumerate()))


def test_a_window_that_is_gone_leaves_no_thread_behind(qtbot, monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake = ScreenAwake()
    awake.deleteLater()
    qtbot.waitUntil(lambda: not isValid(awake))

    over = threading.Event()
    awake._answer(over, arranged=True)

    assert over.is_set()
    assert not any(thread.name == "keep-awake" for thread in threading.enumerate())
