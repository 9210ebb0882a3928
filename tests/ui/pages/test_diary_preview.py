"""What a diary would bring is shown before anything of it is added, and nothing is when that is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.ui.diary_files import NOT_ASKED, Doing
from tests.ui.pages.carrying import a_pain, bring, entries, export, forget, held_up, look, open_settings, over, said


@pytest.fixture
def opened(qtbot, store, tmp_path):
    with open_settings(qtbot, store, tmp_path / "data") as made:
        yield made


@pytest.fixture
def waiting(monkeypatch):
    with held_up(monkeypatch) as go_on:
        yield go_on


def words_of(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_before_anything_is_added_it_is_said_what_would_come_in(qtbot, opened, tmp_path):
    pains = [a_pain(opened, number) for number in (7, 8, 9)]
    good, bad = (export(qtbot, opened, tmp_path / name) for name in ("good.json", "bad.json"))
    bad.write_text(bad.read_text()[:-9])
    forget(opened, *pains[:2])
    before = entries(opened)

    asking = look(qtbot, opened, good, bad)

    words = words_of(asking)
    assert words[:6] == ["Add this diary?", "good.json", "2", "pain entries", "3", "already in the diary"]
    assert "bad.json: The file is damaged or not finished: it is no JSON." in words
    assert asking.add.text() == "Add 2 entries"
    assert (entries(opened), opened.files.doing) == (before, Doing.ASKING)
    assert not opened.page.data.bring.isEnabled()


@pytest.mark.parametrize("leave", ["cancel", "escape"])
def test_cancelled_nothing_is_added_and_another_can_be_chosen(qtbot, opened, tmp_path, leave):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    before, came = entries(opened), []
    with over(qtbot, opened.files):
        opened.files.bring([path], came.append)
    asking = opened.files.asking

    if leave == "cancel":
        asking.cancel.click()
    else:
        qtbot.keyClick(asking, Qt.Key.Key_Escape)

    assert (entries(opened), came, opened.files.doing, opened.files.asking) == (before, [False], None, None)
    assert opened.page.data.bring.isEnabled()
    bring(qtbot, opened, path)
    assert pain in entries(opened)


def test_what_holds_nothing_new_is_not_asked_about(qtbot, opened, tmp_path):
    a_pain(opened)

    assert look(qtbot, opened, export(qtbot, opened, tmp_path / "mine.json")) is None


def test_in_the_middle_of_something_else_nothing_is_asked(qtbot, opened, tmp_path, waiting):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    opened.files.bring([path])
    opened.window.show_flow(QWidget())
    with over(qtbot, opened.files):
        waiting.set()

    assert (said(opened), opened.files.asking, opened.files.doing) == (NOT_ASKED, None, None)
    assert pain not in entries(opened)


def test_a_window_that_closes_while_it_reads_adds_nothing(qtbot, opened, tmp_path, waiting):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    opened.files.bring([path])
    waiting.set()

    opened.window.close()

    assert pain not in entries(opened)
    assert opened.files._aside._future.done()


def test_a_window_that_closes_while_it_is_added_waits_until_all_is_in(qtbot, opened, tmp_path):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    look(qtbot, opened, path).add.click()

    opened.window.close()

    assert pain in entries(opened)
    assert opened.files._aside._future.done()
