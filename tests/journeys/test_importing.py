"""Importing as it is done: a folder dropped on the window twice, and all of it taken back."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneecoach.coaching import diary
from kneecoach.domain.run import Run
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.late_store import LateStore
from tests.exchange.runs.run_files import START, a_gpx, gpx, lap, points, tcx, track


def runs_of(runner):
    store = runner.window.findChild(LateStore).get()
    entries = diary.read_diary(store, runner.record().person.id).entries
    return [entry for entry in entries if isinstance(entry, Run)]


def drop(qtbot, runner, folder):
    """Drop it on the window and wait until it is read."""
    flow = runner.window.findChild(ImportFlow)
    qtbot.wait_until(lambda: flow.listens)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(folder))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(400, 300), action, files, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(runner.window.windowHandle(), event)
    assert event.isAccepted()
    qtbot.wait_until(lambda: not runner.window.flow.reading, timeout=20_000)
    return runner.window.flow


def test_a_folder_is_dropped_twice_and_the_import_is_taken_back(qtbot, runner, tmp_path):
    runner.start()
    runner.set_up()
    watch = tmp_path / "watch"
    watch.mkdir()
    (watch / "a.gpx").write_text(a_gpx())
    (watch / "b.gpx").write_text(gpx(track(points(20, start=START.replace(day=3)))))
    (watch / "ride.tcx").write_text(tcx(lap(2_400, 15_000), sport="Biking"))
    (watch / "broken.fit").write_bytes(b"")

    page = drop(qtbot, runner, watch)
    page.setFocus()
    for key in (Qt.Key.Key_4, Qt.Key.Key_E, Qt.Key.Key_6, Qt.Key.Key_Return):
        runner.key(key)
    qtbot.wait_until(lambda: runner.window.flow is None and runner.window.notice().isVisible())

    assert [(run.distance_m, run.pain_max, run.effort) for run in runs_of(runner)] == [
        (1_001, 4, 6),
        (2_113, None, None),
    ]

    page = drop(qtbot, runner, watch)
    assert (page.batch.new, len(page.batch.skipped), len(page.batch.left_out)) == ([], 2, 2)
    runner.key(Qt.Key.Key_Escape)
    assert len(runs_of(runner)) == 2


def test_undo_takes_back_what_one_import_brought(qtbot, runner, tmp_path):
    runner.start()
    runner.set_up()
    (tmp_path / "a.gpx").write_text(a_gpx())
    drop(qtbot, runner, tmp_path / "a.gpx")
    runner.key(Qt.Key.Key_Return)
    qtbot.wait_until(lambda: runner.window.flow is None and runner.window.notice().isVisible())
    assert len(runs_of(runner)) == 1

    QTest.keyClick(runner.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait_until(lambda: not runs_of(runner))

    page = drop(qtbot, runner, tmp_path / "a.gpx")
    assert len(page.batch.new) == 1
