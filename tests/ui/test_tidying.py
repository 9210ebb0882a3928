"""Rubbish is let go in the window's thread: a widget in it would end the program in any other."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from kneecoach.ui.tidying import Tidying


class Ring:
    """Only a collection lets it go."""

    def __init__(self):
        self.itself = self
        self.let_go_in = []
        weakref.finalize(self, lambda let_go_in: let_go_in.append(threading.current_thread()), self.let_go_in)


@pytest.fixture
def tidying(qapp):  # noqa: ARG001 - its timer needs one
    was_enabled, parent = gc.isenabled(), QObject()
    yield Tidying(parent)
    parent.deleteLater()
    parent.findChild(Tidying)._timer.stop()
    if was_enabled:
        gc.enable()


def test_another_thread_never_collects(tidying):
    let_go_in = Ring().let_go_in

    kept = []
    busy = threading.Thread(target=lambda: kept.extend([n] for n in range(100_000)))
    busy.start()
    busy.join()

    assert let_go_in == []
    tidying.tidy()
    assert let_go_in == [threading.main_thread()]


def test_little_rubbish_is_left_for_later(tidying):
    gc.collect()
    let_go_in = Ring().let_go_in

    tidying.tidy()

    assert let_go_in == []


def test_what_survived_is_looked_through_again_now_and_then(tidying):
    ring = Ring()
    let_go_in = ring.let_go_in
    gc.collect(1)
    del ring

    kept = []
    for _ in range(200):
        kept.extend([n] for n in range(1_000))
        tidying.tidy()

    assert let_go_in == [threading.main_thread()]
