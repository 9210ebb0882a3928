"""A diary carried out of the window and into it, for its tests."""

from contextlib import contextmanager
from threading import Event
from uuid import UUID

from kneecoach.coaching import diary, diary_files
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.pain import PainEntry
from tests.ui.pages.setting import Opened


@contextmanager
def open_settings(qtbot, store, folder):
    """Settings in a window, over a store."""
    made = Opened(qtbot, store, folder)
    try:
        yield made
    finally:
        made.files._close_down()
        made.window.notice().hide()


@contextmanager
def held_up(monkeypatch):
    """No diary is read until what is given is set."""
    go_on, really = Event(), diary_files.read

    def read(*given):
        go_on.wait()
        return really(*given)

    monkeypatch.setattr(diary_files, "read", read)
    try:
        yield go_on
    finally:
        go_on.set()


def said(opened):
    return opened.window.notice().text()


def export(qtbot, opened, path):
    with over(qtbot, opened.files):
        opened.files.export(str(path))
    return path


@contextmanager
def over(qtbot, files):
    """Until what is done beside the window is over, with all that follows from it."""
    with qtbot.waitSignal(files._aside.over):
        yield
    qtbot.wait_until(lambda: not files._turns._timer.isActive())


def look(qtbot, opened, *paths):
    """Until it is asked whether what they hold is to come in, if they hold anything."""
    with over(qtbot, opened.files):
        opened.files.bring(paths)
    return opened.files.asking


def bring(qtbot, opened, *paths):
    if (asking := look(qtbot, opened, *paths)) is not None:
        with over(qtbot, opened.files):
            asking.add.click()


def undo(qtbot, opened):
    with over(qtbot, opened.files):
        opened.window.notice().undo()


def entries(opened):
    return diary.read_diary(opened.store, opened.person.id).entries


def a_pain(opened, number=9):
    now = opened.clock.wall()
    return diary.log_pain(opened.store, opened.person.id, PainEntry(UUID(int=number), now, 3), now)


def forget(opened, *pains):
    for pain in pains:
        diary.delete(opened.store, opened.person.id, Kind.PAIN, pain.id, opened.clock.wall())
