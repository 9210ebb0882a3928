"""What is done beside the window: its end, its refusals and its mistakes are told in the window's own thread."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject

from kneecoach.domain.errors import DiskTrouble
from kneecoach.ui.aside import Aside


class Heard(QObject):
    def __init__(self, aside):
        super().__init__()
        self.what, self.threads = [], []
        aside.done.connect(self.hear)
        aside.refused.connect(self.hear)

    def hear(self, what):
        self.what.append(what)
        self.threads.append(current_thread())


@pytest.fixture
def aside(qtbot):  # noqa: ARG001 - qtbot makes the application
    made = Aside()
    yield made
    made.wait()


def test_what_came_of_it_is_told_in_the_thread_of_the_window(qtbot, aside):
    heard, go_on = Heard(aside), Event()
    aside.begin(lambda: go_on.wait() and current_thread())
    assert aside.busy

    with qtbot.waitSignal(aside.done):
        go_on.set()

    assert heard.what != [main_thread()]
    assert heard.threads == [main_thread()]
    aside.wait()
    assert not aside.busy


def test_a_refusal_is_told_as_a_sentence(qtbot, aside):
    def refuse():
        raise DiskTrouble("The disk is full.")

    heard = Heard(aside)
    with qtbot.waitSignal(aside.refused):
        aside.begin(refuse)

    assert heard.what == ["The disk is full."]


def test_a_mistake_is_raised_where_all_mistakes_are_told(qtbot, aside):
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(aside._ended):
        aside.begin(lambda: 1 / 0)

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


@pytest.mark.parametrize("act", [lambda: 1, lambda: 1 / 0])
def test_its_end_is_told_however_it_went(qtbot, aside, act):
    with qtbot.captureExceptions(), qtbot.waitSignal(aside.over):
        aside.begin(act)

    aside.wait()
    assert not aside.busy


def test_nothing_to_wait_for(aside):
    aside.wait()

    assert not aside.busy
