"""Importing in the whole window: by a drop or a button, onto the disk, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kneecoach.coaching import imports
from kneecoach.domain.errors import DiskTrouble
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.pages.import_page import ImportPage
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.shell import DIARY, ENTRY
from tests.scenes import settle
from tests.scenes_import import ReadByHand, november
from tests.ui.importing import add, an_importing_window, read_november, runs_of


@pytest.fixture
def scene(qtbot, tmp_path):
    with an_importing_window(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def flow(scene):
    return scene.window.findChild(ImportFlow)


def held_over(scene, *urls, kind=QDropEvent):
    """What the window is told when something is held over it or dropped on it; whether it is taken."""
    files = QMimeData()
    files.setUrls([QUrl(url) for url in urls])
    buttons, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPoint(300, 300) if kind is QDragEnterEvent else QPointF(300, 300)
    event = kind(at, Qt.DropAction.CopyAction, files, buttons, no)
    event.ignore()
    QApplication.sendEvent(scene.window.windowHandle(), event)
    return event.isAccepted()


def test_files_dropped_on_the_window_are_read(scene, monkeypatch, flow):
    read = []
    monkeypatch.setattr(flow, "read", read.append)

    assert held_over(scene, "file:///runs/a.fit", kind=QDragEnterEvent)
    assert read == []
    assert held_over(scene, "file:///runs/a.fit", "file:///runs/watch")
    assert read == [[Path("/runs/a.fit"), Path("/runs/watch")]]


def test_what_is_no_file_and_what_is_dropped_in_the_middle_of_questions_is_not_taken(scene):
    assert not held_over(scene, "https://example.org/a.fit", kind=QDragEnterEvent)
    scene.window.shell.page("today").warm_up.start.click()
    settle()

    assert not held_over(scene, "file:///runs/a.fit", kind=QDragEnterEvent)


def test_the_diary_and_the_page_of_a_run_lead_here(scene, flow):
    scene.window.go_diary()
    scene.window.shell.page(DIARY).columns.month.imports.click()
    assert isinstance(scene.window.flow, ImportPage)
    flow.open()
    scene.window.flow.leave()

    scene.window.findChild(RunFlow).open_run()
    scene.window.shell.page(ENTRY).currentWidget().files.click()
    assert isinstance(scene.window.flow, ImportPage)


@pytest.mark.parametrize(
    ("button", "mode"), [("files", QFileDialog.FileMode.ExistingFiles), ("folder", QFileDialog.FileMode.Directory)]
)
def test_files_and_folders_are_chosen_in_the_dialog_of_the_desktop(scene, flow, monkeypatch, button, mode):
    opened = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: opened.append(dialog))  # noqa: PLW0108 - it is a method
    flow.open()
    page = scene.window.flow
    monkeypatch.setattr(page, "_make_reading", ReadByHand)

    getattr(page.start, button).click()
    (dialog,) = opened
    assert dialog.fileMode() is mode
    dialog.filesSelected.emit(["/runs/a.fit"])

    assert page.reading
    assert page._reading.paths == [Path("/runs/a.fit")]


def test_an_import_comes_in_and_the_diary_stands_at_the_newest_run(qtbot, scene, flow):
    before = len(runs_of(scene))

    add(qtbot, scene, flow)

    came = runs_of(scene)
    assert len(came) == before + 5
    assert scene.window.shell.current() == DIARY
    assert scene.window.notice().text() == "5 runs added."
    assert scene.window.shell.page(DIARY).chosen().source == "morning_21.gpx"
    assert [run.pain_max for run in came if run.source] == [3, None, None, None, None]


def test_a_digit_answers_for_the_first_run_that_was_read(scene, flow, monkeypatch):
    scene.window.go_diary()
    scene.window.shell.page(DIARY).columns.month.imports.click()
    page, made = scene.window.flow, []
    monkeypatch.setattr(page, "_make_reading", lambda: made.append(ReadByHand()) or made[-1])
    assert page.start.files.hasFocus()

    flow.read([Path("a.gpx"), Path("b.gpx")])
    made[0].tell(*november(scene.clock.wall()))
    QTest.keyClick(scene.window.windowHandle(), Qt.Key.Key_4)

    assert [one.pain for one in page.new.asked()] == [4, None, None, None, None]


def test_the_second_time_nothing_is_new(qtbot, scene, flow):
    add(qtbot, scene, flow)

    page = read_november(scene, flow)

    assert page.batch.new == []
    assert len(page.batch.skipped) == 5


def test_a_full_disk_is_said_on_the_page_and_nothing_is_kept(qtbot, scene, flow, monkeypatch):
    before = runs_of(scene)

    def full(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(imports.diary, "keep_pain_entries", full)
    page = read_november(scene, flow)
    with qtbot.waitSignal(flow._keeping.refused):
        page.footer.add.click()

    assert page.footer.accessibleName() == "Nothing was added. The disk is full."
    assert scene.window.flow is page
    assert runs_of(scene) == before


def test_a_window_closed_while_it_reads_ends_the_reading(scene, flow):
    before, reading = runs_of(scene), ReadByHand()
    flow.read([Path("watch")], lambda: reading)

    scene.window.close()

    assert reading.stopped
    scene.open()
    assert runs_of(scene) == before


def test_a_window_closed_while_it_keeps_waits_until_all_is_kept(scene, flow):
    page = read_november(scene, flow)
    page.footer.add.click()

    scene.window.close()

    scene.open()
    assert len([run for run in runs_of(scene) if run.source]) == 5


def test_a_store_that_can_not_be_opened_is_said(scene, flow, monkeypatch):
    def refuse():
        raise DiskTrouble("The disk can't be read.")

    monkeypatch.setattr(flow._late, "get", refuse)
    flow.open()
    assert scene.window.notice().text() == "The disk can't be read."
    scene.window.notice().hide()

    flow.read([Path("watch")])
    assert scene.window.notice().text() == "The disk can't be read."
    assert scene.window.flow is None
