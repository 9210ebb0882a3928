"""Changing a routine with the mouse in a window that is in front, as a person does it."""

import shutil
from contextlib import closing

from kneecoach.coaching import routines
from kneecoach.storage.database import open_store
from tests.ui.hand import click_through
from tests.ui.pages.routining import EXERCISES, ROUTINES, Opened


def test_a_routine_is_copied_and_its_exercises_moved_and_removed_by_mouse(qtbot, store):
    opened = Opened(qtbot, store)
    detail, panel = opened.page.detail, opened.panel
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()

    moves = [
        lambda: opened.rows[-1],
        lambda: panel.up,
        lambda: panel.up,
        lambda: panel.down,
        lambda: panel.remove,
        lambda: detail.undo,
    ]
    click_through(qtbot, lambda: detail.duplicate)
    opened.notice.hide()
    click_through(qtbot, *moves, *moves, *moves, lambda: detail.redo)

    left = [item.exercise for item in opened.shelf().routine(opened.page.chosen().id).items]
    shipped = [item.exercise for item in opened.shelf().routine("warm-up").items]
    assert len(left) == len(shipped) - 1
    assert set(left) < set(shipped)


def test_each_change_is_on_disk_at_once_as_a_killed_window_leaves_it(qtbot, store, tmp_path):
    opened = Opened(qtbot, store)
    opened.copy()

    click_through(qtbot, lambda: opened.panel.down, lambda: opened.panel.remove)
    shutil.copytree(tmp_path / "data", tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))

    with closing(open_store(tmp_path / "left")) as left:
        found = routines.shelf(left, ROUTINES.values(), EXERCISES).routine(opened.page.chosen().id)
    assert found.items == opened.page.chosen().items
    assert len(found.items) == len(ROUTINES["warm-up"].items) - 1
