"""The diary as it is used: by the keyboard alone, across restarts, and beside everything else."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kneecoach.coaching import diary
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage import sessions
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.shell import DIARY, ENTRY, SETTINGS
from tests.journeys.runner import Runner
from tests.made_up import a_session_of


@pytest.fixture
def diarist(qtbot, runner):
    """A runner past first run, her window in front."""
    runner.start()
    runner.set_up()
    in_front(qtbot, runner)
    return runner


def in_front(qtbot, runner):
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()


def pains(runner):
    store = runner.window.findChild(LateStore).get()
    entries = diary.read_diary(store, runner.record().person.id).entries
    return [entry for entry in entries if isinstance(entry, PainEntry)]


def page(runner):
    return runner.window.shell.page(DIARY)


def test_pain_is_logged_from_today_in_three_keys(diarist):
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_4)
    diarist.key(Qt.Key.Key_Return)

    assert [entry.score for entry in pains(diarist)] == [4]
    assert diarist.window.shell.current() == DIARY
    assert not page(diarist).columns.shows_entry()


def test_a_whole_entry_by_the_keyboard_alone(diarist):
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_3)
    panel = page(diarist).columns.pain

    tab_to(diarist, panel.place.map.knees)
    diarist.key(Qt.Key.Key_Right)
    diarist.key(Qt.Key.Key_Space)
    tab_to(diarist, panel.phase)
    diarist.key(Qt.Key.Key_Down)
    diarist.key(Qt.Key.Key_Down)
    tab_to(diarist, panel.note)
    QTest.keyClicks(panel.note, "Pr on the bend")
    tab_to(diarist, panel.more_button)
    diarist.key(Qt.Key.Key_Return)
    QTest.keyClick(diarist.window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (entry,) = pains(diarist)
    assert (entry.score, entry.note, len(entry.regions)) == (3, "Pr on the bend", 1)
    assert entry.phase.value == "daily"


def tab_to(runner, wanted):
    for _ in range(60):
        if runner.window.focusWidget() is wanted:
            return
        runner.key(Qt.Key.Key_Tab)
    pytest.fail("Tab does not come there")


def test_letters_are_letters_while_a_field_has_the_keyboard(diarist):
    diarist.window.go_settings()
    field = diarist.window.shell.page(SETTINGS).person.name
    field.setFocus()

    QTest.keyClicks(field.findChild(QLineEdit), "Pr")

    assert field.text() == "Pr"
    assert diarist.window.shell.current() == SETTINGS


def test_a_flow_keeps_its_letters(diarist):
    diarist.press("Start warm-up")
    assert isinstance(diarist.flow, CheckInPage)

    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_R)

    assert isinstance(diarist.flow, CheckInPage)
    assert pains(diarist) == []


def test_ctrl_z_takes_the_last_entry_back(diarist):
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_4)

    QTest.keyClick(diarist.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert pains(diarist) == []


def test_what_was_deleted_comes_back_from_the_bin_after_a_restart(qtbot, diarist):
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_4)
    diarist.press("Delete")
    assert pains(diarist) == []
    diarist.close()

    diarist.start()
    in_front(qtbot, diarist)
    diarist.press("Diary")
    diarist.press("Deleted and changed")
    diarist.press("Put back")

    assert [entry.score for entry in pains(diarist)] == [4]


def test_an_entry_is_there_after_a_crash_of_the_window(diarist, tmp_path):
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_6)

    # What a killed window leaves on the disk: its files as they are at this moment, nothing closed
    left = Runner(shutil.copytree(diarist.folder, tmp_path / "left"))
    left.start()
    left.window.go_diary()

    assert [entry.score for entry in pains(left)] == [6]
    assert "Knee, no place given" in titles(left)
    left.close()


def titles(runner):
    rows = page(runner).timeline.rows()
    return [rows.line(row).title for row in range(rows.rowCount())]


def kept_session(runner):
    store = runner.window.findChild(LateStore).get()
    entries = diary.read_diary(store, runner.record().person.id).entries
    (record,) = (entry for entry in entries if isinstance(entry, SessionRecord))
    return record


def test_a_session_of_days_ago_is_corrected_and_the_correction_undone(diarist):
    store, person = diarist.window.findChild(LateStore).get(), diarist.record().person
    with store.begin() as tx:
        sessions.add(tx, a_session_of(person, "warm-up", diarist.clock.wall() - timedelta(days=3), before=3, after=3))
    diarist.press("Diary")
    page(diarist).timeline.step(1)
    before = kept_session(diarist)

    diarist.press("See or correct")
    diarist.key(Qt.Key.Key_2)
    diarist.flow.note.set_text("Shorter than noted")
    diarist.flow.effort.scale.changed.emit(4)
    diarist.key(Qt.Key.Key_Return)

    corrected = kept_session(diarist)
    assert (corrected.pain_after, corrected.note, corrected.effort) == (2, "Shorter than noted", 4)
    assert diarist.window.shell.current() == DIARY
    diarist.window.notice().undo()
    assert kept_session(diarist) == before


def test_a_session_is_deleted_and_undone(diarist):
    store, person = diarist.window.findChild(LateStore).get(), diarist.record().person
    with store.begin() as tx:
        sessions.add(tx, a_session_of(person, "warm-up", diarist.clock.wall() - timedelta(days=3), before=3, after=3))
    diarist.press("Diary")
    page(diarist).timeline.step(1)
    before = kept_session(diarist)

    diarist.key(Qt.Key.Key_Delete)
    assert titles(diarist) == []

    diarist.window.notice().undo()
    assert kept_session(diarist) == before


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_what_is_said_after_a_deletion_leaves_the_head_of_the_diary_free(diarist, size):
    diarist.window.resize(*size)
    diarist.key(Qt.Key.Key_P)
    diarist.key(Qt.Key.Key_4)

    diarist.press("Delete")

    notice = diarist.window.notice()
    assert notice.isVisible()
    for words in ("Log pain", "Log run", "Ice timer"):
        button = diarist.button(words)
        there = QRect(button.mapTo(diarist.window, QPoint(0, 0)), button.size())
        assert not notice.geometry().intersects(there)


def test_today_agrees_with_the_diary_and_logs_with_one_press(diarist):
    diarist.press("Log pain")
    assert diarist.window.shell.current() == DIARY
    diarist.key(Qt.Key.Key_4)
    diarist.key(Qt.Key.Key_Return)
    diarist.window.go_today()

    diarist.press("Log run")

    assert diarist.window.shell.current() == ENTRY
